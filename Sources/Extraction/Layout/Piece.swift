import Cases

/// A run of characters on one line that belongs to no label.
struct Piece {
  let glyphs: [Glyph]
  /// Whether it is all that its line holds.
  let isWholeLine: Bool

  var box: Box { TextLine(glyphs: glyphs).box }

  /// Without what stands left of a column, such as a label that was not made out; nil where nothing is left.
  func part(from left: Double) -> Piece? {
    let rest = Array(glyphs.drop { $0.box.middle.x < left })
    return rest.isEmpty ? nil : Piece(glyphs: rest, isWholeLine: isWholeLine)
  }

  /// Without the label that stands right of an edge, with its value, if a space parts it from what is before. The edge
  /// is where a layout ends the value. Digits and what stands between them are no label.
  func part(upTo right: Double) -> Piece {
    let gaps = glyphs.indices.dropFirst().dropLast(2).filter { index in
      let (last, next) = (glyphs[index - 1].box, glyphs[index].box)
      let middle = (last.right + next.left) / 2
      return glyphs[index].text.allSatisfy { $0.isHan && !"年月日至长期".contains($0) }
        && next.left - last.right > 0.2 * next.height && abs(middle - right) < 1.5 * next.height
    }
    let nearest = gaps.min { abs(glyphs[$0].box.left - right) < abs(glyphs[$1].box.left - right) }
    guard let nearest else { return self }
    return Piece(glyphs: Array(glyphs[..<nearest]), isWholeLine: false)
  }

  /// What is left of the lines once the labels are taken out.
  static func pieces(of lines: [TextLine], without labels: [Label]) -> [Piece] {
    let taken = Set(labels.flatMap(\.glyphs))
    return lines.indices.flatMap { line -> [Piece] in
      var pieces: [Piece] = []
      var run: [Glyph] = []
      func end() {
        let trimmed = run.withoutOuterMarks
        if !trimmed.isEmpty {
          pieces.append(
            Piece(glyphs: trimmed, isWholeLine: trimmed.count == lines[line].glyphs.count))
        }
        run = []
      }
      for (index, glyph) in lines[line].glyphs.enumerated() {
        if taken.contains(GlyphPlace(line: line, glyph: index)) {
          end()
        } else {
          if let last = run.last, glyph.box.left - last.box.right > 2.5 * glyph.box.height {
            end()
          }
          run.append(glyph)
        }
      }
      end()
      return pieces
    }
  }
}

extension [Glyph] {
  /// Without the colon after a label, the edge of a cell, specks and spaces at both ends: no value begins or ends
  /// with such a mark.
  var withoutOuterMarks: [Glyph] {
    let isMark: (Glyph) -> Bool = { glyph in
      glyph.text.allSatisfy { $0.isWhitespace || "：:|｜/.·-_'`“”\"…,，、".contains($0) }
    }
    return Array(Array(drop(while: isMark)).reversed().drop(while: isMark).reversed())
  }
}
