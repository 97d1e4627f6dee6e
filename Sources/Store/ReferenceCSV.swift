import Cases
import Foundation
import SwiftCSV

/// A reference as a file states it: a header and rows of as many cells.
struct ReferenceCSV {
  let columns: [String]
  let rows: [[String]]

  /// Where rows are wrong, so many of them are named.
  private static let namedLines = 10

  /// - Throws: `Problem.badReference` that names the lines that are wrong. One wrong line refuses the file, because a
  ///   register with holes would say that people do not exist.
  init(name: String, text: String) throws {
    let lines = try Self.lines(of: text, name)
    guard let header = lines.first, !header.isBlank else {
      throw Problem.badReference(name, zh: "没有表头", en: "it has no header")
    }
    columns = header.cells
    guard columns.allSatisfy({ !$0.isEmpty }), Set(columns).count == columns.count else {
      throw Problem.badReference(
        name, zh: "表头有空列名或重复列名", en: "its header has an empty or repeated name")
    }
    let filled = lines.dropFirst().filter { !$0.isBlank }
    let width = columns.count
    let wrong = filled.filter {
      $0.cells.count != width || $0.cells.contains(where: \.isDestroyedNumber)
    }
    guard wrong.isEmpty else {
      let named = wrong.prefix(Self.namedLines).map { String($0.number) }
      throw Problem.badReference(
        name,
        zh: "\(wrong.count)行有误（列数不是\(width)，或长数字被电子表格改成科学计数）："
          + "第\(named.joined(separator: "、"))行",
        en:
          "\(wrong.count) lines are wrong (not \(width) columns, or a long number that a spreadsheet "
          + "has turned into powers of ten): line \(named.joined(separator: ", "))")
    }
    rows = filled.map(\.cells)
  }

  private struct Line {
    /// In the file, from 1.
    let number: Int
    let cells: [String]

    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
  }

  private static func lines(of text: String, _ name: String) throws -> [Line] {
    // The parser does not notice a quote that is never closed: it swallows what follows, and so also this last line.
    let end = "\u{1}end"
    var number = 1
    var lines: [Line] = []
    do {
      // Read as rows, not through `rows`, which fills up lines that are too short.
      let file = try EnumeratedCSV(
        string: "\(text)\n\(end)\n", delimiter: .comma, loadColumns: false, rowLimit: 0)
      try file.enumerateAsArray(startAt: 0, rowLimit: nil) { cells in
        lines.append(Line(number: number, cells: cells.map(\.cell)))
        number += 1 + cells.reduce(0) { $0 + $1.count(where: \.isNewline) }
      }
    } catch {
      throw Problem.badReference(
        name, zh: "第\(number)行引号有误", en: "the quotes of line \(number) are wrong")
    }
    guard lines.popLast()?.cells == [end] else {
      throw Problem.badReference(
        name, zh: "有引号没有闭合", en: "a quote is never closed")
    }
    return lines
  }
}

extension String {
  /// Without surrounding space, and without the apostrophe that spreadsheets put before long numbers.
  fileprivate var cell: String {
    let text = trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.hasPrefix("'"), text.dropFirst().first?.isNumber == true else { return text }
    return String(text.dropFirst())
  }

  /// `1.10101E+17`: what a spreadsheet makes of an ID number.
  fileprivate var isDestroyedNumber: Bool {
    // The expression is made anew for every cell, so it is not asked where it cannot match.
    utf8.contains(UInt8(ascii: "+")) && wholeMatch(of: /[0-9](\.[0-9]+)?[eE]\+[0-9]+/) != nil
  }
}
