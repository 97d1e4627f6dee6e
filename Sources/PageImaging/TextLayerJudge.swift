import Cases

/// Whether a text layer says what the page shows. Wrong encodings give characters that no Chinese document prints.
enum TextLayerJudge {
  private static let fewestCharacters = 12
  private static let leastPlausible = 0.95

  static func isPlausible(_ lines: [TextLine]) -> Bool {
    let scalars = lines.flatMap { $0.text.unicodeScalars }
    guard scalars.count >= fewestCharacters else { return false }
    let plausible = scalars.count(where: isOrdinary)
    return Double(plausible) >= leastPlausible * Double(scalars.count)
  }

  /// Han, printable ASCII, CJK punctuation, full-width forms, box and tick signs. Not replacement characters,
  /// private use, controls, or the blocks that broken encodings land in.
  private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xB7, 0x2010...0x2027, 0x2030...0x203B, 0x2103, 0x2160...0x216B,
      0x2460...0x249B,
      0x2500...0x27BF, 0x3000...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF01...0xFFE5,
      0x20000...0x323AF:
      true
    default: false
    }
  }
}
