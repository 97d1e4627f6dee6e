import Foundation
import FoundationNetworking

/// One GET to a public address, for what is small.
enum WebResource {
  static let largest = 1 << 20

  /// The body of an answer 200; nil for anything else, for redirections too.
  static func bytes(at url: URL) async -> [UInt8]? {
    var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
    request.timeoutInterval = 20
    let session = URLSession(
      configuration: .ephemeral, delegate: StaysWhereItIs(), delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    guard let (data, answer) = try? await session.data(for: request),
      (answer as? HTTPURLResponse)?.statusCode == 200, data.count <= largest
    else { return nil }
    return Array(data)
  }
}

/// Follows no redirection: what is asked for is at the address that was given, or nowhere.
private final class StaysWhereItIs: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) { completionHandler(nil) }
}
