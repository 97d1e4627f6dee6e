package import Cases

extension PageImage {
  /// Grey: of each square of so many pixels a side the means of all colours, and of those the darkest.
  package func darkestReduced(by side: Int) -> PageImage {
    let side = max(1, side)
    let (columns, rows) = (max(1, width / side), max(1, height / side))
    let (across, down) = (min(side, width), min(side, height))
    let count = across * down
    let cells = [UInt8](unsafeUninitializedCapacity: columns * rows) { out, size in
      pixels.withUnsafeBufferPointer { pixels in
        for row in 0..<rows {
          for column in 0..<columns {
            var (red, green, blue) = (0, 0, 0)
            for y in row * side..<row * side + down {
              var index = (y * width + column * side) * channels
              for _ in 0..<across {
                red += Int(pixels[index])
                if channels == 3 {
                  green += Int(pixels[index + 1])
                  blue += Int(pixels[index + 2])
                }
                index += channels
              }
            }
            let darkest = channels == 3 ? min(red, green, blue) : red
            out[row * columns + column] = UInt8(darkest / count)
          }
        }
      }
      size = columns * rows
    }
    return PageImage(
      width: columns, height: rows, channels: 1, dotsPerInch: dotsPerInch, pixels: cells)
  }
}
