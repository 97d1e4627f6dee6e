import Cases
import ResultCodes

extension PublicResults {
  /// The record at an address that anybody may have typed. A text that is no locator is looked up
  /// as well, as a locator that no result has, so that both kinds of wrong address take the same
  /// time.
  func record(at text: String?) async throws -> PublicRecord? {
    let locator = text.flatMap { Locator(digits: $0) }
    let record = try await publicRecord(locator?.digits ?? String(repeating: "0", count: 25))
    return locator == nil ? nil : record
  }
}
