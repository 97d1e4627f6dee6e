import CLeptonica
import Cases

/// How far the lines of print lean.
enum Skew {
  /// Degrees that the picture must be turned clockwise to be level; 0 where no lines were found.
  static func degrees(of picture: borrowing PixImage) throws(Problem) -> Double {
    let grey = try picture.grey()
    // Nil where the picture is too small or all dark: there is no background to divide out, and there are no lines.
    guard let normalised = pixBackgroundNormSimple(grey.pix, nil, nil) else { return 0 }
    let flat = try PixImage(adopting: normalised)
    let black = try PixImage(adopting: pixThresholdToBinary(flat.pix, 160))
    var (angle, confidence) = (Float(0), Float(0))
    let found = pixFindSkew(black.pix, &angle, &confidence) == 0
    // Below 3 Leptonica itself calls the angle a guess.
    return found && confidence >= 3 ? Double(angle) : 0
  }
}
