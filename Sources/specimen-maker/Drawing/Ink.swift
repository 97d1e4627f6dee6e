/// A colour, each part 0 to 1.
struct Ink {
  var red, green, blue, alpha: Double

  init(_ red: Double, _ green: Double, _ blue: Double, alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  static func grey(_ level: Double, alpha: Double = 1) -> Ink {
    Ink(level, level, level, alpha: alpha)
  }

  static let black = Ink(0.07, 0.07, 0.08)
  static let white = Ink(1, 1, 1)
  static let seal = Ink(0.84, 0.1, 0.12)

  func faded(_ alpha: Double) -> Ink { Ink(red, green, blue, alpha: alpha) }
}
