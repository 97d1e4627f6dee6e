import HTTPTypes
import Hummingbird

/// The language that a page begins with. Both are on it, and the reader can switch.
enum PageLanguage: String {
  case chinese = "zh-CN"
  case english = "en"

  /// What the browser likes better of the two (Accept-Language, RFC 9110, 12.5.4); Chinese where it
  /// does not say.
  init(_ request: Request) {
    var best = (weight: 0.0, language: PageLanguage.chinese)
    for part in (request.headers[.acceptLanguage] ?? "").split(separator: ",") {
      let range = part.split(separator: ";")
      let tag = range.first.map { $0.filter { $0 != " " }.lowercased() } ?? ""
      let weight =
        range.dropFirst().first
        .flatMap { $0.split(separator: "=").last }.flatMap { Double($0) } ?? 1
      let language: PageLanguage? =
        tag.hasPrefix("zh") ? .chinese : tag.hasPrefix("en") ? .english : nil
      if let language, weight > best.weight { best = (weight, language) }
    }
    self = best.language
  }
}
