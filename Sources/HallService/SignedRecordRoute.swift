import Cases
import HTTPTypes
import Hummingbird

/// `GET /c/{locator}`: the signed record (COSE_Sign1), which a pointer code needs.
/// `GET /f/{sha256}`: the record of the result whose sealed PDF has this hash, with its locator.
struct SignedRecordRoute {
  let results: any PublicResults
  let pages: Pages

  @Sendable func show(_ request: Request, context: HallContext) async -> Response {
    await PublicAnswer(pages: pages).answer(to: request, context) {
      try await results.record(at: context.parameters.get("locator"))
    } with: { record in
      response(record)
    }
  }

  @Sendable func find(_ request: Request, context: HallContext) async -> Response {
    await PublicAnswer(pages: pages).answer(to: request, context) {
      let hash = context.parameters.get("sha256") ?? ""
      let found = try await results.publicRecord(ofPDF: hash)
      return hash.utf8.count == 64 ? found : nil
    } with: { record in
      var response = response(record)
      if let name = HTTPField.Name("Kanhe-Locator") { response.headers[name] = record.locator }
      return response
    }
  }

  private func response(_ record: PublicRecord) -> Response {
    // RFC 9052, 11.3.1
    .bytes(record.cose, type: #"application/cose; cose-type="cose-sign1""#)
  }
}
