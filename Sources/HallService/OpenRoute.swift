import Cases
import Foundation
import Hummingbird
import ResultCodes

/// `POST /q/{locator}/open`: for browsers that cannot decrypt or show the PDF. The sender hands the
/// code's content over on purpose; it is used in memory, and neither kept nor logged.
struct OpenRoute {
  private static let longestForm = 8_192

  let results: any PublicResults
  let keys: IssuingKeySet
  let pages: Pages

  @Sendable func open(_ request: Request, context: HallContext) async -> Response {
    guard let body = try? await request.body.collect(upTo: Self.longestForm) else {
      return refusal(.malformedURL, to: request)
    }
    let fragment = CodeForm.fragment(in: String(buffer: body))
    return await PublicAnswer(pages: pages).answer(to: request, context) {
      try await LocatorLookup(text: context.parameters.get("locator")) { locator in
        try await stored(locator)
      }
    } with: { stored in
      do throws(CodeFault) {
        return pdf(try stored.opened(by: fragment, keys), named: stored.record.locator)
      } catch {
        return refusal(error, to: request)
      }
    }
  }

  private func stored(_ locator: String) async throws -> StoredResult? {
    guard let record = try await results.publicRecord(locator),
      let hidden = try await results.hiddenPDF(locator)
    else { return nil }
    return StoredResult(record: record, hidden: hidden)
  }

  private func pdf(_ bytes: [UInt8], named name: String) -> Response {
    var response = Response.bytes(bytes, type: "application/pdf")
    response.headers[.contentDisposition] = "inline; filename=\"\(name).pdf\""
    return response
  }

  private func refusal(_ fault: CodeFault, to request: Request) -> Response {
    let message: Message =
      fault == .newerReaderNeeded || fault == .incomplete ? .unreadable : .mismatch
    return pages.response(.message, .unprocessableContent, for: request, showing: message)
  }
}

/// What the public side holds of one result.
private struct StoredResult {
  let record: PublicRecord
  let hidden: [UInt8]

  /// The PDF, where the code belongs to this result and everything verifies.
  func opened(by fragment: String, _ keys: IssuingKeySet) throws(CodeFault) -> [UInt8] {
    guard !fragment.isEmpty else { throw .incomplete }
    guard let bytes = DecimalPacking.bytes(of: fragment) else { throw .malformedURL }
    let frame = try CodeFrame(decoding: bytes)
    let locator = frame.secret.locator
    guard locator.digits == record.locator else { throw .locatorDiffers }
    let registered = try SignedRecord(decoding: record.cose)
    if case .full(_, let shown) = frame, shown != registered { throw .wrongSignature }
    guard let entry = keys.entry(registered.kid) else { throw .wrongSignature }
    let claims = try registered.claims(under: entry.key, at: locator)
    let length = Int(clamping: claims.pdfBytes)
    guard let pdf = try? HiddenPDF.reveal(hidden, under: frame.secret, length: length),
      claims.fit(pdf: pdf)
    else { throw .wrongSignature }
    return pdf
  }
}

/// The form field `code`: the full link, or what stands in it behind `#`.
enum CodeForm {
  static func fragment(in form: String) -> String {
    let fields = form.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
    guard let field = fields.first(where: { $0.first == "code" }), field.count == 2 else {
      return ""
    }
    let text = field[1].replacing("+", with: " ").removingPercentEncoding ?? ""
    let code = text.split(separator: "#", omittingEmptySubsequences: false).last ?? ""
    return String(code.filter { !$0.isWhitespace })
  }
}
