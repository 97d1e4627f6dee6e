package import Cases
package import Deciding
package import Extraction
package import FormFilling
package import Foundation
import ResultDrawing

/// Everything of `Models/` that the path needs, read once and checked against itself.
package struct ModelLibrary: Sendable {
  package let folder: URL
  package let kinds: DocumentKinds
  package let forms: FormLibrary
  package let matters: MatterLibrary
  /// What each matter's result prints of its form, by the matter's id.
  private let printed: [String: PrintedEntries]

  /// - Throws: `bad_model`, `models_not_found`.
  package static func load(from folder: URL) throws -> ModelLibrary {
    let kinds = try DocumentKinds.load(from: folder)
    let fields = Dictionary(
      kinds.kinds.filter { $0.form == nil }.map { kind in
        (kind.id, Set(kind.fields.flatMap { [$0.name] + [$0.until].compactMap(\.self) }))
      }
    ) { $0.union($1) }
    let forms = try FormLibrary.load(from: folder.appending(path: "forms"), kinds: fields)
    let matters = try MatterLibrary.load(
      from: folder.appending(path: "matters"), forms: forms.fieldNames, kinds: fields)
    let templates = Self.templates(in: folder)
    return ModelLibrary(
      folder: folder, kinds: kinds, forms: forms, matters: matters,
      printed: try matters.matters.mapValues { matter in
        try printed(by: matter, of: forms.fieldNames[matter.form] ?? [], templates)
      })
  }

  /// - Throws: `bad_model` where the result's template names what neither the form nor the program has.
  private static func printed(by matter: Matter, of form: Set<String>, _ templates: URL) throws
    -> PrintedEntries
  {
    let names = try ResultTemplate.load(matter.result.template, from: templates).names()
    let given: Set = ["number", "date", "valid_until"]
    if let unknown = names.required.union(names.optional).subtracting(form).subtracting(given).min()
    {
      throw Problem.badModel(
        "\(matter.result.template).yaml", "{\(unknown)}: no field of form '\(matter.form)'")
    }
    return PrintedEntries(
      required: names.required.intersection(form), optional: names.optional.intersection(form))
  }

  /// What the matter's result prints of its form.
  /// - Throws: `unknown_matter`.
  package func printed(by matter: Matter) throws -> PrintedEntries {
    guard let entries = printed[matter.id] else {
      throw Problem.unknownMatter(matter.id, known: printed.keys.sorted())
    }
    return entries
  }

  /// What people call the kinds and their fields.
  package var labels: Labels {
    var labels = Labels()
    for kind in kinds.kinds where kind.form == nil {
      labels[kind.id] = Label(zh: kind.labelZh, en: kind.labelEn)
      for field in kind.fields {
        labels["\(kind.id).\(field.name)"] = Label(zh: field.labelZh, en: field.labelEn)
        if let until = field.until, let zh = field.untilLabelZh, let en = field.untilLabelEn {
          labels["\(kind.id).\(until)"] = Label(zh: zh, en: en)
        }
      }
    }
    return labels
  }

  package var templates: URL { Self.templates(in: folder) }

  private static func templates(in folder: URL) -> URL { folder.appending(path: "templates") }
}
