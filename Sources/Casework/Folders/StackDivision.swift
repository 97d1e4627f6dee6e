import Cases
import FolderWatching
import Store

/// What becomes of the papers of a stack.
enum StackDivision {
  /// They stay one case as they are, with what a person should know of it.
  case undivided(Problem?)
  /// They are one case, without the pages that only divide.
  case one(StackPart)
  case several([StackPart])

  /// - Parameter papers: in the order in which they were handed in, all of them read.
  init(_ papers: [ReadPaper], by handling: PaperHandling) {
    let readings = papers.compactMap(\.reading)
    guard readings.contains(where: { $0.error == nil || $0.pageMarks != nil }) else {
      self = .undivided(nil)
      return
    }
    guard readings.count == papers.count, readings.allSatisfy(\.tellsOfEveryPage) else {
      self = .undivided(.stackNotDivided)
      return
    }
    let order = PageOrder.pages(of: handling.sides, counts: readings.map(\.pages))
    if let problem = order.problem {
      self = .undivided(problem)
      return
    }
    let marks = order.places.map { readings[$0.file].marks(ofPage: $0.page) }
    let parts = StackSplitting.split(marks: marks, by: handling).parts
    if let empty = parts.first, empty.pages.isEmpty {
      self = .undivided(empty.problem)
      return
    }
    let divided = parts.map { part in
      StackPart(
        Self.slices(of: papers, at: part.pages.map { order.places[$0] }), notice: part.problem)
    }
    self = divided.count == 1 ? .one(divided[0]) : .several(divided)
  }

  /// A paper for each file that has one of the pages.
  private static func slices(of papers: [ReadPaper], at places: [PageOrder.Place])
    -> [StackPart.Paper]
  {
    papers.enumerated().compactMap { file, paper in
      let pages = places.filter { $0.file == file }.map(\.page)
      guard !pages.isEmpty, let reading = paper.reading else { return nil }
      return StackPart.Paper(paper.document, pages: pages, reading: reading.part(pages))
    }
  }
}

extension FileReading {
  /// Whether it says of each page what is seen on it: a reader may have stopped on the way.
  fileprivate var tellsOfEveryPage: Bool { pages > 0 && pageMarks?.count == pages }

  fileprivate func marks(ofPage page: Int) -> PageMarks {
    guard let pageMarks, pageMarks.indices.contains(page - 1) else { return PageMarks() }
    return pageMarks[page - 1]
  }

  /// What was read on some of its pages. They keep their numbers, so that every place is found again in the file.
  fileprivate func part(_ pages: [Int]) -> FileReading {
    let own = Set(pages)
    var part = self
    part.partPages = pages
    part.pages = pages.count
    part.pageMarks = nil
    part.pageSizes = pageSizes.filter { own.contains($0.page) }
    part.documents = documents.filter { own.contains($0.page) }
    part.warnings = warnings.filter { $0.page.map(own.contains) ?? true }
    part.error = part.documents.isEmpty ? .notADocument : nil
    return part
  }
}

extension Problem {
  static let stackNotDivided = Problem(
    "stack_not_divided", exit: .needsPerson,
    zh: "这叠材料有的页未能查看，因此没有按分隔页拆分。",
    en: "Some pages of the stack could not be looked at, so it was not divided.",
    remedyZh: "请核对其中是否有多人的材料，或重新扫描。",
    remedyEn: "See whether it holds papers of several people, or scan it again.")
}
