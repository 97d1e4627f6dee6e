import Cases

/// Numbers the pages of a result that has more than one, below the type area (GB/T 9704-2012, 7.5).
struct PageNumbers {
  let typesetter: Typesetter

  func added(to pages: [[Mark]]) throws(Problem) -> [[Mark]] {
    guard pages.count > 1 else { return pages }
    var numbered = pages
    for index in pages.indices {
      let text = try typesetter.set(
        "第 \(index + 1) 页，共 \(pages.count) 页",
        TextStyle(size: 10.5, pitch: 14, alignment: .centre), width: PageFlow.width)
      numbered[index] += [
        .open(StructureElement(number: 0, role: .artifact)),
        .lines(
          text, 0..<text.lines.count, x: PageFlow.left, y: PageFlow.pageHeight - mm(5) - 14),
        .close,
      ]
    }
    return numbered
  }
}
