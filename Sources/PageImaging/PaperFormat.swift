/// Sizes that documents come in, in millimetres.
struct PaperFormat {
  let width, height: Double

  /// ISO/IEC 7810 ID-1: identity cards.
  static let id1 = PaperFormat(width: 85.6, height: 53.98)
  /// Driving and vehicle licence cards (GA 482, GA 37).
  static let licenceCard = PaperFormat(width: 88, height: 60)
  /// A passport's data page (ICAO 9303-4 TD3, ISO/IEC 7810 ID-3).
  static let passportPage = PaperFormat(width: 125, height: 88)
  /// ISO 216, lying.
  static let a4 = PaperFormat(width: 297, height: 210)
  static let a3 = PaperFormat(width: 420, height: 297)

  static let cards = [id1, licenceCard, passportPage]
  static let all = cards + [a4, a3]

  var aspect: Double { width / height }

  /// Millimetres. Sheets are no longer than A3, give or take.
  private static let longestSheet = 440.0
  /// A file that states less states nothing: 72 and 96 are those of screens.
  private static let fewestDotsPerInch = 100

  /// Pixels for one millimetre of a page, by the resolution that the file states, else by the shape of an A4 sheet.
  ///
  /// The file is asked first: a card on a piece of glass may have the shape of a sheet by chance. It is not believed
  /// where the sheet would be larger than scanners take, as after a program put the resolution of a screen into it.
  static func scale(ofPage width: Int, _ height: Int, dotsPerInch: Int) -> Double? {
    let (long, short) = (Double(max(width, height)), Double(max(1, min(width, height))))
    let stated = Double(dotsPerInch) / 25.4
    if dotsPerInch >= fewestDotsPerInch, long <= longestSheet * stated { return stated }
    return abs(long / short - a4.width / a4.height) < 0.03 ? long / a4.width : nil
  }

  /// Pixels for one millimetre of a document that was cut out. The page's scale is believed where it makes the
  /// document a size that exists, for phones state any; else an outline with the shape of an identity card is one.
  static func scale(width: Double, height: Double, onPageOf page: Double?) -> Double? {
    let (long, short) = (max(width, height), max(1, min(width, height)))
    if let page, all.contains(where: { $0.fits(long / page, short / page) }) {
      return page
    }
    if abs(long / short / (id1.width / id1.height) - 1) < 0.025 { return long / id1.width }
    return page
  }

  func fits(_ long: Double, _ short: Double) -> Bool {
    abs(long / width - 1) < 0.04 && abs(short / height - 1) < 0.04
  }
}
