import Cases

/// One line of print, made ready for the engine, that still knows where on the page each of its columns lies.
struct LineImage {
  let image: GreyImage
  /// For every column of `image`, plus one past the last: the page's x.
  private let pageX: [Double]
  /// The page's y of the ink's top and bottom.
  private let pageTop: Double
  private let pageBottom: Double

  /// Ink of this height is what the models read best (measured: 18 to 24 pixels).
  private static let inkHeight = 22.0
  /// No printed line is longer, in pixels of `image`: a hundred characters. The edge of a card that was taken for a
  /// line is, and the engine's search through it takes seconds.
  private static let longestLine = 100 * inkHeight
  /// What is darker than this is ink.
  private let inkLevel: UInt8

  /// Nil where the box holds no ink, or is none.
  ///
  /// Gaps between characters wider than `gap` ink heights are squeezed to it: letter-spaced lines read better so.
  /// `thickened` keeps thin strokes dark when the line is made smaller: right for digits, while Han characters run
  /// together (both measured). `border` is what stays around the ink on all sides, in ink heights; nil leaves what is
  /// there on the left and on the right, and a quarter above and below.
  init?(_ page: PageImage, box: Box, gap: Double, thickened: Bool, border: Double? = nil) {
    let margin = box.height * 0.3
    guard box.width >= 1, box.height >= 1,
      let bounds = PixelBounds(box.grown(x: box.height * 0.4, y: margin), on: page)
    else { return nil }
    let inside = box.columns(within: page.width)
    let dirty = GreyImage(page, bounds: bounds)
      .dividedByBackground(block: Int((box.height / 4).rounded()))
    let level = dirty.inkLevel
    let aboveBaseline = 0..<dirty.height * 3 / 5
    let grey =
      dirty
      // No stroke of a character is as long as four characters.
      .withoutRules(
        longerThan: Int(4 * box.height), higherThan: dirty.height, darkerThan: level
      )
      .cutAtRules(
        outside: inside.lowerBound - bounds.left..<inside.upperBound - bounds.left,
        darkerThan: level
      )
      .withoutSpecks(
        ofSize: min(4, Int(0.13 * box.height)), darkerThan: level, in: aboveBaseline)
    guard let ink = grey.inkRows(darkerThan: level) else { return nil }

    let scale = min(4, max(0.1, Self.inkHeight / Double(ink.count)))
    let edge = Int((Double(ink.count) * (border ?? 0.25)).rounded())
    let rows = max(0, ink.lowerBound - edge)..<min(grey.height, ink.upperBound + edge)
    let cut = grey.rows(rows)
    let kept = cut.columns(
      squeezingGapsTo: max(2, Int(gap * Double(ink.count))), darkerThan: level,
      border: border == nil ? nil : edge)
    guard Double(kept.count) * scale <= Self.longestLine else { return nil }
    let line = cut.columns(kept)
    image = (thickened && scale < 0.75 ? line.thickened : line).scaled(by: scale)
    inkLevel = level
    pageTop = Double(bounds.top + ink.lowerBound)
    pageBottom = Double(bounds.top + ink.upperBound)
    let end = Double(bounds.left + (kept.last ?? 0) + 1)
    let columnsPerPixel = Double(kept.count) / Double(max(1, image.width))
    pageX = (0...image.width).map { column in
      let source = Int(Double(column) * columnsPerPixel)
      return source < kept.count ? Double(bounds.left + kept[source]) : end
    }
  }

  /// The characters with their boxes on the page, as wide as their ink and as high as the line.
  func onPage(_ glyphs: [Glyph]) -> [Glyph] {
    let places = GlyphPlaces(
      ink: image.inkPerColumn(darkerThan: inkLevel), height: Self.inkHeight)
    let columns = places.columns(of: glyphs) ?? glyphs.map(seenColumns)
    return zip(glyphs, columns).map { glyph, columns in
      var glyph = glyph
      let left = pageX[min(columns.lowerBound, pageX.count - 1)]
      let last = min(max(columns.lowerBound, columns.upperBound - 1), pageX.count - 1)
      glyph.box = Box(
        left: left, top: pageTop, right: max(left + 1, pageX[last] + 1), bottom: pageBottom)
      return glyph
    }
  }

  /// Where the engine saw a character.
  private func seenColumns(_ glyph: Glyph) -> Range<Int> {
    let left = min(max(0, Int(glyph.box.left)), image.width)
    return left..<min(max(left, Int(glyph.box.right)), image.width)
  }
}
