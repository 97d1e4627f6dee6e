package import Foundation

/// The vector picture of a seal, drawn once and kept with its record, so that each use shows the same seal.
package struct SealPicture: Sendable, Equatable, Codable {
  /// In points.
  package var width: Double
  package var height: Double
  /// A PDF content stream of path operators, deflated (ISO 32000-1, 7.4.4), for the resource `/G`.
  package var stream: Data

  package init(width: Double, height: Double, stream: Data) {
    self.width = width
    self.height = height
    self.stream = stream
  }

  private enum CodingKeys: String, CodingKey {
    case width, height, stream
    /// Of the square that held a seal, in records of version 0.2.
    case size
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let size = try values.decodeIfPresent(Double.self, forKey: .size)
    width = try size ?? values.decode(Double.self, forKey: .width)
    height = try size ?? values.decode(Double.self, forKey: .height)
    stream = try values.decode(Data.self, forKey: .stream)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(width, forKey: .width)
    try values.encode(height, forKey: .height)
    try values.encode(stream, forKey: .stream)
  }
}
