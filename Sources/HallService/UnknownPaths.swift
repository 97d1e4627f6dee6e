import Hummingbird

/// Answers every path that is not in the table with the same page as an unknown result.
struct UnknownPaths: RouterMiddleware {
  typealias Context = HallContext

  let pages: Pages

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      return pages.notFound(for: request)
    }
  }
}
