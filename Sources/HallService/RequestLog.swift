import HTTPTypes
import Hummingbird
import Logging

/// One line to a request: the route as it is written in the table, never the path, which leads to a
/// result.
struct RequestLog: RouterMiddleware {
  typealias Context = HallContext

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    context.logger.info(
      "request",
      metadata: [
        "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "-")",
        "status": "\(response.status.code)", "ms": "\(Int(milliseconds))",
      ])
    return response
  }
}
