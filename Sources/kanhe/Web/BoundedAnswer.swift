import Foundation
import FoundationNetworking
import Synchronization

/// Sends one request and takes so many bytes of answer, in so many seconds, from where it was sent and nowhere else.
final class BoundedAnswer: NSObject, URLSessionDataDelegate, Sendable {
  struct Answer: Sendable {
    var status = 0
    /// Media type without parameters.
    var type = ""
    var body: [UInt8] = []
  }

  private struct State {
    var answer = Answer()
    var waiting: CheckedContinuation<Answer, any Error>?
  }

  private let largest: Int
  private let state = Mutex(State())

  private init(largest: Int) { self.largest = largest }

  static func to(
    _ request: URLRequest, largest: Int, seconds: TimeInterval
  ) async throws -> Answer {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = seconds
    configuration.timeoutIntervalForResource = seconds
    let receiver = BoundedAnswer(largest: largest)
    let session = URLSession(
      configuration: configuration, delegate: receiver, delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    return try await withCheckedThrowingContinuation { waiting in
      receiver.state.withLock { $0.waiting = waiting }
      session.dataTask(with: request).resume()
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) { completionHandler(nil) }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLong = state.withLock { state in
      state.answer.body += data.prefix(largest + 1 - state.answer.body.count)
      return state.answer.body.count > largest
    }
    if isTooLong { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let (waiting, answer) = state.withLock { state in
      defer { state.waiting = nil }
      let response = task.response as? HTTPURLResponse
      state.answer.status = response?.statusCode ?? 0
      state.answer.type = response?.mimeType ?? ""
      return (state.waiting, state.answer)
    }
    // A task that was cancelled may also end without an error.
    let fault = error ?? (answer.body.count > largest ? URLError(.dataLengthExceedsMaximum) : nil)
    if let fault { waiting?.resume(throwing: fault) } else { waiting?.resume(returning: answer) }
  }
}
