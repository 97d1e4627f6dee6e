import CCairo
import Cases
import Foundation

/// A page as a scanner sees it, drawn on the spot: paper or glass, cards, print, dirt.
final class Desk {
  /// ISO/IEC 7810 ID-1, in millimetres.
  static let card = (width: 85.6, height: 54.0, radius: 3.2)

  /// Pixels for a millimetre.
  let scale: Double
  private let surface: OpaquePointer?
  private let context: OpaquePointer?

  /// Size in millimetres; grey from 0 to 1.
  init(width: Double, height: Double, scale: Double, grey: Double) {
    self.scale = scale
    surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32((width * scale).rounded()), Int32((height * scale).rounded()))
    context = cairo_create(surface)
    cairo_set_source_rgb(context, grey, grey, grey)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Puts a card there, turned clockwise around its middle. Returns its corners in pixels, clockwise from the top left.
  @discardableResult
  func put(cardAt middle: Point, degrees: Double, grey: Double, outline: Bool = true) -> [Point] {
    let (w, h, r) = (Self.card.width, Self.card.height, Self.card.radius)
    cairo_save(context)
    cairo_translate(context, middle.x, middle.y)
    cairo_rotate(context, degrees * .pi / 180)
    cairo_translate(context, -w / 2, -h / 2)
    if outline {
      cairo_new_path(context)
      for (x, y, start) in [(w - r, r, -0.5), (w - r, h - r, 0), (r, h - r, 0.5), (r, r, 1)] {
        cairo_arc(context, x, y, r, start * .pi, (start + 0.5) * .pi)
      }
      cairo_close_path(context)
      cairo_set_source_rgb(context, grey, grey, grey)
      cairo_fill(context)
    }
    print(x: 6, y: 7, width: 42, lines: 5, pitch: 6)
    print(x: 6, y: 45, width: 74, lines: 1, pitch: 6)
    fill(x: 58, y: 8, width: 21, height: 28, grey: 0.45)
    cairo_restore(context)
    return [(-w, -h), (w, -h), (w, h), (-w, h)].map { x, y in
      let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
      return Point(
        (middle.x + (x * cosine - y * sine) / 2) * scale,
        (middle.y + (x * sine + y * cosine) / 2) * scale)
    }
  }

  /// Lines of words, each word a row of strokes.
  func print(x: Double, y: Double, width: Double, lines: Int, pitch: Double) {
    for line in 0..<lines {
      var at = x
      while at < x + width {
        if Int(at * 7) % 5 != 0 {
          fill(x: at, y: y + Double(line) * pitch, width: 0.7, height: 3, grey: 0.1)
          fill(x: at, y: y + Double(line) * pitch + 1, width: 2, height: 0.6, grey: 0.1)
        }
        at += 2.6
      }
    }
  }

  /// A page of print that leans that much.
  func print(leaning degrees: Double, on paper: (width: Double, height: Double)) {
    cairo_save(context)
    cairo_translate(context, paper.width / 2, paper.height / 2)
    cairo_rotate(context, degrees * .pi / 180)
    cairo_translate(context, -paper.width / 2, -paper.height / 2)
    print(x: 25, y: 25, width: paper.width - 50, lines: 30, pitch: 8)
    cairo_restore(context)
  }

  func fill(x: Double, y: Double, width: Double, height: Double, grey: Double) {
    cairo_rectangle(context, x, y, width, height)
    cairo_set_source_rgb(context, grey, grey, grey)
    cairo_fill(context)
  }

  /// What a copier adds: dirt on its glass and a streak from its drum.
  func copy(dirt: Int, streakAt x: Double, on paper: (width: Double, height: Double)) {
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<dirt {
      fill(
        x: .random(in: 0...paper.width, using: &numbers),
        y: .random(in: 0...paper.height, using: &numbers), width: 0.5, height: 0.5, grey: 0.3)
    }
    fill(x: x, y: 0, width: 0.4, height: paper.height, grey: 0.5)
  }

  var png: [UInt8] { pngFile(of: surface) }
}
