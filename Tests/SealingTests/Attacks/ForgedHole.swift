/// Changes of the one string that no signature covers, and of what says where it is.
enum ForgedHole: String, CaseIterable {
  case lowerCaseDigits, mixedCaseDigits, spaceInside, lineEndInside, emptyString, onlyZeros
  case stringEndsEarly, literalString, objectInThePadding, digitAfterTheEnd
  case noByteRange, twoByteRanges, emptyByteRange, sixNumbers, negativeNumber, overlappingRanges
  case rangeNotFromZero, rangeEndsEarly, rangeBeyondTheEnd, gapWiderThanTheString, gapNarrower
  case nullContents, contentsMissing, contentsAsReference

  func file(_ hole: ContentsHole, of hall: Hall) throws -> [UInt8] {
    switch self {
    case .lowerCaseDigits: hole.replacing { $0.map(Self.lower) }
    case .mixedCaseDigits:
      hole.replacing { Array($0.prefix(200)).map(Self.lower) + $0.dropFirst(200) }
    case .spaceInside: hole.replacing { $0.dropLast(2) + Array("  ".utf8) }
    case .lineEndInside:
      hole.replacing { $0.prefix(100) + [10, 10] + $0.dropFirst(100).dropLast(2) }
    case .emptyString: hole.replacing { [62] + $0.dropFirst(2).map { _ in 32 } + [60] }
    case .onlyZeros: hole.replacing { $0.map { _ in 48 } }
    case .stringEndsEarly: hole.replacing { $0.dropLast(9) + Array("> /X <000".utf8) }
    case .literalString: hole.replacingAll { [40] + $0.dropFirst().dropLast() + [41] }
    case .objectInThePadding: Self.objectInThePadding(hole)
    case .digitAfterTheEnd: hole.replacing { $0.dropLast(1) + [49] }
    default: try signedAgain(hole, hall)
    }
  }

  /// The signed part is changed too, so the true key signs again.
  private func signedAgain(_ hole: ContentsHole, _ hall: Hall) throws -> [UInt8] {
    let numbers = [
      0, hole.range.lowerBound, hole.range.upperBound, hole.bytes.count - hole.range.upperBound,
    ]
    let forged: ContentsHole =
      switch self {
      case .noByteRange: hole.changed("/ByteRange [", "/ByteRangX [")
      case .twoByteRanges: hole.changed("/Filter /Adobe.PPKLite", "/ByteRange [0 1 2 3]  ")
      case .emptyByteRange: hole.withRanges("")
      case .sixNumbers: hole.withRanges("0 1 2 \(numbers[1]) \(numbers[2]) 9")
      case .negativeNumber: hole.withRanges("0 \(numbers[1]) \(numbers[2]) -\(numbers[3])")
      case .overlappingRanges: hole.withRanges("0 \(numbers[1]) \(numbers[1]) \(numbers[3])")
      case .rangeNotFromZero: hole.withRanges("1 \(numbers[1]) \(numbers[2]) \(numbers[3])")
      case .rangeEndsEarly: hole.withRanges("0 \(numbers[1]) \(numbers[2]) \(numbers[3] - 6)")
      case .rangeBeyondTheEnd: hole.withRanges("0 \(numbers[1]) \(numbers[2]) \(numbers[3] + 6)")
      case .gapWiderThanTheString:
        hole.withRanges("0 \(numbers[1] - 1) \(numbers[2] + 1) \(numbers[3] - 1)")
      case .gapNarrower: hole.withRanges("0 \(numbers[1] + 1) \(numbers[2]) \(numbers[3])")
      case .contentsMissing: hole.changed("] /Contents <", "] /Contentz <")
      case .nullContents: hole.changed("] /Contents <", "] /Contents null /X <")
      case .contentsAsReference: hole.changed("] /Contents <", "] /Contents 9 0 R /X <")
      default: hole
      }
    return try forged.signedAgain(by: hall.identity)
  }

  /// Signature wrapping: the string ends after the CMS, and the room that the zeros had holds another object.
  private static func objectInThePadding(_ hole: ContentsHole) -> [UInt8] {
    let evil = Array(
      "> /X 1 >>\nendobj\n2 0 obj\n<< /Type /Page /Contents 99 0 R >>\nendobj\n<<".utf8)
    let used = hole.cms.count * 2
    return hole.replacing { digits in
      let room = digits.count - used - evil.count
      return digits.prefix(used) + evil + [UInt8](repeating: 32, count: room)
    }
  }

  private static func lower(_ digit: UInt8) -> UInt8 {
    (65...70).contains(digit) ? digit + 32 : digit
  }
}

extension ContentsHole {
  /// The file with other bytes between the angle brackets; as many, or the ranges would not fit.
  func replacing(_ change: (ArraySlice<UInt8>) -> [UInt8]) -> [UInt8] {
    var file = bytes
    let inside = range.dropFirst().dropLast()
    file.replaceSubrange(inside, with: change(bytes[inside]))
    return file
  }

  func replacingAll(_ change: (ArraySlice<UInt8>) -> [UInt8]) -> [UInt8] {
    var file = bytes
    file.replaceSubrange(range, with: change(bytes[range]))
    return file
  }

  /// The same with `old`, where it stands last, replaced by `new`; the hole may move.
  func changed(_ old: String, _ new: String) -> ContentsHole {
    guard let place = bytes.lastRange(of: Array(old.utf8)) else { return self }
    var file = bytes
    file.replaceSubrange(place, with: Array(new.utf8))
    let shift = place.lowerBound < range.lowerBound ? new.utf8.count - old.utf8.count : 0
    return ContentsHole(
      bytes: file, range: range.lowerBound + shift..<range.upperBound + shift)
  }

  /// The same with other text in the room between the last `start` and the `end` that follows it, both included.
  func overwriting(_ start: String, _ end: String, with text: String) -> ContentsHole {
    guard let first = bytes.lastRange(of: Array(start.utf8)),
      let last = bytes[first.upperBound...].firstRange(of: Array(end.utf8))
    else { return self }
    var file = bytes
    let room = first.lowerBound..<last.upperBound
    let padding = String(repeating: " ", count: max(0, room.count - text.utf8.count))
    file.replaceSubrange(room, with: Array((text + padding).utf8))
    return ContentsHole(bytes: file, range: range)
  }

  /// The same with these numbers in ByteRange, in the room that there is.
  func withRanges(_ numbers: String) -> ContentsHole {
    guard let start = bytes.lastRange(of: Array("/ByteRange [".utf8))?.upperBound,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "]"))
    else { return self }
    var file = bytes
    let padding = String(repeating: " ", count: max(0, end - start - numbers.utf8.count))
    file.replaceSubrange(start..<end, with: Array((numbers + padding).utf8))
    return ContentsHole(bytes: file, range: range)
  }
}

extension [UInt8] {
  func lastRange(of wanted: [UInt8]) -> Range<Int>? {
    guard count >= wanted.count else { return nil }
    return stride(from: count - wanted.count, through: 0, by: -1)
      .first { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { $0..<$0 + wanted.count }
  }
}
