import CTesseract
import Cases
import Foundation

/// Owns one Tesseract engine with one language. Not `Sendable`: an engine belongs to one reader.
final class Engine {
  private let engine: OpaquePointer
  private var alphabet = ""

  /// What every engine is told: write nothing to standard error, keep other candidates for each character, and do
  /// not read a line a second time inverted when it was read badly.
  private static let settings = [
    "debug_file": "/dev/null", "lstm_choice_mode": "2", "tessedit_do_invert": "0",
  ]

  init(_ model: LanguageModel) throws(Problem) {
    guard let engine = TessBaseAPICreate() else { throw .internalFault("TessBaseAPICreate") }
    let status = model.bytes.withUnsafeBytes { bytes in
      TessBaseAPIInit5(
        engine, bytes.bindMemory(to: CChar.self).baseAddress, Int32(clamping: bytes.count),
        model.name, OEM_LSTM_ONLY, nil, 0, nil, nil, 0, 0)
    }
    guard status == 0 else {
      TessBaseAPIDelete(engine)
      throw .damagedLanguage(model.name)
    }
    for (name, value) in Self.settings { TessBaseAPISetVariable(engine, name, value) }
    // Last on purpose: a class that throws once it is whole runs its deinit too, and frees twice.
    self.engine = engine
  }

  deinit { TessBaseAPIDelete(engine) }

  /// The boxes of the lines on a page, without reading them.
  func lineBoxes(on page: GreyImage) throws(Problem) -> [Box] {
    defer { TessBaseAPIClear(engine) }
    show(page, as: PSM_SPARSE_TEXT)
    guard let position = TessBaseAPIAnalyseLayout(engine) else { return [] }
    defer { TessPageIteratorDelete(position) }
    var boxes: [Box] = []
    repeat {
      if let box = Self.box(at: position, RIL_TEXTLINE) { boxes.append(box) }
    } while TessPageIteratorNext(position, RIL_TEXTLINE) != 0
    return boxes
  }

  /// The characters of a picture that holds one line. Only those of the alphabet may come out; empty means any.
  func glyphs(inLine line: GreyImage, alphabet: String, spaces: Bool) throws(Problem) -> [Glyph] {
    let glyphs = try glyphs(in: line, as: PSM_SINGLE_LINE, alphabet: alphabet, spaces: spaces)
    guard glyphs.isEmpty, line.width < 2 * line.height else { return glyphs }
    // A character that stands alone is sometimes taken for a blot.
    return try self.glyphs(in: line, as: PSM_SINGLE_CHAR, alphabet: alphabet, spaces: false)
  }

  /// The characters of a picture that is nothing but one line, exactly as high as the model's input: no search for
  /// the line, no scaling.
  func glyphs(inBareLine line: GreyImage, alphabet: String) throws(Problem) -> [Glyph] {
    try glyphs(in: line, as: PSM_RAW_LINE, alphabet: alphabet, spaces: false)
  }

  private func glyphs(
    in line: GreyImage, as mode: TessPageSegMode, alphabet: String, spaces: Bool
  ) throws(Problem) -> [Glyph] {
    if alphabet != self.alphabet {
      TessBaseAPISetVariable(engine, "tessedit_char_whitelist", alphabet)
      self.alphabet = alphabet
    }
    defer { TessBaseAPIClear(engine) }
    show(line, as: mode)
    guard TessBaseAPIRecognize(engine, nil) == 0 else { throw .recognitionFailed }
    guard let results = TessBaseAPIGetIterator(engine) else { return [] }
    defer { TessResultIteratorDelete(results) }
    let position = TessResultIteratorGetPageIterator(results)

    var glyphs: [Glyph] = []
    repeat {
      guard let box = Self.box(at: position, RIL_SYMBOL), let text = Self.text(at: results) else {
        continue
      }
      if spaces, let last = glyphs.last, TessPageIteratorIsAtBeginningOf(position, RIL_WORD) != 0 {
        let between = Box(
          left: last.box.right, top: box.top, right: max(last.box.right, box.left),
          bottom: box.bottom)
        glyphs.append(Glyph(text: " ", box: between, confidence: 1))
      }
      let confidence = Double(TessResultIteratorConfidence(results, RIL_SYMBOL)) / 100
      glyphs.append(
        Glyph(
          text: text, box: box, confidence: min(1, max(0, confidence)),
          alternatives: Self.alternatives(to: text, at: results)))
    } while TessResultIteratorNext(results, RIL_SYMBOL) != 0
    return glyphs
  }

  private func show(_ image: GreyImage, as mode: TessPageSegMode) {
    TessBaseAPISetPageSegMode(engine, mode)
    TessBaseAPISetImage(
      engine, image.pixels, Int32(image.width), Int32(image.height), 1, Int32(image.width))
    // Only layout analysis cares, and then for sizes relative to print at this resolution.
    TessBaseAPISetSourceResolution(engine, 300)
  }

  private static func box(at position: OpaquePointer?, _ level: TessPageIteratorLevel) -> Box? {
    var (left, top, right, bottom) = (Int32(0), Int32(0), Int32(0), Int32(0))
    guard TessPageIteratorBoundingBox(position, level, &left, &top, &right, &bottom) != 0 else {
      return nil
    }
    return Box(
      left: Double(left), top: Double(top), right: Double(right), bottom: Double(bottom))
  }

  private static func text(at results: OpaquePointer) -> String? {
    guard let text = TessResultIteratorGetUTF8Text(results, RIL_SYMBOL) else { return nil }
    defer { TessDeleteText(text) }
    let trimmed = String(cString: text).trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  private static func alternatives(to text: String, at results: OpaquePointer) -> [Alternative] {
    guard let choices = TessResultIteratorGetChoiceIterator(results) else { return [] }
    defer { TessChoiceIteratorDelete(choices) }
    var found: [Alternative] = []
    repeat {
      // Owned by the iterator.
      guard let other = TessChoiceIteratorGetUTF8Text(choices) else { continue }
      let value = String(cString: other)
      let probability = Double(TessChoiceIteratorConfidence(choices)) / 100
      if value != text, !value.isEmpty, probability > 0.001 {
        found.append(Alternative(value: value, probability: min(1, probability)))
      }
    } while TessChoiceIteratorNext(choices) != 0
    return Array(found.sorted { $0.probability > $1.probability }.prefix(4))
  }
}
