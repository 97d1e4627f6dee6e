/// Goes through a PDF from its first byte to its last and picks out names, beginnings of objects, and streams. It follows no
/// reference and believes no length, so that it ends after one pass whatever the bytes are.
struct PDFTokenScanner {
  enum Token {
    /// `N G obj`, with N; -1 where no number can be made out.
    case object(Int)
    /// With its escapes resolved.
    case name(String)
    /// The data of a stream, and the names in the dictionary before it.
    case stream(Range<Int>, Set<String>)
  }

  private(set) var position = 0
  private let bytes: [UInt8]
  /// Names since the last object began.
  private var names: Set<String> = []

  private static let longestName = 127
  private static let mostNames = 4096
  private static let endstream = Array("endstream".utf8)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "/"): return .name(name())
      case UInt8(ascii: "o") where sees("obj") && !follows("end"):
        let number = numberBefore(position)
        position += 3
        names = []
        return .object(number)
      case UInt8(ascii: "s") where sees("stream") && !follows("end"):
        position += 6
        return .stream(data(), names)
      default: position += 1
      }
    }
    return nil
  }

  private func sees(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    return count <= bytes.count - position
      && word.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + count]) }
  }

  private func follows(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    return count <= position
      && word.withUTF8Buffer { $0.elementsEqual(bytes[position - count..<position]) }
  }

  private mutating func name() -> String {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count, PDFSyntax.isRegular(bytes[position]) {
      if bytes[position] == UInt8(ascii: "#"), position + 2 < bytes.count,
        let high = PDFSyntax.nibble(bytes[position + 1]),
        let low = PDFSyntax.nibble(bytes[position + 2])
      {
        text.append(high << 4 | low)
        position += 3
      } else {
        text.append(bytes[position])
        position += 1
      }
      if text.count > Self.longestName { break }
    }
    let name = PDFBytes.text(text[...])
    if names.count < Self.mostNames { names.insert(name) }
    return name
  }

  /// From behind the line end after `stream` to before `endstream`, or to the end.
  private mutating func data() -> Range<Int> {
    if position < bytes.count, bytes[position] == 13 { position += 1 }
    if position < bytes.count, bytes[position] == 10 { position += 1 }
    let start = position
    while position < bytes.count {
      if bytes[position] == Self.endstream[0], sees("endstream") { break }
      position += 1
    }
    let range = start..<position
    position = min(bytes.count, position + Self.endstream.count)
    return range
  }

  /// N of the `N G ` that ends at that place.
  private func numberBefore(_ place: Int) -> Int {
    let words = bytes[max(0, place - 32)..<place].split(whereSeparator: PDFSyntax.isSpace)
    guard words.count >= 2 else { return -1 }
    return Int(String(decoding: words[words.count - 2], as: UTF8.self)) ?? -1
  }

  /// The head of an object stream: number and offset of each object, as long as they are numbers; and where the first
  /// object begins.
  static func packedObjects(
    in bytes: [UInt8], atMost most: Int
  ) -> (objects: [(number: Int, offset: Int)], first: Int) {
    var objects: [(Int, Int)] = []
    var syntax = PDFLooseSyntax(bytes, at: 0)
    while true {
      syntax.skipSpace()
      guard objects.count < most, let byte = syntax.byte, (48...57).contains(byte),
        let number = syntax.digits(),
        let offset = syntax.digits()
      else { return (objects, syntax.position) }
      objects.append((number, offset))
    }
  }
}

extension PDFLooseSyntax {
  /// A whole number of up to nine digits, after white space.
  fileprivate mutating func digits() -> Int? {
    skipSpace()
    let start = position
    while let next = byte, (48...57).contains(next), position - start < 9 { position += 1 }
    return Int(String(decoding: bytes[start..<position], as: UTF8.self))
  }
}
