/// What a first look at the bytes says: whether there is anything that claims to be a seal.
///
/// Our sealer writes its name into the signature dictionary, inside the signed range. A file that bears it is held to
/// our strict profile and to nothing weaker, so that no change to one of our files can pass as somebody else's.
enum PDFSealMarks: Equatable {
  case none, ours, others

  private static let any = ["/ByteRange", "/SigFlags", "/DocMDP", "/SubFilter", "/Sig"]
  static let own = "/App << /Name /Kanhe >>"
  /// On documents of other programs.
  static let ownElsewhere = "/App << /Name /KanheSeal >>"

  init(in bytes: [UInt8]) {
    if Self.contains(Self.own, bytes) {
      self = .ours
    } else {
      self = Self.any.contains { Self.contains($0, bytes) } ? .others : .none
    }
  }

  static func contains(_ text: String, _ bytes: [UInt8]) -> Bool {
    !offsets(of: text, in: bytes, limit: 1).isEmpty
  }

  /// Where the text begins, first places first.
  static func offsets(of text: String, in bytes: [UInt8], limit: Int) -> [Int] {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return [] }
    var found: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index <= bytes.count - wanted.count, found.count < limit {
        if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) {
          found.append(index)
        }
        index += 1
      }
    }
    return found
  }
}
