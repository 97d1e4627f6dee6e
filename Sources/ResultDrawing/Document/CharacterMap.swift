import PortableDocument

/// The ToUnicode map of a font: what its codes read as when text is copied or searched (ISO 32000-1, 9.10.3).
struct CharacterMap {
  var codes: [UInt16: String]

  var bytes: [UInt8] {
    var map = """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """
    // No more than a hundred in one block (Adobe Technical Note 5014).
    let runs = runs
    for start in stride(from: 0, to: runs.count, by: 100) {
      let block = runs[start..<min(start + 100, runs.count)]
      map += "\(block.count) beginbfrange\n"
      for run in block {
        let last = run.first + UInt16(run.texts.count - 1)
        let texts = run.texts.map { "<\(Self.hex($0.utf16))>" }.joined()
        map += "<\(Self.hex([run.first]))> <\(Self.hex([last]))> [\(texts)]\n"
      }
      map += "endbfrange\n"
    }
    map += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    return Array(map.utf8)
  }

  /// Codes without gaps between them; a run does not go beyond the codes that share their first byte (9.10.3).
  private var runs: [(first: UInt16, texts: [String])] {
    codes.sorted { $0.key < $1.key }.reduce(into: []) { runs, entry in
      if let run = runs.last, Int(run.first) + run.texts.count == Int(entry.key),
        entry.key & 255 != 0
      {
        runs[runs.count - 1].texts.append(entry.value)
      } else {
        runs.append((entry.key, [entry.value]))
      }
    }
  }

  static func hex(_ units: some Sequence<UInt16>) -> String {
    HexDigits.upper(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
  }
}
