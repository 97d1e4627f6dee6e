/// Which files of a watched folder are one case. A sub-folder always is one; this is about files beside each other.
package enum Joining: Sendable, Equatable {
  /// Every file is a case.
  case none
  /// Files whose names say so.
  case byName(NamePattern)
  /// Files that come one after the other, each within so many seconds of the one before.
  case byTime(seconds: Int)
}
