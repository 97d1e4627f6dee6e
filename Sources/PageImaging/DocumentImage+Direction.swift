import CLeptonica
package import Cases

extension DocumentImage {
  /// Quarter turns clockwise that may bring the print upright, the likeliest first: lines of print run along the way in
  /// which gaps between them go through all of the paper. Whether they stand on their heads is not known.
  ///
  /// - Throws: `damaged_image` where there is no memory for it.
  package func likelyTurns() throws(Problem) -> [Int] {
    let picture = try PixImage(image)
    let scale = min(1, Self.side / Double(max(image.width, image.height)))
    let small = try picture.scaled(
      width: Int(Double(image.width) * scale), height: Int(Double(image.height) * scale))
    let ink = try small.darkestChannel().ink()
    let (rows, columns) = (pixCountPixelsByRow(ink.pix, nil), pixCountPixelsByColumn(ink.pix))
    let isLying = Self.raggedness(rows) >= Self.raggedness(columns)
    return isLying ? [0, 2, 1, 3] : [1, 3, 0, 2]
  }

  /// Pixels; lines of print are told apart well below what they can be read at.
  private static let side = 800.0

  /// How much the counts of neighbouring rows differ, for how much there is in them. Takes over the list.
  private static func raggedness(_ counts: OpaqueNumbers?) -> Double {
    var list = counts
    defer { numaDestroy(&list) }
    var (changes, all, last) = (0.0, 0.0, 0.0)
    for index in 0..<numaGetCount(list) {
      var value: Float = 0
      numaGetFValue(list, index, &value)
      let count = Double(value)
      changes += (count - last) * (count - last)
      all += count * count
      last = count
    }
    return all > 0 ? changes / all : 0
  }

  private typealias OpaqueNumbers = UnsafeMutablePointer<NUMA>
}
