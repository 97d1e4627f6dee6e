import Cases
import CrossChecking
import Deciding
import FormFilling

/// The whole way from documents to a decision, with the models that ship.
func madeDecision(
  _ matterID: String, _ documents: [DocumentReading], _ rows: Rows,
  on day: CalendarDay = submission, unusable: Problem? = nil
) throws -> Decision {
  try madeDecision(Models.matter(matterID), documents, rows, on: day, unusable: unusable)
}

func madeDecision(
  _ matter: Matter, _ documents: [DocumentReading], _ rows: Rows,
  on day: CalendarDay = submission, unusable: Problem? = nil
) throws -> Decision {
  let (documents, findings) = try crossChecked(documents, by: matter.checks, reference: rows)
  let form = fill(try Models.forms().form(matter.form), from: documents)
  let materials = documents.map { file($0) } + (unusable.map { [file(error: $0)] } ?? [])
  return decide(
    matter, on: materials, form: form, findings: findings, printing: PrintedEntries(),
    submitted: day, at: moment)
}

func codes(_ decision: Decision) -> Set<String> { Set(decision.reasons.map(\.code)) }
