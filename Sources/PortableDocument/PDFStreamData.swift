/// The data of the streams that hold a file's structure: as they are, or deflated with a predictor (7.4.4).
enum PDFStreamData {
  /// No honest cross-reference or object stream is larger.
  private static let largest = 64 << 20

  static func decoded(_ object: PDFLooseObject, in bytes: [UInt8]) throws(PDFDefect) -> [UInt8] {
    guard let range = object.stream, let dictionary = object.value.dictionary else {
      throw PDFDefect("no stream", at: 0)
    }
    let raw = Array(bytes[range])
    var filter = dictionary["Filter"] ?? .null
    var parameters = dictionary["DecodeParms"] ?? .null
    if let filters = filter.array, filters.count <= 1 { filter = filters.first ?? .null }
    if let list = parameters.array, list.count <= 1 { parameters = list.first ?? .null }
    switch filter {
    case .null: return raw
    case .name("FlateDecode"):
      guard let data = Deflate.expand(raw, atMost: largest) else {
        throw PDFDefect("damaged stream", at: range.lowerBound)
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
    let predictor = parameters?["Predictor"]?.integer ?? 1
    guard predictor > 1 else { return data }
    let columns = parameters?["Columns"]?.integer ?? 1
    let colours = parameters?["Colors"]?.integer ?? 1
    let bits = parameters?["BitsPerComponent"]?.integer ?? 8
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

  /// PNG (ISO/IEC 15948), 9.4.
  private static func paeth(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
    let estimate = Int(left) + Int(above) - Int(corner)
    let distances = [left, above, corner].map { abs(estimate - Int($0)) }
    if distances[0] <= distances[1], distances[0] <= distances[2] { return left }
    return distances[1] <= distances[2] ? above : corner
  }
}
