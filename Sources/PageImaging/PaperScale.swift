/// ISO/IEC 7810 ID-1, in millimetres: the identity card is one (GA 490).
enum CardSize {
  static let width = 85.6
  static let height = 54.0
  static let aspect = width / height
}

/// How large a pixel is on paper.
enum PaperScale {
  /// Millimetres. Sheets are no longer than A3, give or take; a file that states less than 72 dpi states nothing.
  private static let longestSheet = 440.0
  private static let a4Long = 297.0
  private static let fewestDotsPerInch = 72

  /// From the resolution that the file states, else from the shape of an A4 sheet.
  ///
  /// The file is asked first: a card on a piece of glass may have the shape of a sheet by chance. It is not believed
  /// where the sheet would be larger than scanners take, as after a program put the resolution of a screen into it.
  static func pixelsPerMillimetre(width: Int, height: Int, dotsPerInch: Int) -> Double? {
    let (long, short) = (Double(max(width, height)), Double(min(width, height)))
    let stated = Double(dotsPerInch) / 25.4
    if dotsPerInch >= fewestDotsPerInch, long <= longestSheet * stated { return stated }
    return abs(long / short - 2.0.squareRoot()) < 0.02 ? long / a4Long : nil
  }
}
