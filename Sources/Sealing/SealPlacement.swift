package import Cases

/// Where a seal goes.
package struct SealPlacement: Sendable, Equatable {
  /// Page from 0.
  package var page: Int
  /// The seal is centred in this box; points from the top left of the page.
  package var box: Box

  package init(page: Int, box: Box) {
    self.page = page
    self.box = box
  }
}
