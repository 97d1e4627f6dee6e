package import Cases

/// The characters that one of Tesseract's models can print at all. What it lacks comes out as a look-alike.
package struct KnownCharacters: Sendable, Equatable {
  package let characters: Set<Unicode.Scalar>

  package init(_ characters: Set<Unicode.Scalar>) { self.characters = characters }

  /// Whether a text has a Han character that is not among them.
  package func lack(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isIdeographic && !characters.contains($0) }
  }

  /// From a `*.traineddata` file.
  ///
  /// The file begins with the number of its components (32 bits) and the place of each (64 bits; negative where there
  /// is none), little-endian (Tesseract's `tessdatamanager.h`, `TessdataManager::LoadMemBuffer`). What the network of
  /// version 4 and later prints is the component `lstm-unicharset`: a count, then one line a character.
  /// - Throws: `bad_model`.
  package init(trainedData bytes: [UInt8], name: String) throws(Problem) {
    guard let component = Self.component(Self.lstmUnicharset, of: bytes),
      let text = String(validating: component, as: UTF8.self)
    else { throw .badModel(name, "no lstm-unicharset") }
    let entries = text.split(separator: "\n").dropFirst().compactMap { line in
      line.split(separator: " ", omittingEmptySubsequences: false).first
    }
    // Longer ones are names of special codes.
    characters = Set(entries.map(\.unicodeScalars).filter { $0.count == 1 }.compactMap(\.first))
    guard !characters.isEmpty else { throw .badModel(name, "an empty lstm-unicharset") }
  }

  private static let lstmUnicharset = 21
  /// Far more than any version has.
  private static let mostComponents = 256

  private static func component(_ wanted: Int, of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard let count = number(at: 0, size: 4, in: bytes), (wanted + 1...mostComponents) ~= count
    else { return nil }
    let places = (0..<count).compactMap { number(at: 4 + 8 * $0, size: 8, in: bytes) }
    guard places.count == count, bytes.indices.contains(places[wanted]) else { return nil }
    let start = places[wanted]
    let end = places.filter { $0 > start }.min() ?? bytes.count
    return end <= bytes.count ? bytes[start..<end] : nil
  }

  private static func number(at offset: Int, size: Int, in bytes: [UInt8]) -> Int? {
    guard offset + size <= bytes.count else { return nil }
    let bits = (0..<size).reduce(UInt64(0)) { $0 | UInt64(bytes[offset + $1]) << (8 * $1) }
    return Int(truncatingIfNeeded: bits)
  }
}
