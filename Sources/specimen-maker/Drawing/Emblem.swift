/// A disc where the national emblem would be. It is not the emblem and says so.
enum Emblem {
  static func draw(x: Double, y: Double, radius: Double, on canvas: Canvas) throws {
    canvas.disc(x: x, y: y, radius: radius, Ink(0.76, 0.12, 0.14))
    canvas.ring(x: x, y: y, radius: radius * 0.84, width: radius * 0.05, Ink(0.92, 0.78, 0.45))
    canvas.disc(x: x, y: y, radius: radius * 0.58, Ink(0.88, 0.74, 0.42))
    let style = TextStyle(.notoSans, radius * 0.5, bold: true, ink: Ink(0.7, 0.1, 0.1))
    try canvas.text("样本", x: x, y: y - radius * 0.25, style, .centre)
  }
}
