package import Cases
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Mustache

/// The pages for people: Mustache templates from `Models/pages/`, and what they load.
package struct Pages: Sendable {
  private let templates: [Page: MustacheTemplate]
  private let library: MustacheLibrary
  private let assets: PageAssets
  private let publicAddress: String

  enum Page: String, CaseIterable {
    case result, message, verify
  }

  /// `folder` is the folder `pages` of the models; `publicAddress` the official address that pages
  /// print.
  package init(
    folder: String, publicAddress: String = "http://127.0.0.1:8080"
  ) async throws(Problem) {
    let library: MustacheLibrary
    do {
      library = try await MustacheLibrary(directory: folder)
    } catch {
      throw .badModel(folder, "\(error)")
    }
    var templates: [Page: MustacheTemplate] = [:]
    for page in Page.allCases {
      guard let template = library.getTemplate(named: page.rawValue) else {
        throw .badModel("\(folder)/\(page.rawValue).mustache", "ENOENT")
      }
      templates[page] = template
    }
    self.templates = templates
    self.library = library
    self.assets = try PageAssets(folder: folder)
    self.publicAddress = publicAddress
  }

  @Sendable func asset(_ request: Request, context: HallContext) -> Response {
    assets.response(context.parameters.get("name") ?? "") ?? notFound(for: request)
  }

  func response(
    _ page: Page, _ status: HTTPResponse.Status, for request: Request, showing values: Any
  ) -> Response {
    let language = PageLanguage(request)
    let shown: [String: Any] = [
      "page": values, "language": language.rawValue, "english": language == .english,
      "version": assets.version, "scripts": assets.scripts(of: page),
      "publicAddress": publicAddress,
    ]
    let html = templates[page]?.render(shown, library: library) ?? ""
    return Response(
      status: status,
      headers: [
        .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
        .vary: "Accept-Language",
      ],
      body: .init(byteBuffer: ByteBuffer(string: html)))
  }

  /// One answer for everything that is not there, so that it tells nothing.
  func notFound(for request: Request) -> Response {
    response(.message, .notFound, for: request, showing: Message.notFound)
  }
}
