package import Cases
package import Foundation
import Yams

/// How one kind of result looks, as `Models/templates/<id>.yaml` says it.
///
/// Every text may hold placeholders: `{name}` is the value of that name, `{name|date}` an ISO date in words,
/// `{name|masked}` an identity number without its birth date.
package struct ResultTemplate: Sendable, Equatable, Decodable {
  /// The same sentence in both languages.
  package struct Bilingual: Sendable, Equatable, Decodable {
    package var zh: String
    package var en: String
  }

  /// Whether the organ's name stands at the head, red and ruled off (GB/T 9704-2012, chapter 10), or only at the end.
  package enum Head: String, Sendable, Decodable { case red, plain }

  /// Where the pointer QR code stands at the foot of the last page.
  package enum PointerPlace: String, Sendable, Decodable { case left, right }

  package var id: String
  /// The organ that issues the result; over the date, and red at the head.
  package var organ: String
  package var head: Head
  package var face: Face
  package var title: Bilingual
  /// Nil where a result is for whom it may concern.
  package var addressee: String?
  package var body: [Block]
  package var pointer: PointerPlace
  /// How anybody can verify the result; small print beside the pointer code.
  package var smallPrint: Bilingual

  enum CodingKeys: String, CodingKey {
    case id, organ, head, face, title, addressee, body, pointer
    case smallPrint = "small_print"
  }
}

extension ResultTemplate {
  /// Reads `<id>.yaml` in a folder of templates.
  /// - Throws: `bad_model` where the file is missing or does not fit.
  package static func load(_ id: String, from folder: URL) throws(Problem) -> ResultTemplate {
    let file = folder.appending(path: "\(id).yaml")
    do {
      let template = try YAMLDecoder().decode(ResultTemplate.self, from: Data(contentsOf: file))
      guard template.id == id else {
        throw Problem.badModel(file.lastPathComponent, "id: \(template.id)")
      }
      return template
    } catch let problem as Problem {
      throw problem
    } catch {
      throw .badModel(file.lastPathComponent, because: error)
    }
  }
}
