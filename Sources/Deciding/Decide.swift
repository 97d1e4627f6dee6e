package import Cases
package import Foundation

/// Decides a case by the rules of its matter. A rule approves when every material, field, check and condition that
/// the matter asks for holds, and everything that the result prints was accepted. Where nothing is in the way but materials that may follow, and the applicant promises them,
/// it takes the application in. In any other case a person must look, and the reasons say at what. A rule never refuses.
///
/// The materials carry their documents as they are after cross-checking; ages and validity count on the day on which
/// they were submitted; `labels` is what people call kinds and fields.
package func decide(
  _ matter: Matter, on materials: [FileReading], form: FilledForm, findings: [Finding],
  printing printed: PrintedEntries, submitted: CalendarDay, at now: Date, labels: Labels = Labels()
) -> Decision {
  let application = Application(
    matter: matter, materials: materials, form: form, findings: findings, printed: printed,
    submitted: submitted, labels: labels)
  func decision(_ outcome: Decision.Outcome, _ reasons: [Reason], _ outstanding: [String]? = nil)
    -> Decision
  {
    Decision(
      outcome: outcome, reasons: reasons.withoutRepetitions, decidedBy: Decision.rule,
      decidedAt: now.formatted(.iso8601), outstanding: outstanding)
  }
  let doubts = application.doubts
  if doubts.isEmpty { return decision(.approved, application.grounds) }
  guard let outstanding = application.materialsThatMayFollow else {
    return decision(.review, doubts)
  }
  guard application.promisesTheRest else {
    return decision(.review, doubts + [.mayFollow(outstanding)])
  }
  return decision(.deferred, application.missingMaterials, outstanding.map(\.kind))
}

extension Application {
  /// Everything that stands in the way of an approval.
  var doubts: [Reason] {
    unusableFiles + brokenSignatures + suspiciousPictures + missingMaterials + contradictions
      + unreadableFields + unsureEntries + failedChecks + unmetConditions
  }
}

extension [Reason] {
  fileprivate var withoutRepetitions: [Reason] {
    reduce(into: []) { kept, reason in
      if !kept.contains(reason) { kept.append(reason) }
    }
  }
}
