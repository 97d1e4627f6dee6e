import Foundation

/// A clause of ISO 19005-2 (PDF/A-2, level B) that a result could break, and how it would show. What a result never has
/// (pictures, optional content, files inside) is looked for all the same: it must not be there.
struct ArchiveClause: Sendable {
  let number: String
  /// What is wrong in the file; nothing where it keeps the clause.
  let faults: @Sendable (QPDFReading) -> [String]

  static let all = syntax + graphics + fonts + interaction + metadata

  /// A clause that is kept where none of these keys is in any dictionary.
  static func without(_ number: String, _ keys: String...) -> ArchiveClause {
    ArchiveClause(number: number) { file in
      file.dictionaries.flatMap { dictionary in
        keys.filter { dictionary["/" + $0] != nil }.map { "has /\($0)" }
      }
    }
  }

  /// A clause that is kept where this holds.
  static func holds(_ number: String, _ test: @escaping @Sendable (QPDFReading) -> Bool)
    -> ArchiveClause
  {
    ArchiveClause(number: number) { test($0) ? [] : ["does not hold"] }
  }

  /// A clause that is kept where this holds of each of some dictionaries.
  static func each(
    _ number: String, _ key: String, _ name: String,
    _ test: @escaping @Sendable ([String: QPDFReading.Value], QPDFReading) -> Bool
  ) -> ArchiveClause {
    ArchiveClause(number: number) { file in
      file.dictionaries("/" + key, "/" + name).filter { !test($0, file) }.map { "\($0)" }
    }
  }

  /// File structure (6.1).
  private static let syntax = [
    holds("6.1.2 header") { file in
      file.bytes.starts(with: Array("%PDF-1.7\n%".utf8))
        && file.bytes.dropFirst(10).prefix(4).allSatisfy { $0 > 127 }
    },
    holds("6.1.3 trailer") { file in
      file.trailer["/ID"]?.array?.count == 2 && file.trailer["/Encrypt"] == nil
        && file.bytes.suffix(6) == Array("%%EOF\n".utf8)
    },
    without("6.1.6.1 no stream elsewhere", "FFilter", "FDecodeParms"),
    ArchiveClause(number: "6.1.6.2 filters") { file in
      file.dictionaries.compactMap { $0["/Filter"] }
        // A signature's filter names who verifies it.
        .filter { ![.string("/FlateDecode"), .string("/Adobe.PPKLite")].contains($0) }
        .map { "\($0)" }
    },
    each("6.1.12 permissions", "Type", "Catalog") { catalog, _ in
      Set((catalog["/Perms"]?.dictionaries.first ?? [:]).keys).isSubset(of: ["/DocMDP", "/UR3"])
    },
    without("6.1.12 signature references", "DigestLocation", "DigestMethod", "DigestValue"),
    ArchiveClause(number: "6.1.13 limits") { file in
      file.objects.values.flatMap(\.value.all).filter { value in
        switch value {
        case .number(let number): abs(number) > 2_147_483_647
        case .string(let text) where text.hasPrefix("/"): text.utf8.count > 128
        case .string(let text) where text.hasPrefix("u:"): text.utf16.count * 2 > 32_767
        default: false
        }
      }.map { "\($0)" }
    },
    ArchiveClause(number: "6.1.13 page sizes, nesting of q") { file in
      let sizes = file.dictionaries("/Type", "/Page").filter { page in
        let box = page["/MediaBox"]?.array?.compactMap(\.number) ?? []
        return box.count != 4 || !(3...14_400).contains(box[2] - box[0])
          || !(3...14_400).contains(box[3] - box[1])
      }
      return sizes.map { "\($0)" } + file.contents.filter { $0.nesting > 28 }.map { _ in "q" }
    },
  ]

