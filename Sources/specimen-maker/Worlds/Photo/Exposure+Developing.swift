import Cases

/// From light to a picture file's pixels.
extension Exposure {
  /// Adds the sensor's noise and stores the light as sRGB.
  func developed(on film: Film, _ random: inout Randomness) throws(Problem) -> Picture {
    let tile = NoiseTile(&random)
    let tone = Tone(contrast: film.contrast)
    let offset = random.whole(0...10_000)
    return try Picture(width: width, height: height, dotsPerInch: 72) { words, wordsPerLine in
      light.withUnsafeBufferPointer { light in
        for row in 0..<height {
          let line = tile.start(ofRow: row &+ offset)
          for column in 0..<width {
            let clean = light[row * width + column]
            let level = film.readNoise + film.shotNoise * (clean + 1e-5).squareRoot()
            let noisy = clean + tile.noise(line, column) * level
            words[row * wordsPerLine + column] =
              tone.byte(noisy.x) << 24 | tone.byte(noisy.y) << 16 | tone.byte(noisy.z) << 8
          }
        }
      }
    }.sharpened(film.sharpening)
  }
}

/// Gaussian noise in three channels, a little alike in neighbours, as demosaicing leaves it.
struct NoiseTile {
  private static let side = 512
  private let values: [SIMD4<Float>]

  init(_ random: inout Randomness) {
    let count = Self.side * Self.side
    var raw = [SIMD4<Float>](repeating: .zero, count: count)
    for index in 0..<count {
      // Four uniform draws of 16 bits from one word: their sums are near enough to a bell.
      let (first, second) = (random.next(), random.next())
      raw[index] = SIMD4(Self.bell(first), Self.bell(second), Self.bell(first ^ second), 0)
    }
    let grey: Float = 0.5
    values = (0..<count).map { index in
      let mixed =
        raw[index] * 0.8 + raw[(index + 1) % count] * 0.42 + raw[(index + 512) % count] * 0.42
      let mean = (mixed.x + mixed.y + mixed.z) / 3
      return mixed * (1 - grey) + SIMD4(mean, mean, mean, 0) * grey * 1.5
    }
  }

  /// Where a picture's row begins in the tile; each band of rows elsewhere, so that no pattern shows.
  func start(ofRow row: Int) -> Int {
    let band = row / Self.side
    return (row % Self.side) * Self.side + (band &* 197) % Self.side
  }

  func noise(_ start: Int, _ column: Int) -> SIMD4<Float> {
    let shifted = start + column + (column / Self.side) * 40_961
    return values.withUnsafeBufferPointer { $0[shifted & (Self.side * Self.side - 1)] }
  }

  /// Mean 0, deviation 1.
  private static func bell(_ word: UInt64) -> Float {
    let sum = (0..<4).reduce(UInt64(0)) { $0 + (word >> ($1 * 16) & 0xffff) }
    return (Float(sum) / 65_536 - 2) * 1.732
  }
}
