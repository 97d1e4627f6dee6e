import Cases
import Foundation

/// How one photograph is taken. Lengths on the desk are millimetres, in the picture pixels.
struct Shot {
  // Where the camera is.
  var pixelsPerMillimetre: Double
  /// Between the lens's axis and the upright, in radians, about an axis in the desk.
  var tilt: Double
  var axis: Double
  /// From the desk to the pinhole.
  var distance: Double
  /// How the paper is turned in the picture: quarter turns clockwise, and what a hand adds.
  var turned: Int
  var roll: Double
  var aspect: Double
  var portrait: Bool
  /// The share of the picture's side that the documents take.
  var fill: Double
  /// 0 to 1: from left to right and top to bottom of the room that is left.
  var placing: Point
  var barrel: Double
  var wave: Viewpoint.Wave

  // What is in the picture.
  var surface: DeskSurface
  var clutter: Int
  var fingers: Int
  var glares: Int
  var creases: Int
  var light: Lighting

  // What lens and sensor do.
  var film: Film
  var quality: Int

  static func any(
    _ world: World, of scene: Scene, _ random: inout Randomness
  ) -> Shot {
    let hard = world == .hard
    let long = max(scene.width, scene.height)
    let card = scene.isCard
    let fill = random.real(card ? (hard ? 0.45...0.9 : 0.52...0.93) : 0.68...0.95)
    // No side of the picture gets longer than a phone's own pictures usually are when sent.
    let pixels = min(random.real(pixelsAcross(long, hard: hard)), 3300 * fill)
    let scale = pixels / long
    let tilt = abs(random.real(-1...1) + random.real(-1...1)) / 2
    let turned = random.chance(hard ? 0.6 : 0.7) ? 0 : random.pick([90, 180, 270])
    let wide = (scene.width >= scene.height) == (turned % 180 == 0)
    let portrait = random.chance(card ? 0.85 : 0.93) ? !wide : wide
    let fits = portrait != wide
    return Shot(
      pixelsPerMillimetre: scale, tilt: tilt * (hard ? 30 : 20) * .pi / 180,
      axis: random.real(0...2 * .pi), distance: long * random.real(hard ? 1.1...1.8 : 1.2...2.2),
      turned: turned, roll: (random.real(-1...1) + random.real(-1...1)) * (hard ? 7 : 4.5),
      aspect: random.pick(fits ? [4.0 / 3, 4.0 / 3, 16.0 / 9, 1.5, 1] : [4.0 / 3]),
      portrait: portrait, fill: fill,
      placing: Point(random.real(0...1), random.real(0...1)), barrel: random.real(-0.02...0.012),
      wave: card ? .init() : .any(hard: hard, random: &random),
      surface: .any(&random), clutter: random.whole(hard ? 1...5 : 0...4),
      fingers: random.chance(hard ? 0.35 : 0.18) ? random.whole(1...2) : 0,
      glares: random.chance(card ? (hard ? 0.6 : 0.35) : (hard ? 0.2 : 0.08)) ? 1 : 0,
      creases: card || !random.chance(hard ? 0.7 : 0.4) ? 0 : random.whole(1...2),
      light: .any(hard: hard, &random), film: .any(hard: hard, &random),
      quality: random.whole(hard ? 55...86 : 70...92))
  }

  /// Pixels along a scene of that length.
  private static func pixelsAcross(_ long: Double, hard: Bool) -> ClosedRange<Double> {
    switch long {
    case ..<100: hard ? 540...900 : 950...1700
    case ..<200: hard ? 700...1100 : 1250...2000
    default: hard ? 1000...1500 : 1750...2500
    }
  }
}

extension Viewpoint.Wave {
  static func any(hard: Bool, random: inout Randomness) -> Viewpoint.Wave {
    let (least, most) = hard ? (0.3, 1.4) : (0.0, 0.7)
    guard random.chance(hard ? 0.6 : 0.35) else { return Viewpoint.Wave() }
    return Viewpoint.Wave(
      amplitude: random.real(least...most), length: random.real(220...520),
      phase: random.real(0...2 * .pi))
  }
}
