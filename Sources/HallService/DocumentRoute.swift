import Cases
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// `POST /v1/documents`: one file in, the JSON line of `kanhe extract` out.
struct DocumentRoute {
  let documents: any DocumentExtracting
  let largest: Int
  let largestBody: Int
  let admission: Admission

  @Sendable func read(_ request: Request, context: HallContext) async throws -> Response {
    guard let reading = await admission.whileAdmitted({ await outcome(of: request) }) else {
      return JSONAnswer.busy
    }
    switch reading {
    case .success(let reading): return JSONAnswer.reading(reading)
    case .failure(let problem): return JSONAnswer.problem(problem, JSONAnswer.status(of: problem))
    }
  }

  private func outcome(of request: Request) async -> Result<FileReading, Problem> {
    do throws(Problem) {
      let file = try await file(in: request)
      return .success(await documents.extract(name: file.name, bytes: file.bytes))
    } catch {
      return .failure(error)
    }
  }

  private func file(in request: Request) async throws(Problem) -> UploadedFile {
    let type = try UploadType(contentType: request.headers[.contentType])
    let stated = request.headers[.contentLength].flatMap { Int($0) } ?? 0
    guard stated <= largestBody else { throw .tooManyBytes(stated, limit: largest) }
    guard let body = try? await request.body.collect(upTo: largestBody) else {
      throw .tooManyBytes(largestBody + 1, limit: largest)
    }
    let file = try type.file(in: Array(body.readableBytesView))
    guard file.bytes.count <= largest else { throw .tooManyBytes(file.bytes.count, limit: largest) }
    return file
  }
}
