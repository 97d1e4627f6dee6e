/// Why a case cannot be changed.
extension Problem {
  package static func caseClosed(_ id: String, state: CaseRecord.State) -> Problem {
    Problem(
      "case_closed", exit: .wrongArguments,
      zh: "案件 \(id) 已办结（\(state.rawValue)），不能再更改。",
      en: "The case \(id) is closed (\(state.rawValue)) and cannot be changed.",
      remedyZh: "如需更正，请撤销结果后重新申请。", remedyEn: "Revoke its result and open a new case.")
  }
}

extension CaseRecord.State {
  /// Nothing follows any more.
  package var isFinal: Bool { self == .issued || self == .rejected || self == .moved }
}
