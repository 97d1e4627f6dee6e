import Cases

/// Files that will be one submission, once they are complete.
struct PaperGroup: Sendable {
  /// The sub-folder or the common part of their names; nil for a single file.
  var name: PaperName?
  /// In the order of their pages; never empty.
  var papers: [FolderEntry]
  /// Other files that must be quiet as well: unfinished ones of a sub-folder, and the sub-folder itself.
  var company: [FolderEntry] = []
  var markers: [PaperPath] = []
  /// When the sender said that everything is there, in nanoseconds since 1970; nil where it did not.
  var saidDone: Int64?
  /// How long they must be unchanged.
  var wait: Duration
  /// False for files that are joined by their time: nobody can say that no more will come.
  var endsWhenDone = true
  var notices: [Problem] = []

  var watched: [FolderEntry] { papers + company }

  /// Time of the last change, in nanoseconds since 1970.
  var completed: Int64 { saidDone ?? papers.map(\.status.changed).max() ?? 0 }

  /// When they are complete unless they change again: the papers of a counter are taken in this order.
  var due: Int64 {
    saidDone ?? completed.addingReportingOverflow(wait.wholeNanoseconds).partialValue
  }
}

extension Duration {
  /// Saturates where it is longer than 292 years.
  var wholeNanoseconds: Int64 {
    let (seconds, fraction) = components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? .max : whole &+ fraction / 1_000_000_000
  }
}
