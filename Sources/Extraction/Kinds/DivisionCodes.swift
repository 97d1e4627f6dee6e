package import Cases
package import Foundation

/// The codes of county-level divisions and above, GB/T 2260, with every name that each had since 1980 and its years.
///
/// The file has one line per prefecture: its four digits, then for every code the last two digits, the name and the
/// years, `01东市区-2001 02瑶海区2002-`. Its source is named in its first line.
package struct DivisionCodes: Sendable, Equatable {
  /// A name that a code had, from the first to the last year; nil where it is not known or not over.
  package struct Division: Sendable, Equatable {
    package let name: String
    package let first: Int?
    package let last: Int?
  }

  private let divisions: [String: [Division]]
  private let everyName: Set<String>
  private let paths: DivisionPaths

  package static let none = DivisionCodes(divisions: [:])

  private init(divisions: [String: [Division]]) {
    self.divisions = divisions
    let named = divisions.mapValues { $0.map(\.name).filter { !Self.unnamed.contains($0) } }
    everyName = Set(named.values.joined())
    paths = DivisionPaths(names: named)
  }

  /// Whether an address begins with the name of a division, of any level and of any year.
  package func beginAddress(_ address: String) -> Bool {
    (2...14).contains { everyName.contains(String(address.prefix($0))) }
  }

  /// Whether an address begins with a county-level division after the divisions in which it lies: province, city and county,
  /// any one level above left out, by names that the code had in one year or another.
  package func beginPath(_ address: String) -> Bool { pathLength(in: address) > 0 }

  /// How many bytes of an address are such divisions.
  package func pathLength(in address: String) -> Int { paths.length(in: address) }

  package var isEmpty: Bool { divisions.isEmpty }

  /// Every name that a code had, the oldest first; empty for what was never a code.
  package func names(of code: String) -> [Division] { divisions[code] ?? [] }

  /// Every code that was in force in that year, with its name.
  package func inForce(in year: Int) -> [String: String] {
    divisions.compactMapValues { names in names.first { $0.isInForce(in: year) }?.name }
  }

  /// Province, prefecture and county of a code by the names in force in that year, as an address begins with them.
  /// A level that has no name of its own (市辖区, 县, 省直辖县) is left out.
  package func path(of code: String, in year: Int) -> [String] {
    guard code.count == 6 else { return [] }
    let levels = [String(code.prefix(2)) + "0000", String(code.prefix(4)) + "00", code]
    var path: [String] = []
    for level in levels {
      guard let name = names(of: level).first(where: { $0.isInForce(in: year) })?.name else {
        continue
      }
      if !Self.unnamed.contains(name), path.last != name { path.append(name) }
    }
    return path
  }

  private static let unnamed: Set<String> = [
    "市辖区", "县", "省直辖县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位",
  ]
}

extension DivisionCodes.Division {
  package func isInForce(in year: Int) -> Bool {
    (first ?? .min) <= year && year <= (last ?? .max)
  }
}

extension DivisionCodes {
  /// - Throws: `bad_model` where the file cannot be read or a line has another form.
  package init(contentsOf file: URL) throws(Problem) {
    guard let bytes = try? Data(contentsOf: file) else {
      throw .badModel(file.path, "the file cannot be read")
    }
    var divisions: [String: [Division]] = [:]
    for line in [UInt8](bytes).split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let parts = line.split(separator: 0x20)
      guard let prefecture = parts.first, prefecture.count == 4 else {
        throw .badModel(file.path, "no four digits at the beginning of a line")
      }
      for part in parts.dropFirst() {
        guard let division = Division(part.dropFirst(2)) else {
          let text = String(decoding: part, as: UTF8.self)
          throw .badModel(file.path, "\(text) is not two digits, a name and years")
        }
        let code = String(decoding: prefecture + part.prefix(2), as: UTF8.self)
        divisions[code, default: []].append(division)
      }
    }
    self.init(divisions: divisions)
  }
}

extension DivisionCodes.Division {
  /// `东市区-2001`, `瑶海区2002-`, `东城区`, as UTF-8.
  fileprivate init?(_ text: ArraySlice<UInt8>) {
    let name = text.prefix { $0 >= 0x80 }
    let years = text.dropFirst(name.count)
    guard !name.isEmpty else { return nil }
    let ends = years.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard years.isEmpty || ends.count == 2, ends.allSatisfy({ $0.isEmpty || Int($0) != nil })
    else { return nil }
    self.init(
      name: String(decoding: name, as: UTF8.self), first: ends.first.flatMap { Int($0) },
      last: ends.last.flatMap { Int($0) })
  }
}
