package import Cases

/// What a person should know about the picture of a document before its fields are believed.
///
/// Every score is 0.5 where a warning begins and 1 where the measure is twice as bad or worse. The limits of blur,
/// darkness and resolution were chosen on scans that were blurred, darkened and made smaller step by step until reading
/// suffered; those of glare and colour between good scans on one side, and lamps and photocopies on the other; that of
/// fingers by where outlines are found beside them.
package enum PageQuality {
  /// - Parameters:
  ///   - isColoured: whether the kind is never printed without colour: seals, tinted portraits, blue labels.
  ///   - longSide: of such a document, in millimetres; a sheet's where nothing is said.
  package static func warnings(
    of document: DocumentImage, on page: SubmittedPage, isColoured: Bool, longSide: Double? = nil
  ) -> [ReadingWarning] {
    let longSide = longSide ?? PaperFormat.a4.width
    let view = ReducedView(document.image)
    let placement = Placement(of: document, on: page)
    let light = PaperLight(view)
    let scores: [(ReadingWarning.Code, Double?)] = [
      (.blur, blur(of: document, placement)),
      (.glare, document.isWholePage ? nil : light.flatMap(glare)),
      (.dark, light.flatMap(darkness)),
      (.lowResolution, placement.flatMap { coarseness(of: document, $0) }),
      (.borderCut, placement.flatMap { document.isWholePage ? nil : cut($0) }),
      (.occluded, document.isWholePage ? nil : occlusion(of: document, view, longSide: longSide)),
      (.copy, isColoured ? copy(view) : nil),
    ]
    return scores.compactMap { code, score in
      score.map { ReadingWarning(code: code, score: $0, page: page.number) }
    }
  }

  /// How much worse than its limit a measure is, as a score; nil where it keeps within it.
  private static func score(_ excess: Double) -> Double? {
    excess > 1 ? min(1, excess / 2) : nil
  }

  /// Edges so wide that strokes run into each other, although the picture has pixels enough to show them sharp: what
  /// is wide because it was small is no blur.
  private static func blur(of document: DocumentImage, _ placement: Placement?) -> Double? {
    guard let print = smallestPrint(on: document), let width = EdgeWidth.median(in: document.image)
    else { return nil }
    let submittedWidth = width * (placement?.submittedPixels ?? 1)
    guard submittedWidth > sharpEdgePixels else { return nil }
    return score(width / print / widestEdgeOfPrint)
  }
  private static let widestEdgeOfPrint = 0.16
  /// A little more than what sharp pictures have, whatever their size: 2.0 to 2.6 (measured).
  private static let sharpEdgePixels = 2.8

  /// Parts of the paper are saturated and the rest is not: a lamp, not the exposure. (White paper on a dark desk looks
  /// the same, so a page as a whole is not judged.)
  private static func glare(_ light: PaperLight) -> Double? {
    light.level <= lightestPaperBesideGlare ? score(light.saturatedShare / leastGlareShare) : nil
  }
  private static let lightestPaperBesideGlare = 235.0
  private static let leastGlareShare = 0.005

  private static func darkness(_ light: PaperLight) -> Double? {
    score(darkestPaper / max(1, light.lightestLevel))
  }
  private static let darkestPaper = 60.0

  /// Fewer pixels in the height of the smallest print than reading needs.
  private static func coarseness(of document: DocumentImage, _ placement: Placement) -> Double? {
    smallestPrint(on: document).flatMap {
      score(fewestPixelsOfPrint / ($0 * placement.submittedPixels))
    }
  }
  private static let fewestPixelsOfPrint = 10.0

  /// Height of the smallest characters that are read, in pixels; nil where the size of the paper is not known.
  private static func smallestPrint(on document: DocumentImage) -> Double? {
    guard let scale = document.pixelsPerMillimetre else { return nil }
    let long = Double(max(document.image.width, document.image.height)) / scale
    return (printHeights.last { $0.longerSide <= long }?.height ?? cardPrint) * scale
  }
  /// Millimetres.
  private static let cardPrint = 2.6
  /// By the longer side of the paper, for sheets up to A4 and beyond.
  private static let printHeights = [
    (longerSide: 200.0, height: 3.3), (longerSide: 350, height: 4.2),
  ]

  private static func cut(_ placement: Placement) -> Double? {
    score(placement.shareOutside / leastShareCut)
  }
  private static let leastShareCut = 0.01

  /// Something lies on it; only fingers are known. A page as a whole is a scan, which nobody holds.
  private static func occlusion(of document: DocumentImage, _ view: ReducedView, longSide: Double)
    -> Double?
  {
    guard document.image.channels == 3 else { return nil }
    let search = FingerSearch(view, longSide: longSide)
    // A picture for which there is no memory is not judged.
    return (try? search.excess()).flatMap { $0 }.flatMap(score)
  }

  /// No colour where the original has some: a photocopy. A grey scan of the original looks the same.
  private static func copy(_ view: ReducedView) -> Double? {
    score(leastColouredShare / max(leastColouredShare / 2, Colourfulness.share(of: view)))
  }
  private static let leastColouredShare = 0.001
}
