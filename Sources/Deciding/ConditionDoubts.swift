import Cases

extension Application {
  var unmetConditions: [Reason] {
    conditions.flatMap { condition -> [Reason] in
      guard let question = Question(condition) else { return [unanswered(condition)] }
      if isLeftOut(question.path.kind) { return [] }
      guard isAccepted(question.path), let value = documents.best(question.path)?.value else {
        return isContested(question.path) ? [] : [unreadable(question.path)]
      }
      switch question.answer(about: value, on: submitted) {
      case .holds: return []
      case .doesNot:
        return [
          Reason(code: "condition_not_met", zh: condition.reasonZh, en: condition.reasonEn)
        ]
      case .unknown: return [unanswered(condition)]
      }
    }
  }

  /// Asked and met; only of interest once none is unmet.
  var metConditions: [Label] {
    conditions.compactMap { Question($0)?.path }.filter { !isLeftOut($0.kind) }.map(label)
  }

  private var conditions: [Condition] { matter.decision.approveWhen ?? [] }

  private func unanswered(_ condition: Condition) -> Reason {
    Reason(
      code: "condition_unknown", zh: "无法判断是否符合条件（\(condition.value)）。",
      en: "Whether a condition holds could not be told (\(condition.value)).")
  }
}
