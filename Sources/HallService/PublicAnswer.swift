import Hummingbird
import Logging

/// Answers from the register: what is there, the one page for what is not, or that it could not be
/// asked.
struct PublicAnswer {
  let pages: Pages

  func answer<Found>(
    to request: Request, _ context: HallContext, from find: () async throws -> Found?,
    with respond: (Found) -> Response
  ) async -> Response {
    do {
      guard let found = try await find() else { return pages.notFound(for: request) }
      return respond(found)
    } catch {
      context.logger.error("lookup failed", metadata: ["error": "\(type(of: error))"])
      return pages.response(
        .message, .serviceUnavailable, for: request, showing: Message.unavailable)
    }
  }
}

extension Response {
  /// Bytes that no cache keeps.
  static func bytes(_ bytes: [UInt8], type: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
