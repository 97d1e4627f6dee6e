import CPoppler
import Cases

/// Owns one page of a Poppler document.
struct PDFPage: ~Copyable {
  let page: OpaquePointer

  /// Page `number` from 1, of as many as there are.
  init(_ document: OpaquePointer, _ number: Int, of count: Int) throws(Problem) {
    guard number >= 1, number <= count,
      let page = poppler_document_get_page(document, Int32(number - 1))
    else { throw .damagedPDF }
    self.page = page
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(page)) }

  /// In points.
  var size: (width: Double, height: Double) {
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(page, &width, &height)
    return (width, height)
  }

  /// Whether pictures cover most of the page: a scan, perhaps in strips. Text on such a page comes from somebody's
  /// recognition and proves nothing.
  var isCoveredByPictures: Bool {
    let list = poppler_page_get_image_mapping(page)
    defer { poppler_page_free_image_mapping(list) }
    let (width, height) = size
    var covered = 0.0
    var item = list
    while let node = item {
      if let mapping = node.pointee.data?.assumingMemoryBound(to: PopplerImageMapping.self) {
        let area = mapping.pointee.area
        covered +=
          overlap(area.x1, area.x2, with: width) * overlap(area.y1, area.y2, with: height)
      }
      item = node.pointee.next
    }
    return covered > 0.7 * width * height
  }

  /// How much of `0...length` lies between two numbers.
  private func overlap(_ a: Double, _ b: Double, with length: Double) -> Double {
    max(0, min(max(a, b), length) - max(0, min(a, b)))
  }

  /// Every character with its box, in Poppler's reading order; spaces and line ends included.
  var glyphs: [Glyph] {
    guard let text = poppler_page_get_text(page) else { return [] }
    defer { g_free(text) }
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard poppler_page_get_text_layout(page, &rectangles, &count) != 0, let rectangles else {
      return []
    }
    defer { g_free(rectangles) }
    let boxes = UnsafeBufferPointer(start: rectangles, count: Int(count))
    return zip(String(cString: text).unicodeScalars, boxes).map { scalar, box in
      Glyph(
        text: String(Character(scalar)),
        box: Box(
          left: min(box.x1, box.x2), top: min(box.y1, box.y2), right: max(box.x1, box.x2),
          bottom: max(box.y1, box.y2)),
        confidence: 1)
    }
  }
}
