package import Cases
package import Foundation
import Yams

/// Every kind of document and every form that is known, as the files in `Models/` say.
package struct DocumentKinds: Sendable {
  package let kinds: [DocumentKind]
  /// Name of a list to all of its values.
  package let codes: [String: Set<String>]
  /// Code of a country or of another body that issues passports to its Chinese name; ICAO Doc 9303-3, section 5.
  package let countries: [String: String]
  package let divisions: DivisionCodes
  package let calibration: Calibration

  package init(
    kinds: [DocumentKind], codes: [String: Set<String>], countries: [String: String] = [:],
    divisions: DivisionCodes = .none, calibration: Calibration = Calibration()
  ) {
    self.kinds = kinds
    self.codes = codes
    self.countries = countries
    self.divisions = divisions
    self.calibration = calibration
  }

  /// Reads `documents/*.yaml`, `forms/*.yaml`, `codes/*.yaml`, `codes/divisions.txt` and `calibration.yaml`.
  ///
  /// - Throws: `bad_model` with the file and what is wrong with it.
  package static func load(from modelsFolder: URL) throws(Problem) -> DocumentKinds {
    var kinds: [DocumentKind] = []
    for file in try yamlFiles(in: modelsFolder.appending(path: "documents")) {
      var kind: DocumentKind = try decode(file)
      if kind.id.isEmpty { kind.id = file.deletingPathExtension().lastPathComponent }
      kinds.append(kind)
    }
    for file in try yamlFiles(in: modelsFolder.appending(path: "forms")) {
      var kind: DocumentKind = try decode(file, isForm: true)
      kind.form = file.deletingPathExtension().lastPathComponent
      kind.id = applicationForm
      kinds.append(kind)
    }
    let codesFolder = modelsFolder.appending(path: "codes")
    var codes: [String: Set<String>] = [:]
    var names: [String: [String: String]] = [:]
    for file in try yamlFiles(in: codesFolder) {
      let list: CodeList = try decode(file)
      let name = file.deletingPathExtension().lastPathComponent
      codes[name] = list.values
      names[name] = list.names
    }
    let countries = names["country"] ?? [:]
    codes["country_code"] = Set(countries.keys)
    let divisions = try DivisionCodes(contentsOf: codesFolder.appending(path: "divisions.txt"))
    return DocumentKinds(
      kinds: kinds, codes: codes, countries: countries, divisions: divisions,
      calibration: try decode(modelsFolder.appending(path: "calibration.yaml")))
  }

  package static let applicationForm = "application_form"

  /// The names that `--kind` may have.
  package var names: [String] {
    Array(Set(kinds.map(\.id))).sorted()
  }

  private static func yamlFiles(in folder: URL) throws(Problem) -> [URL] {
    do {
      return try FileManager.default
        .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "yaml" }
        .sorted { $0.path < $1.path }
    } catch {
      throw .badModel(folder.path, "the folder cannot be listed")
    }
  }

  private static func decode<Value: Decodable>(_ file: URL, isForm: Bool = false)
    throws(Problem) -> Value
  {
    do {
      return try YAMLDecoder()
        .decode(Value.self, from: Data(contentsOf: file), userInfo: [.isForm: isForm])
    } catch {
      throw .badModel(file.path, "\(error)")
    }
  }
}
