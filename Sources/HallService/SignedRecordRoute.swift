import Cases
import Hummingbird
import Logging

/// `GET /c/{locator}`: the signed record (COSE_Sign1), which a pointer code needs.
struct SignedRecordRoute {
  let results: any PublicResults
  let pages: Pages

  @Sendable func show(_ request: Request, context: BasicRequestContext) async throws -> Response {
    do {
      guard let record = try await results.record(at: context.parameters.get("locator")) else {
        return pages.notFound
      }
      return Response(
        status: .ok,
        // RFC 9052, 11.3.1
        headers: [
          .contentType: #"application/cose; cose-type="cose-sign1""#, .cacheControl: "no-store",
        ],
        body: .init(byteBuffer: ByteBuffer(bytes: record.cose)))
    } catch {
      context.logger.error("record lookup failed", metadata: ["error": "\(type(of: error))"])
      return pages.response(.unavailable, .serviceUnavailable)
    }
  }
}
