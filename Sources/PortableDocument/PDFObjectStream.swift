/// Objects that are kept together in a stream (ISO 32000-1, 7.5.7).
struct PDFObjectStream {
  /// Numbers of the objects in order, and where each begins in the data.
  private(set) var objects: [(number: Int, start: Int)] = []
  private let data: [UInt8]

  /// Bytes, expanded.
  var size: Int { data.count }

  /// - Parameter most: bytes, expanded.
  init(_ object: PDFLooseObject, in bytes: [UInt8], atMost most: Int) throws(PDFDefect) {
    data = try PDFStreamData.decoded(object, in: bytes, atMost: most)
    guard let dictionary = object.value.dictionary, dictionary["Type"] == .name("ObjStm"),
      let count = dictionary["N"]?.integer, let first = dictionary["First"]?.integer,
      (0...min(data.count, PDFFile.mostObjects)).contains(count), (0...data.count).contains(first)
    else { throw PDFDefect("object stream", at: object.end) }
    var head = PDFLooseSyntax(data, at: 0)
    var numbers: Set<Int> = []
    for _ in 0..<count {
      // Each once, in the order of the data (7.5.7).
      guard let number = try head.value().integer, let start = try head.value().integer,
        (0..<max(1, data.count - first)).contains(start), numbers.insert(number).inserted,
        first + start > objects.last?.start ?? -1
      else { throw PDFDefect("object stream", at: object.end) }
      objects.append((number, first + start))
    }
    guard head.position <= first else { throw PDFDefect("object stream", at: object.end) }
  }

  func object(_ number: Int, at index: Int) throws(PDFDefect) -> PDFValue {
    guard objects.indices.contains(index), objects[index].number == number else {
      throw PDFDefect("object \(number) is not where it should be", at: 0)
    }
    var syntax = PDFLooseSyntax(data, at: objects[index].start)
    let value = try syntax.value()
    let end = index + 1 < objects.count ? objects[index + 1].start : data.count
    guard syntax.position <= end else { throw syntax.defect("object that reaches into the next") }
    return value
  }
}
