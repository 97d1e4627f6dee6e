/// What a paper that is no approval is drawn from.
package struct NoticeRule: Sendable, Equatable, Codable {
  /// Name of the template in `Models/templates/`.
  package var template: String
  /// Printed kind, `不予行政许可决定书`.
  package var kindZh: String
  package var kindEn: String
  /// Document number pattern, as `ResultRule.number`; no two papers of a matter share one.
  package var number: String
  /// What the template asks for and no case says: telephone, legal basis, where to turn to.
  package var values: [String: String]?

  package init(
    template: String, kindZh: String, kindEn: String, number: String,
    values: [String: String]? = nil
  ) {
    self.template = template
    self.kindZh = kindZh
    self.kindEn = kindEn
    self.number = number
    self.values = values
  }

  enum CodingKeys: String, CodingKey {
    case template
    case kindZh = "kind_zh"
    case kindEn = "kind_en"
    case number, values
  }
}

/// 容缺受理: which materials may follow, until when, and on whose word.
package struct DeferralRule: Sendable, Equatable, Codable {
  package var notice: NoticeRule
  /// Days from the notice to the last day on which the materials may be handed in.
  package var days: Int
  package var materials: [DeferrableMaterial]
  /// What the application must say for a rule to take it in: that the applicant promises in writing to hand the rest in.
  /// Without it only an officer can.
  package var promise: Condition?

  package init(
    notice: NoticeRule, days: Int, materials: [DeferrableMaterial], promise: Condition? = nil
  ) {
    self.notice = notice
    self.days = days
    self.materials = materials
    self.promise = promise
  }
}

/// A required material that may be handed in later.
package struct DeferrableMaterial: Sendable, Equatable, Codable {
  /// One of the matter's materials.
  package var kind: String
  /// What is to be handed in: original or copy, how many.
  package var requirementZh: String
  package var requirementEn: String

  package init(kind: String, requirementZh: String, requirementEn: String) {
    self.kind = kind
    self.requirementZh = requirementZh
    self.requirementEn = requirementEn
  }

  enum CodingKeys: String, CodingKey {
    case kind
    case requirementZh = "requirement_zh"
    case requirementEn = "requirement_en"
  }
}
