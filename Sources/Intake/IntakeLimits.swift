/// What is refused before anything is decoded.
package struct IntakeLimits: Sendable, Equatable {
  /// Largest file.
  package var bytes: Int
  /// Largest picture, width times height.
  package var pixels: Int
  /// Most pages or pictures in a file.
  package var pages: Int

  package init(bytes: Int, pixels: Int, pages: Int) {
    self.bytes = bytes
    self.pixels = pixels
    self.pages = pages
  }

  package static let standard = IntakeLimits(bytes: 64 << 20, pixels: 120_000_000, pages: 200)
}
