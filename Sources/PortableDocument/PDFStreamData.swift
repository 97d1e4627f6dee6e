/// The data of the streams that hold a file's structure: as they are, or deflated with a predictor (7.4.4).
enum PDFStreamData {
  /// No honest cross-reference or object stream is larger.
  private static let largest = 64 << 20

  static func decoded(
    _ object: PDFLooseObject, in bytes: [UInt8], atMost limit: Int
  ) throws(PDFDefect) -> [UInt8] {
    guard let range = object.stream, let dictionary = object.value.dictionary else {
      throw PDFDefect("no stream", at: 0)
    }
    // Data in another file, and the short names that some readers take for the long ones.
    for key in ["F", "FFilter", "FDecodeParms", "DP"] where dictionary[key] != nil {
      throw PDFDefect("/\(key) of a stream", at: range.lowerBound)
    }
    let raw = Array(bytes[range])
    let filter = try only(dictionary["Filter"], at: range.lowerBound)
    let parameters = try only(dictionary["DecodeParms"], at: range.lowerBound)
    guard parameters == .null || parameters.dictionary != nil else {
      throw PDFDefect("unusual /DecodeParms", at: range.lowerBound)
    }
    switch filter {
    case .null: return raw
    case .name("FlateDecode"):
      guard let data = Deflate.expand(raw, atMost: min(limit, largest)) else {
        throw PDFDefect("damaged or too large a stream", at: range.lowerBound)
      }
      return try unpredicted(data, parameters.dictionary, at: range.lowerBound)
    default: throw PDFDefect("unusual filter", at: range.lowerBound)
    }
  }

  /// The data of a stream as we write it: as they are, or deflated without more.
  static func plain(
    _ dictionary: PDFDictionary, _ raw: ArraySlice<UInt8>, atMost limit: Int
  ) throws(PDFDefect) -> [UInt8] {
    guard dictionary["DecodeParms"] == nil else {
      throw PDFDefect("unusual filter", at: raw.startIndex)
    }
    guard let filter = dictionary["Filter"] else { return Array(raw) }
    guard filter == .name("FlateDecode"), let data = Deflate.expand(Array(raw), atMost: limit)
    else { throw PDFDefect("damaged stream", at: raw.startIndex) }
    return data
  }

  private static func unpredicted(
    _ data: [UInt8], _ parameters: PDFDictionary?, at offset: Int
  ) throws(PDFDefect) -> [UInt8] {
    func told(_ key: String, else usual: Int) throws(PDFDefect) -> Int {
      guard let value = parameters?[key] else { return usual }
      // A reference, which others look up, must not be passed over.
      guard let number = value.integer else { throw PDFDefect("/\(key)", at: offset) }
      return number
    }
    let predictor = try told("Predictor", else: 1)
    let columns = try told("Columns", else: 1)
    let colours = try told("Colors", else: 1)
    let bits = try told("BitsPerComponent", else: 8)
    guard predictor != 1 else { return data }
    guard (10...15).contains(predictor), colours == 1, bits == 8, (1...1024).contains(columns),
      data.count.isMultiple(of: columns + 1)
    else { throw PDFDefect("unusual predictor", at: offset) }
    var rows: [UInt8] = []
    var above = [UInt8](repeating: 0, count: columns)
    for start in stride(from: 0, to: data.count, by: columns + 1) {
      var row = Array(data[start + 1...start + columns])
      for index in row.indices {
        let left = index > 0 ? row[index - 1] : 0
        let corner = index > 0 ? above[index - 1] : 0
        switch data[start] {
        case 0: break
        case 1: row[index] &+= left
        case 2: row[index] &+= above[index]
        case 3: row[index] &+= UInt8((Int(left) + Int(above[index])) / 2)
        case 4: row[index] &+= paeth(left, above[index], corner)
        default: throw PDFDefect("unusual predictor", at: offset)
        }
      }
      rows += row
      above = row
    }
    return rows
  }

  /// The one entry of a list, or what stands in its place.
  private static func only(_ value: PDFValue?, at offset: Int) throws(PDFDefect) -> PDFValue {
    guard let list = value?.array else { return value ?? .null }
    guard list.count <= 1 else { throw PDFDefect("several filters", at: offset) }
    return list.first ?? .null
  }

  /// PNG (ISO/IEC 15948), 9.4.
  private static func paeth(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
    let estimate = Int(left) + Int(above) - Int(corner)
    let distances = [left, above, corner].map { abs(estimate - Int($0)) }
    if distances[0] <= distances[1], distances[0] <= distances[2] { return left }
    return distances[1] <= distances[2] ? above : corner
  }
}
