import CLeptonica
import Cases

extension PixImage {
  /// What is printed on a grey picture: darker than its surroundings.
  func ink() throws(Problem) -> PixImage { try evened().pixels(darkerThan: Self.paper - 12) }

  /// The level that the background is brought to; a little below white, so that its grain is not lost.
  private static let paper = 250

  /// Grey with the background divided out: Leptonica's tiles of 10 by 15 pixels, in which what is darker than 60 is
  /// never background and 40 pixels of background must be left.
  func evened() throws(Problem) -> PixImage {
    // Leptonica wants some tiles of background; a smaller picture is left as it is.
    guard min(width, height) >= 40 else { return self }
    let even = try? making {
      pixBackgroundNorm($0, nil, nil, 10, 15, 60, 40, Int32(Self.paper), 2, 1)
    }
    return even ?? self
  }
}
