package import Cases
package import Deciding
package import Extraction
package import FormFilling
package import Foundation

/// Everything of `Models/` that the path needs, read once and checked against itself.
package struct ModelLibrary: Sendable {
  package let folder: URL
  package let kinds: DocumentKinds
  package let forms: FormLibrary
  package let matters: MatterLibrary

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
    return ModelLibrary(folder: folder, kinds: kinds, forms: forms, matters: matters)
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

  package var templates: URL { folder.appending(path: "templates") }
}
