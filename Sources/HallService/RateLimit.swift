import HTTPTypes
import Hummingbird

/// Keeps one caller from taking the public pages away from the others. Programs of this machine, and those that show a
/// token, are not counted.
struct RateLimit: RouterMiddleware {
  typealias Context = HallContext

  /// What is worked out here, and not only looked up.
  private static let costOfWork = 10.0

  let allowance: RequestAllowance
  let proxies: Set<CallerAddress>
  let pages: Pages

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let caller = CallerAddress.of(request, from: context.remoteAddress, behind: proxies)
    guard let caller, !caller.isThisMachine, !request.uri.path.hasPrefix("/v1/"),
      let seconds = allowance.secondsToWait(
        caller, cost: request.method == .post ? Self.costOfWork : 1)
    else { return try await next(request, context) }
    var response = pages.response(
      .message, .tooManyRequests, for: request, showing: Message.tooMany)
    response.headers[.retryAfter] = "\(seconds)"
    return response
  }
}
