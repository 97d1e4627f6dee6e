import Cases
import Foundation
import FoundationNetworking
import Sealing

/// A time-stamping authority at an address (RFC 3161, 3.4).
struct HTTPTimestampAuthority: TimestampAuthority {
  let url: URL

  func reply(to request: [UInt8]) async throws(Problem) -> [UInt8] {
    var post = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
    post.httpMethod = "POST"
    post.httpBody = Data(request)
    post.setValue("application/timestamp-query", forHTTPHeaderField: "Content-Type")
    let answer: BoundedAnswer.Answer
    do { answer = try await BoundedAnswer.to(post, largest: 64 << 10, seconds: 20) } catch {
      throw .timestampUnavailable(error.localizedDescription)
    }
    guard answer.status == 200, answer.type == "application/timestamp-reply" else {
      throw .timestampUnavailable("HTTP \(answer.status) \(answer.type)")
    }
    return answer.body
  }
}
