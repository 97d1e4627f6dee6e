import Cases
import Foundation
import Hummingbird

/// Answers of `/v1/*`.
enum JSONAnswer {
  /// 200, or 422 and the like where the file could not be read; the body is the same JSON line
  /// either way.
  static func reading(_ reading: FileReading) -> Response {
    json(reading, reading.error.map(status(of:)) ?? .ok)
  }

  /// `{"error": …}`
  static func problem(_ problem: Problem, _ status: HTTPResponse.Status) -> Response {
    json(["error": problem], status)
  }

  /// Any value, 200 unless told otherwise.
  static func value(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
    json(value, status)
  }

  static var busy: Response {
    var response = problem(.tooBusy, .serviceUnavailable)
    response.headers[.retryAfter] = "2"
    return response
  }

  /// What `work` answers, or the problem that it ended with.
  static func answering(_ work: () async throws -> Response) async -> Response {
    do { return try await work() } catch let problem as Problem {
      let status = status(of: problem)
      var response = Self.problem(problem, status)
      if status == .serviceUnavailable { response.headers[.retryAfter] = "2" }
      return response
    } catch {
      return problem(.internalFault("\(type(of: error))"), .internalServerError)
    }
  }

  static func status(of problem: Problem) -> HTTPResponse.Status {
    switch (problem.code, problem.exit) {
    case ("unsupported_media_type", _): .unsupportedMediaType
    case ("too_many_bytes", _): .contentTooLarge
    case ("no_such_case", _), ("nothing_to_hand_over", _): .notFound
    case ("key_used_otherwise", _): .unprocessableContent
    case ("case_closed", _), ("case_exists", _), ("still_to_be_delivered", _): .conflict
    case ("queue_full", _), ("database_unreachable", _): .serviceUnavailable
    case (_, .unusableInput), (_, .encryptedInput): .unprocessableContent
    case (_, .wrongArguments): .badRequest
    case (_, .missingDependency), (_, .configuration): .serviceUnavailable
    default: .internalServerError
    }
  }

  private static func json(_ value: some Encodable, _ status: HTTPResponse.Status) -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      return Response(status: .internalServerError)
    }
    return Response(
      status: status,
      headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(bytes: data + Data("\n".utf8))))
  }
}
