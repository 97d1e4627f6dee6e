package import Cases
import Foundation
import Hummingbird
import Mustache

/// The pages for people: Mustache templates and one style sheet from `Models/pages/`.
package struct Pages: Sendable {
  private let templates: [Page: MustacheTemplate]
  private let library: MustacheLibrary
  private let style: String

  enum Page: String, CaseIterable {
    case result
    case notFound = "not-found"
    case unavailable
  }

  /// `folder` is the folder `pages` of the models.
  package init(folder: String) async throws(Problem) {
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
    guard let style = try? String(contentsOfFile: "\(folder)/style.css", encoding: .utf8) else {
      throw .badModel("\(folder)/style.css", "ENOENT")
    }
    self.templates = templates
    self.library = library
    self.style = style
  }

  var styleSheet: Response {
    Response(
      status: .ok,
      headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "max-age=3600"],
      body: .init(byteBuffer: ByteBuffer(string: style)))
  }

  func response(_ page: Page, _ status: HTTPResponse.Status, showing values: Any? = nil) -> Response
  {
    let html = templates[page]?.render(values ?? (), library: library) ?? ""
    return Response(
      status: status,
      headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(string: html)))
  }

  /// One answer for everything that is not there, so that it tells nothing.
  var notFound: Response { response(.notFound, .notFound) }
}
