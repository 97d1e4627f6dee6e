import Cases
import Extraction
import Foundation
import PageImaging
import Recognition

/// From the bytes of one file to the fields of its documents: signatures, page images, words, fields. Runs in a reader
/// process.
final class FileReader: FileAnswering {
  let engine: EngineDescription
  private let recognizer: TextRecognizer
  private let characters: CharacterReader
  private let extractor: Extractor
  private let limits: ReaderLimits

  init(models: String, tessdata: String, limits: ReaderLimits) throws(Problem) {
    self.limits = limits
    let models = URL(fileURLWithPath: models, isDirectory: true)
    extractor = Extractor(kinds: try DocumentKinds.load(from: models))
    recognizer = try TextRecognizer(
      modelFolder: URL(fileURLWithPath: tessdata, isDirectory: true),
      ownModelFolder: models.appending(path: "tessdata", directoryHint: .isDirectory))
    characters = try CharacterReader(modelFolder: models.appending(path: "glyphs"))
    engine = EngineDescription(
      kanhe: Release.version, tesseract: TextRecognizer.tesseractVersion,
      models: recognizer.models.merging(characters.models) { one, _ in one })
  }

  func answer(_ bytes: [UInt8], as request: ReadingRequest) throws -> Frame {
    try .json(.reading, read(bytes, as: request))
  }

  /// Never throws for a document's sake: what went wrong is part of the reading, beside what was read before.
  private func read(_ bytes: [UInt8], as request: ReadingRequest) -> FileReading {
    var reading = FileReading(file: request.name, sha256: request.sha256, engine: engine)
    do {
      guard let format = FileFormat(bytes) else { throw Problem.unknownFormat }
      if format == .pdf {
        reading.verification = try SignatureInspection.verdict(on: bytes, trust: request.trust)
        reading.activeContent = try PDFInspection.activeContent(of: bytes, within: limits)
      }
      let source = try PageSource(bytes: bytes, format: format)
      reading.pages = source.count
      guard source.count <= request.mostPages else {
        throw Problem.tooManyPages(source.count, limit: request.mostPages)
      }
      for number in 1...source.count {
        if let separators = request.separators,
          try isEmpty(page: number, of: source, for: separators, in: &reading)
        {
          continue
        }
        try read(page: number, of: source, kind: request.kind, into: &reading)
      }
      reading.warnAboutExpiry(on: CalendarDay(hallDayOf: Date()))
      if reading.documents.isEmpty, !reading.isOnlySeparators(request.separators) {
        reading.error = .notADocument
      }
    } catch let problem as Problem {
      reading.error = problem
    } catch {
      reading.error = .internalFault("\(type(of: error))")
    }
    reading.doubtWhereSignaturesFail()
    return reading
  }

  /// Tells what is seen on a page of a stack, and whether there is nothing to read on it.
  private func isEmpty(
    page number: Int, of source: PageSource, for separators: Separators,
    in reading: inout FileReading
  ) throws -> Bool {
    let page = try source.page(number)
    let marks = try PageMarks(of: page.image, for: separators)
    reading.pageMarks = (reading.pageMarks ?? []) + [marks]
    guard marks.isEmpty(for: separators) else { return false }
    reading.pageSizes.append(page.size)
    return true
  }

  private func read(
    page number: Int, of source: PageSource, kind: String?, into reading: inout FileReading
  ) throws {
    if let layer = try source.textLayer(number) {
      let documents = try documents(in: layer, kind)
      if !documents.isEmpty {
        reading.pageSizes.append(layer.size)
        reading.documents += documents
        return
      }
    }
    let page = try source.page(number)
    reading.pageSizes.append(page.size)
    recognizer.beginPage()
    let (documents, unrecognized) = try documents(on: page, kind)
    reading.add(documents, of: number, isIncomplete: recognizer.effort.isSpent)
    // Something that looks like a document and was not recognised is said, whatever else is on the page.
    for _ in 0..<unrecognized {
      reading.warnings.append(ReadingWarning(code: .notADocument, score: 1, page: number))
    }
  }

  private func documents(in layer: PageTextLayer, _ kind: String?) throws -> [DocumentReading] {
    let (width, height) = (layer.size.size[0], layer.size.size[1])
    return try extractor.documents(
      in: layer.lines, size: (width, height), page: layer.size.page, source: .textLayer,
      toPage: .identity, polygon: Polygon(Box(left: 0, top: 0, right: width, bottom: height)),
      kind: kind)
  }

