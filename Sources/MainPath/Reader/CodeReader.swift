import Cases
import PageImaging
import ResultCodes

/// From the bytes of one picture to the texts of the QR codes on it. Runs in a reader process.
struct CodeReader: FileAnswering {
  /// Asked for as a kind: only whether the file can be opened, no codes.
  static let opening = "opening"

  let limits: ReaderLimits
  let engine = EngineDescription(kanhe: Release.version, tesseract: "", models: [:])

  func answer(_ bytes: [UInt8], as request: ReadingRequest) throws -> Frame {
    do {
      guard let format = FileFormat(bytes) else { throw Problem.unknownFormat }
      if format == .pdf { _ = try PDFInspection.activeContent(of: bytes, within: limits) }
      let source = try PageSource(bytes: bytes, format: format)
      guard source.count <= request.mostPages else {
        throw Problem.tooManyPages(source.count, limit: request.mostPages)
      }
      var texts: [String] = []
      for number in 1...source.count where request.kind != Self.opening {
        texts += try QRScanner.texts(in: try source.page(number).image)
      }
      return try .json(.codes, CodeReading(texts: texts, error: nil))
    } catch let problem as Problem {
      return try .json(.codes, CodeReading(texts: [], error: problem))
    }
  }
}

/// What was found on one picture.
struct CodeReading: Codable {
  var texts: [String]
  var error: Problem?
}
