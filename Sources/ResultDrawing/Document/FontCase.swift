import Cases
import PortableDocument
import Typefaces

/// The fonts of one document, named in the order in which they are first used.
struct FontCase {
  private(set) var fonts: [UsedFont] = []
  private var places: [PinnedFont: Int] = [:]

  /// Notes everything that the pages show and cuts the fonts down to it.
  init(for pages: [[Mark]]) throws(Problem) {
    for page in pages {
      for mark in page {
        guard case .lines(let text, let range, _, _) = mark else { continue }
        for line in text.lines[range] { try note(line) }
      }
    }
    for index in fonts.indices { try fonts[index].makeSubset() }
  }

  private mutating func note(_ line: GlyphLine) throws(Problem) {
    for run in line.runs {
      if places[run.font] == nil {
        places[run.font] = fonts.count
        fonts.append(
          UsedFont(name: "F\(fonts.count + 1)", file: try FontShelf.file(of: run.font)))
      }
      guard let place = places[run.font] else { continue }
      for cluster in run.clusters { fonts[place].note(cluster) }
    }
  }

  func font(_ pinned: PinnedFont) -> UsedFont? { places[pinned].map { fonts[$0] } }

  /// Characters that a stand-in shows, by the family of that font.
  var standIns: [String: [String]] {
    var characters: [String: [String]] = [:]
    for font in fonts where PinnedFont.rare.contains(font.file.pinned) {
      characters[font.file.pinned.family] = Set(font.texts.values.flatMap(\.unicodeScalars))
        .map { "U+" + String($0.value, radix: 16, uppercase: true) }.sorted()
    }
    return characters
  }

  /// Writes all fonts and gives the dictionary of font resources.
  func write(to writer: inout PDFObjectWriter) throws(Problem) -> PDFDictionary {
    var resources = PDFDictionary()
    for font in fonts { resources[font.name] = .reference(try font.write(to: &writer)) }
    return resources
  }
}
