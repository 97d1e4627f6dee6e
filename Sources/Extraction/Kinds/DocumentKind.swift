/// What `Models/documents/<kind>.yaml` or `Models/forms/<form>.yaml` says of one kind of document.
package struct DocumentKind: Sendable, Equatable, Decodable {
  /// `resident_id_front`, ...; of a form `application_form`.
  package var id: String
  /// Of a form: its name, that of its file.
  package var form: String?
  package var labelZh: String
  package var labelEn: String
  /// Width and height in millimetres, where the kind has one size.
  package var sizeMillimetres: [Double]?
  /// Log-odds that a page is of this kind before anything is read.
  package var prior: Double
  /// Printed phrases that speak for the kind or against it.
  package var phrases: [Phrase]
  /// Printed labels that end a value although they name no field that is read.
  package var stops: [String]
  /// Kinds that may be printed or copied on the same page.
  package var companions: [String]
  /// Printed phrases that are neither labels nor values, such as the English under a label.
  package var captions: [String]
  /// The machine readable zone that such a document has.
  package var zone: Zone?
  package var fields: [FieldDefinition]

  /// A machine readable zone, which is evidence by its look alone.
  package struct Zone: Sendable, Equatable, Decodable {
    package enum Format: String, Sendable, Decodable { case td3 }

    package var format: Format
    /// Log-odds that it adds where it is found.
    package var weight: Double
  }

  /// A printed phrase and the log-odds that it adds.
  package struct Phrase: Sendable, Equatable, Decodable {
    package var text: String
    package var weight: Double
  }

  enum CodingKeys: String, CodingKey {
    case id, form
    case labelZh = "label_zh"
    case labelEn = "label_en"
    case titleZh = "title_zh"
    case titleEn = "title_en"
    case sizeMillimetres = "size_mm"
    case prior, phrases, stops, companions, captions, zone, fields
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let titleZh = try values.decodeIfPresent(String.self, forKey: .titleZh)
    labelZh = try values.decodeIfPresent(String.self, forKey: .labelZh) ?? titleZh ?? ""
    labelEn =
      try values.decodeIfPresent(String.self, forKey: .labelEn)
      ?? values.decodeIfPresent(String.self, forKey: .titleEn) ?? ""
    id = try values.decodeIfPresent(String.self, forKey: .id) ?? ""
    form = try values.decodeIfPresent(String.self, forKey: .form)
    sizeMillimetres = try values.decodeIfPresent([Double].self, forKey: .sizeMillimetres)
    prior = try values.decodeIfPresent(Double.self, forKey: .prior) ?? -4
    phrases =
      try values.decodeIfPresent([Phrase].self, forKey: .phrases)
      ?? titleZh.map { [Phrase(text: $0, weight: 8)] } ?? []
    stops = try values.decodeIfPresent([String].self, forKey: .stops) ?? []
    companions = try values.decodeIfPresent([String].self, forKey: .companions) ?? []
    captions = try values.decodeIfPresent([String].self, forKey: .captions) ?? []
    zone = try values.decodeIfPresent(Zone.self, forKey: .zone)
    fields = try values.decode([FieldDefinition].self, forKey: .fields)
  }
}
