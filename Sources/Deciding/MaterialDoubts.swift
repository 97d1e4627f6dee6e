import Cases

extension Application {
  /// A file that could not be read may hold what would change the decision.
  var unusableFiles: [Reason] {
    materials.compactMap { file in
      file.error.map { problem in
        Reason(
          code: "file_unusable", zh: "文件「\(file.file)」无法使用：\(problem.zh)",
          en: "The file '\(file.file)' cannot be used: \(problem.en)")
      }
    }
  }

  var missingMaterials: [Reason] {
    matter.missing(among: documents).map(Reason.missing)
  }

  /// A paper that was handed in twice and does not say the same both times, until a person has said what holds.
  var contradictions: [Reason] {
    matter.materials.flatMap { material in
      let fields = documents.filter { $0.kind == material.kind }.map(\.fields)
      return Set(fields.flatMap(\.keys)).sorted().filter { name in
        Set(fields.compactMap { $0[name]?.value?.inHalfWidth.withoutLayoutSpaces }).count > 1
      }.compactMap { FieldPath("\(material.kind).\($0)") }
    }.filter { documents.best($0)?.source != .person }.map { path in
      let label = label(of: path)
      return Reason(
        code: "documents_contradict", zh: "同一材料多次出现，\(label.zh)不一致。",
        en: "The same material was handed in more than once, and \(label.en) is not the same.")
    }
  }

  var unreadableFields: [Reason] {
    let needed = matter.materials.filter { material in
      documents.contains { $0.kind == material.kind }
    }.flatMap { material in
      material.needs.compactMap { FieldPath("\(material.kind).\($0)") }
    }
    let doubts = needed.filter { !isAccepted($0) && !isContested($0) }.map(unreadable)
    return doubts.isEmpty ? unnamedHolder : doubts
  }

  func unreadable(_ path: FieldPath) -> Reason {
    unreadable(label(of: path), isThere: documents.best(path)?.value != nil)
  }

  func unreadable(_ label: Label, isThere: Bool) -> Reason {
    Reason(
      code: "field_unreadable",
      zh: isThere ? "\(label.zh)未能可靠识别，需人工核对。" : "\(label.zh)缺失或无法识别。",
      en: isThere
        ? "\(label.en) could not be read reliably; a person must look."
        : "\(label.en) is missing or could not be read.")
  }

  /// A result is made out to somebody.
  private var unnamedHolder: [Reason] {
    let entry = form.entry(matter.result.holder)
    if entry?.state == .accepted, entry?.value?.isEmpty == false { return [] }
    if let source = entry?.from.flatMap(FieldPath.init), isContested(source) { return [] }
    return [
      Reason(
        code: "holder_unknown", zh: "申请表的「\(entry?.labelZh ?? matter.result.holder)」尚未确定。",
        en: "'\(entry?.labelEn ?? matter.result.holder)' of the form is not certain.")
    ]
  }
}

extension Reason {
  static func missing(_ material: MaterialRule) -> Reason {
    Reason(
      code: "material_missing", zh: "缺少材料：\(material.titleZh)。",
      en: "A material is missing: \(material.titleEn).")
  }
}
