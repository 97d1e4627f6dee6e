/// A name in Latin letters as passports print it: primary identifier, comma, secondary identifier (ICAO Doc 9303-3,
/// section 3.4). States that leave the comma out print the two on lines of their own.
enum LatinName {
  /// `ERIKSSON, ANNA MARIA`: capital letters, single spaces, one after the comma.
  static func normalForm(of printed: String) -> String? {
    let parts = printed.uppercased().split(whereSeparator: { ",，".contains($0) })
      .map { $0.split { !$0.isLetter && $0 != "'" && $0 != "-" }.joined(separator: " ") }
      .map { String($0.drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed()) }
      .filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// As a machine readable zone has them: no apostrophes, hyphens as spaces (ICAO Doc 9303-3, section 4.6).
  static func words(of name: String) -> [String] {
    name.uppercased().split { $0 == "," || $0 == "-" || $0.isWhitespace }
      .map { word in word.filter { ("A"..."Z").contains($0) } }
  }
}
