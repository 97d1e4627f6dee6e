import Cases
import ResultCodes

/// What stands at an address that anybody may have typed.
///
/// A text that is no locator is looked up as well, as a locator that no result has, so that both
/// kinds of wrong address take the same time.
struct LocatorLookup {
  let text: String?

  func callAsFunction<Found>(
    _ find: (String) async throws -> Found?
  ) async throws -> Found? {
    let locator = text.flatMap { Locator(digits: $0) }
    let found = try await find(locator?.digits ?? String(repeating: "0", count: 25))
    return locator == nil ? nil : found
  }
}

extension PublicResults {
  func record(at text: String?) async throws -> PublicRecord? {
    try await LocatorLookup(text: text) { try await publicRecord($0) }
  }
}
