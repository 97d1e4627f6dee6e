/// The operators that draw, by their codes (Adobe Technical Note 5177, 4.1).
enum PathOperator: UInt8, CaseIterable {
  case rlineto = 5
  case hlineto, vlineto, rrcurveto
  case rcurveline = 24
  case rlinecurve, vvcurveto, hhcurveto
  case vhcurveto = 30
  case hvcurveto

  /// What the stack holds (ibid., appendix B).
  static let mostArguments = 48

  /// The arguments that one segment adds to an operator.
  struct Part {
    private var numbers: SIMD8<Int32> = .zero
    private(set) var count = 0
    /// Whether the operator may end with this segment, and whether it may take another one.
    let mayBeLast: Bool
    let goesOn: Bool

    fileprivate init(_ mayBeLast: Bool, _ goesOn: Bool, _ numbers: Int...) {
      self.mayBeLast = mayBeLast
      self.goesOn = goesOn
      for number in numbers {
        self.numbers[count] = Int32(clamping: number)
        count += 1
      }
    }

    var bytes: Int {
      var bytes = 0
      forEach { bytes += CharString.bytes(of: $0) }
      return bytes
    }

    func forEach(_ use: (Int) -> Void) {
      for index in 0..<count { use(Int(numbers[index])) }
    }
  }

  /// What a segment adds as the so-manieth of this operator, from 0; nil where it cannot stand there.
  func part(_ segment: GlyphOutline.Segment, number: Int) -> Part? {
    switch segment {
    case .line(let step): part(line: step, number)
    case .curve(let first, let second, let third): part(curve: first, second, third, number)
    }
  }

  private func part(line step: GlyphOutline.Vector, _ number: Int) -> Part? {
    switch self {
    case .rlineto: Part(true, true, step.x, step.y)
    case .rlinecurve: Part(false, true, step.x, step.y)
    case .rcurveline: number > 0 ? Part(true, false, step.x, step.y) : nil
    case .hlineto, .vlineto:
      // One is level and the next upright, in turn.
      if (self == .hlineto) == number.isMultiple(of: 2) {
        step.y == 0 ? Part(true, true, step.x) : nil
      } else {
        step.x == 0 ? Part(true, true, step.y) : nil
      }
    default: nil
    }
  }

  private func part(
    curve first: GlyphOutline.Vector, _ second: GlyphOutline.Vector, _ third: GlyphOutline.Vector,
    _ number: Int
  ) -> Part? {
    switch self {
    case .rrcurveto:
      return Part(true, true, first.x, first.y, second.x, second.y, third.x, third.y)
    case .rcurveline:
      return Part(false, true, first.x, first.y, second.x, second.y, third.x, third.y)
    case .rlinecurve:
      return number > 0
        ? Part(true, false, first.x, first.y, second.x, second.y, third.x, third.y) : nil
    case .hhcurveto:
      guard third.y == 0 else { return nil }
      if first.y == 0 { return Part(true, true, first.x, second.x, second.y, third.x) }
      return number == 0
        ? Part(true, true, first.y, first.x, second.x, second.y, third.x) : nil
    case .vvcurveto:
      guard third.x == 0 else { return nil }
      if first.x == 0 { return Part(true, true, first.y, second.x, second.y, third.y) }
      return number == 0
        ? Part(true, true, first.x, first.y, second.x, second.y, third.y) : nil
    case .hvcurveto, .vhcurveto:
      // Level at one end and upright at the other, in turn; the last may end as it likes.
      if (self == .hvcurveto) == number.isMultiple(of: 2) {
        guard first.y == 0 else { return nil }
        return third.x == 0
          ? Part(true, true, first.x, second.x, second.y, third.y)
          : Part(true, false, first.x, second.x, second.y, third.y, third.x)
      }
      guard first.x == 0 else { return nil }
      return third.y == 0
        ? Part(true, true, first.y, second.x, second.y, third.x)
        : Part(true, false, first.y, second.x, second.y, third.x, third.y)
    case .rlineto, .hlineto, .vlineto: return nil
    }
  }
}
