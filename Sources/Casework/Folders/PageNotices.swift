import Cases
import FolderWatching
import Store

extension CaseOffice {
  /// What the number of pages says against the profile of the folder that a case came from: with anything of it, a person
  /// looks.
  func pageNotices(of record: CaseRecord) throws -> [Problem] {
    try store.claims(of: record.id).flatMap { row in
      let claim: PaperClaim = try FolderOffice.value(of: row.claim)
      // In the order of the claim's files, because they are the case's papers.
      let counts = record.materials.suffix(claim.files.count).map(\.pages)
      let order = PageOrder.pages(of: claim.handling.sides, counts: counts)
      let marks = order.places.map { _ in PageMark.print }
      let parts = StackSplitting.split(marks: marks, by: claim.handling).parts
      return [order.problem].compactMap(\.self) + parts.compactMap(\.problem)
    }
  }
}
