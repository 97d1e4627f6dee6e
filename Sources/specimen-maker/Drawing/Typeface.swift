import CPango
import Cases

/// The typefaces that documents are set in. Each comes from a Debian package; a missing one is an
/// error, because fontconfig would put another face in its place without a word. Others may be named on the
/// command line.
struct Typeface: Hashable, Sendable {
  /// The family, as fontconfig knows it.
  let rawValue: String

  init(_ family: String) { rawValue = family }

  /// fonts-noto-cjk
  static let notoSans = Typeface("Noto Sans CJK SC")
  static let notoSerif = Typeface("Noto Serif CJK SC")
  static let notoMono = Typeface("Noto Sans Mono CJK SC")
  /// fonts-wqy-zenhei
  static let zenHei = Typeface("WenQuanYi Zen Hei")
  static let zenHeiMono = Typeface("WenQuanYi Zen Hei Mono")
  /// fonts-wqy-microhei
  static let microHei = Typeface("WenQuanYi Micro Hei")
  static let microHeiMono = Typeface("WenQuanYi Micro Hei Mono")
  /// fonts-arphic-uming
  static let ming = Typeface("AR PL UMing CN")
  /// fonts-arphic-ukai
  static let kai = Typeface("AR PL UKai CN")
  /// fonts-ocr-b
  static let ocrB = Typeface("OCR B")
  /// fonts-arphic-gbsn00lp and fonts-arphic-gkai00mp: the characters of GB 2312 only
  static let song = Typeface("AR PL SungtiL GB")
  static let kaiti = Typeface("AR PL KaitiM GB")
  /// fonts-liberation
  static let liberationSans = Typeface("Liberation Sans")
  static let liberationSerif = Typeface("Liberation Serif")
  static let liberationMono = Typeface("Liberation Mono")
  /// fonts-dejavu-core
  static let dejaVuSans = Typeface("DejaVu Sans")
  static let dejaVuMono = Typeface("DejaVu Sans Mono")

  static let all = [
    notoSans, notoSerif, notoMono, zenHei, zenHeiMono, microHei, microHeiMono, ming, kai, ocrB,
    song,
    kaiti, liberationSans, liberationSerif, liberationMono, dejaVuSans, dejaVuMono,
  ]
  /// With every character of a name.
  static let broad = [notoSans, notoSerif, zenHei, microHei, ming, kai]

  /// Throws `missing_font` for the first face that this machine lacks.
  static func requireAll(and others: [Typeface] = []) throws(Problem) {
    let installed = installedFamilies()
    for face in all + others where !installed.contains(face.rawValue) {
      throw .missingFont(face.rawValue)
    }
  }

  private static func installedFamilies() -> Set<String> {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    pango_font_map_list_families(pango_cairo_font_map_get_default(), &list, &count)
    defer { g_free(list) }
    let families = UnsafeBufferPointer(start: list, count: Int(count))
    return Set(families.compactMap { $0 }.map { String(cString: pango_font_family_get_name($0)) })
  }
}
