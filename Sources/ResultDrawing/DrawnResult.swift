package import Cases

/// A result as pages, ready to be sealed.
package struct DrawnResult: Sendable, Equatable {
  package var pdf: [UInt8]
  package var pageCount: Int
  /// Page from 0 that the seal goes on.
  package var sealPage: Int
  /// Where the seal goes, in points from the top left of that page.
  package var sealBox: Box
  /// Rare characters that the result's own typeface lacks, as `U+2B740`, by the font that shows them.
  package var standIns: [String: [String]]
}
