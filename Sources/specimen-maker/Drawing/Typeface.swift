import CPango
import Cases

/// The typefaces that documents are set in. Each comes from a Debian package; a missing one is an
/// error, because fontconfig would put another face in its place without a word.
enum Typeface: String, CaseIterable {
  /// fonts-noto-cjk
  case notoSans = "Noto Sans CJK SC"
  case notoSerif = "Noto Serif CJK SC"
  case notoMono = "Noto Sans Mono CJK SC"
  /// fonts-wqy-zenhei
  case zenHei = "WenQuanYi Zen Hei"
  case zenHeiMono = "WenQuanYi Zen Hei Mono"
  /// fonts-wqy-microhei
  case microHei = "WenQuanYi Micro Hei"
  case microHeiMono = "WenQuanYi Micro Hei Mono"
  /// fonts-arphic-uming
  case ming = "AR PL UMing CN"
  /// fonts-arphic-ukai
  case kai = "AR PL UKai CN"
  /// fonts-ocr-b
  case ocrB = "OCR B"

  /// Throws `missing_font` for the first face that this machine lacks.
  static func requireAll() throws(Problem) {
    let installed = installedFamilies()
    for face in allCases where !installed.contains(face.rawValue) {
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
