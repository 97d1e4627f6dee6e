import Cases

/// A fold that was opened again: a dark line with a light one beside it and a change of shade across.
enum Crease {
  static func draw(across page: Box, on canvas: Canvas, _ random: inout Randomness) {
    let down = random.chance(0.5)
    let place = random.pick([0.5, 1.0 / 3, 2.0 / 3]) + random.real(-0.015...0.015)
    let lean = random.real(-1...1)
    func across(_ offset: Double) -> [Point] {
      down
        ? [
          Point(page.left + page.width * place + offset - lean, page.top),
          Point(page.left + page.width * place + offset + lean, page.bottom),
        ]
        : [
          Point(page.left, page.top + page.height * place + offset - lean),
          Point(page.right, page.top + page.height * place + offset + lean),
        ]
    }
    let depth = random.real(0.05...0.16)
    for step in 0..<9 {
      canvas.line(
        across(Double(step) * 1.1), width: 1.12, .grey(0, alpha: depth * (1 - Double(step) / 9)))
    }
    canvas.line(across(-0.25), width: 0.3, .white.faded(depth * 3))
    canvas.line(across(0.05), width: 0.22, .grey(0.1, alpha: depth * 2.2))
  }
}
