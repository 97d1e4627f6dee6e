import CTesseract
package import Cases
package import Foundation

/// Reads print: where lines are, and what one line says. Holds one warm engine per language, each made when first
/// needed. Not `Sendable`: it belongs to one reader process.
///
/// Tesseract takes more threads than it can use: start the process with `OMP_THREAD_LIMIT=1`.
package final class TextRecognizer {
  private let han: LanguageModel
  private let latin: LanguageModel
  private let numbers: LanguageModel
  private var hanEngine: Engine?
  private var latinEngine: Engine?
  private var numberEngine: Engine?

  /// - Parameters:
  ///   - modelFolder: Debian's `*.traineddata`.
  ///   - ownModelFolder: `Models/tessdata` with its manifest.
  /// - Throws: `missing_language`, `missing_model`, `altered_model`.
  package init(modelFolder: URL, ownModelFolder: URL) throws(Problem) {
    han = try LanguageModel("chi_sim", in: modelFolder)
    latin = try LanguageModel("eng", in: modelFolder)
    numbers = try OwnModels(in: ownModelFolder).model("numbers", in: ownModelFolder)
  }

  /// Model name to the SHA-256 of the bytes in use.
  package var models: [String: String] {
    [han, latin, numbers].reduce(into: [:]) { $0[$1.name] = $1.sha256 }
  }

  /// What the model of Chinese can print; nil where its file does not tell.
  package private(set) lazy var knownCharacters = try? KnownCharacters(
    trainedData: Array(han.bytes), name: han.name)

  package static var tesseractVersion: String {
    TessVersion().map { String(cString: $0) } ?? "unknown"
  }

  /// Every line of print on an upright document, in its pixels, from top to bottom.
  package func lines(on page: PageImage) throws(Problem) -> [TextLine] {
    var lines: [TextLine] = []
    for box in try lineBoxes(on: page) {
      if let line = try line(in: page, box: box, hint: LineHint(script: .han)) {
        lines.append(line)
      }
    }
    return lines
  }

  /// What stands in a box that holds one line, in the page's pixels; nil where nothing can be made out.
  package func line(in page: PageImage, box: Box, hint: LineHint) throws(Problem) -> TextLine? {
    let line = LineImage(
      page, box: box, gap: hint.script == .latin ? 0.6 : 0.3, thickened: hint.script != .han)
    guard let line else { return nil }
    let glyphs = try glyphs(in: line.image, hint)
    guard !glyphs.isEmpty else { return nil }
    return TextLine(glyphs: line.onPage(glyphs))
  }

  private func glyphs(in line: GreyImage, _ hint: LineHint) throws(Problem) -> [Glyph] {
    let engine = try engine(for: hint.script)
    guard let alphabet = hint.script.numberAlphabet else {
      return try engine.glyphs(
        inLine: line, alphabet: hint.alphabet, spaces: hint.script == .latin)
    }
    return try engine.glyphs(
      inBareLine: line.centred(inRows: GreyImage.numberLineHeight),
      alphabet: hint.alphabet.isEmpty ? alphabet : hint.alphabet)
  }

  /// Layout analysis wants print that is neither tiny nor huge: a page is looked at with at most this many pixels
  /// a side, and again larger where that left the lines too low.
  private static let layoutSide = 1800
  private static let lowestLine = 13.0

  private func lineBoxes(on page: PageImage) throws(Problem) -> [Box] {
    let everything = Box(
      left: 0, top: 0, right: Double(page.width), bottom: Double(page.height))
    guard let whole = PixelBounds(everything, on: page) else { return [] }
    var step = max(1, (max(page.width, page.height) + Self.layoutSide - 1) / Self.layoutSide)
    while true {
      let ink = InkMap(
        GreyImage(page, bounds: whole, reducedBy: step).dividedByBackground(block: 8))
      let boxes = try lineBoxes(on: ink)
      guard step > 1, boxes.usualHeight < Self.lowestLine else {
        return boxes.map { $0.scaled(by: Double(step)) }
      }
      step -= 1
    }
  }

  /// Layout analysis overlooks single characters beside whole lines: it looks again at what it left.
  private func lineBoxes(on ink: InkMap) throws(Problem) -> [Box] {
    let engine = try engine(for: .han)
    let first = try engine.lineBoxes(on: ink.image).filter { $0.height >= 6 }
    let usual = first.usualHeight
    let second = try engine.lineBoxes(on: ink.erasing(first).image)
      .filter { $0.height > 0.5 * usual && $0.height < 1.5 * usual }
    return (first + second).flatMap { ink.parted($0, usualHeight: usual) }
      .flatMap(ink.partedAtRules)
      .joinedIntoLines(unless: ink.isRuleBetween)
      .map { ink.grown($0, usualHeight: usual) }
      .joinedIntoLines(unless: ink.isRuleBetween)
  }

  private func engine(for script: LineHint.Script) throws(Problem) -> Engine {
    switch script {
    case .han, .digits:
      if let hanEngine { return hanEngine }
      let engine = try Engine(han)
      hanEngine = engine
      return engine
    case .code, .latin:
      if let latinEngine { return latinEngine }
      let engine = try Engine(latin)
      latinEngine = engine
      return engine
    case .idNumber, .registrationCode, .mrz:
      if let numberEngine { return numberEngine }
      let engine = try Engine(numbers)
      numberEngine = engine
      return engine
    }
  }
}

extension [Box] {
  /// The height that half of all print, by length, does not exceed.
  fileprivate var usualHeight: Double {
    var rest = reduce(0) { $0 + $1.width } / 2
    for box in sorted(by: { $0.height < $1.height }) {
      rest -= box.width
      if rest <= 0 { return box.height }
    }
    return 0
  }
}

extension Box {
  fileprivate func scaled(by factor: Double) -> Box {
    Box(left: left * factor, top: top * factor, right: right * factor, bottom: bottom * factor)
  }
}
