import Foundation

/// The transfer function of sRGB (IEC 61966-2-1), both ways, with a camera's contrast on top.
struct Tone {
  private static let steps = 4096
  private let table: [UInt8]

  /// `contrast` from 0 (none) to 1: an S through black, middle and white.
  init(contrast: Float) {
    table = (0...Self.steps).map { step in
      let level = Self.encoded(Double(step) / Double(Self.steps))
      let curved = level * level * (3 - 2 * level)
      let mixed = level + Double(contrast) * (curved - level)
      return UInt8((mixed * 255).rounded())
    }
  }

  /// A level of linear light as it is stored in a byte.
  func byte(_ level: Float) -> UInt32 {
    let step = Int(min(1, max(0, level)) * Float(Self.steps))
    return UInt32(table.withUnsafeBufferPointer { $0[step] })
  }

  static func linear(_ level: Double) -> Float {
    Float(level <= 0.04045 ? level / 12.92 : pow((level + 0.055) / 1.055, 2.4))
  }

  private static func encoded(_ light: Double) -> Double {
    light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
  }
}
