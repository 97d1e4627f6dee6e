import Cases
import Foundation
import Yams

/// The part of a form's file that filling needs.
struct FormFile: Decodable {
  struct Entry: Decodable {
    var name: String
    var labelZh: String
    var labelEn: String
    /// The form itself where nothing is said.
    var from: [String]?

    enum CodingKeys: String, CodingKey {
      case name
      case labelZh = "label_zh"
      case labelEn = "label_en"
      case from
    }
  }

  var titleZh: String
  var titleEn: String
  var fields: [Entry]

  enum CodingKeys: String, CodingKey {
    case titleZh = "title_zh"
    case titleEn = "title_en"
    case fields
  }

  /// - Throws: `Problem.badModel`.
  static func definition(at url: URL) throws -> FormDefinition {
    let name = url.lastPathComponent
    let file: FormFile
    do {
      file = try YAMLDecoder().decode(FormFile.self, from: Data(contentsOf: url))
    } catch {
      throw Problem.badModel(name, because: error)
    }
    let fields = file.fields.map(\.name)
    guard Set(fields).count == fields.count else {
      throw Problem.badModel(name, "a field is listed twice")
    }
    return FormDefinition(
      id: url.deletingPathExtension().lastPathComponent, titleZh: file.titleZh,
      titleEn: file.titleEn,
      entries: file.fields.map {
        .init(
          field: $0.name, labelZh: $0.labelZh, labelEn: $0.labelEn,
          from: $0.from ?? ["application_form.\($0.name)"])
      })
  }
}
