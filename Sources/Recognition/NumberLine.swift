import Cases

extension LineHint.Script {
  /// What may be printed in a line that Kanhe's own number model reads; nil for all other scripts.
  var numberAlphabet: String? {
    switch self {
    case .idNumber: "0123456789X"
    case .registrationCode: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    case .mrz: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
    case .han, .digits, .code, .latin: nil
    }
  }
}

extension GreyImage {
  /// In the middle of that many rows; what is missing is paper, what is too much is cut off on both sides.
  func centred(inRows rows: Int) -> GreyImage {
    guard rows != height, width > 0 else { return self }
    var pixels = [UInt8](repeating: Self.paper, count: rows * width)
    let kept = min(rows, height)
    let (from, to) = ((height - kept) / 2 * width, (rows - kept) / 2 * width)
    pixels.replaceSubrange(
      to..<to + kept * width, with: self.pixels[from..<from + kept * width])
    return GreyImage(width: width, height: rows, pixels: pixels)
  }

  /// What paper is once a picture was divided by its background.
  private static let paper: UInt8 = 250
}
