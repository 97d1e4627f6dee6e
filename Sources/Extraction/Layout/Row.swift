import Cases

/// Everything that is printed at one height of the page, from left to right. Labels such as 名　　称 are printed so
/// wide that they are several lines of text to a reader.
struct Row {
  struct Item {
    let place: GlyphPlace
    let glyph: Glyph
  }

  let items: [Item]

  /// One per item. Brackets are printed full-width and often read half-width: both are the same here.
  var characters: [Character] { items.map { $0.glyph.text.halfWidthCharacters.first ?? " " } }

  /// All rows of a page. A line belongs to the row of the lines that its middle meets.
  static func rows(of lines: [TextLine]) -> [Row] {
    var groups: [(box: Box, lines: [Int])] = []
    for index in lines.indices.sorted(by: { lines[$0].box.left < lines[$1].box.left }) {
      let box = lines[index].box
      let near = groups.indices.filter { group in
        let last = lines[groups[group].lines.last ?? index].box
        let low = Swift.min(box.height, last.height)
        return abs(box.middle.y - last.middle.y) < 0.5 * low && box.left >= last.right - low
      }
      let best = near.min { one, other in
        abs(groups[one].box.middle.y - box.middle.y)
          < abs(groups[other].box.middle.y - box.middle.y)
      }
      if let best {
        groups[best].lines.append(index)
        groups[best].box = groups[best].box.union(box)
      } else {
        groups.append((box, [index]))
      }
    }
    return groups.map { group in
      Row(
        items: group.lines.flatMap { line in
          lines[line].glyphs.enumerated()
            .filter { !$0.element.text.allSatisfy(\.isWhitespace) }
            .map { Item(place: GlyphPlace(line: line, glyph: $0.offset), glyph: $0.element) }
        })
    }
  }
}