  /// Graphics (6.2).
  private static let graphics = [
    ArchiveClause(number: "6.2.2 operators") { file in
      file.contents.flatMap { Set($0.operators).subtracting(ContentReading.known) }.sorted()
    },
    each("6.2.2 resources of the page itself", "Type", "Page") { page, _ in
      page["/Resources"] != nil
    },
    each("6.2.3 output intent", "Type", "Catalog") { catalog, file in
      let intents = catalog["/OutputIntents"]?.array ?? []
      guard intents.count == 1, intents[0]["/S"] == .string("/GTS_PDFA1") else { return false }
      let profile = intents[0]["/DestOutputProfile"]
      guard let icc = file.data(of: profile), icc.count > 128 else { return false }
      return file.resolved(profile)?["/N"]?.number == 3 && icc[8] <= 4
        && Array("mntrRGB ".utf8) == Array(icc[12..<20])
        && Array("acsp".utf8) == Array(icc[36..<40])
    },
    // With an intent in red, green and blue, colours in these and in grey are told.
    ArchiveClause(number: "6.2.4.3 device colours") { file in
      file.contents.flatMap(\.operators).filter { ["k", "K", "cs", "CS", "sh"].contains($0) }
        + file.dictionaries.flatMap(\.values).filter { $0 == .string("/DeviceCMYK") }
        .map { _ in "CMYK" }
    },
    without("6.2.5 graphics states", "TR", "TR2", "HTP", "HT"),
    without("6.2.8, 6.2.9 pictures and forms", "OPI", "Alternates", "Ref", "PS"),
    ArchiveClause(number: "6.2.8 no pictures") { file in
      file.dictionaries("/Subtype", "/Image").map { "\($0)" }
    },
    ArchiveClause(number: "6.2.10 blend modes") { file in
      file.dictionaries.compactMap { $0["/BM"] }
        .filter { ![.string("/Normal"), .string("/Multiply")].contains($0) }.map { "\($0)" }
    },
    each("6.2.10 blending space of the page", "Type", "Page") { page, file in
      file.resolved(page["/Group"])?["/CS"] == .string("/DeviceRGB")
    },
  ]

  /// Annotations, forms, actions, and what else a viewer might do (6.3 to 6.5, 6.8 to 6.11).
  private static let interaction = [
    ArchiveClause(number: "6.3.1 kinds of annotation") { file in
      file.dictionaries("/Type", "/Annot").compactMap { $0["/Subtype"] }
        .filter { $0 != .string("/Widget") }.map { "\($0)" }
    },
    each("6.3.2 printed, and nowhere hidden", "Type", "Annot") { annotation, _ in
      let flags = Int(annotation["/F"]?.number ?? 0)
      // Print; not Invisible, Hidden, NoView, ToggleNoView.
      return flags & 4 == 4 && flags & (1 | 2 | 32 | 256) == 0
    },
    each("6.3.3 one appearance, which is a stream", "Type", "Annot") { annotation, file in
      guard let appearance = file.resolved(annotation["/AP"]),
        appearance.dictionaries.first.map({ Array($0.keys) }) == ["/N"]
      else { return false }
      return file.data(of: appearance["/N"]) != nil
    },
    // `/A` of a structure element is no action but its attributes.
    each("6.4.1 no action of an annotation", "Type", "Annot") { annotation, _ in
      annotation["/A"] == nil
    },
    without("6.4.1, 6.5 actions", "AA", "OpenAction", "JS", "JavaScript", "Launch", "URI"),
    without("6.4.1, 6.4.2 forms", "NeedAppearances", "XFA", "NeedsRendering"),
    without("6.8 files inside", "EF", "EmbeddedFiles", "AF"),
    without("6.9 optional content", "OCProperties", "OC"),
    without("6.10 presentations", "AlternatePresentations", "PresSteps"),
    without("6.11 requirements", "Requirements"),
    each("6.4.3 signature", "Type", "Sig") { signature, file in
      guard let range = signature["/ByteRange"]?.array?.compactMap(\.number).map(Int.init),
        range.count == 4, case .string(let contents) = signature["/Contents"]
      else { return false }
      // From the first byte to the last, but for the signature, which is DER.
      return range[0] == 0 && range[2] + range[3] == file.bytes.count && contents.hasPrefix("b:30")
        && signature["/SubFilter"] == .string("/ETSI.CAdES.detached")
    },
  ]
}
