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
    let entries = codes.sorted { $0.key < $1.key }
    // No more than a hundred in one block (Adobe Technical Note 5014).
    for start in stride(from: 0, to: entries.count, by: 100) {
      let block = entries[start..<min(start + 100, entries.count)]
      map += "\(block.count) beginbfchar\n"
      for (code, text) in block { map += "<\(Self.hex([code]))> <\(Self.hex(text.utf16))>\n" }
      map += "endbfchar\n"
    }
    map += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    return Array(map.utf8)
  }

  static func hex(_ units: some Sequence<UInt16>) -> String {
    HexDigits.upper(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
  }
}
