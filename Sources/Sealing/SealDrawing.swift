package import Cases
import Foundation
import Typefaces

/// Draws the round seal of an organ: ring, star, the name on the arc from left to right, the kind and the code below
/// (GB/T 33481; diameter 42 mm).
package enum SealDrawing {
  static let diameter = 42 * millimetre
  private static let millimetre = 72 / 25.4

  /// - Throws: `missing_font`, `missing_glyph`, `sealing_failed`.
  package static func draw(organ: String, kind: String, code: String) throws(Problem) -> SealPicture
  {
    let font = try LoadedFont(.serifBold, in: PangoContext())
    try font.requireGlyphs(for: organ + kind + code)
    let outline = try SealOutline(size: diameter)
    outline.ring(radius: diameter / 2, width: 1.2 * millimetre)
    outline.star(radius: 6.6 * millimetre)
    try setName(organ, on: outline)
    let middle = diameter / 2
    try outline.text(kind, .serifBold, points: 11, x: middle, y: middle + 11.2 * millimetre)
    try setCode(code, on: outline)
    let scale = 1 / SealOutline.precision
    let content = "q /G gs 0.85 0 0 rg \(scale) 0 0 \(scale) 0 0 cm\n\(outline.operators)Q\n"
    return SealPicture(
      size: diameter, stream: Data(try Deflate.compress(Array(content.utf8))))
  }

  /// The longer the name, the wider its arc (at most 280°) and the narrower its characters.
  private static func setName(_ name: String, on outline: SealOutline) throws(Problem) {
    let span = min(226, 22 * Double(max(0, name.count - 1))) * .pi / 180
    let radius = diameter / 2 - 4.9 * millimetre
    // Measured where the feet of the characters stand, so that they do not touch.
    let feet = radius - 2.4 * millimetre
    let pitch = name.count > 1 ? feet * span / Double(name.count - 1) : 16
    let points = min(15, pitch * 1.35)
    try setOnArc(
      name, on: outline, radius: radius, top: true, span: span, points: points,
      stretch: min(0.9, pitch / points))
  }

  private static func setCode(_ code: String, on outline: SealOutline) throws(Problem) {
    try setOnArc(
      code, on: outline, radius: diameter / 2 - 2.7 * millimetre, top: false,
      span: 4.6 * Double(max(0, code.count - 1)) * .pi / 180, points: 6.2, stretch: 1)
  }

  private static func setOnArc(
    _ text: String, on outline: SealOutline, radius: Double, top: Bool, span: Double,
    points: Double, stretch: Double
  ) throws(Problem) {
    let characters = text.map(String.init)
    for (index, character) in characters.enumerated() {
      let part = characters.count > 1 ? Double(index) / Double(characters.count - 1) - 0.5 : 0
      // Clockwise from straight up; along the lower edge text runs the other way round and stands on its feet.
      let turn = top ? part * span : .pi - part * span
      try outline.text(
        character, .serifBold, points: points, x: diameter / 2 + radius * sin(turn),
        y: diameter / 2 - radius * cos(turn), angle: top ? turn : turn - .pi, stretch: stretch)
    }
  }
}
