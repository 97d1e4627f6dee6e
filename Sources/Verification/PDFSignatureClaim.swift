import Foundation

extension PDFVerifier {
  /// Whether a PDF says of itself that it was signed or sealed, by whatever program. An empty place for a signature, as
  /// forms have one, says nothing yet; `judge` is stricter with what is called a sealed file.
  ///
  /// It is looked for in the bytes: a signature leaves its own string out of what it covers and so stands in no
  /// compressed part of the file (ISO 32000-1, 12.8.1). Two names are enough, so that one changed byte hides nothing.
  package static func bearsSignature(_ pdf: [UInt8]) -> Bool {
    pdf.withUnsafeBytes { bytes in
      var place = 0
      while let slash = bytes.slash(from: place) {
        if claims.contains(where: { bytes.hold($0, at: slash) })
          || bytes.hold(format, at: slash) && bytes.nameFollows(at: slash + format.count)
        {
          return true
        }
        place = slash + 1
      }
      return false
    }
  }

  private static let claims = [
    "/ByteRange", "/DocMDP", PDFSealMarks.own, PDFSealMarks.ownElsewhere,
  ]
  .map { Array($0.utf8) }
  /// Of a signature a name stands behind it, of an empty place a list of what may come.
  private static let format = Array("/SubFilter".utf8)
}

extension UnsafeRawBufferPointer {
  /// The next `/`, by memchr(3): files are large, and most are not signed.
  fileprivate func slash(from place: Int) -> Int? {
    guard let start = baseAddress, place < count,
      let found = memchr(start + place, 0x2F, count - place)
    else { return nil }
    return UnsafeRawPointer(found) - start
  }

  fileprivate func hold(_ pattern: [UInt8], at place: Int) -> Bool {
    guard let start = baseAddress, place <= count - pattern.count else { return false }
    return memcmp(start + place, pattern, pattern.count) == 0
  }

  /// Whether a name follows, with nothing but white space before it (7.2.2).
  fileprivate func nameFollows(at place: Int) -> Bool {
    dropFirst(place).first { ![0, 9, 10, 12, 13, 32].contains($0) } == 0x2F
  }
}
