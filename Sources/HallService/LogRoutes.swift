import HTTPTypes
import Hummingbird
import Logging
import ResultCodes
import Transparency

/// `GET /log/…`: the log in the form of C2SP tlog-tiles, and the proof of one result in it.
struct LogRoutes {
  let log: any PublicLog
  let pages: Pages

  /// `/log/checkpoint`: changes with every result, so nobody may keep it for long.
  @Sendable func checkpoint(
    _ request: Request, context: BasicRequestContext
  ) async throws -> Response {
    try await answer(context) {
      Self.text(try await log.checkpoint().written)
    }
  }

  /// `/log/tile/…`: never changes once it is there.
  @Sendable func tile(_ request: Request, context: BasicRequestContext) async throws -> Response {
    try await answer(context) {
      let path = request.uri.path.dropFirst("/log/".count)
      guard let tile = LogTile(path: String(path)), let bytes = try await log.tile(tile) else {
        return nil
      }
      return Response(
        status: .ok,
        headers: [
          .contentType: "application/octet-stream",
          .cacheControl: "public, max-age=31536000, immutable",
        ],
        body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }

  /// `/c/{locator}/proof`: C2SP tlog-proof.
  @Sendable func proof(_ request: Request, context: BasicRequestContext) async throws -> Response {
    try await answer(context) {
      let locator = context.parameters.get("locator").flatMap { Locator(digits: $0) }
      return try await log.proof(of: locator?.digits ?? "").map { Self.text($0.written) }
    }
  }

  private func answer(
    _ context: BasicRequestContext, _ look: () async throws -> Response?
  ) async throws -> Response {
    do {
      return try await look() ?? pages.notFound
    } catch {
      context.logger.error("log lookup failed", metadata: ["error": "\(type(of: error))"])
      return pages.response(.unavailable, .serviceUnavailable)
    }
  }

  private static func text(_ text: String) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }
}
