package import Cases

/// Where a seal goes.
package struct SealPlacement: Sendable, Equatable {
  /// Page from 0.
  package var page: Int
  /// The seal is centred in this box; points from the top left of the page as it is seen.
  package var box: Box
  /// Whether several pages also get their parts of it at the right edge.
  package var riding: Bool

  package init(page: Int, box: Box, riding: Bool = false) {
    self.page = page
    self.box = box
    self.riding = riding
  }
}
