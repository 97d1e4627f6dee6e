import HTTPTypes
import Hummingbird

/// What every answer says to browsers: run and load nothing from elsewhere, tell nobody.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = HallContext

  private static let headers: HTTPFields = {
    var headers: HTTPFields = [
      .contentSecurityPolicy: """
      default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; \
      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
      require-trusted-types-for 'script'; trusted-types 'none'
      """,
      .xContentTypeOptions: "nosniff",
    ]
    let others = [
      ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"), ("X-Robots-Tag", "noindex"),
      ("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()"),
    ]
    for (name, value) in others {
      guard let name = HTTPField.Name(name) else { continue }
      headers[name] = value
    }
    return headers
  }()

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for header in Self.headers { response.headers[header.name] = header.value }
    return response
  }
}
