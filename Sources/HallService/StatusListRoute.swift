import HTTPTypes
import Hummingbird
import ResultCodes

/// `GET /status/{list}`: a Token Status List (draft-ietf-oauth-status-list, section 8.1).
struct StatusListRoute {
  let status: any PublicStatus
  let pages: Pages

  @Sendable func show(_ request: Request, context: HallContext) async -> Response {
    await PublicAnswer(pages: pages).answer(to: request, context) {
      let text = context.parameters.get("list") ?? ""
      guard let list = Int(text), String(list) == text else { return nil }
      return try await status.statusToken(list)
    } with: { (token: StatusToken) in
      var response = Response.bytes(Array(token.text.utf8), type: "application/statuslist+jwt")
      response.headers[.cacheControl] = "max-age=60"
      return response
    }
  }
}
