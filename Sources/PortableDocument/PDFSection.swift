/// One cross-reference section with its trailer: a table (7.5.4) or a stream (7.5.8).
struct PDFSection {
  private(set) var places: [Int: PDFFile.Place] = [:]
  private(set) var trailer = PDFDictionary()
  private(set) var isStream = false

  init(in bytes: [UInt8], at offset: Int) throws(PDFDefect) {
    var syntax = PDFLooseSyntax(bytes, at: offset)
    guard bytes.indices.contains(offset) else {
      throw PDFDefect("section beyond the end", at: offset)
    }
    if syntax.take("xref") {
      try readTable(&syntax)
    } else {
      isStream = true
      try readStream(in: bytes, at: offset)
    }
  }

  /// Of the objects outside of streams; nil where there is none.
  var firstOffset: Int? {
    places.values.compactMap { if case .offset(let offset) = $0 { offset } else { nil } }.min()
  }

  private mutating func readTable(_ syntax: inout PDFLooseSyntax) throws(PDFDefect) {
    while !syntax.take("trailer") {
      guard let first = try syntax.value().integer, let count = try syntax.value().integer,
        first >= 0, count >= 0, count <= syntax.bytes.count / 18,
        first <= PDFFile.mostObjects
      else { throw syntax.defect("cross-reference subsection") }
      for number in first..<first + count { try readEntry(number, &syntax) }
    }
    guard let dictionary = try syntax.value().dictionary else { throw syntax.defect("trailer") }
    trailer = dictionary
  }

  private mutating func readEntry(
    _ number: Int, _ syntax: inout PDFLooseSyntax
  ) throws(PDFDefect) {
    guard let offset = try syntax.value().integer, let generation = try syntax.value().integer
    else {
      throw syntax.defect("cross-reference entry")
    }
    if syntax.take("n") {
      // An object of another generation is only a defect where it is needed.
      places[number] = generation == 0 ? .offset(offset) : .free
    } else {
      try syntax.expect("f")
      places[number] = .free
    }
  }

  private mutating func readStream(in bytes: [UInt8], at offset: Int) throws(PDFDefect) {
    let object = try PDFLooseObject(nil, in: bytes, at: offset, of: nil)
    guard let dictionary = object.value.dictionary, dictionary["Type"] == .name("XRef"),
      let widths = dictionary["W"]?.array?.compactMap(\.integer), widths.count == 3,
      widths.allSatisfy({ (0...8).contains($0) }), widths[1] > 0
    else { throw PDFDefect("cross-reference stream", at: offset) }
    trailer = dictionary
    let data = try PDFStreamData.decoded(object, in: bytes)
    let index =
      dictionary["Index"]?.array?.compactMap(\.integer) ?? [0, dictionary["Size"]?.integer ?? 0]
    let entrySize = widths.reduce(0, +)
    var position = 0
    for pair in stride(from: 0, to: index.count - 1, by: 2) {
      let (first, count) = (index[pair], index[pair + 1])
      guard first >= 0, first <= PDFFile.mostObjects, count >= 0,
        count <= (data.count - position) / entrySize
      else { throw PDFDefect("cross-reference stream is too short", at: offset) }
      for number in first..<first + count {
        places[number] = Self.place(in: data, at: position, widths)
        position += entrySize
      }
    }
  }

  private static func place(in data: [UInt8], at start: Int, _ widths: [Int]) -> PDFFile.Place {
    var position = start
    var fields: [Int] = []
    for width in widths {
      fields.append(data[position..<position + width].reduce(0) { $0 << 8 | Int($1) })
      position += width
    }
    // A type that is not told is 1 (table 17).
    switch widths[0] == 0 ? 1 : fields[0] {
    case 1: return fields[2] == 0 ? .offset(fields[1]) : .free
    case 2: return .packed(in: fields[1], fields[2])
    default: return .free
    }
  }
}
