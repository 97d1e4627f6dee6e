import HTTPTypes
import Hummingbird
import Logging
import ResultCodes

/// `GET /status/{list}`: a Token Status List (draft-ietf-oauth-status-list, section 8.1).
struct StatusListRoute {
  let status: any PublicStatus
  let pages: Pages

  @Sendable func show(_ request: Request, context: BasicRequestContext) async throws -> Response {
    do {
      let text = context.parameters.get("list") ?? ""
      guard let list = Int(text), String(list) == text,
        let token = try await status.statusToken(list)
      else { return pages.notFound }
      return Response(
        status: .ok,
        headers: [.contentType: "application/statuslist+jwt", .cacheControl: "max-age=60"],
        body: .init(byteBuffer: ByteBuffer(string: token.text)))
    } catch {
      context.logger.error("status lookup failed", metadata: ["error": "\(type(of: error))"])
      return pages.response(.unavailable, .serviceUnavailable)
    }
  }
}
