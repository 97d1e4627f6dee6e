package import Cases

/// The font that text is set in, and those that stand in, on purpose and in this order, for what it lacks.
package struct FontChain: Sendable {
  /// A run of characters that one font has.
  package struct Run: Sendable, Equatable {
    package var font: PinnedFont
    /// Bytes of the text in UTF-8.
    package var bytes: Range<Int>
  }

  package let first: PinnedFont
  private let others: [PinnedFont]

  package init(_ first: PinnedFont, rare others: [PinnedFont] = PinnedFont.rare) {
    self.first = first
    self.others = others
  }

  /// Divides a text by the font of each character.
  /// - Throws: `missing_font`; `missing_glyph` for a character that no font of the chain has.
  package func runs(of text: String) throws(Problem) -> [Run] {
    let file = try FontShelf.file(of: first)
    var runs: [Run] = []
    var position = 0
    for scalar in text.unicodeScalars {
      let isFirst =
        scalar.properties.isDefaultIgnorableCodePoint || scalar == "\n"
        || file.glyph(of: scalar) != nil
      let font = isFirst ? first : try standIn(for: scalar)
      let end = position + UTF8.width(scalar)
      if runs.last?.font == font {
        runs[runs.count - 1].bytes = runs[runs.count - 1].bytes.lowerBound..<end
      } else {
        runs.append(Run(font: font, bytes: position..<end))
      }
      position = end
    }
    return runs
  }

  private func standIn(for scalar: Unicode.Scalar) throws(Problem) -> PinnedFont {
    for font in others {
      // A stand-in that is not installed is no reason to stop what does not need it.
      guard let file = try? FontShelf.file(of: font) else { continue }
      if file.glyph(of: scalar) != nil { return font }
    }
    throw .missingGlyph(scalar, font: first.family)
  }
}
