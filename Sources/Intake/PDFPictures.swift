/// The pictures in a PDF: how large they say they are.
///
/// A picture is a stream, and the dictionary before a stream is never compressed (ISO 32000-1, 7.5.7), so that it can
/// be read without opening the file, in one pass. A size that is written in a roundabout way is overlooked; that costs
/// memory in a reader process, which has a limit of its own. What this keeps out is the picture that is drawn with gigabytes.
enum PDFPictures {
  private static let stream = Array("stream".utf8)
  private static let object = Array("obj".utf8)
  private static let width = Array("/Width".utf8)
  private static let height = Array("/Height".utf8)
  /// A number with more digits is larger than any limit.
  private static let mostDigits = 12

  static func sizes(in bytes: [UInt8]) -> [PictureSize] {
    var sizes: [PictureSize] = []
    var (widest, highest): (Int?, Int?)
    for index in bytes.indices {
      let rest = bytes[index...]
      switch bytes[index] {
      case object[0] where rest.starts(with: object):
        (widest, highest) = (nil, nil)
      case width[0]:
        if let number = number(after: width, in: rest) { widest = max(number, widest ?? 0) }
        if let number = number(after: height, in: rest) { highest = max(number, highest ?? 0) }
      case stream[0] where rest.starts(with: stream):
        guard let width = widest, let height = highest else { continue }
        sizes.append(PictureSize(width: width, height: height))
        (widest, highest) = (nil, nil)
      default: continue
      }
    }
    return sizes
  }

  private static func number(after key: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.starts(with: key) else { return nil }
    let digits = bytes.dropFirst(key.count)
      .drop { [0, 9, 10, 12, 13, 32].contains($0) }.prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits.prefix(mostDigits), as: UTF8.self))
  }
}
