/// A PDF of any program: where its objects are, newest first (ISO 32000-1, 7.5). Reads what is well formed, in classic and in
/// streamed form, and repairs nothing: a file that must be repaired to be read says different things to different readers.
package struct PDFFile: Sendable {
  enum Place: Sendable, Equatable {
    case offset(Int)
    /// In an object stream, at an index.
    case packed(in: Int, Int)
    case free
  }

  package let bytes: [UInt8]
  package private(set) var trailer = PDFDictionary()
  /// Where the newest cross-reference section begins, and whether it is a stream.
  package private(set) var section = 0
  package private(set) var sectionIsStream = false
  /// Where the newest revision begins: at the first of the objects that its section lists.
  package private(set) var revisionStart = 0
  private var places: [Int: Place] = [:]
  private let expanded = PDFExpandedStreams()

  /// More sections or objects than any honest file has.
  private static let mostSections = 1000
  static let mostObjects = 2_000_000

  package init(_ bytes: [UInt8]) throws(PDFDefect) {
    self.bytes = bytes
    guard bytes.starts(with: "%PDF-".utf8) else { throw PDFDefect("no PDF header", at: 0) }
    section = try Self.lastSection(of: bytes)
    var next: Int? = section
    var seen: Set<Int> = []
    while let offset = next {
      guard seen.insert(offset).inserted, seen.count <= Self.mostSections else {
        throw PDFDefect("sections refer to one another in a circle", at: offset)
      }
      let found = try PDFSection(in: bytes, at: offset)
      if trailer.entries.isEmpty {
        trailer = found.trailer
        sectionIsStream = found.isStream
        revisionStart = found.firstOffset ?? offset
      }
      // Newer sections were read before.
      places.merge(found.places) { newer, _ in newer }
      guard places.count <= Self.mostObjects else {
        throw PDFDefect("too many objects", at: offset)
      }
      next = try Self.previous(of: found.trailer, at: offset)
    }
  }

  /// The first number that is free.
  package var size: Int { max(trailer["Size"]?.integer ?? 0, (places.keys.max() ?? 0) + 1) }

  /// The object of that number; null where there is none (7.3.10).
  package func object(_ number: Int) throws(PDFDefect) -> PDFValue {
    switch places[number] {
    case .offset(let offset): try PDFLooseObject(number, in: bytes, at: offset, of: self).value
    case .packed(let stream, let index): try packed(number, in: stream, index)
    case .free, nil: .null
    }
  }

  /// The bytes of an object's stream; nil where it has none.
  package func stream(_ number: Int) throws(PDFDefect) -> ArraySlice<UInt8>? {
    guard case .offset(let offset) = places[number] else { return nil }
    return try PDFLooseObject(number, in: bytes, at: offset, of: self).stream.map { bytes[$0] }
  }

  /// Whether there is an object of that number.
  package func holds(_ number: Int) -> Bool { (places[number] ?? .free) != .free }

  /// The numbers of objects that are not where they were in an earlier state of the same file, or are there no longer.
  package func numbersChanged(since earlier: PDFFile) -> [Int] {
    Set(places.keys).union(earlier.places.keys)
      .filter { (places[$0] ?? .free) != (earlier.places[$0] ?? .free) }.sorted()
  }

  /// What a reference stands for; anything else as it is.
  package func resolved(_ value: PDFValue?) throws(PDFDefect) -> PDFValue {
    var value = value ?? .null
    for _ in 0..<16 {
      guard let number = value.reference else { return value }
      value = try object(number)
    }
    throw PDFDefect("references in a circle", at: 0)
  }

  /// Every object in use. Each object stream is expanded once.
  package func forEachObject(
    _ visit: (Int, PDFValue) throws(PDFDefect) -> Void
  ) throws(PDFDefect) {
    var packed: [Int: [(number: Int, index: Int)]] = [:]
    for (number, place) in places {
      switch place {
      case .offset: try visit(number, object(number))
      case .packed(let stream, let index): packed[stream, default: []].append((number, index))
      case .free: continue
      }
    }
    for (container, objects) in packed {
      let stream = try objectStream(container)
      for object in objects { try visit(object.number, stream.object(at: object.index)) }
    }
  }

  private func packed(_ number: Int, in stream: Int, _ index: Int) throws(PDFDefect) -> PDFValue {
    let stream = try objectStream(stream)
    guard stream.objects.indices.contains(index), stream.objects[index].number == number else {
      throw PDFDefect("object \(number) is not where it should be", at: 0)
    }
    return try stream.object(at: index)
  }

  private func objectStream(_ number: Int) throws(PDFDefect) -> PDFObjectStream {
    guard case .offset(let offset) = places[number] else {
      throw PDFDefect("object stream \(number) is missing", at: 0)
    }
    return try expanded.stream(number) { () throws(PDFDefect) in
      try PDFObjectStream(PDFLooseObject(number, in: bytes, at: offset, of: self), in: bytes)
    }
  }

  /// `/Length`, before any object can be looked up in a stream: a number or a reference to one outside of streams.
  func length(_ value: PDFValue?) throws(PDFDefect) -> Int? {
    guard let number = value?.reference else { return value?.integer }
    guard case .offset(let offset) = places[number] else { return nil }
    var syntax = PDFLooseSyntax(bytes, at: offset)
    guard try syntax.value().integer == number, try syntax.value().integer == 0, syntax.take("obj")
    else { return nil }
    return try syntax.value().integer
  }

  /// The offset after the last `startxref`, which `%%EOF` and nothing but white space follow.
  private static func lastSection(of bytes: [UInt8]) throws(PDFDefect) -> Int {
    let keyword = Array("startxref".utf8)
    var start = bytes.count - keyword.count
    while start >= max(0, bytes.count - 1024) {
      if bytes[start] == keyword[0], bytes[start..<start + keyword.count].elementsEqual(keyword) {
        var syntax = PDFLooseSyntax(bytes, at: start + keyword.count)
        guard let offset = try syntax.value().integer, offset > 0, offset < start else { break }
        // `%%EOF` reads as a comment.
        syntax.skipSpace()
        guard syntax.byte == nil else { break }
        return offset
      }
      start -= 1
    }
    throw PDFDefect("no startxref at the end", at: max(0, bytes.count - 1024))
  }

  private static func previous(
    of trailer: PDFDictionary, at offset: Int
  ) throws(PDFDefect) -> Int? {
    guard trailer["XRefStm"] == nil else { throw PDFDefect("hybrid cross-references", at: offset) }
    guard let previous = trailer["Prev"] else { return nil }
    guard let previous = previous.integer else { throw PDFDefect("/Prev", at: offset) }
    return previous
  }
}
