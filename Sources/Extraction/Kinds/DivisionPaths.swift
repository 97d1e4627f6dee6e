/// Which divisions lie in which, for addresses that begin with them: 山东省潍坊市奎文区.
struct DivisionPaths: Sendable, Equatable {
  private typealias Name = [UInt8]

  /// By the first two digits of their codes.
  private var provinces: [String: [Name]] = [:]
  /// By four digits.
  private var prefectures: [String: [Name]] = [:]
  /// County-level divisions by the four digits of their prefecture.
  private var counties: [String: [Name]] = [:]

  /// - Parameter names: by code of six digits.
  init(names: [String: [String]]) {
    for (code, names) in names {
      let names = names.map { Array($0.utf8) }
      if code.hasSuffix("0000") {
        provinces[String(code.prefix(2)), default: []] += names
      } else if code.hasSuffix("00") {
        prefectures[String(code.prefix(4)), default: []] += names
      } else {
        counties[String(code.prefix(4)), default: []] += names
      }
    }
  }

  /// How much of an address, in bytes, is a county after its province, its prefecture, or both; 0 where it begins with
  /// none.
  func length(in address: String) -> Int {
    let text = Array(address.utf8)[...]
    return counties.map { prefecture, counties in
      let afterProvince = Self.rests(of: text, provinces[String(prefecture.prefix(2))])
      let afterPrefecture = (afterProvince + [text])
        .flatMap { Self.rests(of: $0, prefectures[prefecture]) }
      return (afterProvince + afterPrefecture).flatMap { Self.rests(of: $0, counties) }
        .map { text.count - $0.count }.max() ?? 0
    }.max() ?? 0
  }

  /// What is left of a text behind each of the names with which it begins.
  private static func rests(of text: ArraySlice<UInt8>, _ names: [Name]?) -> [ArraySlice<UInt8>] {
    (names ?? []).compactMap { text.starts(with: $0) ? text.dropFirst($0.count) : nil }
  }
}
