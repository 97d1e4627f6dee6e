import Cases
import Foundation

/// The package's root, from the place of this file.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

let submission = CalendarDay(year: 2026, month: 3, day: 12)!
let moment = Date(timeIntervalSince1970: 1_773_280_800)

func read(_ value: String, _ state: FieldState, _ source: FieldSource = .ocr) -> Field {
  Field(raw: value, value: value, state: state, probability: 0.8, source: source, page: 1)
}

func document(_ kind: String, form: String? = nil, _ fields: [String: Field]) -> DocumentReading {
  DocumentReading(kind: kind, kindProbability: 1, form: form, page: 1, fields: fields)
}

func file(_ documents: DocumentReading..., error: Problem? = nil) -> FileReading {
  FileReading(file: "a.jpg", documents: documents, error: error)
}

/// Rows in memory: an honest reference source for tests of what is compared, not of how it is stored.
struct Rows: ReferenceSource {
  var tables: [String: [[String: String]]]

  func has(_ reference: String) -> Bool { tables[reference] != nil }

  func rows(in reference: String, where columns: [String: String]) -> [[String: String]] {
    (tables[reference] ?? []).filter { row in columns.allSatisfy { row[$0.key] == $0.value } }
  }
}

/// A retiree's application as it comes from reading: the name is uncertain, the number has its check digit, the form
/// has a text layer.
enum Retiree {
  static let number = "110108195203120028"

  static func front(name: String = "张桂兰", state: FieldState = .review, number: String = number)
    -> DocumentReading
  {
    document(
      "resident_id_front", ["name": read(name, state), "id_number": read(number, .accepted)])
  }

  static func back(until: String) -> DocumentReading {
    document("resident_id_back", ["valid_until": read(until, .accepted)])
  }

  static func form(
    name: String = "张桂兰", number: String = number, state: FieldState = .accepted,
    source: FieldSource = .textLayer
  ) -> DocumentReading {
    document(
      "application_form", form: "medical_institution_change",
      [
        "applicant_name": read(name, state, source), "id_number": read(number, state, source),
        "current_institution": read("云溪区中医医院", state, source),
        "new_institution": read("云溪区人民医院", state, source),
      ])
  }

  static func register(name: String = "张桂兰", status: String = "退休") -> Rows {
    Rows(tables: [
      "retirees": [
        [
          "id_number": number, "name": name, "status": status,
          "current_institution": "云溪区中医医院",
        ]
      ]
    ])
  }
}
