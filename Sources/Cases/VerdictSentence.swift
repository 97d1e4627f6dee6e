extension Verdict {
  /// What the signatures of a paper say, for an officer, in both languages.
  package var sentence: String {
    let signer = sealedBy.subject ?? "?"
    let zh =
      "电子签名或印章：\(unaltered.answer.zh)；签署者 \(signer)（\(sealedBy.answer.zh)）；\(inForce.answer.zh)。"
    let en =
      " Signature or seal: \(unaltered.answer.en); by \(signer) (\(sealedBy.answer.en)); "
      + "\(inForce.answer.en)."
    return zh + en
      + (holds ? "" : " " + objections.map { "\($0.zh) \($0.en)" }.joined(separator: " "))
  }

  /// Why it does not hold.
  package var objections: [Reason] {
    var reasons: [Reason] = []
    if unaltered.answer != .yes { reasons += unaltered.reasons }
    if sealedBy.answer == .nobody { reasons += sealedBy.reasons }
    if inForce.answer == .no { reasons += inForce.reasons }
    return reasons
  }
}

extension Verdict.Unaltered {
  fileprivate var zh: String {
    switch self {
    case .yes: "签署后未被改动"
    case .no: "签署后被改动或已损坏"
    case .notChecked: "是否被改动无法判断"
    }
  }

  fileprivate var en: String {
    switch self {
    case .yes: "unaltered since"
    case .no: "altered since, or damaged"
    case .notChecked: "whether it was altered cannot be told"
    }
  }
}

extension Verdict.SealedBy {
  fileprivate var zh: String {
    switch self {
    case .trusted: "受信任"
    case .test: "测试，不具法律效力"
    case .unknown: "未知"
    case .nobody: "不成立"
    }
  }

  fileprivate var en: String {
    switch self {
    case .trusted: "trusted"
    case .test: "a test, no legal effect"
    case .unknown: "unknown here"
    case .nobody: "not valid"
    }
  }
}

extension Verdict.InForce {
  fileprivate var zh: String {
    switch self {
    case .yes: "现行有效"
    case .no: "已失效"
    case .notChecked: "是否有效未核查"
    }
  }

  fileprivate var en: String {
    switch self {
    case .yes: "in force"
    case .no: "not in force"
    case .notChecked: "whether it is in force was not checked"
    }
  }
}
