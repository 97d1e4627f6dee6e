import CLeptonica
import Cases

/// Owns one Leptonica `PIX` of 1, 8 or 32 bits a pixel. Every operation makes a new one, so that a picture never
/// changes once it is shared.
final class PixImage {
  let pix: PixHandle

  /// Takes over what a Leptonica function returned; nil (no memory, unusable pixels) is a damaged picture.
  init(adopting pix: PixHandle?) throws(Problem) {
    guard let pix else { throw .damagedImage }
    self.pix = pix
  }

  deinit {
    var doomed: PixHandle? = pix
    pixDestroy(&doomed)
  }

  var width: Int { Int(pixGetWidth(pix)) }
  var height: Int { Int(pixGetHeight(pix)) }
  var depth: Int { Int(pixGetDepth(pix)) }
  /// What the file states, within reason; 0 where it states nothing. Every unit was turned into inches by Leptonica.
  var dotsPerInch: Int {
    let stated = Int(pixGetXRes(pix))
    return (1...9_600).contains(stated) ? stated : 0
  }

  /// As a value: 8 bits a pixel become one channel, 32 three.
  func pageImage() throws(Problem) -> PageImage {
    let channels = depth == 32 ? 3 : 1
    let (width, height) = (self.width, self.height)
    guard depth == 8 || depth == 32, let data = pixGetData(pix) else { throw .damagedImage }
    let rowWords = Int(pixGetWpl(pix))
    // Leptonica keeps each 32-bit word in host order, red or the leftmost pixel in the highest byte.
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height * channels) { buffer, count in
      guard var out = buffer.baseAddress else { return }
      for row in 0..<height {
        let words = data + row * rowWords
        for column in 0..<width {
          if channels == 3 {
            let word = words[column]
            out[0] = UInt8(truncatingIfNeeded: word >> 24)
            out[1] = UInt8(truncatingIfNeeded: word >> 16)
            out[2] = UInt8(truncatingIfNeeded: word >> 8)
            out += 3
          } else {
            out[0] = UInt8(truncatingIfNeeded: words[column >> 2] >> (24 - 8 * UInt32(column & 3)))
            out += 1
          }
        }
      }
      count = width * height * channels
    }
    return PageImage(
      width: width, height: height, channels: channels, dotsPerInch: dotsPerInch, pixels: pixels)
  }

  /// The same pixels as Leptonica keeps them.
  init(_ image: PageImage) throws(Problem) {
    let depth: Int32 = image.channels == 3 ? 32 : 8
    guard let pix = pixCreate(Int32(image.width), Int32(image.height), depth),
      let data = pixGetData(pix)
    else { throw .damagedImage }
    pixSetResolution(pix, Int32(image.dotsPerInch), Int32(image.dotsPerInch))
    let rowWords = Int(pixGetWpl(pix))
    image.pixels.withUnsafeBufferPointer { source in
      guard var next = source.baseAddress else { return }
      for row in 0..<image.height {
        let words = data + row * rowWords
        for column in 0..<image.width {
          if image.channels == 3 {
            words[column] = UInt32(next[0]) << 24 | UInt32(next[1]) << 16 | UInt32(next[2]) << 8
            next += 3
          } else {
            words[column >> 2] |= UInt32(next[0]) << (24 - 8 * UInt32(column & 3))
            next += 1
          }
        }
      }
    }
    self.pix = pix
  }

  /// What a Leptonica call makes of this picture; the picture outlives the call.
  func making(_ operation: (PixHandle) -> PixHandle?) throws(Problem) -> PixImage {
    try PixImage(adopting: operation(pix))
  }

  /// What a Leptonica call makes of this picture and another one.
  func making(
    with other: PixImage, _ operation: (PixHandle, PixHandle) -> PixHandle?
  ) throws(Problem) -> PixImage {
    let made = withExtendedLifetime(other) { operation(pix, other.pix) }
    return try PixImage(adopting: made)
  }

  /// Turned clockwise by 0 to 3 quarters.
  func turned(quarters: Int) throws(Problem) -> PixImage {
    try making { pixRotateOrth($0, Int32(quarters)) }
  }
}
