import Cases
import PortableDocument
import Typefaces

/// The drawing operators of one page (ISO 32000-1, 8 and 9).
struct ContentStream {
  private(set) var operators = ""
  private let fonts: FontCase
  private var isRed: Bool?

  init(fonts: FontCase) { self.fonts = fonts }

  mutating func beginMarked(_ role: StructureElement.Role, _ identifier: Int) {
    operators += "/\(role.rawValue) <</MCID \(identifier)>> BDC\n"
  }

  mutating func beginArtifact() { operators += "/Artifact BMC\n" }

  mutating func endMarked() { operators += "EMC\n" }

  mutating func bar(_ box: Box, red: Bool) {
    setColour(red: red)
    operators += rectangle(box.left, box.top, box.width, box.height) + " f\n"
  }

  /// Dark modules as one path of runs, so that viewers draw no seams between neighbours of a row.
  mutating func symbol(_ symbol: QRSymbol, x: Double, y: Double, module: Double) {
    setColour(red: false)
    // In units of a module, which are whole numbers.
    operators += "q \(number(module)) 0 0 \(number(module)) \(number(x)) "
    operators += "\(number(PageFlow.pageHeight - y)) cm\n"
    for row in 0..<symbol.width {
      var column = 0
      while column < symbol.width {
        let start = column
        while column < symbol.width, symbol.modules[row * symbol.width + column] { column += 1 }
        if column > start { operators += "\(start) \(-row - 1) \(column - start) 1 re\n" }
        column += 1
      }
    }
    operators += "f Q\n"
  }

  /// A line of text whose base line is `baseline` below the top of the page.
  mutating func line(_ line: GlyphLine, x: Double, baseline: Double, style: TextLayout.LineStyle) {
    guard line.runs.contains(where: { !$0.clusters.isEmpty }) else { return }
    setColour(red: style.red)
    operators += "BT\n"
    operators += "1 0 0 1 \(number(x + line.x)) \(number(PageFlow.pageHeight - baseline)) Tm\n"
    var pen = Pen(size: style.size)
    for run in line.runs {
      guard let font = fonts.font(run.font) else { continue }
      operators += "/\(font.name) \(number(style.size)) Tf\n"
      for part in run.parts(font) { show(part, font, &pen) }
    }
    operators += "ET\n"
  }

  /// Where the viewer's pen is, in thousandths of the size, from the start of the line.
  private struct Pen {
    let size: Double
    var position = 0
    var rise = 0.0

    /// How far the pen must be moved to be at `x`; zero where nobody could see it.
    func distance(to x: Double) -> Int {
      let distance = Int((x * 1000 / size).rounded()) - position
      return abs(distance) > 2 ? distance : 0
    }
  }

  private mutating func show(
    _ part: [GlyphCluster], _ font: UsedFont, _ pen: inout Pen
  ) {
    guard let first = part.first else { return }
    // What the glyphs do not say by themselves is said beside them (14.9.4).
    let isSpelled = part.count == 1 && !font.reads(first)
    if isSpelled {
      operators += "/Span <</ActualText \(PDFString(text: first.text).hexadecimal)>> BDC\n"
    }
    for glyphs in part.flatMap(\.glyphs).splitByRise() {
      if let rise = glyphs.first?.rise, rise != pen.rise {
        operators += "\(number(rise)) Ts\n"
        pen.rise = rise
      }
      operators += "[<"
      for glyph in glyphs {
        let distance = pen.distance(to: glyph.x)
        if distance != 0 { operators += ">\(-distance)<" }
        operators += CharacterMap.hex([font.code(of: glyph.id)])
        pen.position += distance + font.width(of: glyph.id)
      }
      operators += ">] TJ\n"
    }
    if isSpelled { operators += "EMC\n" }
  }

  private mutating func setColour(red: Bool) {
    guard isRed != red else { return }
    operators += red ? "0.8 0 0 rg\n" : "0 0 0 rg\n"
    isRed = red
  }

  private func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let corner = "\(number(x)) \(number(PageFlow.pageHeight - y - height))"
    return corner + " \(number(width)) \(number(height)) re"
  }

  /// A coordinate to a hundredth of a point.
  private func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    guard !hundredths.isMultiple(of: 100) else { return String(hundredths / 100) }
    return PDFValue.points(value).written
  }
}

extension GlyphRun {
  /// The clusters in order; each that the font cannot read back stands alone.
  fileprivate func parts(_ font: UsedFont) -> [[GlyphCluster]] {
    var parts: [[GlyphCluster]] = []
    var continues = false
    for cluster in clusters {
      let reads = font.reads(cluster)
      if reads, continues {
        parts[parts.count - 1].append(cluster)
      } else {
        parts.append([cluster])
      }
      continues = reads
    }
    return parts
  }
}

extension [SetGlyph] {
  /// Runs of one height above the line; nearly always one.
  fileprivate func splitByRise() -> [[SetGlyph]] {
    reduce(into: []) { runs, glyph in
      if runs.last?.last?.rise == glyph.rise {
        runs[runs.count - 1].append(glyph)
      } else {
        runs.append([glyph])
      }
    }
  }
}
