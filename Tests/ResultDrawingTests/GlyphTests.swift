import Cases
import Foundation
import Testing

@testable import Typefaces

/// Glyphs as they are embedded.
@Suite struct GlyphTests {
  /// What is written is what was drawn, to the point, whichever way the segments were divided among operators.
  @Test(arguments: [PinnedFont.serif, .serifBold, .sans])
  func charstringsSayTheOutline(pinned: PinnedFont) throws {
    let file = try FontShelf.file(of: pinned)
    let scalars = (0x20...0x7E).map { $0 } + (0x4E00...0x9FA5).filter { $0 % 61 == 0 }
    for scalar in scalars.compactMap(Unicode.Scalar.init) {
      let glyph = try #require(file.glyph(of: scalar))
      let outline = file.outline(of: glyph)
      let reading = Type2Reading(CharString(outline, width: 321).bytes)
      #expect(reading.isSound && reading.width == 321 - CharString.nominalWidth)
      #expect(reading.steps == outline.steps, "\(scalar)")
    }
  }

  @Test func theUsualWidthIsNotSaid() throws {
    let file = try FontShelf.file(of: .serif)
    let glyph = try #require(file.glyph(of: "永"))
    #expect(file.width(of: glyph) == 1000)
    #expect(Type2Reading(file.drawn(glyph).charString.bytes).width == nil)
  }

  /// The grid is coarser than the font: nothing moves by more than half of its unit.
  @Test func roundingMovesNothingFar() throws {
    let file = try FontShelf.file(of: .serif)
    let glyph = try #require(file.glyph(of: "E"))
    let box = try #require(file.drawn(glyph).box)
    // Of the font itself, in thousandths: 42, 0, 602, 729.
    let whole = file.metrics.capHeight
    #expect(abs(box.top * 4 - whole) <= 2 && box.bottom == 0)
  }

  /// What is left out and what is rounded together: less than a dot of 600 dpi at the size of text (7.5 thousandths of an em).
  @Test(arguments: [PinnedFont.serif, .serifBold, .sans])
  func fewerSegmentsShowTheSame(pinned: PinnedFont) throws {
    let file = try FontShelf.file(of: pinned)
    for scalar in (0x4E00...0x9FA5).filter({ $0 % 251 == 0 }).compactMap(Unicode.Scalar.init) {
      guard let glyph = file.glyph(of: scalar) else { continue }
      let shown = file.outline(of: glyph).places
      for place in file.rings(of: glyph).flatMap(\.pieces).flatMap({ $0.passed + [$0.end] }) {
        let nearest = shown.flatMap { zip($0, $0.dropFirst()) }.map(place.distance(to:)).min()
        #expect(try #require(nearest) < 5, "\(scalar)")
      }
    }
  }

  @Test func programsOfAnySizeAreRead() throws {
    let file = try FontShelf.file(of: .serif)
    for count in [0, 1, 2, 300, 3_000] {
      let glyphs = (0x4E00..<0x4E00 + count).compactMap(Unicode.Scalar.init)
        .compactMap(file.glyph(of:))
      let subset = try file.subset(glyphs: Set(glyphs))
      let program = try #require(CFFReading(subset.program))
      #expect(program.glyphs.count == Set(glyphs).count + 1)
      #expect(Set(subset.codes.values) == Set((1..<program.glyphs.count).map(UInt16.init)))
      for (glyph, code) in subset.codes {
        #expect(program.width(of: Int(code)) == Double(file.width(of: glyph)))
      }
    }
  }
}

extension GlyphOutline {
  /// Places along each contour, close to one another, in the units of the font; the last is the first again.
  fileprivate var places: [[OutlineRing.Point]] {
    let scale = Double(OutlineRing.unitsPerEm / Self.unitsPerEm)
    func point(_ vector: Vector) -> OutlineRing.Point {
      OutlineRing.Point(Double(vector.x), Double(vector.y)) * scale
    }
    return contours.map { contour in
      var pen = contour.start
      var places = [point(pen)]
      for segment in contour.segments {
        let ends = segment.steps.map { step in
          pen = pen + step
          return point(pen)
        }
        if ends.count == 3, let start = places.last {
          places += OutlineRing.Piece(curveFrom: start, ends[0], ends[1], to: ends[2]).passed
        }
        places.append(point(pen))
      }
      return places + [point(contour.start)]
    }
  }

  /// In absolute coordinates.
  fileprivate var steps: [Type2Reading.Step] {
    var steps: [Type2Reading.Step] = []
    for contour in contours {
      var pen = contour.start
      steps.append(.move(pen.x, pen.y))
      for segment in contour.segments {
        let points = segment.steps.map { step in
          pen = Vector(x: pen.x + step.x, y: pen.y + step.y)
          return pen
        }
        if points.count == 1 {
          steps.append(.line(pen.x, pen.y))
        } else {
          steps.append(
            .curve(points[0].x, points[0].y, points[1].x, points[1].y, pen.x, pen.y))
        }
      }
    }
    return steps
  }
}
