import Foundation
import FoundationNetworking
import Verification

/// What an authority publishes at an address: records, proofs, lists, parts of its log.
enum PublicPart {
  private static let largest = 1 << 20
  private static let seconds: TimeInterval = 20

  /// Found in an answer 200, absent where the site says so itself; everything else, redirections too, tells nothing.
  static func at(_ url: URL) async -> OnlineVerifier.Fetched {
    let request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
    guard
      let answer = try? await BoundedAnswer.to(request, largest: largest, seconds: seconds)
    else { return .unreachable }
    return switch answer.status {
    case 200: .found(answer.body)
    case 404, 410: .absent
    default: .unreachable
    }
  }
}
