import CPango
import Cases

/// Numbers the pages of a result that has more than one.
struct PageNumbers {
  private let typesetter: Typesetter

  init(_ typesetter: Typesetter) { self.typesetter = typesetter }

  func added(to pages: [[Mark]]) throws(Problem) -> [[Mark]] {
    guard pages.count > 1 else { return pages }
    var numbered = pages
    for index in pages.indices {
      let text = try typesetter.set(
        "第 \(index + 1) 页，共 \(pages.count) 页",
        TextStyle(size: 9, alignment: PANGO_ALIGN_CENTER), width: PageFlow.width)
      numbered[index] += [
        .open("P"),
        .lines(
          text, 0..<text.lines.count, x: PageFlow.left, y: PageFlow.bottom + mm(6)),
        .close("P"),
      ]
    }
    return numbered
  }
}
