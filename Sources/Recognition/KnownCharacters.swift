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
  /// What the network of version 4 and later prints is the component `lstm-unicharset`: a count, then one line a
  /// character.
  /// - Throws: `bad_model`.
  package init(trainedData bytes: [UInt8], name: String) throws(Problem) {
    guard let component = TrainedData.component(.characters, of: bytes),
      let text = String(validating: component, as: UTF8.self)
    else { throw .badModel(name, "no lstm-unicharset") }
    let entries = text.split(separator: "\n").dropFirst().compactMap { line in
      line.split(separator: " ", omittingEmptySubsequences: false).first
    }
    // Longer ones are names of special codes.
    characters = Set(entries.map(\.unicodeScalars).filter { $0.count == 1 }.compactMap(\.first))
    guard !characters.isEmpty else { throw .badModel(name, "an empty lstm-unicharset") }
  }
}
