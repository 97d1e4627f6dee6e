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
  private var layoutEngine: LayoutEngine?
  private var engines: [String: LineEngine] = [:]
  /// Of the page that is being read.
  package private(set) var effort = PageEffort()

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

  /// Another page begins: it may cost as much as any.
  package func beginPage(with effort: PageEffort = PageEffort()) { self.effort = effort }

  package static var tesseractVersion: String {
    TessVersion().map { String(cString: $0) } ?? "unknown"
  }

  /// Every line of print on an upright document, in its pixels, from top to bottom; none once the page's effort is spent.
  package func lines(on page: PageImage) throws(Problem) -> [TextLine] {
    // A damaged model is said also where nothing is printed.
    _ = try engine(for: .han)
    guard !effort.isSpent else { return [] }
    let boxes = try lineBoxes(on: page)
    let lines = try lines(in: page, boxes: boxes, hint: LineHint(script: .han))
    return zip(lines, boxes).compactMap { line, box in
      guard let line else { return nil }
      // A line is cut out with a margin, in which the next one may begin.
      let glyphs = line.glyphs.filter { glyph in
        let middle = glyph.box.middle.x
        return middle >= box.left && middle < box.right
          || !boxes.contains { $0.isBeside(box) && $0.left <= middle && $0.right > middle }
      }
      return glyphs.isEmpty ? nil : TextLine(glyphs: glyphs)
    }
  }

  /// What stands in a box that holds one line, in the page's pixels; nil where nothing can be made out, and once the page's
  /// effort is spent.
  package func line(in page: PageImage, box: Box, hint: LineHint) throws(Problem) -> TextLine? {
    guard !effort.isSpent else { return nil }
    return try lines(in: page, boxes: [box], hint: hint).first ?? nil
  }

  private func lines(in page: PageImage, boxes: [Box], hint: LineHint) throws(Problem)
    -> [TextLine?]
  {
    let images = boxes.map { box in
      LineImage(
        page, box: box, gap: hint.script.widestGap, thickened: hint.script != .han,
        border: hint.script.numberAlphabet == nil ? Self.border : nil)
    }
    let pictures = images.compactMap { $0?.image }
    effort.spend(columns: pictures.reduce(0) { $0 + $1.width })
    var seen = try glyphs(in: pictures, hint)[...]
    return images.map { line in
      guard let line, let glyphs = seen.popFirst(), !glyphs.isEmpty else { return nil }
      return TextLine(glyphs: line.onPage(glyphs))
    }
  }

  private func glyphs(in lines: [GreyImage], _ hint: LineHint) throws(Problem) -> [[Glyph]] {
    let engine = try engine(for: hint.script)
    guard let alphabet = hint.script.numberAlphabet else {
      return engine.glyphs(in: lines, alphabet: hint.alphabet, spaces: hint.script == .latin)
    }
    return engine.glyphs(
      in: lines.map { $0.centred(inRows: engine.height) },
      alphabet: hint.alphabet.isEmpty ? alphabet : hint.alphabet, spaces: false)
  }

  /// Around the ink of a line, as Tesseract leaves it: 4 of 22 pixels.
  private static let border = 0.18

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
        GreyImage(page, bounds: whole, reducedBy: step).withoutGrain().dividedByBackground(block: 8)
      )
      effort.spend(pixels: ink.image.pixels.count)
      let boxes = try lineBoxes(on: ink)
      guard step > 1, boxes.usualHeight < Self.lowestLine else {
        return boxes.map { $0.scaled(by: Double(step)) }
      }
      step -= 1
    }
  }

  /// Layout analysis overlooks single characters beside whole lines: it looks again at what it left.
  private func lineBoxes(on ink: InkMap) throws(Problem) -> [Box] {
    let engine = try layout()
    let found = try engine.lineBoxes(on: ink.image).filter { $0.height >= 6 }
    let usual = ink.usualHeight(of: found)
    let first = found.flatMap { ink.unstacked($0, usualHeight: usual) }
    let second = try engine.lineBoxes(on: ink.erasing(first).image)
      .filter { $0.height > 0.5 * usual && $0.height < 1.5 * usual }
    return (first + second).flatMap { ink.parted($0, usualHeight: usual) }
      .flatMap(ink.partedAtRules)
      .joinedIntoLines(unless: ink.isRuleBetween)
      .grown { ink.grown($0, usualHeight: usual) }
      .joinedIntoLines(unless: ink.isRuleBetween)
  }

  private func layout() throws(Problem) -> LayoutEngine {
    if let layoutEngine { return layoutEngine }
    let engine = try LayoutEngine()
    layoutEngine = engine
    return engine
  }

  private func engine(for script: LineHint.Script) throws(Problem) -> LineEngine {
    let model =
      switch script {
      case .han, .digits: han
      case .code, .latin: latin
      case .idNumber, .registrationCode, .mrz: numbers
      }
    if let engine = engines[model.name] { return engine }
    let engine = try LineEngine(model)
    engines[model.name] = engine
    return engine
  }
}

extension LineHint.Script {
  /// In ink heights: wider ones are squeezed.
  fileprivate var widestGap: Double {
    switch self {
    case .han: 0.5
    case .latin: 0.6
    case .digits, .code, .idNumber, .registrationCode, .mrz: 0.3
    }
  }
}

extension [Box] {
  /// The height that half of all print, by length, does not exceed.
  var usualHeight: Double {
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
