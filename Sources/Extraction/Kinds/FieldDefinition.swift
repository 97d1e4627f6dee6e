/// Where one field stands on a kind of document, and what its value looks like.
package struct FieldDefinition: Sendable, Equatable, Decodable {
  /// Where the value stands, seen from its printed label.
  package enum Position: String, Sendable, Decodable {
    /// Right of the label, in its row, and further lines below that begin at the same left edge.
    case right
    /// Between the label and the next row of labels.
    case cell
    /// In the lines under the label.
    case below
    /// In the lines under the label that begin where it begins: a column of labels and values.
    case under
    /// Right of the label if something stands there, else under it.
    case rightOrBelow = "right_or_below"
    /// Only inside a seal, which is not read.
    case seal
  }

  package var name: String
  package var labelZh: String
  package var labelEn: String
  /// What is printed; spaces and colons do not count.
  package var labels: [String]
  /// What is printed instead where a document has no Chinese labels, in small print and most of the time read badly.
  package var latinLabels: [String]
  /// The field whose label stands over this value, where the two share one.
  package var labelOf: String?
  package var type: FieldType
  /// Right of its label where the kind's file says nothing; in a form in the cell beside it.
  package var position: Position
  /// The most lines that the value may have: one where the kind's file says nothing, three in a form.
  package var lines: Int
  /// Left, top, right, bottom as fractions of the document, where the layout is fixed.
  package var region: [Double]?
  /// Name of the list in `Models/codes/` that holds every value there is.
  package var codes: String?
  /// Name of a list of usual values; others exist.
  package var usual: String?
  /// The field of the same document that states the same fact.
  package var agreesWith: String?
  /// The field that gets the second fact of a printed period.
  package var until: String?
  package var untilLabelZh: String?
  package var untilLabelEn: String?
  /// The spans in years that a period can have.
  package var years: [Int]
  /// Whether a person may be named where an organisation is asked for: the owner of a vehicle.
  package var mayBePerson: Bool
  /// What may be ticked.
  package var options: [String]
  /// The least probability with which a value that was read from a picture is used without a person.
  package var acceptedFrom: Double

  enum CodingKeys: String, CodingKey {
    case name, type, labels, position, lines, region, codes, usual, until, years, options
    case acceptedFrom = "accepted_from"
    case mayBePerson = "may_be_person"
    case latinLabels = "latin_labels"
    case labelZh = "label_zh"
    case labelOf = "label_of"
    case labelEn = "label_en"
    case agreesWith = "agrees_with"
    case untilLabelZh = "until_label_zh"
    case untilLabelEn = "until_label_en"
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    labelZh = try values.decodeIfPresent(String.self, forKey: .labelZh) ?? name
    labelEn = try values.decodeIfPresent(String.self, forKey: .labelEn) ?? name
    let isOfForm = decoder.userInfo[.isForm] as? Bool == true
    labels = try values.decodeIfPresent([String].self, forKey: .labels) ?? []
    latinLabels = try values.decodeIfPresent([String].self, forKey: .latinLabels) ?? []
    labelOf = try values.decodeIfPresent(String.self, forKey: .labelOf)
    let named = try values.decodeIfPresent(String.self, forKey: .type) ?? ""
    type = FieldType(rawValue: named) ?? .text
    position =
      try values.decodeIfPresent(Position.self, forKey: .position)
      ?? (isOfForm ? .cell : .right)
    lines = try values.decodeIfPresent(Int.self, forKey: .lines) ?? (isOfForm ? 3 : 1)
    region = try values.decodeIfPresent([Double].self, forKey: .region)
    codes = try values.decodeIfPresent(String.self, forKey: .codes) ?? type.codes
    usual = try values.decodeIfPresent(String.self, forKey: .usual)
    agreesWith = try values.decodeIfPresent(String.self, forKey: .agreesWith)
    until = try values.decodeIfPresent(String.self, forKey: .until)
    untilLabelZh = try values.decodeIfPresent(String.self, forKey: .untilLabelZh)
    untilLabelEn = try values.decodeIfPresent(String.self, forKey: .untilLabelEn)
    years = try values.decodeIfPresent([Int].self, forKey: .years) ?? []
    mayBePerson = try values.decodeIfPresent(Bool.self, forKey: .mayBePerson) ?? false
    options = try values.decodeIfPresent([String].self, forKey: .options) ?? []
    acceptedFrom =
      try values.decodeIfPresent(Double.self, forKey: .acceptedFrom) ?? type.usuallyAcceptedFrom
  }
}

extension CodingUserInfoKey {
  /// Set while a form is decoded: a form is a table of cells.
  static let isForm = CodingUserInfoKey(rawValue: "isForm")!
}
