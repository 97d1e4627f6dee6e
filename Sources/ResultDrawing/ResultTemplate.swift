package import Cases
package import Foundation
import Yams

/// How one kind of result looks, as `Models/templates/<id>.yaml` says it.
///
/// Every text may hold placeholders: `{name}` is the value of that name, `{name|date}` an ISO date in words,
/// `{name|masked}` an identity number without its birth date.
package struct ResultTemplate: Sendable, Equatable, Codable {
  /// A line of the table of facts. An optional row is left out where a value it names is missing.
  package struct Row: Sendable, Equatable, Codable {
    package var label: String
    package var value: String
    package var optional: Bool?
  }

  /// The same sentence in both languages.
  package struct Bilingual: Sendable, Equatable, Codable {
    package var zh: String
    package var en: String
  }

  /// Where the pointer QR code stands at the foot of the last page.
  package enum PointerPlace: String, Sendable, Codable { case left, right }

  /// Where the seal is put: over the organ's name and the date, as GB/T 9704 asks.
  package enum SealPlace: String, Sendable, Codable { case closing }

  package var id: String
  /// The organ that issues the result; printed red at the head and black over the date.
  package var organ: String
  package var title: Bilingual
  package var addressee: String
  package var paragraphs: [String]
  package var table: [Row]
  package var notes: [String]
  package var seal: SealPlace
  package var pointer: PointerPlace
  /// How anybody can verify the result; small print beside the pointer code.
  package var smallPrint: Bilingual

  enum CodingKeys: String, CodingKey {
    case id, organ, title, addressee, paragraphs, table, notes, seal, pointer
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
      throw .badModel(file.lastPathComponent, String(describing: error))
    }
  }
}
