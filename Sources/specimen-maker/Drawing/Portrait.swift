import CCairo
import Cases

/// A silhouette in place of a photograph: nobody's face.
enum Portrait {
  static func draw(in box: Box, design: Int, on canvas: Canvas) throws {
    canvas.roundedPath(box, radius: 0.3)
    try canvas.clipped {
      let back = [Ink(0.82, 0.86, 0.92), Ink(0.88, 0.9, 0.92), Ink(0.78, 0.84, 0.9)][design % 3]
      canvas.fill(box, back)
      silhouette(in: box, design, canvas)
      try mark(in: box, canvas)
    }
  }

  private static func silhouette(in box: Box, _ design: Int, _ canvas: Canvas) {
    let tone = Ink.grey([0.5, 0.42, 0.56][design % 3])
    let middle = box.middle.x
    let unit = box.width / 26
    canvas.fill(
      Box(
        left: middle - 2.6 * unit, top: box.top + 17 * unit, right: middle + 2.6 * unit,
        bottom: box.top + 24 * unit), tone)
    canvas.use(tone)
    for (x, y, across, down) in [
      (middle, box.top + 12 * unit, 5.4, 7.2), (middle, box.bottom, 11.0, 9.4),
    ] {
      cairo_save(canvas.context)
      cairo_translate(canvas.context, x, y)
      cairo_scale(canvas.context, across * unit, down * unit)
      cairo_arc(canvas.context, 0, 0, 1, 0, 2 * .pi)
      cairo_restore(canvas.context)
      cairo_fill(canvas.context)
    }
  }

  private static func mark(in box: Box, _ canvas: Canvas) throws {
    let style = TextStyle(.notoSans, box.width * 0.13, bold: true, ink: Ink(0.86, 0.22, 0.2))
    try canvas.text(
      SpecimenMark.text, x: box.middle.x, y: box.bottom - box.height * 0.2, style, .centre)
  }
}
