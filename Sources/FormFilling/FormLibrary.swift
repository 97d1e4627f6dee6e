import Cases
package import Foundation

/// All forms of `Models/forms/`.
package struct FormLibrary: Sendable {
  /// By id.
  package let forms: [String: FormDefinition]

  /// Reads every `*.yaml` of the folder. With `kinds`, kind of document to the names of its fields, every source is
  /// looked up there.
  ///
  /// - Throws: `Problem.badModel` that names the first file that is wrong and says why.
  package static func load(from folder: URL, kinds: [String: Set<String>]? = nil) throws
    -> FormLibrary
  {
    let files: [URL]
    do {
      files = try FileManager.default
        .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "yaml" }
    } catch {
      throw Problem.modelsNotFound([folder.path])
    }
    let definitions = try files.sorted { $0.path < $1.path }.map(FormFile.definition(at:))
    for form in definitions {
      if let source = form.unknownSource(among: kinds) {
        throw Problem.badModel("\(form.id).yaml", "there is no field '\(source)'")
      }
    }
    return FormLibrary(forms: Dictionary(uniqueKeysWithValues: definitions.map { ($0.id, $0) }))
  }

  /// - Throws: `Problem.badModel` where a matter names a form that does not exist.
  package func form(_ id: String) throws -> FormDefinition {
    guard let form = forms[id] else {
      let known = forms.keys.sorted().joined(separator: ", ")
      throw Problem.badModel("\(id).yaml", "no such form; known: \(known)")
    }
    return form
  }

  /// Form id to the names of its fields: what matters are checked against.
  package var fieldNames: [String: Set<String>] {
    forms.mapValues { Set($0.entries.map(\.field)) }
  }
}

extension FormDefinition {
  /// The first source that neither the kinds nor the form itself has.
  fileprivate func unknownSource(among kinds: [String: Set<String>]?) -> String? {
    var known = kinds ?? [:]
    known["application_form"] = Set(entries.map(\.field))
    return entries.flatMap(\.from).first { source in
      guard let path = FieldPath(source) else { return true }
      guard let fields = known[path.kind] else { return kinds != nil }
      return !fields.contains(path.field)
    }
  }
}
