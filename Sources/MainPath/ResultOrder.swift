package import Cases
import Deciding
package import Foundation

/// What is to be issued for a decided case: which paper, made out to whom, with what in it.
package struct ResultOrder: Sendable {
  package let role: ResultRole
  /// Pattern of its document number.
  package let number: String
  /// How the case stands once it is issued.
  let state: CaseRecord.State
  let template: String
  let kind: Label
  let holder: String
  let values: [String: String]
  let lists: [String: [[String]]]
  let term: ResultTerm
}

extension ResultOrder {
  /// What the decision of a case leads to, if it is issued now.
  ///
  /// - Throws: `applicant_unknown`.
  init(for record: CaseRecord, by matter: Matter, at now: Date) throws {
    guard let decision = record.decision else { throw Self.nothingToIssue }
    switch decision.outcome {
    case .approved:
      guard let form = record.form else { throw Self.nothingToIssue }
      self.init(approving: form, by: matter, at: now)
    case .refused: try self.init(refusing: record, decision, by: matter, at: now)
    case .deferred: try self.init(deferring: record, decision, by: matter, at: now)
    case .review: throw Self.nothingToIssue
    }
  }

  private static let nothingToIssue = Problem.internalFault("only a decided case has a result")

  /// The result that the matter has for an approved application.
  init(approving form: FilledForm, by matter: Matter, at now: Date) {
    let rule = matter.result
    let term = ResultTerm(months: rule.validMonths, from: now)
    var values = Dictionary(
      // What nobody is sure of is printed nowhere; `decide` has seen to it that nothing of it is wanted.
      form.entries.filter { $0.state == .accepted }
        .compactMap { entry in entry.value.map { (entry.field, $0) } },
      uniquingKeysWith: { first, _ in first })
    values["valid_until"] = term.lastDay?.description
    self.init(
      role: .final, number: rule.number, state: .issued, template: rule.template,
      kind: Label(zh: rule.kindZh, en: rule.kindEn),
      holder: form.entry(rule.holder)?.value ?? "", values: values, lists: [:], term: term)
  }

  private init(
    refusing record: CaseRecord, _ decision: Decision, by matter: Matter, at now: Date
  ) throws {
    guard let rule = matter.refusal else { throw Self.nothingToIssue }
    let reasons = decision.reasons.filter { $0.code == Reason.refusedByOfficer }
    try self.init(
      rule, .final, .rejected, of: record, by: matter, adding: ["officer": decision.decidedBy],
      lists: ["reasons": reasons.map { [$0.zh] }], ResultTerm(months: nil, from: now))
  }

  private init(
    deferring record: CaseRecord, _ decision: Decision, by matter: Matter, at now: Date
  ) throws {
    guard let rule = matter.deferral else { throw Self.nothingToIssue }
    let term = ResultTerm(days: rule.days, from: now)
    let missing = (decision.outstanding ?? []).enumerated().map { index, kind in
      [
        "\(index + 1)", matter.materials.first { $0.kind == kind }?.titleZh ?? kind,
        rule.materials.first { $0.kind == kind }?.requirementZh ?? "",
        term.lastDay?.inWords ?? "",
      ]
    }
    try self.init(
      rule.notice, .notice, .deferred, of: record, by: matter,
      adding: term.lastDay.map { ["until": $0.description] } ?? [:],
      lists: ["missing": missing], term)
  }

  private init(
    _ rule: NoticeRule, _ role: ResultRole, _ state: CaseRecord.State, of record: CaseRecord,
    by matter: Matter, adding more: [String: String], lists: [String: [[String]]],
    _ term: ResultTerm
  ) throws {
    guard let holder = record.holder(by: matter) else { throw Problem.applicantUnknown }
    var values = rule.values ?? [:]
    values["applicant_name"] = holder
    values["matter"] = matter.titleZh
    values["case_number"] = record.id
    values["submitted_on"] = Moment(record.openedAt).map { CalendarDay(hallDayOf: $0).description }
    self.init(
      role: role, number: rule.number, state: state, template: rule.template,
      kind: Label(zh: rule.kindZh, en: rule.kindEn), holder: holder,
      values: values.merging(more) { $1 }, lists: lists, term: term)
  }
}

extension MainPath {
  /// What the case's decision leads to, if it is issued now.
  ///
  /// - Throws: `unknown_matter`, `applicant_unknown`.
  package func order(for record: CaseRecord, at now: Date) throws -> ResultOrder {
    try ResultOrder(for: record, by: try matter(record.matter ?? ""), at: now)
  }
}
