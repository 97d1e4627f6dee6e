import Cases
import Foundation
import HTTPTypes
import Hummingbird

/// `GET /q/{locator}`: what anybody who scans a result's code sees first, without a script.
struct ResultPageRoute {
  let results: any PublicResults
  let pages: Pages

  @Sendable func show(_ request: Request, context: HallContext) async -> Response {
    await PublicAnswer(pages: pages).answer(to: request, context) {
      try await results.record(at: context.parameters.get("locator"))
    } with: { record in
      let page = ResultPage(record, at: Date())
      var response = pages.response(.result, .ok, for: request, showing: page)
      // For who asks for the state alone, with HEAD.
      if let name = HTTPField.Name("Kanhe-State") { response.headers[name] = page.state }
      return response
    }
  }
}
