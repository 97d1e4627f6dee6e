/// One picture as 8-bit samples, row by row without padding: the only image that crosses a stage border.
package struct PageImage: Sendable, Equatable {
  /// Size in pixels.
  package let width: Int
  package let height: Int
  /// 1 (grey) or 3 (red, green, blue).
  package let channels: Int
  /// Resolution that the file states or that the page was drawn at; 0 where nothing is known.
  package let dotsPerInch: Int
  /// `width * height * channels` samples.
  package let pixels: [UInt8]

  package init(width: Int, height: Int, channels: Int, dotsPerInch: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height * channels, "one byte per sample")
    self.width = width
    self.height = height
    self.channels = channels
    self.dotsPerInch = dotsPerInch
    self.pixels = pixels
  }
}
