import Cases

extension PageImage {
  /// No outline, however wild, asks for more memory than the largest page takes.
  private static let mostPixels = 120e6

  /// What a projection from the pixels of a new picture to those of this one sees, by linear interpolation; white where
  /// it leaves this picture.
  ///
  /// - Throws: `damaged_image` for a size that is none.
  func rectified(_ toPicture: Projection, width: Double, height: Double) throws(Problem)
    -> PageImage
  {
    guard width >= 1, height >= 1, width * height <= Self.mostPixels else { throw .damagedImage }
    let (columns, rows) = (Int(width.rounded()), Int(height.rounded()))
    let count = columns * rows * channels
    let made = [UInt8](unsafeUninitializedCapacity: count) { out, size in
      pixels.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress, let out = out.baseAddress else { return }
        for row in 0..<rows {
          let line = out + row * columns * channels
          if channels == 3 {
            see(toPicture, row: row, columns: columns, of: source, channels: 3, into: line)
          } else {
            see(toPicture, row: row, columns: columns, of: source, channels: 1, into: line)
          }
        }
      }
      size = count
    }
    return PageImage(
      width: columns, height: rows, channels: channels, dotsPerInch: dotsPerInch, pixels: made)
  }

  /// One row of the new picture. Places have 8 bits behind the point.
  @inline(__always)
  private func see(
    _ p: Projection, row: Int, columns: Int, of source: UnsafePointer<UInt8>, channels: Int,
    into line: UnsafeMutablePointer<UInt8>
  ) {
    let (startX, startY) = (p.b * Double(row) + p.c, p.e * Double(row) + p.f)
    let startW = p.h * Double(row) + p.i
    let (mostX, mostY) = (Double(width - 1), Double(height - 1))
    let rowBytes = width * channels
    for column in 0..<columns {
      let out = line + column * channels
      let across = Double(column)
      let scale = 1 / (p.g * across + startW)
      let (x, y) = ((p.a * across + startX) * scale, (p.d * across + startY) * scale)
      guard x >= 0, y >= 0, x <= mostX, y <= mostY else {
        for channel in 0..<channels { out[channel] = 255 }
        continue
      }
      let (left, top) = (Int(x), Int(y))
      let (u, v) = (Int((x - Double(left)) * 256), Int((y - Double(top)) * 256))
      let here = source + top * rowBytes + left * channels
      let right = left < width - 1 ? channels : 0
      let below = top < height - 1 ? rowBytes : 0
      for channel in 0..<channels {
        let upper = Int(here[channel]) * (256 - u) + Int(here[channel + right]) * u
        let lower = Int(here[channel + below]) * (256 - u) + Int(here[channel + below + right]) * u
        out[channel] = UInt8(truncatingIfNeeded: (upper * (256 - v) + lower * v + 32_768) >> 16)
      }
    }
  }
}
