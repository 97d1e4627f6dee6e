/// Objects that are kept together in a stream (ISO 32000-1, 7.5.7).
struct PDFObjectStream {
  /// Numbers of the objects in order, and where each begins in the data.
  private(set) var objects: [(number: Int, start: Int)] = []
  private let data: [UInt8]

  /// Bytes, expanded.
  var size: Int { data.count }

  init(_ object: PDFLooseObject, in bytes: [UInt8]) throws(PDFDefect) {
    data = try PDFStreamData.decoded(object, in: bytes)
    guard let dictionary = object.value.dictionary, dictionary["Type"] == .name("ObjStm"),
      let count = dictionary["N"]?.integer, let first = dictionary["First"]?.integer,
      (0...data.count).contains(count), (0...data.count).contains(first)
    else { throw PDFDefect("object stream", at: object.end) }
    var head = PDFLooseSyntax(data, at: 0)
    for _ in 0..<count {
      guard let number = try head.value().integer, let start = try head.value().integer,
        (0...data.count).contains(start)
      else { throw PDFDefect("object stream", at: object.end) }
      objects.append((number, first + start))
    }
  }

  func object(at index: Int) throws(PDFDefect) -> PDFValue {
    guard objects.indices.contains(index) else { throw PDFDefect("object stream", at: 0) }
    var syntax = PDFLooseSyntax(data, at: objects[index].start)
    return try syntax.value()
  }
}
