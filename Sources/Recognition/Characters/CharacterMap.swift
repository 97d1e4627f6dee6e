import CVectorLoops

/// The activations of one crop between two layers, as bytes.
struct CharacterMap {
  /// Pixels a side without the border; 0 where there is no picture any more.
  let side: Int
  let channels: Int
  /// What a byte is worth.
  let unit: Float
  /// Whether 128 stands for 0, and not 0.
  let isSigned: Bool
  let bytes: [UInt8]

  /// A crop, inside a border of zeros.
  init(ink: ArraySlice<Float>, side: Int) {
    var largest: Float = 1e-6
    for value in ink { largest = max(largest, abs(value)) }
    let factor = 127 / largest
    var bytes = [UInt8](repeating: 128, count: (side + 2) * (side + 2))
    var place = ink.startIndex
    for y in 1...side {
      for x in 1...side {
        bytes[y * (side + 2) + x] = UInt8(ink[place] * factor + 128.5)
        place += 1
      }
    }
    (self.side, channels, unit, isSigned, self.bytes) = (side, 1, 1 / factor, true, bytes)
  }

  /// Values of at least 0, inside a border of zeros.
  init(values: [Float], largest: Float, side: Int, channels: Int) {
    let factor = 255 / max(largest, 1e-6)
    let row = side * channels
    let padded = (side + 2) * channels
    var bytes = [UInt8](repeating: 0, count: (side + 2) * padded)
    bytes.withUnsafeMutableBufferPointer { bytes in
      values.withUnsafeBufferPointer { values in
        guard let bytes = bytes.baseAddress, let values = values.baseAddress else { return }
        for y in 0..<side {
          value_bytes(values + y * row, factor, 0, row, bytes + (y + 1) * padded + channels)
        }
      }
    }
    (self.side, self.channels, unit, isSigned, self.bytes) =
      (side, channels, 1 / factor, false, bytes)
  }

  /// Values of either sign, no picture.
  init(embedding values: [Float], largest: Float) {
    let factor = 127 / max(largest, 1e-6)
    var bytes = [UInt8](repeating: 128, count: values.count)
    value_bytes(values, factor, 128, values.count, &bytes)
    (side, channels, unit, isSigned, self.bytes) = (0, values.count, 1 / factor, true, bytes)
  }
}
