/// What stands behind an earlier state of a file. Readers that take a file for damaged look for objects themselves and believe
/// the last `N G obj` that they find (ISO 32000-1 says nothing of it): here they must find what the sections list, and no more.
package struct PDFAddedPart {
  private let file: PDFFile
  private let start: Int

  /// - Parameter start: bytes of the earlier state.
  package init(of file: PDFFile, behind start: Int) {
    self.file = file
    self.start = start
  }

  /// - Throws: a defect where a byte belongs to no listed object, no section and no end of one, or where something in them
  ///   could be taken for the beginning of another object or trailer.
  package func requireNothingHidden() throws(PDFDefect) {
    let sections = file.sections.filter { $0.range.lowerBound >= start }
    var pieces: [Range<Int>] = []
    for section in sections { pieces += try self.pieces(of: section) }
    pieces.sort { $0.lowerBound < $1.lowerBound }
    var syntax = PDFLooseSyntax(file.bytes, at: start)
    for piece in pieces {
      syntax.skipSpace()
      guard syntax.position == piece.lowerBound else {
        throw syntax.defect("bytes that are not listed")
      }
      syntax.position = piece.upperBound
    }
    syntax.skipSpace()
    guard syntax.byte == nil else { throw syntax.defect("bytes that are not listed") }
    try requireNoOther(Set(pieces.map(\.lowerBound)))
  }

  /// The section with its end, and what it lists that was not there before; each from its first character.
  private func pieces(of section: PDFSection) throws(PDFDefect) -> [Range<Int>] {
    var pieces = [beginning(section.range.lowerBound)..<(try end(of: section))]
    for (number, place) in section.places {
      switch place {
      case .offset(let offset) where offset >= start && offset != section.range.lowerBound:
        let object = try PDFLooseObject(number, in: file.bytes, at: offset, of: file)
        pieces.append(beginning(offset)..<object.end)
      case .otherGeneration(let offset):
        throw PDFDefect("object of another generation", at: offset)
      case .offset, .packed, .free: continue
      }
    }
    return pieces
  }

  private func beginning(_ offset: Int) -> Int {
    var syntax = PDFLooseSyntax(file.bytes, at: offset)
    syntax.skipSpace()
    return syntax.position
  }

  /// Behind the `startxref` that names the section.
  private func end(of section: PDFSection) throws(PDFDefect) -> Int {
    var syntax = PDFLooseSyntax(file.bytes, at: section.range.upperBound)
    try syntax.expect("startxref")
    guard try syntax.value().integer == section.range.lowerBound else {
      throw syntax.defect("startxref names another place")
    }
    return syntax.position
  }
}

extension PDFAddedPart {
  /// - Parameter listed: where objects and sections begin.
  private func requireNoOther(_ listed: Set<Int>) throws(PDFDefect) {
    let bytes = file.bytes
    for place in start..<bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "o") where sees("obj", at: place):
        if let object = objectBeginning(before: place), !listed.contains(object) {
          throw PDFDefect("object that is not listed", at: object)
        }
      case UInt8(ascii: "t") where sees("trailer", at: place):
        let isIn = file.sections.contains { !$0.isStream && $0.range.contains(place) }
        guard isIn else { throw PDFDefect("trailer that belongs to no section", at: place) }
      default: continue
      }
    }
  }

  private func sees(_ word: StaticString, at place: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    return count <= file.bytes.count - place
      && word.withUTF8Buffer { $0.elementsEqual(file.bytes[place..<place + count]) }
  }

  /// Where the `N G ` begins that ends at that place; nil where there is none.
  private func objectBeginning(before place: Int) -> Int? {
    var position = place
    func back(while belongs: (UInt8) -> Bool) -> Bool {
      let end = position
      while position > start, belongs(file.bytes[position - 1]) { position -= 1 }
      return position < end
    }
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    guard back(while: PDFSyntax.isSpace), back(while: isDigit), back(while: PDFSyntax.isSpace),
      back(while: isDigit)
    else { return nil }
    return position
  }
}
