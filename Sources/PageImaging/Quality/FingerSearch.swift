import Cases

/// Fingers that hold a paper down, or hold it into the picture: skin that hangs on its edge and ends on it.
///
/// What a finger is made of is known by its colour beside that of the paper, so that the colour of the light does not count;
/// after Kovač, Peer and Solina, Human skin colour clustering for face detection, EUROCON 2003, whose rule holds for any skin:
/// more red than green, more green than blue. A strip of a wooden desk beside a paper that was cut too wide has that colour
/// too, and is too long, too flat, or comes to a point.
struct FingerSearch {
  /// Millimetres along the edge: fingers are 13 to 22 wide, and seldom lie straight.
  private static let contact = 4.0...34.0
  /// How far a finger must reach over the paper, in millimetres; less is the rim of the paper, or a rounded corner.
  private static let leastDepth = 1.6
  /// Of the box around it. A triangle fills half of it, a printed frame all, the round end of a finger 0.7 to 0.87 (measured).
  private static let fill = 0.6...0.92
  /// Red less blue on the whole, where white is 1: 0.2 to 0.36 (measured). Red print has more, the tint of a card less.
  private static let warmth: ClosedRange<Float> = 0.17...0.42
  /// Cells of the view that count as its rim: an outline is found no better.
  private static let rim = 3
  private static let mostParts = 400

  private let view: ReducedView
  private let paper: SIMD3<Float>
  private let cellsPerMillimetre: Double

  /// - Parameter longSide: of the document in millimetres.
  init(_ view: ReducedView, longSide: Double) {
    self.view = view
    paper = view.paperColour
    cellsPerMillimetre = Double(max(view.columns, view.rows)) / longSide
  }

  /// How many times deeper than a warning needs the deepest finger reaches over the paper; nil where there is none.
  func excess() throws(Problem) -> Double? {
    let mask = try PixImage(
      PageImage(
        width: view.columns, height: view.rows, channels: 1, dotsPerInch: 0, pixels: skin)
    ).pixels(darkerThan: 128).opened(5, 5)
    var deepest: Double?
    for part in try mask.parts(limit: Self.mostParts) where touchesRim(part.box) {
      guard let depth = try depth(of: part), depth > deepest ?? 0 else { continue }
      deepest = depth
    }
    return deepest.map { $0 / Self.leastDepth }
  }

  /// Black where there is skin, white elsewhere.
  private var skin: [UInt8] {
    view.cells.map { cell in
      let colour = cell / paper
      let isSkin =
        colour.x > 0.25 && colour.x - colour.y > 0.04 && colour.y > colour.z
        && colour.x - colour.z > 0.12
      return isSkin ? 0 : 255
    }
  }

  private func touchesRim(_ box: Cases.Box) -> Bool {
    min(box.left, box.top, Double(view.columns) - box.right, Double(view.rows) - box.bottom)
      <= Double(Self.rim)
  }

  /// In millimetres; nil for what has not the shape of a finger.
  private func depth(of part: MaskPart) throws(Problem) -> Double? {
    let picture = try part.mask.asGrey().pageImage()
    let (left, top) = (Int(part.box.left), Int(part.box.top))
    var (area, onRim, depth) = (0, 0, 0)
    var warmth: Float = 0
    for y in 0..<picture.height {
      for x in 0..<picture.width where picture.pixels[y * picture.width + x] > 0 {
        let distance = min(
          left + x, top + y, view.columns - 1 - left - x, view.rows - 1 - top - y)
        let colour = view.cells[(top + y) * view.columns + left + x] / paper
        area += 1
        warmth += colour.x - colour.z
        if distance <= Self.rim { onRim += 1 }
        depth = max(depth, distance)
      }
    }
    let contact = Double(onRim) / Double(Self.rim + 1) / cellsPerMillimetre
    let reach = Double(depth) / cellsPerMillimetre
    let fill = Double(area) / (part.box.width * part.box.height)
    return Self.contact.contains(contact) && reach >= Self.leastDepth && Self.fill.contains(fill)
      && Self.warmth.contains(warmth / Float(max(1, area))) ? reach : nil
  }
}
