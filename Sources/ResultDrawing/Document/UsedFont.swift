import Cases
import Foundation
import PortableDocument
import Typefaces

/// A font with the glyphs that a document shows, embedded as a CID-keyed font (ISO 32000-1, 9.7).
struct UsedFont {
  /// Key among the font resources of every page.
  let name: String
  let file: FontFile
  /// What a glyph reads as, where it stands for itself; the first text that it was used for.
  private(set) var texts: [UInt32: String] = [:]
  private(set) var subset: FontSubset?

  init(name: String, file: FontFile) {
    self.name = name
    self.file = file
  }

  mutating func note(_ cluster: GlyphCluster) {
    for glyph in cluster.glyphs where texts[glyph.id] == nil {
      texts[glyph.id] = cluster.glyphs.count == 1 ? cluster.text : ""
    }
  }

  /// Whether the font's own table of characters gives the text of this cluster back.
  func reads(_ cluster: GlyphCluster) -> Bool {
    cluster.glyphs.count == 1 && texts[cluster.glyphs[0].id] == cluster.text
  }

  mutating func makeSubset() throws(Problem) {
    subset = try file.subset(glyphs: Set(texts.keys))
  }

  /// The two bytes by which content names the glyph.
  func code(of glyph: UInt32) -> UInt16 { subset?.codes[glyph] ?? 0 }

  /// Width of the glyph as `/W` says it, in thousandths of an em.
  func width(of glyph: UInt32) -> Int { file.width(of: glyph) }

  /// Writes the font's objects and gives the number of the font dictionary.
  func write(to writer: inout PDFObjectWriter) throws(Problem) -> Int {
    guard let subset else { throw .internalFault("font subset") }
    let (font, descendant, descriptor) =
      (writer.newNumber(), writer.newNumber(), writer.newNumber())
    let (program, characters) = (writer.newNumber(), writer.newNumber())
    let metrics = file.metrics
    let baseName = PDFValue.name(Self.tag(of: subset.program) + "+" + metrics.postScriptName)
    writer.add(
      font,
      [
        "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": baseName,
        "Encoding": .name("Identity-H"), "DescendantFonts": .array([.reference(descendant)]),
        "ToUnicode": .reference(characters),
      ])
    let cid: PDFDictionary = [
      "Type": .name("Font"), "Subtype": .name("CIDFontType0"),
      "BaseFont": baseName,
      "CIDSystemInfo": .dictionary([
        "Registry": .text("Adobe"), "Ordering": .text("Identity"), "Supplement": .integer(0),
      ]),
      "FontDescriptor": .reference(descriptor), "DW": .integer(1000), "W": .array(widths),
    ]
    writer.add(descendant, cid)
    writer.add(descriptor, Self.descriptor(metrics, baseName, program))
    writer.add(
      program, ["Filter": .name("FlateDecode"), "Subtype": .name("CIDFontType0C")],
      stream: try Deflate.compress(subset.program))
    writer.add(
      characters, ["Filter": .name("FlateDecode")],
      stream: try Deflate.compress(CharacterMap(codes: charactersOfCodes).bytes))
    return font
  }

  private static func descriptor(
    _ metrics: FontMetrics, _ name: PDFValue, _ program: Int
  ) -> PDFDictionary {
    [
      "Type": .name("FontDescriptor"), "FontName": name,
      // Symbolic: its characters are beyond the standard Latin set (9.8.2).
      "Flags": .integer(4), "FontBBox": .array(metrics.box.map(PDFValue.integer)),
      "ItalicAngle": .integer(0), "Ascent": .integer(metrics.ascent),
      "Descent": .integer(metrics.descent), "CapHeight": .integer(metrics.capHeight),
      "StemV": .integer(80), "FontFile3": .reference(program),
    ]
  }

  private var charactersOfCodes: [UInt16: String] {
    var characters: [UInt16: String] = [:]
    for (glyph, text) in texts where !text.isEmpty { characters[code(of: glyph)] = text }
    return characters
  }

  /// `first [width …]` for each run of codes that are not as wide as an em.
  private var widths: [PDFValue] {
    let narrow = texts.keys.map { (code: Int(code(of: $0)), width: width(of: $0)) }
      .filter { $0.width != 1000 }.sorted { $0.code < $1.code }
    var widths: [PDFValue] = []
    var run: (first: Int, widths: [PDFValue])?
    for (code, width) in narrow {
      if let open = run, open.first + open.widths.count == code {
        run?.widths.append(.integer(width))
        continue
      }
      if let run { widths += [.integer(run.first), .array(run.widths)] }
      run = (code, [.integer(width)])
    }
    if let run { widths += [.integer(run.first), .array(run.widths)] }
    return widths
  }

  /// Six letters that tell this subset from others of the font (9.6.4), made of what is in it.
  private static func tag(of program: [UInt8]) -> String {
    let letters = ContentHash.of(program).prefix(6).map { Character(Unicode.Scalar(65 + $0 % 26)) }
    return String(letters)
  }
}
