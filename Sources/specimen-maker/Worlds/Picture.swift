import CCairo
import CLeptonica
import Cases
import Foundation

/// One picture as a scanner hands it over, held by Leptonica.
final class Picture {
  private let pix: PixHandle

  private init(adopting made: PixHandle?, _ step: String) throws(Problem) {
    guard let made else { throw .cannotDraw("leptonica \(step)") }
    pix = made
  }

  deinit {
    var doomed: PixHandle? = pix
    pixDestroy(&doomed)
  }

  /// Takes the pixels of a canvas.
  convenience init(_ canvas: Canvas, dotsPerInch: Int) throws(Problem) {
    cairo_surface_flush(canvas.surface)
    let width = Int(cairo_image_surface_get_width(canvas.surface))
    let height = Int(cairo_image_surface_get_height(canvas.surface))
    let stride = Int(cairo_image_surface_get_stride(canvas.surface))
    guard let bytes = cairo_image_surface_get_data(canvas.surface),
      let made = pixCreate(Int32(width), Int32(height), 32), let words = pixGetData(made)
    else { throw .cannotDraw("picture \(width)x\(height)") }
    let wordsPerLine = Int(pixGetWpl(made))
    for row in 0..<height {
      let source = UnsafeRawPointer(bytes + row * stride).assumingMemoryBound(to: UInt32.self)
      // Cairo keeps 0x00RRGGBB in a word, Leptonica 0xRRGGBB00.
      for column in 0..<width { words[row * wordsPerLine + column] = source[column] << 8 }
    }
    pixSetResolution(made, Int32(dotsPerInch), Int32(dotsPerInch))
    try self.init(adopting: made, "create")
  }

  /// Takes pixels from `fill`, which writes words of 0xRRGGBB00, row by row.
  convenience init(
    width: Int, height: Int, dotsPerInch: Int,
    fill: (_ words: UnsafeMutablePointer<UInt32>, _ wordsPerLine: Int) -> Void
  ) throws(Problem) {
    guard let made = pixCreate(Int32(width), Int32(height), 32), let words = pixGetData(made)
    else { throw .cannotDraw("picture \(width)x\(height)") }
    fill(words, Int(pixGetWpl(made)))
    pixSetResolution(made, Int32(dotsPerInch), Int32(dotsPerInch))
    try self.init(adopting: made, "create")
  }

  var width: Int { Int(pixGetWidth(pix)) }
  var height: Int { Int(pixGetHeight(pix)) }

  /// Spread by the optics: a Gaussian of `sigma` pixels.
  func softened(_ sigma: Double) throws(Problem) -> Picture {
    var (across, down): (UnsafeMutablePointer<L_KERNEL>?, UnsafeMutablePointer<L_KERNEL>?)
    guard makeGaussianKernelSep(2, 2, Float(sigma), 1, &across, &down) == 0 else {
      throw .cannotDraw("leptonica kernel")
    }
    defer {
      kernelDestroy(&across)
      kernelDestroy(&down)
    }
    let made =
      pixGetDepth(pix) == 32
      ? pixConvolveRGBSep(pix, across, down) : pixConvolveSep(pix, across, down, 8, 1)
    return try Picture(adopting: made, "convolve").keepingResolution(of: self)
  }

  /// Edges raised by unsharp masking; `strength` from 0 (none) up.
  func sharpened(_ strength: Float) throws(Problem) -> Picture {
    guard strength > 0.05 else { return self }
    return try Picture(adopting: pixUnsharpMasking(pix, 1, strength), "sharpen")
      .keepingResolution(of: self)
  }

  func grey() throws(Problem) -> Picture {
    try Picture(adopting: pixConvertRGBToGray(pix, 0.3, 0.59, 0.11), "grey")
      .keepingResolution(of: self)
  }

  /// What is darker than `black` becomes black, what is lighter than `white` white.
  func stretched(black: Int, white: Int, gamma: Double) throws(Problem) -> Picture {
    let made = pixGammaTRC(nil, pix, Float(gamma), Int32(black), Int32(white))
    return try Picture(adopting: made, "gamma").keepingResolution(of: self)
  }

  func jpeg(quality: Int) throws(Problem) -> Data {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard pixWriteMemJpeg(&bytes, &count, pix, Int32(quality), 0) == 0, let bytes else {
      throw .cannotDraw("leptonica jpeg")
    }
    defer { lept_free(bytes) }
    return Data(bytes: bytes, count: count)
  }

  func png() throws(Problem) -> Data {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard pixWriteMemPng(&bytes, &count, pix, 0) == 0, let bytes else {
      throw .cannotDraw("leptonica png")
    }
    defer { lept_free(bytes) }
    return Data(bytes: bytes, count: count)
  }

  /// Writes the pages of one TIFF file, compressed without loss.
  static func writeTIFF(_ pages: [Picture], to file: URL) throws(Problem) {
    for (place, page) in pages.enumerated() {
      let mode = place == 0 ? "w" : "a"
      guard pixWriteTiff(file.path, page.pix, Int32(IFF_TIFF_ZIP), mode) == 0 else {
        throw .unwritable(file.path, "TIFF")
      }
    }
  }

  private func keepingResolution(of other: Picture) -> Picture {
    pixCopyResolution(pix, other.pix)
    return self
  }
}
