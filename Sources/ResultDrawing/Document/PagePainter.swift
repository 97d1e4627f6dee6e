import Cases

/// Turns the marks of pages into content streams and the structure that goes with them.
struct PagePainter {
  private(set) var structure: StructureTree
  private(set) var contents: [ContentStream] = []
  private let fonts: FontCase
  /// How many artifacts are open, one in the other.
  private var artifacts = 0

  init(_ pages: [[Mark]], fonts: FontCase) {
    structure = StructureTree(pages: pages.count)
    self.fonts = fonts
    for (page, marks) in pages.enumerated() {
      var content = ContentStream(fonts: fonts)
      for mark in marks { paint(mark, on: page, &content) }
      contents.append(content)
    }
  }

  private mutating func paint(_ mark: Mark, on page: Int, _ content: inout ContentStream) {
    switch mark {
    case .open(let element) where element.role == .artifact:
      artifacts += 1
    case .open(let element):
      structure.begin(element)
    case .close:
      if artifacts > 0 { artifacts -= 1 } else { structure.end() }
    case .bar(let box, let red):
      content.beginArtifact()
      content.bar(box, red: red)
      content.endMarked()
    case .lines(let text, let range, let x, let y):
      beginMarked(on: page, &content)
      for (offset, line) in text.lines[range].enumerated() {
        let baseline = y + Double(offset) * text.style.pitch + text.ascent
        content.line(line, x: x, baseline: baseline, style: text.style)
      }
      content.endMarked()
    case .symbol(let symbol, let x, let y, let module):
      beginMarked(on: page, &content)
      content.symbol(symbol, x: x, y: y, module: module)
      content.endMarked()
    }
  }

  private mutating func beginMarked(on page: Int, _ content: inout ContentStream) {
    if artifacts == 0, let marked = structure.newContent(on: page) {
      content.beginMarked(marked.role, marked.identifier)
    } else {
      content.beginArtifact()
    }
  }
}
