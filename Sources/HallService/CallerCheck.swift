import Cases
import HTTPTypes
import Hummingbird

/// Who may use `/v1/*`: with tokens set, who shows one; without, programs on this machine, but no
/// page of another site that a browser on this machine has open, and nobody behind a proxy.
struct CallerCheck: RouterMiddleware {
  typealias Context = HallContext

  let tokens: [APIToken]

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    if tokens.isEmpty {
      guard isFromThisMachine(request) else {
        return JSONAnswer.problem(.foreignOrigin, .forbidden)
      }
    } else {
      guard showsToken(request) else {
        var response = JSONAnswer.problem(.tokenMissing, .unauthorized)
        response.headers[.wwwAuthenticate] = "Bearer"
        return response
      }
    }
    return try await next(request, context)
  }

  private func showsToken(_ request: Request) -> Bool {
    let scheme = "Bearer "
    guard let header = request.headers[.authorization], header.hasPrefix(scheme) else {
      return false
    }
    let shown = header.dropFirst(scheme.count)
    return tokens.contains { $0.fits(shown) }
  }

  /// The Host must name this machine (a foreign name that was made to lead here does not), and a
  /// browser must not say that another site is asking.
  private func isFromThisMachine(_ request: Request) -> Bool {
    guard let authority = request.head.authority, !wasForwarded(request) else { return false }
    let host =
      authority.hasPrefix("[")
      ? String(authority.dropFirst().prefix { $0 != "]" })
      : String(authority.prefix { $0 != ":" })
    guard ListenAddress.isLoopback(host) else { return false }
    guard let origin = request.headers[.origin] else { return true }
    return origin == "http://\(authority)"
  }

  /// A proxy on this machine speaks for somebody else; without tokens it must not.
  private func wasForwarded(_ request: Request) -> Bool {
    ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"]
      .contains { name in HTTPField.Name(name).map { request.headers[$0] != nil } ?? false }
  }
}
