import Cases

/// The blank licence: paper, line work, frame.
enum LicencePaper {
  static func draw(_ look: LicenceLook, _ page: Box, on canvas: Canvas) {
    canvas.fill(page, look.paper)
    let inner = page.grown(x: -look.inset - 8.5, y: -look.inset - 8.5)
    canvas.use(look.paper)
    look.pattern.draw(
      in: inner, pitch: look.pitch, width: 0.14, [look.frame.faded(0.16), look.frame.faded(0.1)],
      on: canvas)
    canvas.outline(page.grown(x: -look.inset, y: -look.inset), width: 1.6, look.frame)
    canvas.outline(page.grown(x: -look.inset - 2.5, y: -look.inset - 2.5), width: 0.4, look.frame)
    guard !look.plainFrame else { return }
    canvas.outline(inner, width: 0.8, look.frame)
    for x in [inner.left, inner.right] {
      for y in [inner.top, inner.bottom] {
        canvas.fill(Box(left: x - 4, top: y - 4, right: x + 4, bottom: y + 4), look.paper)
        canvas.ring(x: x, y: y, radius: 3.4, width: 0.8, look.frame)
        canvas.disc(x: x, y: y, radius: 1.6, look.frame)
      }
    }
  }
}
