package import Cases
package import Foundation

/// All matters of `Models/matters/`.
package struct MatterLibrary: Sendable {
  /// By id.
  package let matters: [String: Matter]

  /// Reads every `*.yaml` of the folder, strictly: an unknown key is an error, because a misspelt rule would be no rule.
  /// `forms` maps the ids of forms, `kinds` the kinds of document, to the names of their fields; without `kinds` their
  /// fields are not looked up.
  ///
  /// - Throws: `Problem.badModel` that names the file and what is wrong in it.
  package static func load(
    from folder: URL, forms: [String: Set<String>], kinds: [String: Set<String>]? = nil
  ) throws -> MatterLibrary {
    let files: [URL]
    do {
      files = try FileManager.default
        .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "yaml" }
    } catch {
      throw Problem.modelsNotFound([folder.path])
    }
    let matters = try files.sorted { $0.path < $1.path }.map { file in
      let matter = try strictlyDecoded(Matter.self, from: file)
      let name = file.lastPathComponent
      if matter.id != file.deletingPathExtension().lastPathComponent {
        throw Problem.badModel(name, "its id is '\(matter.id)'")
      }
      if let fault = MatterFaults(matter: matter, forms: forms, kinds: kinds).first {
        throw Problem.badModel(name, fault)
      }
      return matter
    }
    return MatterLibrary(matters: Dictionary(uniqueKeysWithValues: matters.map { ($0.id, $0) }))
  }

  /// - Throws: `Problem.unknownMatter`.
  package func matter(_ id: String) throws -> Matter {
    guard let matter = matters[id] else {
      throw Problem.unknownMatter(id, known: matters.keys.sorted())
    }
    return matter
  }
}
