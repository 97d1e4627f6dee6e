/// One cross-reference section with its trailer: a table (7.5.4) or a stream (7.5.8).
struct PDFSection {
  /// What it lists, each number once: of two places readers take the one or the other.
  private(set) var places: [Int: PDFFile.Place] = [:]
  private(set) var trailer = PDFDictionary()
  private(set) var isStream = false
  /// From `xref`, or the number of the stream, to behind trailer or `endobj`.
  private(set) var range: Range<Int>

  /// - Parameter most: entries; a file has no more objects than bytes.
  init(in bytes: [UInt8], at offset: Int, atMost most: Int) throws(PDFDefect) {
    var syntax = PDFLooseSyntax(bytes, at: offset)
    guard bytes.indices.contains(offset) else {
      throw PDFDefect("section beyond the end", at: offset)
    }
    range = offset..<offset
    if syntax.take("xref") {
      try readTable(&syntax, atMost: most)
      range = offset..<syntax.position
    } else {
      isStream = true
      try readStream(in: bytes, at: offset, atMost: most)
    }
  }

  /// Of the objects outside of streams; nil where there is none.
  var firstOffset: Int? {
    places.values.compactMap { if case .offset(let offset) = $0 { offset } else { nil } }.min()
  }

  private mutating func list(
    _ number: Int, _ place: PDFFile.Place, at offset: Int
  ) throws(PDFDefect) {
    guard places.updateValue(place, forKey: number) == nil else {
      throw PDFDefect("object \(number) listed twice", at: offset)
    }
    guard number > 0 || place == .free else { throw PDFDefect("object 0", at: offset) }
  }

  private func requireRoom(
    _ first: Int, _ count: Int, atMost most: Int, at offset: Int
  ) throws(PDFDefect) {
    guard first >= 0, count >= 0, first <= PDFFile.mostObjects,
      count <= min(most - places.count, PDFFile.mostObjects - first)
    else { throw PDFDefect("cross-reference subsection", at: offset) }
  }

  private mutating func readTable(
    _ syntax: inout PDFLooseSyntax, atMost most: Int
  ) throws(PDFDefect) {
    while !syntax.take("trailer") {
      guard let first = try syntax.value().integer, let count = try syntax.value().integer else {
        throw syntax.defect("cross-reference subsection")
      }
      try requireRoom(first, count, atMost: most, at: syntax.position)
      for number in first..<first + count { try readEntry(number, &syntax) }
    }
    guard let dictionary = try syntax.value().dictionary else { throw syntax.defect("trailer") }
    trailer = dictionary
  }

  private mutating func readEntry(
    _ number: Int, _ syntax: inout PDFLooseSyntax
  ) throws(PDFDefect) {
    let isFirst = places.isEmpty
    guard let offset = try syntax.value().integer, let generation = try syntax.value().integer
    else {
      throw syntax.defect("cross-reference entry")
    }
    if syntax.take("n") {
      return try list(
        number, PDFFile.Place(offset, generation: generation), at: syntax.position)
    }
    try syntax.expect("f")
    // Some readers take it for a table that counts from 1 by mistake, and all its numbers for one less.
    guard !(isFirst && number == 1 && generation == 65535) else {
      throw syntax.defect("table that begins with object 1")
    }
    try list(number, .free, at: syntax.position)
  }

  private mutating func readStream(
    in bytes: [UInt8], at offset: Int, atMost most: Int
  ) throws(PDFDefect) {
    let object = try PDFLooseObject(nil, in: bytes, at: offset, of: nil)
    range = offset..<object.end
    guard let dictionary = object.value.dictionary, dictionary["Type"] == .name("XRef"),
      let size = dictionary["Size"]?.integer, let widths = dictionary["W"]?.integers,
      widths.count == 3, widths.allSatisfy({ (0...8).contains($0) }), widths[0] <= 4, widths[1] > 0
    else { throw PDFDefect("cross-reference stream", at: offset) }
    trailer = dictionary
    let entrySize = widths.reduce(0, +)
    // Each row of a predictor has a byte more, and a row may be as small as a byte.
    let room = most.multipliedReportingOverflow(by: 2 * entrySize)
    let data = try PDFStreamData.decoded(
      object, in: bytes, atMost: room.overflow ? .max : room.partialValue)
    let index = try dictionary["Index"].map { (value) throws(PDFDefect) in
      guard let index = value.integers, index.count.isMultiple(of: 2) else {
        throw PDFDefect("/Index", at: offset)
      }
      return index
    }
    try readEntries(data, index ?? [0, size], widths, atMost: most)
  }

  private mutating func readEntries(
    _ data: [UInt8], _ index: [Int], _ widths: [Int], atMost most: Int
  ) throws(PDFDefect) {
    let entrySize = widths.reduce(0, +)
    var position = 0
    for pair in stride(from: 0, to: index.count, by: 2) {
      let (first, count) = (index[pair], index[pair + 1])
      try requireRoom(first, count, atMost: most, at: range.lowerBound)
      guard count <= (data.count - position) / entrySize else {
        throw PDFDefect("cross-reference stream is too short", at: range.lowerBound)
      }
      for number in first..<first + count {
        let entry = data[position..<position + entrySize]
        guard let place = Self.place(entry, widths) else {
          throw PDFDefect("entry of an unknown type", at: range.lowerBound)
        }
        try list(number, place, at: range.lowerBound)
        position += entrySize
      }
    }
  }

  /// Nil for a type that table 18 does not know: it stands for null there, and other readers take the file for damaged.
  private static func place(_ entry: ArraySlice<UInt8>, _ widths: [Int]) -> PDFFile.Place? {
    var position = entry.startIndex
    var fields: [Int] = []
    for width in widths {
      fields.append(entry[position..<position + width].reduce(0) { $0 << 8 | Int($1) })
      position += width
    }
    // A type that is not told is 1 (table 17).
    switch widths[0] == 0 ? 1 : fields[0] {
    case 0: return .free
    case 1: return PDFFile.Place(fields[1], generation: fields[2])
    case 2: return .packed(in: fields[1], fields[2])
    default: return nil
    }
  }
}
