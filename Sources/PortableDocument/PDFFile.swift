/// A PDF of any program: where its objects are, newest first (ISO 32000-1, 7.5). Reads what is well formed, in classic and in
/// streamed form, and repairs nothing: a file that must be repaired to be read says different things to different readers.
package struct PDFFile: Sendable {
  enum Place: Sendable, Equatable {
    case offset(Int)
    /// In use, but nothing can name it here; not all readers look at generations.
    case otherGeneration(Int)
    /// In an object stream, at an index.
    case packed(in: Int, Int)
    case free

    init(_ offset: Int, generation: Int) {
      self = generation == 0 ? .offset(offset) : .otherGeneration(offset)
    }

    var isInUse: Bool {
      switch self {
      case .offset, .packed: true
      case .free, .otherGeneration: false
      }
    }
  }

  package let bytes: [UInt8]
  package private(set) var trailer = PDFDictionary()
  /// Where the newest cross-reference section begins, and whether it is a stream.
  package private(set) var section = 0
  package private(set) var sectionIsStream = false
  /// Where the newest revision begins: at the first of the objects that its section lists.
  package private(set) var revisionStart = 0
  /// All sections, newest first.
  private(set) var sections: [PDFSection] = []
  private var places: [Int: Place] = [:]
  private let expanded: PDFExpandedStreams

  /// More sections or objects than any honest file has.
  private static let mostSections = 1000
  static let mostObjects = 2_000_000

  package init(_ bytes: [UInt8]) throws(PDFDefect) {
    self.bytes = bytes
    expanded = PDFExpandedStreams(ofFileWith: bytes.count)
    guard bytes.starts(with: "%PDF-".utf8) else { throw PDFDefect("no PDF header", at: 0) }
    section = try Self.lastSection(of: bytes)
    var next: Int? = section
    // Of entries, and of what the sections may take: none lies in another.
    var (entries, room) = (min(bytes.count, Self.mostObjects), bytes.count)
    while let offset = next {
      guard sections.count < Self.mostSections else {
        throw PDFDefect("too many sections", at: offset)
      }
      let found = try PDFSection(in: bytes, at: offset, atMost: entries)
      entries -= found.places.count
      room -= found.range.count
      guard room >= 0, !sections.contains(where: { $0.range.overlaps(found.range) }) else {
        throw PDFDefect("section in another", at: offset)
      }
      sections.append(found)
      // Newer sections were read before.
      places.merge(found.places) { newer, _ in newer }
      next = try Self.previous(of: found.trailer, at: offset)
    }
    if let newest = sections.first {
      trailer = newest.trailer
      sectionIsStream = newest.isStream
      revisionStart = newest.firstOffset ?? section
    }
    try requireSize()
  }

  /// An object beyond `/Size` is missing for some readers (7.5.5), until a later trailer brings it out.
  private func requireSize() throws(PDFDefect) {
    guard let size = trailer["Size"]?.integer,
      places.allSatisfy({ $0.key < size || $0.value == .free })
    else { throw PDFDefect("object beyond /Size", at: section) }
  }

  /// Whether any of its trailers says so: what later ones leave out, some readers still find.
  package var isEncrypted: Bool { sections.contains { $0.trailer["Encrypt"] != nil } }

  /// The first number that is free.
  package var size: Int { max(trailer["Size"]?.integer ?? 0, (places.keys.max() ?? 0) + 1) }

  /// The object of that number; null where there is none (7.3.10).
  package func object(_ number: Int) throws(PDFDefect) -> PDFValue {
    switch places[number] {
    case .offset(let offset): try PDFLooseObject(number, in: bytes, at: offset, of: self).value
    case .packed(let stream, let index): try packed(number, in: stream, index)
    case .free, .otherGeneration, nil: .null
    }
  }

  /// The bytes of an object's stream; nil where it has none.
  package func stream(_ number: Int) throws(PDFDefect) -> ArraySlice<UInt8>? {
    guard case .offset(let offset) = places[number] else { return nil }
    return try PDFLooseObject(number, in: bytes, at: offset, of: self).stream.map { bytes[$0] }
  }

  /// Whether there is an object of that number.
  package func holds(_ number: Int) -> Bool { places[number]?.isInUse ?? false }

  /// Whether there is one that no reference can name here.
  package func holdsOtherGeneration(_ number: Int) -> Bool {
    if case .otherGeneration = places[number] { true } else { false }
  }

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

  /// Every object in use, each read once. Each object stream is expanded once.
  /// - Throws: a defect also where one object lies in another: it could take the square of the file's size to read them.
  package func forEachObject(
    _ visit: (Int, PDFValue) throws(PDFDefect) -> Void
  ) throws(PDFDefect) {
    var packed: [Int: [(number: Int, index: Int)]] = [:]
    var standing: [(offset: Int, number: Int)] = []
    for (number, place) in places {
      switch place {
      case .offset(let offset): standing.append((offset, number))
      case .packed(let stream, let index): packed[stream, default: []].append((number, index))
      case .free, .otherGeneration: continue
      }
    }
    var end = 0
    for (offset, number) in standing.sorted(by: { $0.offset < $1.offset }) {
      guard offset >= end else { throw PDFDefect("object in another", at: offset) }
      let object = try PDFLooseObject(number, in: bytes, at: offset, of: self)
      end = object.end
      try visit(number, object.value)
    }
    for (container, objects) in packed.sorted(by: { $0.key < $1.key }) {
      let stream = try objectStream(container)
      for object in objects {
        try visit(object.number, stream.object(object.number, at: object.index))
      }
    }
  }

  private func packed(_ number: Int, in stream: Int, _ index: Int) throws(PDFDefect) -> PDFValue {
    try objectStream(stream).object(number, at: index)
  }

  private func objectStream(_ number: Int) throws(PDFDefect) -> PDFObjectStream {
    guard case .offset(let offset) = places[number] else {
      throw PDFDefect("object stream \(number) is missing", at: 0)
    }
    return try expanded.stream(number) { (most) throws(PDFDefect) in
      try PDFObjectStream(
        PDFLooseObject(number, in: bytes, at: offset, of: self), in: bytes, atMost: most)
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
