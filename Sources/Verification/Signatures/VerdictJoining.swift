import Cases

extension Verdict {
  /// Whether the seal is one of those on record here.
  var isOnRecord: Bool { [.trusted, .test].contains(sealedBy.answer) }

  /// Of two signatures of one file: the worse of each answer, with the reasons of both.
  func joined(with other: Verdict) -> Verdict {
    Verdict(
      unaltered: unaltered.joined(with: other.unaltered, from: [.no, .notChecked, .yes]),
      sealedBy: sealedBy.joined(
        with: other.sealedBy, from: [.nobody, .unknown, .test, .trusted]),
      inForce: inForce.joined(with: other.inForce, from: [.no, .notChecked, .yes]),
      claims: Self.joined(claims, other.claims))
  }

  /// What further seals claim is numbered from 2.
  private static func joined(
    _ one: [String: String]?, _ other: [String: String]?
  ) -> [String: String]? {
    guard var claims = one, let other else { return one ?? other }
    for (key, value) in other {
      var name = key
      var number = 2
      while claims[name] != nil {
        name = "\(key)_\(number)"
        number += 1
      }
      claims[name] = value
    }
    return claims
  }
}

extension Verdict.Answer {
  fileprivate func joined(with other: Self, from worst: [Value]) -> Self {
    func rank(_ answer: Self) -> Int { worst.firstIndex(of: answer.answer) ?? 0 }
    let subjects = [subject, other.subject].compactMap(\.self)
    return Self(
      rank(self) <= rank(other) ? answer : other.answer,
      subject: subjects.isEmpty ? nil : subjects.joined(separator: "; "),
      reasons: reasons + other.reasons.filter { !reasons.contains($0) })
  }
}

extension Reason {
  static let laterSignatureShows = Reason(
    code: "later_signature_shows",
    zh: "后加的签名在页面上显示内容，但其图样未备案，可能遮盖原有内容，无法判断。",
    en:
      "A later signature shows something that is not on record here; it might cover what was there, so nothing is said."
  )

  static func onlySignaturesAdded(_ count: Int) -> Reason {
    Reason(
      code: "only_signatures_added", zh: "文件有 \(count) 个签名；首个签名之后只附加了后续签名。",
      en: "The file has \(count) signatures; after the first only the others were added.")
  }
}
