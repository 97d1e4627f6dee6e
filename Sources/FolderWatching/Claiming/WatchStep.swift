/// The steps between a file in a watched folder and a receipt, in order. Whatever dies after any of them, what is
/// left is enough to go on: tests stop at each.
package enum WatchStep: String, Sendable, CaseIterable, Codable {
  /// Its content was looked at; nothing is written yet.
  case checked
  /// The store knows the claim; nothing has moved.
  case claimed
  /// A file has moved; others of the claim may not have.
  case moved
  /// All have moved, and the folders are on the disk.
  case synced
  /// The store has the files; they still lie in the claim folder.
  case accepted
  /// The receipt is written.
  case receipted
  /// Nothing is left of them in the folder.
  case cleared
  /// The store knows that the claim was refused.
  case refused
  /// The note lies in the failure folder, the file does not yet.
  case noted
  /// The file lies beside its note.
  case setAside
  /// A file was put back into the watched folder; the store does not know yet.
  case putBack
  /// A paper that was given up later lies in the failure folder; the store does not know yet.
  case givenBack
}
