/// A bare, CID-keyed CFF font program, read from its standard (Adobe Technical Notes 5176 and 5177) and not from what
/// writes ours.
struct CFFReading {
  /// Charstrings by glyph.
  let glyphs: [[UInt8]]
  /// Thousandths of an em in a unit.
  let scale: Double
  private let usualWidth: Double
  private let nominalWidth: Double

  init?(_ bytes: [UInt8]) {
    guard bytes.count > 4, bytes[0] == 1 else { return nil }
    var place = Int(bytes[2])
    _ = Self.index(bytes, &place)
    guard let top = Self.index(bytes, &place).first.map(Self.dictionary) else { return nil }
    guard var glyphs = top[17]?.first.map({ Int($0) }),
      var fonts = top[12 << 8 | 36]?.first.map({ Int($0) }), top[12 << 8 | 30] != nil
    else { return nil }
    self.glyphs = Self.index(bytes, &glyphs)
    scale = (top[12 << 8 | 7]?.first ?? 0.001) * 1000
    let font = Self.index(bytes, &fonts).first.map(Self.dictionary) ?? [:]
    let place18 = font[18]?.map { Int($0) } ?? [0, 0]
    guard place18.count == 2, place18[0] + place18[1] <= bytes.count else { return nil }
    let values = Self.dictionary(Array(bytes[place18[1]..<place18[1] + place18[0]]))
    usualWidth = values[20]?.first ?? 0
    nominalWidth = values[21]?.first ?? 0
  }

  /// In thousandths of an em.
  func width(of glyph: Int) -> Double {
    let told = Type2Reading(glyphs[glyph]).width
    return (told.map { Double($0) + nominalWidth } ?? usualWidth) * scale
  }

  private static func index(_ bytes: [UInt8], _ place: inout Int) -> [[UInt8]] {
    func number(_ start: Int, _ size: Int) -> Int {
      bytes[start..<start + size].reduce(0) { $0 << 8 | Int($1) }
    }
    let count = number(place, 2)
    guard count > 0 else {
      place += 2
      return []
    }
    let size = Int(bytes[place + 2])
    let offsets = (0...count).map { number(place + 3 + $0 * size, size) }
    let data = place + 3 + (count + 1) * size - 1
    place = data + offsets[count]
    return (0..<count).map { Array(bytes[data + offsets[$0]..<data + offsets[$0 + 1]]) }
  }

  /// Operands by operator; those of two bytes as `12 << 8 | second`.
  private static func dictionary(_ bytes: [UInt8]) -> [Int: [Double]] {
    var entries: [Int: [Double]] = [:]
    var stack: [Double] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 12: entries[12 << 8 | Int(rest.popFirst() ?? 0)] = stack
      case 0...21: entries[Int(byte)] = stack
      case 28:
        stack.append(Double(Int16(truncatingIfNeeded: rest.take(2))))
        continue
      case 29:
        stack.append(Double(Int32(truncatingIfNeeded: rest.take(4))))
        continue
      case 30:
        stack.append(real(&rest))
        continue
      case 32...246:
        stack.append(Double(byte) - 139)
        continue
      default: return entries
      }
      stack = []
    }
    return entries
  }

  private static func real(_ rest: inout ArraySlice<UInt8>) -> Double {
    let marks = Array("0123456789.EX?-").map(String.init)
    var text = ""
    while let byte = rest.popFirst() {
      for nibble in [byte >> 4, byte & 15] where nibble < 15 { text += marks[Int(nibble)] }
      if byte & 15 == 15 { break }
    }
    return Double(text) ?? 0
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func take(_ count: Int) -> Int {
    let taken = prefix(count).reduce(0) { $0 << 8 | Int($1) }
    self = dropFirst(count)
    return taken
  }
}

/// A charstring without hints and subroutines, carried out.
struct Type2Reading {
  enum Step: Equatable {
    case move(Int, Int)
    case line(Int, Int)
    case curve(Int, Int, Int, Int, Int, Int)
  }

