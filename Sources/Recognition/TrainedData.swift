/// The parts of a `*.traineddata` file.
///
/// The file begins with the number of its components (32 bits) and the place of each (64 bits; negative where there is
/// none), little-endian (Tesseract's `tessdatamanager.h`, `TessdataManager::LoadMemBuffer`).
enum TrainedData {
  enum Component: Int { case network = 17, characters = 21, recoder = 22 }

  /// Far more than any version has.
  private static let mostComponents = 256

  /// Nil where the file has no such component.
  static func component(_ wanted: Component, of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard let count = number(at: 0, size: 4, in: bytes),
      (wanted.rawValue + 1...mostComponents) ~= count
    else { return nil }
    let places = (0..<count).compactMap { number(at: 4 + 8 * $0, size: 8, in: bytes) }
    guard places.count == count, bytes.indices.contains(places[wanted.rawValue]) else { return nil }
    let start = places[wanted.rawValue]
    let end = places.filter { $0 > start }.min() ?? bytes.count
    return end <= bytes.count ? bytes[start..<end] : nil
  }

  private static func number(at offset: Int, size: Int, in bytes: [UInt8]) -> Int? {
    guard offset + size <= bytes.count else { return nil }
    let bits = (0..<size).reduce(UInt64(0)) { $0 | UInt64(bytes[offset + $1]) << (8 * $1) }
    return Int(truncatingIfNeeded: bits)
  }
}