  /// What is on the page, seen the likeliest way in which anything is recognised; with the number of those documents on
  /// which nothing was.
  private func documents(on page: SubmittedPage, _ kind: String?) throws
    -> (found: [DocumentReading], unrecognized: Int)
  {
    for layout in try DocumentFinder.layouts(of: page) where !recognizer.effort.isSpent {
      let found = try layout.documents().map { try documents(anyWayRound: $0, of: page, kind) }
      let unrecognized = found.count(where: \.isEmpty)
      if unrecognized < found.count { return (found.flatMap(\.self), unrecognized) }
    }
    return ([], 1)
  }

  /// What is on a document, with what a person should know about its picture.
  private func documents(
    anyWayRound document: DocumentImage, of page: SubmittedPage, _ kind: String?
  ) throws -> [DocumentReading] {
    var found = try documents(anyWayRound: document, page.number, kind)
    for index in found.indices {
      // Forms are printed by whoever fills them in; everything else has seals, tints or a portrait.
      let kind = extractor.kinds.kinds.first { $0.id == found[index].kind }
      found[index].warnings += PageQuality.warnings(
        of: document, on: page, isColoured: found[index].form == nil,
        longSide: kind?.sizeMillimetres?.max())
    }
    return found
  }

  /// Papers are put on the glass every way round: first as the direction of the print tells, then the others.
  private func documents(anyWayRound document: DocumentImage, _ page: Int, _ kind: String?) throws
    -> [DocumentReading]
  {
    var best: (readings: [DocumentReading], likelihood: Double) = ([], 0)
    for quarters in try document.likelyTurns() where !recognizer.effort.isSpent {
      var found = try documents(in: document.turned(quarters: quarters), page, kind)
      let likelihood = found.first?.likelihood ?? 0
      guard likelihood > best.likelihood else { continue }
      if quarters != 0 {
        for index in found.indices {
          found[index].warnings.append(ReadingWarning(code: .rotated, score: 1))
        }
      }
      best = (found, likelihood)
      // A kind that was asked for is found every way round, but likely only one way.
      if likelihood > 0.5 { break }
    }
    return best.readings
  }

  private func documents(in document: DocumentImage, _ page: Int, _ kind: String?) throws
    -> [DocumentReading]
  {
    let image = document.image
    let lines = try recognizer.lines(on: image)
    var found = try extractor.documents(
      in: lines, size: (Double(image.width), Double(image.height)),
      page: page, source: .ocr, toPage: document.toPage, polygon: document.polygon, kind: kind,
      reader: SecondLook(image: image, recognizer: recognizer, characters: characters))
    for index in found.indices where kind != nil {
      found[index].warnings +=
        try WrongSide.warning(on: found[index], lines, extractor).map { [$0] } ?? []
    }
    return found
  }
}

extension FileReading {
  /// Whether every page was only there to divide a stack.
  fileprivate func isOnlySeparators(_ separators: Separators?) -> Bool {
    guard let separators, let pageMarks else { return false }
    return pageMarks.allSatisfy { $0.isEmpty(for: separators) }
  }
}

extension DocumentReading {
  /// That the document lies this way round: it looks like its kind, or like the other side of it.
  fileprivate var likelihood: Double {
    max(kindProbability, warnings.first { $0.code == .wrongSide }?.score ?? 0)
  }
}

/// Lets extraction have a line of this document read again.
private struct SecondLook: LineReader {
  let image: PageImage
  let recognizer: TextRecognizer
  let characters: CharacterReader

  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    try recognizer.line(in: image, box: box, hint: hint)
  }

  func readCharacters(_ box: Box) throws -> CharacterReading? {
    characters.line(in: image, box: box).map { seen in
      CharacterReading(line: seen.line, cutting: seen.cutting, blur: seen.quality.blur)
    }
  }

  func readCharacters(of line: TextLine) throws -> CharacterReading? {
    guard let quality = characters.quality(in: image, box: line.box) else { return nil }
    let sights = characters.sights(of: line.glyphs, in: image)
    let glyphs = zip(line.glyphs, sights).compactMap { glyph, sight in
      sight.candidates.first.map { best in
        Glyph(
          text: best.value, box: glyph.box, confidence: best.probability,
          alternatives: Array(sight.candidates.dropFirst()))
      }
    }
    // As many characters as the other reader saw: it cannot be cut better.
    return CharacterReading(line: TextLine(glyphs: glyphs), cutting: 0, blur: quality.blur)
  }

  func knows(_ character: Character) -> Bool {
    recognizer.knownCharacters.map { !$0.lack(String(character)) } ?? true
  }
}
