import Cases
import Foundation
import Hummingbird
import Logging

/// `GET /q/{locator}`: what anybody who scans a result's code sees first, without a script.
struct ResultPageRoute {
  let results: any PublicResults
  let pages: Pages
  let publicAddress: String

  @Sendable func show(_ request: Request, context: BasicRequestContext) async throws -> Response {
    do {
      guard let record = try await results.record(at: context.parameters.get("locator")) else {
        return pages.notFound
      }
      return pages.response(
        .result, .ok, showing: ResultPage(record, at: Date(), publicAddress: publicAddress))
    } catch {
      context.logger.error("result lookup failed", metadata: ["error": "\(type(of: error))"])
      return pages.response(.unavailable, .serviceUnavailable)
    }
  }
}
