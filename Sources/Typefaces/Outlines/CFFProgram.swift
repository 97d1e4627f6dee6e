/// A bare CFF font program keyed by character identifiers (Adobe Technical Note 5176), as small as one can be: the glyphs' own
/// identifiers are 1, 2, 3 and so on, there is one private dictionary, and nothing is hinted.
struct CFFProgram {
  let name: String
  /// Left, bottom, right, top of all glyphs, in units of the grid.
  let box: [Int]
  /// Behind `.notdef`, which is empty.
  let glyphs: [CharString]

  var bytes: [UInt8] {
    let head = [1, 0, 4, 2] + index([Array(name.utf8)])
    let strings = index([Array("Adobe".utf8), Array("Identity".utf8)]) + index([])
    // Format 2: one range from 1 on (13, table 19). Format 3: all in one font dictionary (19, table 28).
    let charset = [2] + two(1) + two(max(0, glyphs.count - 1))
    let choice = [3] + two(1) + two(0) + [0] + two(glyphs.count + 1)
    let charStrings = index([[14]] + glyphs.map(\.bytes))
    let privates = [
      entry([20], [CharString.usualWidth]), entry([21], [CharString.nominalWidth]),
    ].flatMap(\.self)

    var offsets = Offsets()
    let start = head.count + index([dictionary(offsets)]).count + strings.count
    offsets.charset = start
    offsets.choice = offsets.charset + charset.count
    offsets.charStrings = offsets.choice + choice.count
    offsets.fonts = offsets.charStrings + charStrings.count
    // Offsets take five bytes whatever they are, so that the length does not depend on them.
    let fontLength = index([entry([18], [privates.count], offset: 0)]).count
    let font = index([
      entry([18], [privates.count], offset: offsets.fonts + fontLength)
    ])
    return head + index([dictionary(offsets)]) + strings + charset + choice + charStrings + font
      + privates
  }

  private struct Offsets { var (charset, choice, charStrings, fonts) = (0, 0, 0, 0) }

  private func dictionary(_ offsets: Offsets) -> [UInt8] {
    // Strings of one's own begin at 391.
    entry([12, 30], [391, 392, 0]) + Self.matrix + entry([5], box)
      + entry([12, 34], [glyphs.count + 1]) + entry([15], [], offset: offsets.charset)
      + entry([12, 37], [], offset: offsets.choice)
      + entry([17], [], offset: offsets.charStrings)
      + entry([12, 36], [], offset: offsets.fonts)
  }

  /// `FontMatrix` [0.004 0 0 0.004 0 0]: the number in nibbles, `a` for the point and `f` for the end (4, table 5).
  private static let matrix: [UInt8] = {
    let scale: [UInt8] = [30, 0xA0, 0x04, 0xFF]
    return scale + [139, 139] + scale + [139, 139, 12, 7]
  }()

  private func entry(_ code: [UInt8], _ numbers: [Int], offset: Int? = nil) -> [UInt8] {
    numbers.flatMap(number) + (offset.map(longNumber) ?? []) + code
  }

  private func number(_ value: Int) -> [UInt8] {
    (-107...107).contains(value) ? [UInt8(value + 139)] : [28] + two(value)
  }

  private func longNumber(_ value: Int) -> [UInt8] {
    [29] + two(value >> 16) + two(value)
  }

  private func two(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
  }

  /// Count, size of offsets, offsets from 1, content (5, table 7).
  private func index(_ items: [[UInt8]]) -> [UInt8] {
    guard !items.isEmpty else { return [0, 0] }
    let length = items.reduce(1) { $0 + $1.count }
    let size = length < 1 << 8 ? 1 : length < 1 << 16 ? 2 : length < 1 << 24 ? 3 : 4
    var bytes = two(items.count) + [UInt8(size)]
    var offset = 1
    for end in [0] + items.map(\.count) {
      offset += end
      for byte in (0..<size).reversed() {
        bytes.append(UInt8(truncatingIfNeeded: offset >> (8 * byte)))
      }
    }
    for item in items { bytes += item }
    return bytes
  }
}
