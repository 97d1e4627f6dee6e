import Cases
import Foundation

/// What `manifest.json` says of the models that were trained for Kanhe (Models/training).
struct OwnModels: Decodable {
  struct Entry: Decodable {
    let name: String
    /// Lower-case hexadecimal, of the `.traineddata` file.
    let sha256: String
  }

  let models: [Entry]

  /// - Throws: `missing_model` where there is no manifest that can be read.
  init(in folder: URL) throws(Problem) {
    let file = folder.appending(path: "manifest.json")
    guard let bytes = try? Data(contentsOf: file),
      let read = try? JSONDecoder().decode(Self.self, from: bytes)
    else { throw .missingModel("manifest.json", folder: folder.path) }
    self = read
  }

  /// - Throws: `missing_model`; `altered_model` where the bytes are not those that were measured.
  func model(_ name: String, in folder: URL) throws(Problem) -> LanguageModel {
    guard let entry = models.first(where: { $0.name == name }) else {
      throw .missingModel(name, folder: folder.path)
    }
    guard let model = LanguageModel(reading: name, in: folder) else {
      throw .missingModel(name, folder: folder.path)
    }
    guard model.sha256 == entry.sha256 else { throw .alteredModel(name, folder: folder.path) }
    return model
  }
}
