import Cases

/// The blank card: colour, line work, edge.
enum CardPaper {
  static func draw(
    _ look: CardLook, width: Double, height: Double, radius: Double, on canvas: Canvas
  ) throws {
    let box = Box(left: 0, top: 0, right: width, bottom: height)
    canvas.roundedPath(box, radius: radius)
    canvas.clipped {
      canvas.shade(box, from: Point(0, 0), to: Point(width, height * 0.4), look.paper)
      look.pattern.draw(in: box, pitch: look.pitch, width: 0.09, look.lines, on: canvas)
    }
  }
}
