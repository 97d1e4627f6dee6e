import CCairo
import Cases
import Foundation

/// Things that lie about on a desk.
enum Clutter: CaseIterable {
  case printedSheet, sheetStack, pen, coin, note, keyboard, blankCard, cable, cup

  /// Draws one thing with its middle at the origin.
  func draw(on canvas: Canvas, _ random: inout Randomness) throws {
    switch self {
    case .printedSheet: try Self.sheet(on: canvas, &random)
    case .sheetStack:
      for _ in 0..<random.whole(2...4) {
        try canvas.place(
          x: random.real(-14...14), y: random.real(-14...14), degrees: random.real(-16...16)
        ) { try Self.sheet(on: canvas, &random) }
      }
    case .pen: Self.pen(on: canvas, &random)
    case .coin: Self.coin(on: canvas, &random)
    case .note: Self.note(on: canvas, &random)
    case .keyboard: Keyboard.draw(on: canvas, &random)
    case .blankCard: Self.blankCard(on: canvas, &random)
    case .cable: Self.cable(on: canvas, &random)
    case .cup: Self.cup(on: canvas, &random)
    }
  }

  /// How far it reaches from its middle, in millimetres.
  var reach: Double {
    switch self {
    case .printedSheet: 150
    case .sheetStack: 165
    case .pen: 70
    case .coin: 13
    case .note: 38
    case .keyboard: 110
    case .blankCard: 44
    case .cable: 60
    case .cup: 42
    }
  }

  private static func sheet(on canvas: Canvas, _ random: inout Randomness) throws {
    let page = Box(left: -105, top: -148, right: 105, bottom: 148)
    CastShadow.draw(under: page, radius: 0, away: Point(0.8, 1), softness: 1.8, on: canvas)
    canvas.fill(page, .grey(random.real(0.86...0.97)))
    let size = random.real(3.2...5)
    let style = TextStyle(random.pick([.notoSans, .ming, .notoSerif]), size, ink: .grey(0.25))
    let written = random.chance(0.35)
    for y in stride(from: -128.0, to: 132, by: size * 2.1) where random.chance(0.9) {
      let right = random.chance(0.8) ? 85.0 : random.real(-60...60)
      if written {
        let line = Array(DeskWords.lines).shuffled(using: &random).joined()
        try canvas.text(String(line.prefix(Int((right + 85) / size))), x: -85, y: y, style)
      } else {
        canvas.fill(
          Box(left: -85, top: y, right: right, bottom: y + size * 0.55),
          .grey(0.45, alpha: random.real(0.35...0.6)))
      }
    }
  }

  private static func pen(on canvas: Canvas, _ random: inout Randomness) {
    let ink = Ink(random.real(0...0.9), random.real(0...0.6), random.real(0...0.8))
    let barrel = Box(left: -64, top: -4.4, right: 64, bottom: 4.4)
    CastShadow.draw(under: barrel, radius: 4, away: Point(1.5, 3), softness: 4, on: canvas)
    canvas.roundedPath(barrel, radius: 4)
    canvas.clipped {
      canvas.shade(
        barrel, from: Point(0, -4.4), to: Point(0, 4.4),
        [
          ink, Ink(min(1, ink.red + 0.4), min(1, ink.green + 0.4), min(1, ink.blue + 0.4)), ink,
          .black,
        ])
      canvas.fill(Box(left: 40, top: -5, right: 44, bottom: 5), .grey(0.75))
    }
  }

  private static func coin(on canvas: Canvas, _ random: inout Randomness) {
    let metal = random.pick([Ink(0.76, 0.76, 0.77), Ink(0.8, 0.68, 0.42)])
    let box = Box(left: -12, top: -12, right: 12, bottom: 12)
    CastShadow.draw(under: box, radius: 12, away: Point(0.7, 1), softness: 1.5, on: canvas)
    canvas.disc(x: 0, y: 0, radius: 12, metal)
    canvas.ring(x: 0, y: 0, radius: 11, width: 0.6, .grey(0.4, alpha: 0.6))
    canvas.ring(x: 0, y: 0, radius: 5, width: 1.4, .grey(0.95, alpha: 0.4))
  }

  private static func note(on canvas: Canvas, _ random: inout Randomness) {
    let paper = random.pick([Ink(0.98, 0.92, 0.5), Ink(0.98, 0.7, 0.78), Ink(0.66, 0.88, 0.96)])
    let box = Box(left: -38, top: -38, right: 38, bottom: 38)
    CastShadow.draw(under: box, radius: 0, away: Point(0.6, 1.4), softness: 2.4, on: canvas)
    canvas.shade(
      box, from: Point(0, -38), to: Point(0, 38),
      [paper, Ink(paper.red * 0.9, paper.green * 0.9, paper.blue * 0.9)])
  }

  private static func blankCard(on canvas: Canvas, _ random: inout Randomness) {
    let box = Box(left: -42.8, top: -27, right: 42.8, bottom: 27)
    CastShadow.draw(under: box, radius: 3.2, away: Point(0.7, 0.9), softness: 1.6, on: canvas)
    canvas.roundedPath(box, radius: 3.2)
    let first = Ink(random.real(0.1...0.9), random.real(0.1...0.8), random.real(0.2...0.9))
    let second = Ink(random.real(0.1...0.9), random.real(0.1...0.8), random.real(0.2...0.9))
    canvas.clipped {
      canvas.shade(box, from: Point(-43, -27), to: Point(43, 27), [first, second])
      canvas.fill(Box(left: -33, top: -9, right: -21, bottom: 0), Ink(0.83, 0.72, 0.42))
    }
  }

  private static func cable(on canvas: Canvas, _ random: inout Randomness) {
    let (swing, turns) = (random.real(10...34), random.real(0.6...2.2))
    let points = stride(from: -60.0, through: 60, by: 1.5).map { x in
      Point(x, swing * sin(x / 60 * .pi * turns))
    }
    canvas.line(points.map { Point($0.x + 1, $0.y + 2) }, width: 4, .grey(0, alpha: 0.2))
    let tone = random.pick([0.12, 0.92])
    canvas.line(points, width: 3.4, .grey(tone))
    canvas.line(points, width: 1, .grey(tone + 0.07))
  }

  private static func cup(on canvas: Canvas, _ random: inout Randomness) {
    let glaze = random.pick([Ink.grey(0.93), Ink(0.25, 0.36, 0.5), Ink(0.55, 0.2, 0.16)])
    let box = Box(left: -40, top: -40, right: 40, bottom: 40)
    CastShadow.draw(under: box, radius: 40, away: Point(7, 10), softness: 14, on: canvas)
    canvas.disc(x: 0, y: 0, radius: 40, glaze)
    canvas.disc(x: 0, y: 0, radius: 36.5, Ink(glaze.red * 0.7, glaze.green * 0.7, glaze.blue * 0.7))
    canvas.disc(x: 1, y: 1.6, radius: 34, Ink(0.2, 0.11, 0.06))
  }
}

/// What stands on papers that nobody asks about.
enum DeskWords {
  static let lines: Set<String> = [
    "会议纪要", "请于每周一上午九时前提交上周小结", "物品领用登记", "复印纸两箱", "本月值班安排如下", "请各科室按时报送",
    "联系人及电话见附表", "第三季度工作要点", "打印机维修单", "一、基本情况", "二、下一步打算", "注意事项",
  ]
}
