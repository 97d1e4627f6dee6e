import CCairo
import Cases

/// Draws the marks of finished pages on a surface.
struct PagePainter {
  let surface: PDFSurface

  private var context: OpaquePointer { surface.context }

  func paint(_ pages: [[Mark]]) {
    // cairo 1.16 writes a marked-content sequence for every element, and these cannot cross a page.
    let root = pages.count == 1 ? "Document" : "Part"
    for page in pages {
      cairo_tag_begin(context, root, nil)
      for mark in page { paint(mark) }
      cairo_tag_end(context, root)
      surface.endPage()
    }
  }

  private func paint(_ mark: Mark) {
    switch mark {
    case .lines(let text, let range, let x, let y):
      setColour(red: text.style.red)
      text.draw(range, x: x, y: y, on: context)
    case .bar(let box, let red):
      setColour(red: red)
      cairo_rectangle(context, box.left, box.top, box.width, box.height)
      cairo_fill(context)
    case .symbol(let symbol, let x, let y, let module):
      paint(symbol, x: x, y: y, module: module)
    case .open(let tag):
      cairo_tag_begin(context, tag, nil)
    case .close(let tag):
      cairo_tag_end(context, tag)
    }
  }

  /// Dark modules as one path of runs, so that viewers draw no seams between neighbours of a row.
  private func paint(_ symbol: QRSymbol, x: Double, y: Double, module: Double) {
    setColour(red: false)
    for row in 0..<symbol.width {
      var column = 0
      while column < symbol.width {
        let start = column
        while column < symbol.width, symbol.modules[row * symbol.width + column] { column += 1 }
        if column > start {
          cairo_rectangle(
            context, x + Double(start) * module, y + Double(row) * module,
            Double(column - start) * module, module)
        }
        column += 1
      }
    }
    cairo_fill(context)
  }

  private func setColour(red: Bool) {
    if red {
      cairo_set_source_rgb(context, 0.8, 0, 0)
    } else {
      cairo_set_source_rgb(context, 0, 0, 0)
    }
  }
}
