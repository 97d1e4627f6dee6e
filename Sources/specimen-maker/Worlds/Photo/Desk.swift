import Cases

/// The surface and the things on it, around the place where the documents go.
struct Desk {
  var surface: DeskSurface
  var things: Int
  /// What the picture shows, and what the documents cover.
  var shown: Box
  var free: Box

  func lay(on canvas: Canvas, _ random: inout Randomness) throws {
    try canvas.cover(with: surface, &random)
    for _ in 0..<things {
      let thing = random.pick(Clutter.allCases)
      let place = place(for: thing, &random)
      try canvas.place(x: place.x, y: place.y, degrees: random.real(0...360)) {
        try thing.draw(on: canvas, &random)
      }
    }
  }

  /// Beside the documents; a sheet may reach under them.
  private func place(for thing: Clutter, _ random: inout Randomness) -> Point {
    let flat = thing == .printedSheet || thing == .sheetStack || thing == .note
    let keep = flat ? thing.reach * 0.45 : thing.reach * 0.6
    let x = random.real(shown.left...shown.right)
    let y = random.real(shown.top...shown.bottom)
    let past = random.real(0...keep)
    switch random.whole(0...3) {
    case 0: return Point(free.left - keep - past, y)
    case 1: return Point(free.right + keep + past, y)
    case 2: return Point(x, free.top - keep - past)
    default: return Point(x, free.bottom + keep + past)
    }
  }
}
