/// A small ICC profile (v2.4, ICC.1:2001-04) with the primaries of sRGB and a gamma of 2.2: the output intent that PDF/A
/// asks for where colours are given as red, green and blue.
package enum DisplayProfile {
  package static let bytes: [UInt8] = {
    let curve = padded(tag("curv") + word(1) + [0x02, 0x33])
    let tags: [(name: String, data: [UInt8])] = [
      ("desc", description), ("cprt", padded(tag("text") + Array("CC0".utf8) + [0])),
      ("wtpt", xyz(0.9642, 1, 0.82491)), ("rXYZ", xyz(0.43607, 0.22249, 0.01392)),
      ("gXYZ", xyz(0.38515, 0.71687, 0.09708)), ("bXYZ", xyz(0.14307, 0.06061, 0.7141)),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    var table = word(tags.count)
    var data: [UInt8] = []
    let dataStart = 128 + 4 + 12 * tags.count
    for (name, bytes) in tags {
      table += Array(name.utf8) + word(dataStart + data.count) + word(bytes.count)
      data += bytes
    }
    return header(size: dataStart + data.count) + table + data
  }()

  /// The output intent whose profile is that object (ISO 32000-1, 14.11.5).
  package static func outputIntent(_ profile: Int) -> PDFDictionary {
    [
      "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"),
      "OutputConditionIdentifier": .text("sRGB"), "Info": .text("sRGB"),
      "DestOutputProfile": .reference(profile),
    ]
  }

  private static func header(size: Int) -> [UInt8] {
    var header = word(size) + word(0) + [2, 0x40, 0, 0] + Array("mntrRGB XYZ ".utf8)
    // 23 November 2026, midnight; then the signature and 28 bytes that may be zero.
    header += [0x07, 0xEA, 0, 11, 0, 23, 0, 0, 0, 0, 0, 0] + Array("acsp".utf8)
    header += [UInt8](repeating: 0, count: 28) + fixed(0.9642) + fixed(1) + fixed(0.82491)
    return header + [UInt8](repeating: 0, count: 128 - header.count)
  }

  private static var description: [UInt8] {
    let name = Array("sRGB".utf8) + [0]
    return padded(
      tag("desc") + word(name.count) + name + word(0) + word(0)
        + [UInt8](repeating: 0, count: 3 + 67))
  }

  private static func tag(_ type: String) -> [UInt8] { Array(type.utf8) + word(0) }

  private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    tag("XYZ ") + fixed(x) + fixed(y) + fixed(z)
  }

  /// s15Fixed16Number.
  private static func fixed(_ value: Double) -> [UInt8] { word(Int((value * 65536).rounded())) }

  private static func word(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }

  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
  }
}
