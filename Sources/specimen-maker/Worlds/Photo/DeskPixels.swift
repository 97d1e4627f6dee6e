import CCairo
import Cases
import Foundation

/// A drawn desk as light: its pixels between the pixels, linear.
struct DeskPixels {
  private let canvas: Canvas
  private let words: UnsafePointer<UInt32>
  private let wordsPerLine: Int
  private let right: Int
  private let bottom: Int
  private let linear: [Float]

  init(_ canvas: Canvas) throws(Problem) {
    cairo_surface_flush(canvas.surface)
    guard let bytes = cairo_image_surface_get_data(canvas.surface) else {
      throw .cannotDraw("desk pixels")
    }
    self.canvas = canvas
    words = UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt32.self)
    wordsPerLine = Int(cairo_image_surface_get_stride(canvas.surface)) / 4
    right = Int(cairo_image_surface_get_width(canvas.surface)) - 2
    bottom = Int(cairo_image_surface_get_height(canvas.surface)) - 2
    linear = (0...255).map { Tone.linear(Double($0) / 255) }
  }

  /// Blended from the four pixels around (x, y); beyond the rim the rim goes on.
  func light(_ x: Float, _ y: Float) -> SIMD4<Float> {
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let column = min(max(0, Int(left)), right)
    let row = min(max(0, Int(top)), bottom)
    let (dx, dy) = (x - left, y - top)
    let at = words + row * wordsPerLine + column
    let above = colour(at[0]) * (1 - dx) + colour(at[1]) * dx
    let below = colour(at[wordsPerLine]) * (1 - dx) + colour(at[wordsPerLine + 1]) * dx
    return above * (1 - dy) + below * dy
  }

  private func colour(_ word: UInt32) -> SIMD4<Float> {
    linear.withUnsafeBufferPointer { table in
      SIMD4(
        table[Int(word >> 16 & 255)], table[Int(word >> 8 & 255)], table[Int(word & 255)], 0)
    }
  }
}
