/// A line's picture as a network wants it: from black to white -127 to 127, kept as bytes 128 higher, inside a frame of
/// noise, as the models were trained.
struct FramedLine {
  private let width: Int
  private let height: Int
  private let pixels: [UInt8]

  init(_ line: GreyImage) {
    width = line.width + 2
    height = line.height + 2
    let (black, white) = Self.range(of: line)
    let contrast = max(1, Float(white - black) / 2)
    let levels = (0...255).map { pixel in
      let value = (Float(pixel - black) / contrast - 1) * 128
      return UInt8(128 + Int(min(127, max(-127, value.rounded()))))
    }
    var noise = Noise()
    var pixels = [UInt8](repeating: 128, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        let isInside = y > 0 && y < height - 1 && x > 0 && x < width - 1
        pixels[y * width + x] =
          isInside ? levels[Int(line.pixels[(y - 1) * line.width + x - 1])] : noise.byte()
      }
    }
    self.pixels = pixels
  }

  /// The 3 × 3 windows around all pixels of some columns: column by column, each window column by column and filled up
  /// to 12 bytes.
  func gather(columns: Range<Int>, into patches: inout [UInt8]) {
    pixels.withUnsafeBufferPointer { pixels in
      patches.withUnsafeMutableBufferPointer { patches in
        var out = 0
        for x in columns {
          for y in 0..<height - 2 {
            for dx in 0..<3 {
              for dy in 0..<3 {
                patches[out + dx * 3 + dy] = pixels[(y + dy) * width + x + dx]
              }
            }
            out += 12
          }
        }
      }
    }
  }

  /// Black and white of the row in the middle: a quarter of its darkest places, three quarters of its brightest
  /// (Tesseract's `ComputeBlackWhite`).
  private static func range(of line: GreyImage) -> (black: Int, white: Int) {
    let row = line.pixels[line.height / 2 * line.width..<(line.height / 2 + 1) * line.width]
    var (darkest, brightest): ([Int], [Int]) = ([], [])
    for ((before, now), after) in zip(zip(row, row.dropFirst()), row.dropFirst(2)) {
      if now < before && now <= after || now <= before && now < after { darkest.append(Int(now)) }
      if now > before && now >= after || now >= before && now > after { brightest.append(Int(now)) }
    }
    darkest.sort()
    brightest.sort()
    return (
      darkest.isEmpty ? 0 : darkest[darkest.count / 4],
      brightest.isEmpty ? 255 : brightest[brightest.count * 3 / 4]
    )
  }

  /// A linear congruential generator (Knuth's MMIX), always begun alike: the same line is always read alike.
  private struct Noise {
    private var state: UInt64 = 1

    mutating func byte() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(1 + state >> 33 % 255)
    }
  }
}
