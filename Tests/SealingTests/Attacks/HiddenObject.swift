import PortableDocument
import Sealing

/// What is hidden in the revision of a later signature, which fits: objects that some readers find and others do not.
enum HiddenObject: String, CaseIterable {
  case listedTwiceNewFirst, listedTwiceOldFirst, unlisted, inAComment, inAString, secondTrailer
  case otherGeneration, tableThatCountsFromOne, beyondSize, freed, wrongEnd

  /// - Parameters:
  ///   - later: a file whose last revision is `identity`'s.
  ///   - number: an object of the first state, and where it is.
  func file(
    _ later: ContentsHole, number: Int, at old: Int, by identity: SealIdentity
  ) throws -> [UInt8] {
    var revision = later
    let evil = "\(number) 0 obj\n<< /Length 2 >>\nstream\nBT\nendstream\nendobj\n"
    func entry(_ number: Int, _ offset: Int, _ kind: String = "00000 n") -> String {
      "\(number) 1\n\(PDFObjectWriter.padded(offset)) \(kind) \n"
    }
    let place = revision.sectionStart
    let twice = [entry(number, place), entry(number, old)]
    switch self {
    case .listedTwiceNewFirst: revision.insert(evil, entries: twice.joined())
    case .listedTwiceOldFirst: revision.insert(evil, entries: twice.reversed().joined())
    case .unlisted: revision.insert(evil)
    case .inAComment: revision.insert("% \(number) 0 obj << >> endobj\n")
    case .inAString: revision = revision.overwriting("/TU <", ">", with: "/TU (\(number) 0 obj )")
    case .secondTrailer: revision.insert("trailer\n<< /Root \(number) 0 R >>\n")
    case .otherGeneration:
      revision.insert(
        evil.replacing("0 obj", with: "1 obj"), entries: entry(number + 40, place, "00001 n"))
    case .tableThatCountsFromOne:
      revision.insert("", entries: entry(1, 0, "65535 f"), first: true)
    case .beyondSize:
      revision.insert(
        evil.replacing("\(number) 0", with: "999 0"), entries: entry(999, place))
    case .freed: revision.insert("", entries: entry(number, 0, "00001 f"))
    case .wrongEnd: revision.insert("startxref\n\(old)\n%%EOF\n")
    }
    return try revision.withRanges(revision.wholeFile).signedAgain(by: identity)
  }
}

extension ContentsHole {
  /// Of the last table.
  var sectionStart: Int { (bytes.lastRange(of: Array("\nxref\n".utf8))?.lowerBound ?? 0) + 1 }

  /// The ranges that leave out the hole and nothing else.
  var wholeFile: String {
    "0 "
      + [range.lowerBound, range.upperBound, bytes.count - range.upperBound]
      .map(PDFObjectWriter.padded).joined(separator: " ")
  }

  /// Puts text before the last table and entries into it.
  fileprivate mutating func insert(_ text: String, entries: String = "", first: Bool = false) {
    var file = bytes
    let section = sectionStart
    if let start = file.lastRange(of: Array("startxref\n".utf8))?.upperBound,
      let end = file[start...].firstIndex(of: 10)
    {
      file.replaceSubrange(start..<end, with: Array(String(section + text.utf8.count).utf8))
    }
    let trailer = file.lastRange(of: Array("trailer\n".utf8))?.lowerBound ?? file.count
    file.insert(contentsOf: Array(entries.utf8), at: first ? section + 5 : trailer)
    file.insert(contentsOf: Array(text.utf8), at: section)
    self = ContentsHole(bytes: file, range: range)
  }
}
