import HTTPTypes
import Hummingbird
import ResultCodes
import Transparency

/// `GET /log/…`: the log in the form of C2SP tlog-tiles. `GET /c/{locator}/proof`: one result's place in it.
struct LogRoutes {
  let log: any PublicLog
  let pages: Pages

  @Sendable func checkpoint(_ request: Request, context: HallContext) async -> Response {
    await PublicAnswer(pages: pages).answer(to: request, context) {
      try await log.checkpoint()
    } with: {
      text($0.written)
    }
  }

  /// A tile never changes once it is there.
  @Sendable func tile(_ request: Request, context: HallContext) async -> Response {
    await PublicAnswer(pages: pages).answer(to: request, context) {
      let path = String(request.uri.path.dropFirst("/log/".count))
      guard let tile = LogTile(path: path) else { return nil }
      return try await log.tile(tile)
    } with: { (bytes: [UInt8]) in
      var response = Response.bytes(bytes, type: "application/octet-stream")
      response.headers[.cacheControl] = "public, max-age=31536000, immutable"
      return response
    }
  }

  @Sendable func proof(_ request: Request, context: HallContext) async -> Response {
    await PublicAnswer(pages: pages).answer(to: request, context) {
      try await LocatorLookup(text: context.parameters.get("locator"))(log.proof)
    } with: {
      text($0.written)
    }
  }

  private func text(_ text: String) -> Response {
    .bytes(Array(text.utf8), type: "text/plain; charset=utf-8")
  }
}
