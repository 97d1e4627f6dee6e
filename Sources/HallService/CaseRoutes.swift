import Cases
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ResultCodes

/// `/v1/cases`: applications in, their state and result out.
struct CaseRoutes {
  private static let longestKey = 255

  let cases: any CaseFiling
  let largestBody: Int
  let admission: Admission

  /// `POST /v1/cases`: a form with one or more files, `matter`, and `counter` and `lane` where they are known. 202 once
  /// the papers are safe; doing it again under the same `Idempotency-Key` opens nothing new.
  @Sendable func open(_ request: Request, context: HallContext) async throws -> Response {
    await takeIn { try await application(in: request, for: nil) }
  }

  /// `POST /v1/cases/{id}/papers`: what was outstanding. The case is decided anew; 409 once it has ended.
  @Sendable func add(_ request: Request, context: HallContext) async throws -> Response {
    await takeIn { try await application(in: request, for: try Self.id(in: context)) }
  }

  private func takeIn(_ application: () async throws -> NewApplication) async -> Response {
    let answer = await admission.whileAdmitted {
      await JSONAnswer.answering { accepted(try await cases.open(try await application())) }
    }
    return answer ?? JSONAnswer.busy
  }

  /// `GET /v1/cases/{id}`: the record as it stands.
  @Sendable func show(_ request: Request, context: HallContext) async throws -> Response {
    await JSONAnswer.answering {
      let id = try Self.id(in: context)
      guard let record = try await cases.record(of: id) else { throw Problem.unknownCase }
      var response = JSONAnswer.value(record)
      if record.state == .open { response.headers[.retryAfter] = "1" }
      return response
    }
  }

  static func id(in context: HallContext) throws(Problem) -> String {
    guard let id = context.parameters.get("id"), id.utf8.count <= 100 else { throw .unknownCase }
    return id
  }

  private func accepted(_ opened: OpenedCase) -> Response {
    var response = JSONAnswer.value(
      ["case": opened.id, "state": "open"], status: .accepted)
    response.headers[.location] = "/v1/cases/\(opened.id)"
    if opened.isRepetition { response.headers[.idempotencyReplayed] = "true" }
    return response
  }

  private func application(in request: Request, for caseID: String?) async throws
    -> NewApplication
  {
    let stated = request.headers[.contentLength].flatMap { Int($0) } ?? 0
    guard stated <= largestBody else { throw Problem.tooManyBytes(stated, limit: largestBody) }
    guard case .form(let boundary) = try UploadType(contentType: request.headers[.contentType])
    else { throw Problem.unsupportedUpload }
    guard let body = try? await request.body.collect(upTo: largestBody) else {
      throw Problem.tooManyBytes(largestBody + 1, limit: largestBody)
    }
    let form = try MultipartForm(body: Array(body.readableBytesView), boundary: boundary)
    guard !form.files.isEmpty else { throw Problem.noPapers }
    let values = try form.values(["matter", "counter", "lane"])
    guard let lane = Lane(rawValue: values["lane"] ?? Lane.walkIn.rawValue) else {
      throw Problem.badLane
    }
    return NewApplication(
      papers: form.files.map { NewApplication.Paper(name: $0.name, bytes: $0.bytes) },
      matter: values["matter"], caseID: caseID, counter: values["counter"],
      lane: lane, key: try key(of: request))
  }

  /// A key is its caller's own: another caller's is another.
  private func key(of request: Request) throws(Problem) -> String? {
    guard let key = request.headers[.idempotencyKey] else { return nil }
    guard (1...Self.longestKey).contains(key.utf8.count) else { throw .badKey }
    let caller = request.headers[.authorization] ?? ""
    return Hexadecimal.text(of: Array(SHA256.hash(data: Data("\(caller)\n\(key)".utf8))))
  }
}

extension HTTPField.Name {
  /// draft-ietf-httpapi-idempotency-key-header.
  fileprivate static let idempotencyKey = Self("Idempotency-Key")!
  fileprivate static let idempotencyReplayed = Self("Idempotency-Replayed")!
}
