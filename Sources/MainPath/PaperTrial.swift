package import Cases
package import Deciding
import FormFilling
package import Foundation
import ResultDrawing

/// Draws the papers of a matter for an application that nobody made, so that a template that cannot be filled is found
/// before somebody waits for it.
package struct PaperTrial: Sendable {
  package enum Paper: String, Sendable { case result, refusal, notice }

  private let matter: Matter
  private let form: FormDefinition
  private let templates: URL

  /// - Throws: `bad_model` where the matter's form is not there.
  package init(_ matter: Matter, in models: ModelLibrary) throws {
    self.matter = matter
    self.form = try models.forms.form(matter.form)
    self.templates = models.templates
  }

  /// What the matter issues.
  package var papers: [Paper] {
    [.result] + (matter.refusal == nil ? [] : [.refusal])
      + (matter.deferral == nil ? [] : [.notice])
  }

  /// - Returns: the number of its pages.
  /// - Throws: `bad_model`, `missing_value`, `missing_font`, `missing_glyph`.
  package func draw(_ paper: Paper, at now: Date) throws -> Int {
    let order = try ResultOrder(for: record(decided: paper, at: now), by: matter, at: now)
    let content = ResultContent(
      number: order.number, values: order.values, lists: order.lists, pointer: nil,
      date: order.term.firstDay, underTestAuthority: true)
    let template = try ResultTemplate.load(order.template, from: templates)
    return try ResultDrawing.draw(template, content).pageCount
  }

  private func record(decided paper: Paper, at now: Date) -> CaseRecord {
    let moment = now.formatted(.iso8601)
    return CaseRecord(
      id: "c-trial", matter: matter.id, state: .open, openedAt: moment, form: filled,
      decision: Decision(
        outcome: paper.outcome, reasons: [Reason(code: Reason.refusedByOfficer, zh: "理由", en: "")],
        decidedBy: "办理人", decidedAt: moment, outstanding: matter.deferral?.materials.map(\.kind),
        applicant: "申请人"))
  }

  /// Each entry with its own label.
  private var filled: FilledForm {
    var filled = fill(form, from: [])
    for index in filled.entries.indices {
      filled.entries[index].value = filled.entries[index].labelZh
      filled.entries[index].state = .accepted
    }
    return filled
  }
}

extension PaperTrial.Paper {
  fileprivate var outcome: Decision.Outcome {
    switch self {
    case .result: .approved
    case .refusal: .refused
    case .notice: .deferred
    }
  }
}
