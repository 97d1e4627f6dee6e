package import Cases
import Foundation
import PortableDocument
import Typefaces

/// Draws seals as filled outlines: round with a star, oval, or square. Texts run from left to right along arcs, the code along
/// the lower edge (GB/T 33481).
package struct SealDrawing {
  /// In points.
  package static let millimetre = 72 / 25.4

  private let design: SealDesign
  private let width: Double
  private let height: Double
  private let outline: SealOutline

  /// - Throws: `missing_font`, `missing_glyph`, `sealing_failed`.
  package static func draw(_ design: SealDesign) throws(Problem) -> SealPicture {
    let drawing = try SealDrawing(design)
    switch design.shape {
    case .round: try drawing.drawRound()
    case .oval: try drawing.drawOval()
    case .square: try drawing.drawSquare()
    }
    let scale = 1 / SealOutline.precision
    let content =
      "q /G gs 0.85 0 0 rg \(scale) 0 0 \(scale) 0 0 cm\n\(drawing.outline.operators)Q\n"
    return SealPicture(
      width: drawing.width, height: drawing.height,
      stream: Data(try Deflate.compress(Array(content.utf8))))
  }

  private init(_ design: SealDesign) throws(Problem) {
    let font = try LoadedFont(.serifBold, in: PangoContext())
    try font.requireGlyphs(for: design.name + design.kind + design.code)
    self.design = design
    width = design.width * Self.millimetre
    height = design.height * Self.millimetre
    outline = try SealOutline(height: height)
  }

  private var middle: Point { Point(width / 2, height / 2) }

  private func drawRound() throws(Problem) {
    // Everything in proportion to the usual 42 mm.
    let unit = width / 42
    outline.ring(
      middle: middle, halfWidth: width / 2, halfHeight: height / 2, thickness: 1.2 * unit)
    outline.star(middle: middle, radius: 6.6 * unit)
    try setName(along: SealArc(middle, width / 2 - 4.9 * unit), largest: 5.3 * unit)
    try outline.text(
      design.kind, .serifBold, points: 3.9 * unit, x: middle.x, y: middle.y + 11.2 * unit)
    try setCode(along: SealArc(middle, width / 2 - 2.7 * unit), points: 2.2 * unit)
  }

  private func drawOval() throws(Problem) {
    let unit = height / 30
    outline.ring(
      middle: middle, halfWidth: width / 2, halfHeight: height / 2, thickness: 1 * unit)
    let arc = SealArc(middle, width / 2 - 4.2 * unit, height / 2 - 4.2 * unit)
    try setName(along: arc, largest: 4.4 * unit)
    try outline.text(
      design.kind, .serifBold, points: 4.2 * unit, x: middle.x, y: middle.y + 3.4 * unit,
      stretch: min(1, width * 0.62 / (4.2 * unit * Double(max(1, design.kind.count)))))
    let lower = SealArc(middle, width / 2 - 2.3 * unit, height / 2 - 2.3 * unit)
    try setCode(along: lower, points: 2 * unit)
  }

  /// The name in columns from the right; one of two or three characters is filled up with 之印 or 印.
  private func drawSquare() throws(Problem) {
    let unit = width / 20
    outline.frame(Box(left: 0, top: 0, right: width, bottom: height), thickness: 1 * unit)
    let filled = design.name + ([2: "之印", 3: "印"][design.name.count] ?? "")
    let characters = filled.map(String.init)
    let columns = Int(Double(characters.count).squareRoot().rounded(.up))
    let rows = (characters.count + columns - 1) / columns
    let inside = width - 3.4 * unit
    let (cellWidth, cellHeight) = (inside / Double(columns), inside / Double(rows))
    for (index, character) in characters.enumerated() {
      let (column, row) = (Double(index / rows), Double(index % rows))
      try outline.text(
        character, .serifBold, points: cellHeight,
        x: width - 1.7 * unit - (column + 0.5) * cellWidth,
        y: 1.7 * unit + (row + 0.5) * cellHeight, stretch: cellWidth / cellHeight)
    }
  }

  /// The longer the name, the wider its arc (at most 226°) and the narrower its characters.
  private func setName(along arc: SealArc, largest: Double) throws(Problem) {
    let characters = design.name.map(String.init)
    let span = min(226, 22 * Double(max(0, characters.count - 1))) * .pi / 180
    // Measured where the feet of the characters stand, so that they do not touch.
    let feet = arc.length(of: span) * 0.86
    let pitch = characters.count > 1 ? feet / Double(characters.count - 1) : largest
    let points = min(largest, pitch * 1.35)
    for (character, place) in zip(characters, arc.places(characters.count, span: span, top: true)) {
      try outline.text(
        character, .serifBold, points: points, x: place.x, y: place.y, angle: place.turn,
        stretch: min(0.9, pitch / points))
    }
  }

  private func setCode(along arc: SealArc, points: Double) throws(Problem) {
    let digits = design.code.map(String.init)
    let span = 4.6 * Double(max(0, digits.count - 1)) * .pi / 180
    for (digit, place) in zip(digits, arc.places(digits.count, span: span, top: false)) {
      try outline.text(
        digit, .serifBold, points: points, x: place.x, y: place.y, angle: place.turn)
    }
  }
}
