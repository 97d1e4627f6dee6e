import Cases
import Extraction
import Foundation
import PageImaging
import Recognition

/// From the bytes of one file to the fields of its documents: page images, words, fields. Runs in a reader process.
final class FileReader: FileAnswering {
  let engine: EngineDescription
  private let recognizer: TextRecognizer
  private let extractor: Extractor

  init(models: String, tessdata: String) throws(Problem) {
    let models = URL(fileURLWithPath: models, isDirectory: true)
    extractor = Extractor(kinds: try DocumentKinds.load(from: models))
    recognizer = try TextRecognizer(
      modelFolder: URL(fileURLWithPath: tessdata, isDirectory: true))
    engine = EngineDescription(
      kanhe: Release.version, tesseract: TextRecognizer.tesseractVersion, models: recognizer.models)
  }

  func answer(_ bytes: [UInt8], as request: ReadingRequest) throws -> Frame {
    try .json(.reading, read(bytes, as: request))
  }

  /// Never throws for a document's sake: what went wrong is part of the reading, beside what was read before.
  private func read(_ bytes: [UInt8], as request: ReadingRequest) -> FileReading {
    var reading = FileReading(file: request.name, sha256: request.sha256, engine: engine)
    do {
      guard let format = FileFormat(bytes) else { throw Problem.unknownFormat }
      let source = try PageSource(bytes: bytes, format: format)
      reading.pages = source.count
      guard source.count <= request.mostPages else {
        throw Problem.tooManyPages(source.count, limit: request.mostPages)
      }
      for number in 1...source.count {
        try read(page: number, of: source, kind: request.kind, into: &reading)
      }
      if reading.documents.isEmpty { reading.error = .notADocument }
    } catch let problem as Problem {
      reading.error = problem
    } catch {
      reading.error = .internalFault("\(type(of: error))")
    }
    return reading
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
    let (documents, unrecognized) = try documents(on: page, kind)
    reading.documents += documents
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

  /// What was cut out of the page, and where nothing is known of that, the page as a whole; with the number of those
  /// on which nothing was recognised.
  private func documents(on page: SubmittedPage, _ kind: String?) throws
    -> (found: [DocumentReading], unrecognized: Int)
  {
    let cutOut = try DocumentFinder.documents(on: page)
    let found = try cutOut.map { try documents(anyWayRound: $0, page.number, kind) }
    let unrecognized = found.count(where: \.isEmpty)
    if unrecognized < found.count { return (found.flatMap(\.self), unrecognized) }
    guard cutOut.contains(where: { !$0.isWholePage }) else { return ([], 1) }
    let whole = try documents(anyWayRound: DocumentFinder.wholePage(page), page.number, kind)
    return (whole, whole.isEmpty ? 1 : 0)
  }

  /// Papers are put on the glass every way round: as it lies, else upside down, else on its side.
  private func documents(anyWayRound document: DocumentImage, _ page: Int, _ kind: String?) throws
    -> [DocumentReading]
  {
    let upright = try documents(in: document, page, kind)
    guard upright.isEmpty else { return upright }
    for quarters in [2, 1, 3] {
      var found = try documents(in: document.turned(quarters: quarters), page, kind)
      guard !found.isEmpty else { continue }
      for index in found.indices {
        found[index].warnings.append(ReadingWarning(code: .rotated, score: 1))
      }
      return found
    }
    return []
  }

  private func documents(in document: DocumentImage, _ page: Int, _ kind: String?) throws
    -> [DocumentReading]
  {
    let image = document.image
    return try extractor.documents(
      in: try recognizer.lines(on: image), size: (Double(image.width), Double(image.height)),
      page: page, source: .ocr, toPage: document.toPage, polygon: document.polygon, kind: kind,
      reader: SecondLook(image: image, recognizer: recognizer))
  }
}

/// Lets extraction have a line of this document read again.
private struct SecondLook: LineReader {
  let image: PageImage
  let recognizer: TextRecognizer

  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    try recognizer.line(in: image, box: box, hint: hint)
  }
}
