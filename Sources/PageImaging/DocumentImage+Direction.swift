import CLeptonica
package import Cases

extension DocumentImage {
  /// Quarter turns clockwise that may bring the print upright, the likeliest first: characters grow together into long
  /// stretches along their lines, and not across them. Whether they stand on their heads is not known.
  ///
  /// - Throws: `damaged_image` where there is no memory for it.
  package func likelyTurns() throws(Problem) -> [Int] {
    let small = image.darkestReduced(by: max(image.width, image.height) / Self.side)
    let unit = Double(max(small.width, small.height)) / Double(Self.side)
    let characters = try PixImage(small).ink().partsNotLarger(than: Int(Self.largest * unit))
    let gap = Int(Self.gap * unit)
    let lying = try characters.closed(gap, 1).partBoxes(limit: Self.mostParts)
    let standing = try characters.closed(1, gap).partBoxes(limit: Self.mostParts)
    let isLying =
      Self.length(of: lying.map { ($0.width, $0.height) })
      >= Self.length(of: standing.map { ($0.height, $0.width) })
    return isLying ? [0, 2, 1, 3] : [1, 3, 0, 2]
  }

  /// Pixels; lines of print are told apart well below what they can be read at.
  private static let side = 800
  /// Of a picture of that side: larger things are no characters, wider gaps lie between lines.
  private static let largest = 40.0
  private static let gap = 15.0
  /// More parts are grain.
  private static let mostParts = 20_000
  /// How much longer than wide a stretch of characters is at least.
  private static let slimness = 3.0

  /// Of all stretches, as far as they are longer than wide.
  private static func length(of parts: [(along: Double, across: Double)]) -> Double {
    parts.reduce(0) { sum, part in
      part.across >= 5 && part.along > slimness * part.across ? sum + part.along - part.across : sum
    }
  }
}
