/// The pictures in a PDF: how large they say they are.
///
/// A picture is a stream, and the dictionary before a stream is never compressed (ISO 32000-1, 7.5.7), so that it can
/// be read without opening the file. A size that is written in a roundabout way is overlooked; that costs memory in a
/// reader process, which has a limit of its own. What this keeps out is the picture that is drawn with gigabytes.
enum PDFPictures {
  private static let stream = Array("stream".utf8)
  private static let object = Array("obj".utf8)
  private static let width = Array("/Width".utf8)
  private static let height = Array("/Height".utf8)
  /// Bytes; a picture's dictionary is seldom longer than a few hundred.
  private static let longestDictionary = 2_048
  /// A number with more digits is larger than any limit.
  private static let mostDigits = 12

  static func sizes(in bytes: [UInt8]) -> [PictureSize] {
    var sizes: [PictureSize] = []
    for end in bytes.indices where bytes[end] == stream[0] && bytes[end...].starts(with: stream) {
      let before = bytes[max(0, end - longestDictionary)..<end]
      let start = before.indices.last { before[$0...].starts(with: object) } ?? before.startIndex
      let dictionary = before[start...]
      guard let width = number(after: width, in: dictionary),
        let height = number(after: height, in: dictionary)
      else { continue }
      sizes.append(PictureSize(width: width, height: height))
    }
    return sizes
  }

  private static func number(after key: [UInt8], in dictionary: ArraySlice<UInt8>) -> Int? {
    guard let place = dictionary.indices.first(where: { dictionary[$0...].starts(with: key) })
    else { return nil }
    let digits = dictionary[(place + key.count)...]
      .drop { [0, 9, 10, 12, 13, 32].contains($0) }.prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits.prefix(mostDigits), as: UTF8.self))
  }
}
