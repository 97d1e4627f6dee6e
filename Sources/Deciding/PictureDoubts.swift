import Cases

extension Application {
  /// Pictures with a warning that the matter wants a person to look at, until one has said of every value on them what
  /// holds. However well the values were read and however well they agree: the picture itself is what is doubtful.
  var suspiciousPictures: [Reason] {
    matter.materials.flatMap { material in
      documents.filter { $0.kind == material.kind && !isConfirmed([$0]) }.flatMap { document in
        document.warnings.map(\.code)
          .filter((material.lookWhen ?? MaterialRule.suspicious).contains)
          .map { Reason.suspicious(material, $0) }
      }
    }
  }
}

extension Reason {
  fileprivate static func suspicious(_ material: MaterialRule, _ warning: ReadingWarning.Code)
    -> Reason
  {
    let label = warning.label
    return Reason(
      code: "picture_\(warning.rawValue)",
      zh: "\(material.titleZh)的图片需人工核查：\(label.zh)。请核对原件，逐项确认其中各值。",
      en: "A person must look at the picture of \(material.titleEn): \(label.en). "
        + "Compare the original and confirm each of its values.")
  }
}