  private(set) var width: Int?
  /// In absolute coordinates.
  private(set) var steps: [Step] = []
  /// Whether every byte was understood, and the last was the end.
  private(set) var isSound = false
  private var (x, y) = (0, 0)
  private var stack: [Int] = []
  private var hasBegun = false

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 32...246: stack.append(Int(byte) - 139)
      case 247...250: stack.append((Int(byte) - 247) << 8 + Int(rest.popFirst() ?? 0) + 108)
      case 251...254: stack.append(-(Int(byte) - 251) << 8 - Int(rest.popFirst() ?? 0) - 108)
      case 28: stack.append(Int(Int16(truncatingIfNeeded: rest.take(2))))
      default:
        guard stack.count <= 48, carryOut(byte) else { return }
        stack = []
        if byte == 14 {
          isSound = rest.isEmpty
          return
        }
      }
    }
  }

  private mutating func carryOut(_ code: UInt8) -> Bool {
    let needed = [14: 0, 21: 2, 22: 1, 4: 1][code]
    if let needed, !hasBegun {
      if stack.count > needed { width = stack.removeFirst() }
      hasBegun = true
    }
    let many = stack
    switch code {
    case 14: return many.isEmpty
    case 21: move(many[0], many[1])
    case 22: move(many[0], 0)
    case 4: move(0, many[0])
    case 5: for at in stride(from: 0, to: many.count, by: 2) { line(many[at], many[at + 1]) }
    case 6, 7:
      for (at, length) in many.enumerated() {
        if (at % 2 == 0) == (code == 6) { line(length, 0) } else { line(0, length) }
      }
    case 8: curves(many[...])
    case 24:
      curves(many.dropLast(2))
      line(many[many.count - 2], many[many.count - 1])
    case 25:
      for at in stride(from: 0, to: many.count - 6, by: 2) { line(many[at], many[at + 1]) }
      curves(many.suffix(6))
    case 26, 27: straight(many, isLevel: code == 27)
    case 30, 31: turning(many, startsLevel: code == 31)
    default: return false
    }
    return true
  }

  /// vvcurveto, hhcurveto.
  private mutating func straight(_ many: [Int], isLevel: Bool) {
    var extra = many.count % 4 == 1 ? many[0] : 0
    for at in stride(from: many.count % 4, to: many.count, by: 4) {
      let (a, b, c, d) = (many[at], many[at + 1], many[at + 2], many[at + 3])
      if isLevel { curve(a, extra, b, c, d, 0) } else { curve(extra, a, b, c, 0, d) }
      extra = 0
    }
  }

  /// hvcurveto, vhcurveto.
  private mutating func turning(_ many: [Int], startsLevel: Bool) {
    var isLevel = startsLevel
    for at in stride(from: 0, to: many.count - many.count % 4, by: 4) {
      let last = at + 5 == many.count ? many[at + 4] : 0
      let (a, b, c, d) = (many[at], many[at + 1], many[at + 2], many[at + 3])
      if isLevel { curve(a, 0, b, c, last, d) } else { curve(0, a, b, c, d, last) }
      isLevel.toggle()
    }
  }

  private mutating func curves(_ many: ArraySlice<Int>) {
    for at in stride(from: many.startIndex, to: many.endIndex, by: 6) {
      curve(many[at], many[at + 1], many[at + 2], many[at + 3], many[at + 4], many[at + 5])
    }
  }

  private mutating func move(_ dx: Int, _ dy: Int) {
    (x, y) = (x + dx, y + dy)
    steps.append(.move(x, y))
  }

  private mutating func line(_ dx: Int, _ dy: Int) {
    (x, y) = (x + dx, y + dy)
    steps.append(.line(x, y))
  }

  private mutating func curve(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, _ f: Int) {
    let first = (x + a, y + b)
    let second = (first.0 + c, first.1 + d)
    (x, y) = (second.0 + e, second.1 + f)
    steps.append(.curve(first.0, first.1, second.0, second.1, x, y))
  }
}
