package import Cases
package import Foundation
import Yams

/// Every kind of document and every form that is known, as the files in `Models/` say.
package struct DocumentKinds: Sendable {
  package let kinds: [DocumentKind]
  /// Name of a list to all of its values.
  package let codes: [String: Set<String>]

  package init(kinds: [DocumentKind], codes: [String: Set<String>]) {
    self.kinds = kinds
    self.codes = codes
  }

  /// Reads `documents/*.yaml`, `forms/*.yaml` and `codes/*.yaml`.
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
    var codes: [String: Set<String>] = [:]
    for file in try yamlFiles(in: modelsFolder.appending(path: "codes")) {
      let list: CodeList = try decode(file)
      codes[file.deletingPathExtension().lastPathComponent] = Set(list.values)
    }
    return DocumentKinds(kinds: kinds, codes: codes)
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

/// A file in `Models/codes/`.
private struct CodeList: Decodable {
  var values: [String]
}
