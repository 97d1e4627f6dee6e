/// Something about a picture that a person should know; one vocabulary for all kinds.
package struct ReadingWarning: Sendable, Equatable, Codable {
  package enum Code: String, Sendable, Codable {
    case copy, reshoot, glare, blur, dark
    case borderCut = "border_cut"
    case occluded
    case lowResolution = "low_resolution"
    case rotated
    case wrongSide = "wrong_side"
    case expired
    case notADocument = "not_a_document"
  }

  package var code: Code
  /// How strong, 0 to 1.
  package var score: Double
  /// From 1, where the warning is about a page.
  package var page: Int?

  package init(code: Code, score: Double, page: Int? = nil) {
    self.code = code
    self.score = score
    self.page = page
  }
}

/// One document on one page, read.
package struct DocumentReading: Sendable, Equatable, Codable {
  /// The kind's name, `resident_id_front`, ...
  package var kind: String
  package var kindProbability: Double
  /// Of an application form: which one.
  package var form: String?
  /// From 1.
  package var page: Int
  package var polygon: Polygon?
  package var fields: [String: Field]
  /// Of a passport: what its machine readable zone says, by the names of the fields that say the same; never mixed
  /// with what is printed above it.
  package var mrz: [String: Field]?
  package var warnings: [ReadingWarning]

  package init(
    kind: String, kindProbability: Double, form: String? = nil, page: Int, polygon: Polygon? = nil,
    fields: [String: Field], mrz: [String: Field]? = nil, warnings: [ReadingWarning] = []
  ) {
    self.kind = kind
    self.kindProbability = kindProbability
    self.form = form
    self.page = page
    self.polygon = polygon
    self.fields = fields
    self.mrz = mrz
    self.warnings = warnings
  }

  enum CodingKeys: String, CodingKey {
    case kind
    case kindProbability = "kind_probability"
    case form, page, polygon, fields, mrz, warnings
  }
}

/// The size of one submitted page, in the unit that its polygons use.
package struct PageSize: Sendable, Equatable, Codable {
  package enum Unit: String, Sendable, Codable {
    case pixel = "px"
    case point = "pt"
  }

  /// From 1.
  package var page: Int
  /// `[width, height]`.
  package var size: [Double]
  package var unit: Unit

  package init(page: Int, width: Double, height: Double, unit: Unit) {
    self.page = page
    size = [width, height]
    self.unit = unit
  }
}

/// Everything that was read in one file: a line of `kanhe extract --format json`.
package struct FileReading: Sendable, Equatable, Codable {
  package var file: String
  /// Of the submitted bytes, lower-case hexadecimal; nil where not even these could be had.
  package var sha256: String?
  package var pages: Int
  package var pageSizes: [PageSize]
  package var documents: [DocumentReading]
  package var warnings: [ReadingWarning]
  /// Of a stack that is to be divided: what is seen on each of its pages.
  package var pageMarks: [PageMarks]?
  /// Of a part of a stack: which pages of the file it is made of, from 1. The file's other pages are in other cases.
  package var partPages: [Int]?
  /// Of a PDF that holds any: what it would have a viewer do. None of it was run.
  package var activeContent: [ActiveContent]?
  /// Of a PDF that bears signatures or seals: what these say of the bytes as they were handed in. Judged before the file was
  /// opened in any other way.
  package var verification: Verdict?
  package var engine: EngineDescription?
  package var milliseconds: Int
  package var error: Problem?

  package init(
    file: String, sha256: String? = nil, pages: Int = 0, pageSizes: [PageSize] = [],
    documents: [DocumentReading] = [], warnings: [ReadingWarning] = [],
    engine: EngineDescription? = nil, milliseconds: Int = 0, error: Problem? = nil
  ) {
    self.file = file
    self.sha256 = sha256
    self.pages = pages
    self.pageSizes = pageSizes
    self.documents = documents
    self.warnings = warnings
    self.engine = engine
    self.milliseconds = milliseconds
    self.error = error
  }

  enum CodingKeys: String, CodingKey {
    case file, sha256, pages
    case pageSizes = "page_sizes"
    case documents, warnings
    case pageMarks = "page_marks"
    case partPages = "part_pages"
    case activeContent = "active_content"
    case verification, engine, milliseconds, error
  }
}

/// Which programs and models read a file, so that a reading can be repeated.
package struct EngineDescription: Sendable, Equatable, Codable {
  package var kanhe: String
  package var tesseract: String
  /// Model name to the SHA-256 of the file that was loaded.
  package var models: [String: String]

  package init(kanhe: String, tesseract: String, models: [String: String]) {
    self.kanhe = kanhe
    self.tesseract = tesseract
    self.models = models
  }
}
