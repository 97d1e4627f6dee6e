import Cases
import Extraction

/// The back where the front was asked for, or the other way round.
enum WrongSide {
  /// A kind that was asked for is believed to be there, however unlikely it is; so the sides that go with it are looked
  /// for in the same lines.
  static func warning(
    on document: DocumentReading, _ lines: [TextLine], _ extractor: Extractor
  ) throws -> ReadingWarning? {
    guard document.kindProbability < 0.5,
      let asked = extractor.kinds.kinds.first(where: { $0.id == document.kind })
    else { return nil }
    let likeliest = try asked.companions.map { companion in
      try extractor.documents(
        in: lines, size: (1, 1), page: document.page, source: .ocr, toPage: .identity,
        polygon: Polygon([]), kind: companion
      ).first?.kindProbability ?? 0
    }.max()
    guard let likeliest, likeliest > 0.5 else { return nil }
    return ReadingWarning(code: .wrongSide, score: likeliest)
  }
}
