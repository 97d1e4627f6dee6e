import Hummingbird
import ResultCodes

/// `GET /verify`: scan a code, type a locator, or check a PDF. With `?digits=` it leads on to the
/// result, so that the form works without a script.
struct VerifyPageRoute {
  let pages: Pages

  @Sendable func show(_ request: Request, context: HallContext) -> Response {
    guard let typed = request.uri.queryParameters.get("digits") else {
      return pages.response(.verify, .ok, for: request, showing: ())
    }
    let digits = String(typed.filter { $0 != " " && $0 != "+" })
    guard Locator(digits: digits) != nil else { return pages.notFound(for: request) }
    return .redirect(to: "/q/\(digits)", type: .normal)
  }
}
