import CVectorLoops
package import Cases
package import Foundation

/// A second reader for print: it knows the 8,105 characters of 通用规范汉字表, name variants, digits, Latin letters and
/// marks, and looks at one character at a time, without a language model: what it reads was really seen.
///
/// Holds one model and its working memory. Not `Sendable`: it belongs to one reader process.
package final class CharacterReader {
  private let model: CharacterModel
  private let classes: CharacterClasses
  private let network: CharacterNetwork

  /// What it costs a line to take two things that stand apart for one character.
  private static let fallingApart = 1.5
  /// A probability of the printed character that needs no second look.
  private static let plain: Float = 0.95

  /// - Throws: `missing_character_model`, `damaged_character_model`.
  package init(modelFolder: URL) throws(Problem) {
    model = try CharacterModel(folder: modelFolder)
    classes = CharacterClasses(model.classes)
    guard let network = CharacterNetwork(model) else {
      throw .damagedCharacterModel(folder: modelFolder.path)
    }
    self.network = network
  }

  /// Model name to the SHA-256 of the bytes in use.
  package var models: [String: String] { [CharacterModel.name: model.sha256] }

  /// Whether this reader can print a character at all.
  package func knows(_ text: String) -> Bool { classes.number(of: text) != nil }

  /// Cuts a line into characters and reads them; nil where no line can be made out.
  ///
  /// - Parameters:
  ///   - box: Holds one printed line, in pixels of the page.
  ///   - repertoire: Only these may come out; probabilities stay those among all classes, so that a character
  ///     outside of it reads badly instead of as another.
  ///   - pattern: Where another reader saw characters: places to cut that ink alone may not show.
  package func line(
    in page: PageImage, box: Box, repertoire: CharacterRepertoire = .anything,
    pattern: [Glyph] = []
  ) -> CharacterLine? {
    guard let strip = CharacterStrip(page, box: box) else { return nil }
    let others = zip(pattern, pattern.dropFirst()).map {
      strip.column(ofPageX: ($0.box.right + $1.box.left) / 2)
    }
    guard let cuts = CharacterCuts(strip, others: others) else { return nil }
    let spans = cuts.spans
    let allowed = classes.allowed(by: repertoire)
    let scores = scores(
      of: spans.map(\.cell), in: strip, looks: CharacterLook.straight, allowed: allowed)
    let weighted = zip(spans, scores).map { score($0, $1, height: strip.height) }
    guard let path = CharacterPath(cuts: cuts.columns.count, spans: spans, scores: weighted) else {
      return nil
    }
    let cells = path.spans.map { spans[$0].cell }
    var seen = path.spans.map { scores[$0] }
    // Most characters are plain at first sight; the others are worth a second look.
    let unsure = seen.indices.filter { (seen[$0].best.first?.probability ?? 0) < Self.plain }
    let again = self.scores(
      of: unsure.map { cells[$0] }, in: strip, looks: CharacterLook.several, allowed: allowed)
    for (place, better) in zip(unsure, again) { seen[place] = better }
    let glyphs = zip(cells, seen).compactMap { glyph(in: strip, $0, $1) }
    guard glyphs.count == cells.count, !glyphs.isEmpty else { return nil }
    return CharacterLine(
      line: TextLine(glyphs: glyphs), margins: seen.map(\.margin),
      cutting: path.margin, quality: strip.quality)
  }

  /// What stands where another reader printed a line's characters; one sight for each of them.
  package func sights(of glyphs: [Glyph], in page: PageImage) -> [CharacterSight] {
    var sights = [CharacterSight](repeating: .unseen, count: glyphs.count)
    guard !glyphs.isEmpty, let strip = CharacterStrip(page, box: TextLine(glyphs: glyphs).box)
    else {
      return sights
    }
    let printed = glyphs.indices.filter { glyphs[$0].text != " " }
    let seen: [(index: Int, cell: CharacterCell)]
    if let cells = strip.cells(of: printed.map { glyphs[$0] }) {
      seen = zip(printed, cells).map { (index: $0, cell: $1) }
    } else {
      seen = printed.compactMap { index in
        cell(of: index, in: glyphs, on: strip).map { (index: index, cell: $0) }
      }
    }
    let asked = seen.map { classes.number(of: glyphs[$0.index].text) }
    var scores = scores(
      of: seen.map(\.cell), in: strip, looks: CharacterLook.straight, asking: asked)
    // Most characters are plain at first sight; the others are worth a second look.
    let unsure = scores.indices.filter { scores[$0].asked < Self.plain }
    let again = self.scores(
      of: unsure.map { seen[$0].cell }, in: strip, looks: CharacterLook.several,
      asking: unsure.map { asked[$0] })
    for (place, better) in zip(unsure, again) { scores[place] = better }
    for (place, scores) in zip(seen.indices, scores) {
      sights[seen[place].index] = sight(scores, printed: asked[place])
    }
    return sights
  }

  /// How sharp and how large a line is printed; nil where no line can be made out.
  package func quality(in page: PageImage, box: Box) -> PrintQuality? {
    CharacterStrip(page, box: box)?.quality
  }

  /// The space to the neighbours on both sides; nil for a space or where there is no ink.
  private func cell(of index: Int, in glyphs: [Glyph], on strip: CharacterStrip) -> CharacterCell? {
    let box = glyphs[index].box
    let reach = 0.1 * box.height
    let left = index > 0 ? (glyphs[index - 1].box.right + box.left) / 2 : box.left - reach
    let right =
      index + 1 < glyphs.count ? (box.right + glyphs[index + 1].box.left) / 2 : box.right + reach
    guard glyphs[index].text != " ", left.isFinite, right.isFinite else { return nil }
    let edges = (strip.column(ofPageX: left), strip.column(ofPageX: right))
    guard let ink = strip.inkColumns(between: edges.0, and: edges.1) else { return nil }
    return CharacterCell(left: edges.0, right: edges.1, ink: ink)
  }

  private func scores(
    of cells: [CharacterCell], in strip: CharacterStrip, looks: [CharacterLook],
    asking: [Int?] = [], allowed: [Bool]? = nil
  ) -> [CharacterScores] {
    var ink: [Float] = []
    ink.reserveCapacity(cells.count * looks.count * model.side * model.side)
    for cell in cells {
      for look in looks {
        strip.appendCrop(cell, look, side: model.side, square: model.square, to: &ink)
      }
    }
    var scores: [CharacterScores] = []
    scores.reserveCapacity(cells.count)
    let columns = network.columns
    var powers = [Float](repeating: 0, count: columns)
    var probabilities = [Float](repeating: 0, count: columns)
    network.logits(of: ink) { crop, logits in
      add_softmax(
        logits, 1 / model.temperature, 1 / Float(looks.count), columns, &powers, &probabilities)
      guard crop % looks.count == looks.count - 1 else { return }
      let cell = crop / looks.count
      scores.append(
        CharacterScores(
          probabilities[..<model.classes.count], asking: asking.isEmpty ? nil : asking[cell],
          allowed: allowed))
      for index in probabilities.indices { probabilities[index] = 0 }
    }
    return scores
  }

  /// Wide characters count for more than narrow ones, so that lines cut into few and into many compare.
  private func score(_ span: CharacterSpan, _ scores: CharacterScores, height: Double) -> Double {
    guard let best = scores.best.first else { return log(1e-6) }
    let width = min(1.1, max(0.3, Double(span.cell.ink.count) / height))
    return log(max(Double(best.probability), 1e-6)) * width - classes.costs[best.number]
      - (span.gap > classes.gaps[best.number] ? Self.fallingApart : 0)
  }

  private func glyph(in strip: CharacterStrip, _ cell: CharacterCell, _ scores: CharacterScores)
    -> Glyph?
  {
    guard let best = scores.best.first else { return nil }
    return Glyph(
      text: classes.names[best.number], box: strip.onPage(cell.ink),
      confidence: Double(best.probability),
      alternatives: scores.best.dropFirst().map(alternative))
  }

  private func sight(_ scores: CharacterScores, printed: Int?) -> CharacterSight {
    CharacterSight(
      candidates: scores.best.map(alternative), printed: Double(scores.asked),
      rejection: Double(scores.rejection),
      verdict: CharacterGate.verdict(of: scores, printed: printed))
  }

  private func alternative(_ candidate: CharacterScores.Candidate) -> Alternative {
    Alternative(
      value: classes.names[candidate.number], probability: Double(candidate.probability))
  }
}

extension CharacterScores {
  fileprivate var margin: Double {
    guard let first = best.first else { return 0 }
    return Double(first.probability - (best.count > 1 ? best[1].probability : 0))
  }
}
