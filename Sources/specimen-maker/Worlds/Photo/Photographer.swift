import Cases

/// Lays documents on a desk and photographs them by hand.
struct Photographer {
  var world: World
  var shot: Shot

  /// Finer than the picture, so that the picture and not the drawing limits what can be seen.
  private static let fineness = 1.2
  private static let mostPixels = 26_000_000.0

  init(_ world: World, _ scene: Scene, _ random: inout Randomness) {
    self.world = world
    shot = .any(world, of: scene, &random)
  }

  func photograph(_ scene: Scene, _ random: inout Randomness) throws -> Scan {
    let turn = Double(shot.turned) + shot.roll
    let view = try Viewpoint(shot, around: scene.extent(turned: turn))
    let seen = view.view.grown(x: 2, y: 2)
    let dots = min(
      shot.pixelsPerMillimetre * Self.fineness,
      (Self.mostPixels / (seen.width * seen.height)).squareRoot())
    let canvas = try Canvas(
      width: seen.width, height: seen.height, medium: .picture(dotsPerInch: dots * 25.4))
    let sheet = Sheet(canvas)
    try canvas.place(x: -seen.left, y: -seen.top) {
      let extent = scene.extent(turned: turn)
      try Desk(surface: shot.surface, things: shot.clutter, shown: seen, free: extent)
        .lay(on: canvas, &random)
      try canvas.place(x: 0, y: 0, degrees: turn) {
        for piece in scene.pieces { try lay(piece, on: sheet, &random) }
      }
    }
    let exposure = try expose(canvas, origin: Point(seen.left, seen.top), dots: dots, from: view)
    sheet.move { point in
      view.picture(Point(seen.left + point.x / dots, seen.top + point.y / dots))
    }
    sheet.note(turned: shot.turned)
    return Scan(picture: try exposure.developed(on: shot.film, &random), sheet: sheet)
  }

  private func expose(
    _ desk: Canvas, origin: Point, dots: Double, from view: Viewpoint
  ) throws(Problem) -> Exposure {
    let film = shot.film
    let sharp = try Exposure(
      of: desk, origin: origin, dotsPerMillimetre: dots, from: view, in: shot.light
    ).shaken(film.shake).softened(film.softness)
    guard film.defocus > 0 else { return sharp }
    return sharp.fading(into: sharp.softened(film.defocus), towards: film.focus)
  }

  private func lay(_ piece: Scene.Piece, on sheet: Sheet, _ random: inout Randomness) throws {
    let canvas = sheet.canvas
    let drawing = piece.drawing
    let page = Box(left: 0, top: 0, right: drawing.width, bottom: drawing.height)
    try canvas.place(x: piece.middle.x, y: piece.middle.y, degrees: piece.degrees) {
      try canvas.place(x: -drawing.width / 2, y: -drawing.height / 2) {
        CastShadow.draw(
          under: page, radius: drawing.radius,
          away: Point(random.real(-1...1), random.real(0.1...1.2)),
          softness: random.real(0.8...2.6), on: canvas)
        try drawing.draw(on: sheet)
        cover(drawing, page, on: sheet, &random)
      }
    }
  }

  /// What lies or shines on the document.
  private func cover(
    _ drawing: any Drawing, _ page: Box, on sheet: Sheet, _ random: inout Randomness
  ) {
    let canvas = sheet.canvas
    let lines = sheet.lines.map(canvas.local)
    canvas.roundedPath(page, radius: drawing.radius)
    canvas.clipped {
      for _ in 0..<shot.creases { Crease.draw(across: page, on: canvas, &random) }
      for _ in 0..<shot.glares {
        Glare.any(hard: world == .hard, over: page, clearOf: lines, &random)?.draw(on: canvas)
      }
    }
    for _ in 0..<shot.fingers {
      guard let finger = Finger.any(over: page, clearOf: lines, &random) else { continue }
      finger.draw(on: canvas)
      sheet.noteFinger()
    }
  }
}
