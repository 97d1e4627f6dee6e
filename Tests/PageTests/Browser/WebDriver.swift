import Foundation

/// The W3C WebDriver protocol as chromedriver speaks it: JSON over HTTP on this machine.
struct WebDriver: Sendable {
  struct Failure: Error, CustomStringConvertible { let description: String }

  let port: Int

  func get<Value: Decodable>(_ path: String) async throws -> Value {
    try await exchange("GET", path, nil)
  }

  func post<Value: Decodable>(_ path: String, _ body: Data) async throws -> Value {
    try await exchange("POST", path, body)
  }

  /// For commands whose answer is of no use.
  func command(_ path: String, _ body: Data) async throws {
    let _: Anything = try await post(path, body)
  }

  private func exchange<Value: Decodable>(
    _ method: String, _ path: String, _ body: Data?
  ) async throws -> Value {
    let port = port
    // A thread of its own: the service under test runs on the shared pool.
    let (status, data) = try await withCheckedThrowingContinuation { done in
      Thread.detachNewThread {
        done.resume(
          with: Result { try Connection(port: port).exchange(method, path, body ?? Data()) })
      }
    }
    guard status == 200 else {
      throw Failure(description: "\(path): \(String(decoding: data.prefix(600), as: UTF8.self))")
    }
    return try JSONDecoder().decode(Answer<Value>.self, from: data).value
  }

  private struct Answer<Value: Decodable>: Decodable { let value: Value }
  private struct Anything: Decodable { init(from decoder: any Decoder) {} }
}
