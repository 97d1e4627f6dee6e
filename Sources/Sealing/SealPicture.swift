package import Foundation

/// The vector picture of a seal, drawn once and kept with its record, so that each use shows the same seal.
package struct SealPicture: Sendable, Equatable, Codable {
  /// Edge of the square that holds the seal, in points.
  package var size: Double
  /// A PDF content stream of path operators, deflated (ISO 32000-1, 7.4.4), for the resource `/G`.
  package var stream: Data

  package init(size: Double, stream: Data) {
    self.size = size
    self.stream = stream
  }
}
