extension PaperName {
  /// Longest name that file systems take.
  private static let most = 255

  /// The name itself for 1, `name (2).pdf` for 2, shortened so that something of that length fits behind it.
  func numbered(_ number: Int, leaving room: Int) -> PaperName {
    let mark = number == 1 ? [] : Array(" (\(number))".utf8)
    // What looks like a very long extension is part of the name.
    let ending = ending.count <= 16 ? self.ending : []
    let stem = bytes.dropLast(ending.count)
    let space = Self.most - mark.count - ending.count - room
    return PaperName(bytes: shortened(stem, to: space) + mark + ending)
  }

  func followed(by text: String) -> PaperName { PaperName(bytes: bytes + Array(text.utf8)) }

  /// Not cut inside a character.
  private func shortened(_ bytes: ArraySlice<UInt8>, to count: Int) -> [UInt8] {
    var end = bytes.startIndex + min(bytes.count, max(1, count))
    guard end < bytes.endIndex else { return Array(bytes) }
    while end > bytes.startIndex + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(bytes[..<end])
  }
}
