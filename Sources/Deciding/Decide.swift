package import Cases
package import Foundation

/// Decides a case by the rules of its matter. A rule approves when every material, field, check and condition that
/// the matter asks for holds; in any other case a person must look, and the reasons say at what. A rule never refuses.
///
/// The materials carry their documents as they are after cross-checking; ages and validity count on the day on which
/// they were submitted; `labels` is what people call kinds and fields.
package func decide(
  _ matter: Matter, on materials: [FileReading], form: FilledForm, findings: [Finding],
  submitted: CalendarDay, at now: Date, labels: Labels = Labels()
) -> Decision {
  let application = Application(
    matter: matter, materials: materials, form: form, findings: findings, submitted: submitted,
    labels: labels)
  let doubts =
    application.unusableFiles + application.missingMaterials + application.contradictions
    + application.unreadableFields
    + application.failedChecks + application.unmetConditions
  return Decision(
    outcome: doubts.isEmpty ? .approved : .review,
    reasons: doubts.isEmpty ? application.grounds : doubts.withoutRepetitions,
    decidedBy: "rule", decidedAt: now.formatted(.iso8601))
}

extension [Reason] {
  fileprivate var withoutRepetitions: [Reason] {
    reduce(into: []) { kept, reason in
      if !kept.contains(reason) { kept.append(reason) }
    }
  }
}
