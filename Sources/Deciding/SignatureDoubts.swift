import Cases

extension Application {
  /// Files whose signatures do not hold, until a person has said of every value in them what holds. That a value agrees with
  /// a record says nothing of the paper: no rule takes it instead of a person.
  var brokenSignatures: [Reason] {
    materials.filter { !$0.signaturesHold && !isConfirmed($0.documents) }.compactMap { file in
      file.verification.map { .brokenSignature(of: file.file, $0) }
    }
  }
}

extension Reason {
  fileprivate static func brokenSignature(of file: String, _ verdict: Verdict) -> Reason {
    let isAltered = verdict.unaltered.answer == .no
    let why = verdict.objections
    return Reason(
      code: isAltered ? "file_altered" : "signature_not_valid",
      zh: (isAltered ? "文件「\(file)」在签名或盖章后被改动，或已损坏：" : "文件「\(file)」的签名或印章不成立：")
        + why.map(\.zh).joined() + "请申请人重新提交签署的原文件，或对照原件逐项确认其中各值。",
      en: (isAltered
        ? "The file '\(file)' was altered after it was signed or sealed, or is damaged: "
        : "The signature or seal of the file '\(file)' does not hold: ")
        + why.map(\.en).joined(separator: " ")
        + " Ask for the file as it was signed, or confirm each of its values against the original.")
  }
}
