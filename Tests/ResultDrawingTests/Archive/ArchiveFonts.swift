import Foundation

extension ArchiveClause {
  /// Fonts (6.2.11).
  static let fonts = [
    ArchiveClause(number: "6.2.11.2 kinds of font") { file in
      file.dictionaries("/Type", "/Font").compactMap { $0["/Subtype"] }
        .filter { ![.string("/Type0"), .string("/CIDFontType0")].contains($0) }.map { "\($0)" }
    },
    each("6.2.11.3 composite fonts", "Subtype", "Type0") { font, file in
      let descendant = file.descendant(of: font)
      return font["/Encoding"] == .string("/Identity-H")
        && descendant?["/CIDSystemInfo"]?["/Registry"]?.text == "Adobe"
        && descendant?["/CIDSystemInfo"]?["/Ordering"]?.text == "Identity"
        && descendant?["/BaseFont"] == font["/BaseFont"]
    },
    each("6.2.11.4 embedded, as the part of a font", "Subtype", "CIDFontType0") { font, file in
      let descriptor = file.resolved(font["/FontDescriptor"])
      let program = descriptor?["/FontFile3"]
      return file.resolved(program)?["/Subtype"] == .string("/CIDFontType0C")
        && descriptor?["/FontName"] == font["/BaseFont"]
        && font["/BaseFont"]?.text?.wholeMatch(of: /\/[A-Z]{6}\+[\w-]+/) != nil
        // None is asked for, and a complete one where there is one.
        && descriptor?["/CIDSet"] == nil
    },
    ArchiveClause(number: "6.2.11.4.1, 6.2.11.8 every glyph that is shown is in the font") { file in
      file.usedFonts.flatMap { font -> [String] in
        guard let program = CFFReading(font.program) else { return ["\(font.name): no CFF"] }
        // 0 is .notdef.
        return font.codes.filter { $0 == 0 || $0 >= program.glyphs.count }
          .map { "\(font.name): \($0)" }
      }
    },
    ArchiveClause(number: "6.2.11.5 widths") { file in
      file.usedFonts.flatMap { font -> [String] in
        guard let program = CFFReading(font.program) else { return ["\(font.name): no CFF"] }
        return font.codes.compactMap { code in
          guard code < program.glyphs.count else { return nil }
          let (said, drawn) = (font.widths[code] ?? 1000, program.width(of: code))
          return abs(said - drawn) <= 1 ? nil : "\(font.name) \(code): \(said) ≠ \(drawn)"
        }
      }
    },
    ArchiveClause(number: "6.2.11.7 every glyph reads as something") { file in
      file.usedFonts.flatMap { font in
        font.codes.subtracting(font.readable).map { "\(font.name): \($0)" }
      }
    },
  ]
}

/// A font resource with what the pages show of it.
struct UsedFontReading {
  let name: String
  let program: [UInt8]
  let codes: Set<Int>
  /// By code, in thousandths of an em.
  let widths: [Int: Double]
  /// Codes that ToUnicode, or an /ActualText around them, gives a text to.
  let readable: Set<Int>
}

extension QPDFReading {
  func descendant(of font: [String: Value]) -> Value? {
    resolved(font["/DescendantFonts"]?.array?.first)
  }

  var usedFonts: [UsedFontReading] {
    let resources = dictionaries("/Type", "/Page").compactMap { resolved($0["/Resources"]) }
    var fonts: [String: Value] = [:]
    for resource in resources {
      fonts.merge(resolved(resource["/Font"])?.dictionaries.first ?? [:]) { first, _ in first }
    }
    return fonts.compactMap { name, reference in
      guard let font = resolved(reference)?.dictionaries.first, let cid = descendant(of: font),
        let program = data(of: resolved(cid["/FontDescriptor"])?["/FontFile3"])
      else { return nil }
      let shown = contents.map { $0.codes(of: String(name.dropFirst())) }
      return UsedFontReading(
        name: name, program: program, codes: shown.reduce(into: []) { $0.formUnion($1.all) },
        widths: Self.widths(cid["/W"]),
        readable: shown.reduce(into: Self.mapped(data(of: font["/ToUnicode"]))) {
          $0.formUnion($1.spelled)
        })
    }
  }

  private static func widths(_ value: Value?) -> [Int: Double] {
    var widths: [Int: Double] = [:]
    let entries = value?.array ?? []
    for (first, run) in zip(entries, entries.dropFirst()) {
      guard let first = first.number, let run = run.array else { continue }
      for (index, width) in run.enumerated() { widths[Int(first) + index] = width.number }
    }
    return widths
  }

  /// `<0001> <0003> [<4E00> <4E8C> <4E09>]`
  private static func mapped(_ map: [UInt8]?) -> Set<Int> {
    let text = String(decoding: map ?? [], as: UTF8.self)
    return text.matches(of: /<([0-9A-F]{4})> <([0-9A-F]{4})> \[([^\]]*)\]/).reduce(into: []) {
      guard let first = Int($1.1, radix: 16), let last = Int($1.2, radix: 16) else { return }
      let texts = $1.3.split(separator: ">")
      if texts.count == last - first + 1 { $0.formUnion(first...last) }
    }
  }
}
