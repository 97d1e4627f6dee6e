import CTesseract
import Cases
import Foundation

/// Owns Tesseract's layout analysis. Not `Sendable`: it belongs to one reader.
final class LayoutEngine {
  private let engine: OpaquePointer

  init() throws(Problem) {
    guard let engine = TessBaseAPICreate() else { throw .internalFault("TessBaseAPICreate") }
    TessBaseAPIInitForAnalysePage(engine)
    TessBaseAPISetVariable(engine, "debug_file", "/dev/null")
    // Last on purpose: a class that throws once it is whole runs its deinit too, and frees twice.
    self.engine = engine
  }

  deinit { TessBaseAPIDelete(engine) }

  /// The boxes of the lines on a page in black and white, without reading them.
  func lineBoxes(on page: GreyImage) throws(Problem) -> [Box] {
    defer { TessBaseAPIClear(engine) }
    show(page, as: PSM_SPARSE_TEXT)
    guard let position = TessBaseAPIAnalyseLayout(engine) else { return [] }
    defer { TessPageIteratorDelete(position) }
    var boxes: [Box] = []
    repeat {
      if let box = Self.box(at: position, RIL_TEXTLINE) { boxes.append(box) }
    } while TessPageIteratorNext(position, RIL_TEXTLINE) != 0
    return boxes
  }

  /// In black and white, one bit a pixel: nothing is left to be thresholded.
  private func show(_ image: GreyImage, as mode: TessPageSegMode) {
    TessBaseAPISetPageSegMode(engine, mode)
    let (bits, rowBytes) = image.bits
    TessBaseAPISetImage(engine, bits, Int32(image.width), Int32(image.height), 0, Int32(rowBytes))
    // Only layout analysis cares, and then for sizes relative to print at this resolution.
    TessBaseAPISetSourceResolution(engine, 300)
  }

  private static func box(at position: OpaquePointer?, _ level: TessPageIteratorLevel) -> Box? {
    var (left, top, right, bottom) = (Int32(0), Int32(0), Int32(0), Int32(0))
    guard TessPageIteratorBoundingBox(position, level, &left, &top, &right, &bottom) != 0 else {
      return nil
    }
    return Box(
      left: Double(left), top: Double(top), right: Double(right), bottom: Double(bottom))
  }
}

extension GreyImage {
  /// One bit a pixel, 1 for white, the leftmost in the highest; rows begin at whole bytes.
  fileprivate var bits: (bytes: [UInt8], rowBytes: Int) {
    let rowBytes = (width + 7) / 8
    var bytes = [UInt8](repeating: 0, count: rowBytes * height)
    pixels.withUnsafeBufferPointer { pixels in
      bytes.withUnsafeMutableBufferPointer { bytes in
        for y in 0..<height {
          for x in 0..<width where pixels[y * width + x] >= 128 {
            bytes[y * rowBytes + (x >> 3)] |= 0x80 >> UInt8(x & 7)
          }
        }
      }
    }
    return (bytes, rowBytes)
  }
}
