package import Cases
import CrossChecking
import Deciding
import FormFilling
package import Foundation
package import Intake

/// The main path: from files to a decided case and, where it is approved, its result.
///
/// ```
/// files ─► Intake ─► PageImaging ─► Recognition ─► Extraction ─► FormFilling ─► CrossChecking ─► Deciding
///                                                                                                   │
///  anyone ◄─ Verification ◄─ QR code ◄─ ResultCodes ◄─ Sealing ◄─ ResultDrawing ◄───────────────────┘
/// ```
///
/// It keeps nothing: what comes out is a value, and whoever called it stores the value.
package struct MainPath: Sendable {
  package let readers: ReaderPool
  package let limits: IntakeLimits
  package let models: ModelLibrary
  package let reference: any ReferenceSource
  package let office: IssuingOffice

  package init(
    readers: ReaderPool, limits: IntakeLimits, models: ModelLibrary,
    reference: any ReferenceSource, office: IssuingOffice
  ) {
    self.readers = readers
    self.limits = limits
    self.models = models
    self.reference = reference
    self.office = office
  }

  /// - Throws: `unknown_matter`.
  package func matter(_ id: String) throws -> Matter { try models.matters.matter(id) }

  /// Takes a case whose materials have been read to its decision. It may be asked again after a person confirmed a
  /// field: everything is derived from the materials anew.
  package func conclude(_ record: CaseRecord, at now: Date) throws -> CaseRecord {
    let matter = try models.matters.matter(record.matter ?? "")
    let form = try models.forms.form(matter.form)
    let submitted = CalendarDay(hallDayOf: Moment(record.openedAt) ?? now)

    let (documents, findings) = try crossChecked(
      record.documents, by: matter.checks, reference: reference)
    let materials = record.materials.replacing(documents: documents)
    let filled = fill(form, from: documents)
    let decision = decide(
      matter, on: materials, form: filled, findings: findings,
      printing: try models.printed(by: matter), submitted: submitted, at: now, labels: models.labels
    ).unlessOverdue(record, at: now)

    var record = record
    record.materials = materials
    record.form = filled
    record.findings = findings
    record.decision = decision
    record.state = state(of: record, after: decision.outcome, at: now)
    record.events.append(CaseEvent(at: now.formatted(.iso8601), by: "kanhe", what: "decided"))
    return record
  }

  /// A case that was taken in waits for what is outstanding as long as its notice says, and gets no second notice.
  private func state(of record: CaseRecord, after outcome: Decision.Outcome, at now: Date)
    -> CaseRecord.State
  {
    switch outcome {
    case .approved: return .open
    case .review, .refused: return .review
    case .deferred:
      guard let notice = record.notice else { return .open }
      return notice.isInForce(at: now) ? .deferred : .review
    }
  }

  /// Draws, seals and encodes what was ordered for a case, and verifies it before anybody sees it.
  package func issue(
    _ order: ResultOrder, for record: CaseRecord, number: String, status: StatusPlace, at now: Date
  ) async throws -> (record: CaseRecord, result: SealedResult) {
    let result = try await office.result(
      of: record.id, order, number: number, status: status, templates: models.templates, at: now)
    var record = record
    record.state = order.state
    switch order.role {
    case .final: record.result = result.issued
    case .notice: record.notice = result.issued
    }
    record.events.append(
      CaseEvent(
        at: now.formatted(.iso8601), by: CaseEvent.machine,
        what: order.role == .final ? "issued" : "notice_issued", detail: number))
    return (record, result)
  }
}

/// A moment written as RFC 3339, UTC; nil for anything else.
package func Moment(_ text: String) -> Date? { try? Date(text, strategy: .iso8601) }

extension IssuedResult {
  /// Whether its last day has not passed.
  package func isInForce(at now: Date) -> Bool {
    expiresAt.flatMap(Moment).map { now <= $0 } ?? true
  }
}
