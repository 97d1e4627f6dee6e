import Cases

extension Application {
  var failedChecks: [Reason] { matter.checks.flatMap(doubts) }

  /// Why a case was approved: what agreed, and which conditions were met.
  var grounds: [Reason] {
    let agreed = matter.checks.filter { finding(of: $0)?.outcome == .agrees }
    let met = metConditions
    let zh = "全部核对一致：\(agreed.map(\.titleZh).joined(separator: "、"))。"
    let en = "All checks agree: \(agreed.map(\.titleEn).joined(separator: "; "))."
    return [
      Reason(
        code: "all_checks_agree",
        zh: met.isEmpty ? zh : zh + "办理条件均符合：\(met.map(\.zh).joined(separator: "、"))。",
        en: met.isEmpty
          ? en : en + " All conditions are met: \(met.map(\.en).joined(separator: "; ")).")
    ]
  }

  private var requiredChecks: [CheckRule] {
    matter.checks.filter { rule in
      matter.decision.approveWhenAgree.contains(rule.id)
        && !paths(of: rule).contains { isLeftOut($0.kind) }
    }
  }

  /// A difference counts wherever it turns up; what could not be checked counts where approval needs it.
  private func doubts(about rule: CheckRule) -> [Reason] {
    let isRequired = requiredChecks.contains { $0.id == rule.id }
    guard let finding = finding(of: rule) else {
      return isRequired ? [notDone(rule)] : []
    }
    switch finding.outcome {
    case .differs:
      return [Reason(code: "check_differs", zh: finding.zh, en: finding.en)]
    case .notFound:
      return [Reason(code: "record_not_found", zh: finding.zh, en: finding.en)]
    case .notChecked:
      guard isRequired else { return [] }
      let causes = uncertain(in: paths(of: rule) + keys(of: rule))
      return causes.isEmpty
        ? [Reason(code: "check_not_done", zh: finding.zh, en: finding.en)] : causes
    case .agrees:
      // Two uncertain readings that agree are still uncertain.
      return isRequired ? uncertain(in: paths(of: rule)) : []
    }
  }

  /// Fields of which a difference was found: that is the reason to give, and not that they could not be read.
  func isContested(_ path: FieldPath) -> Bool {
    matter.checks.contains { rule in
      rule.comparator != .equals && paths(of: rule).contains(path)
        && finding(of: rule)?.outcome == .differs
    }
  }

  private func uncertain(in paths: [FieldPath]) -> [Reason] {
    paths.filter { !isAccepted($0) && !isContested($0) }.map(unreadable)
  }

  private func keys(of rule: CheckRule) -> [FieldPath] {
    (rule.by ?? [:]).sorted { $0.key < $1.key }.compactMap { FieldPath($0.value) }
  }

  private func finding(of rule: CheckRule) -> Finding? { findings.first { $0.check == rule.id } }

  /// The fields of the case that the rule leans on.
  private func paths(of rule: CheckRule) -> [FieldPath] {
    [rule.value, rule.with].compactMap(FieldPath.init)
  }

  private func notDone(_ rule: CheckRule) -> Reason {
    Reason(
      code: "check_not_done", zh: "\(rule.titleZh)：未核对。", en: "\(rule.titleEn): not checked.")
  }
}
