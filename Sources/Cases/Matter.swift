/// One kind of application that the hall decides, as `Models/matters/<id>.yaml` says it: which materials it needs,
/// which form is filled, what is checked, what decides, and which template the result uses.
package struct Matter: Sendable, Equatable, Codable {
  package var id: String
  package var titleZh: String
  package var titleEn: String
  package var materials: [MaterialRule]
  /// Name of the form in `Models/forms/` that is filled.
  package var form: String
  package var checks: [CheckRule]
  package var decision: DecisionRules
  package var result: ResultRule
  /// The paper of an officer's refusal; without it a refused case ends without one.
  package var refusal: NoticeRule?
  /// What may follow; without it nothing may.
  package var deferral: DeferralRule?

  package init(
    id: String, titleZh: String, titleEn: String, materials: [MaterialRule], form: String,
    checks: [CheckRule], decision: DecisionRules, result: ResultRule, refusal: NoticeRule? = nil,
    deferral: DeferralRule? = nil
  ) {
    self.id = id
    self.titleZh = titleZh
    self.titleEn = titleEn
    self.materials = materials
    self.form = form
    self.checks = checks
    self.decision = decision
    self.result = result
    self.refusal = refusal
    self.deferral = deferral
  }

  enum CodingKeys: String, CodingKey {
    case id
    case titleZh = "title_zh"
    case titleEn = "title_en"
    case materials, form, checks, decision, result, refusal, deferral
  }
}

/// One material that a matter needs.
package struct MaterialRule: Sendable, Equatable, Codable {
  /// A kind of document, `resident_id_front`, ...
  package var kind: String
  package var titleZh: String
  package var titleEn: String
  package var required: Bool
  /// The fields without which nothing is decided: each must end as accepted. Of a material that is not required
  /// they count where it is handed in.
  package var needs: [String]
  /// Warnings about its picture with which no rule approves; `suspicious` where nothing is said.
  package var lookWhen: [ReadingWarning.Code]?

  package init(
    kind: String, titleZh: String, titleEn: String, required: Bool, needs: [String],
    lookWhen: [ReadingWarning.Code]? = nil
  ) {
    self.kind = kind
    self.titleZh = titleZh
    self.titleEn = titleEn
    self.required = required
    self.needs = needs
    self.lookWhen = lookWhen
  }

  /// A picture of a screen shows no paper that anybody holds, and what lies on a paper may hide what changes its sense.
  package static let suspicious: [ReadingWarning.Code] = [.reshoot, .occluded]

  enum CodingKeys: String, CodingKey {
    case kind
    case titleZh = "title_zh"
    case titleEn = "title_en"
    case required, needs
    case lookWhen = "look_when"
  }
}

/// How two values are compared.
package enum Comparison: String, Sendable, Codable, CaseIterable {
  /// The same text, spaces and full-width forms aside.
  case same
  /// Names of people and organisations: variants of the middle dot and of brackets aside.
  case sameName = "same_name"
  /// Addresses: layout, full-width digits and dashes aside.
  case sameAddress = "same_address"
  /// Numbers of documents: case of letters aside.
  case sameCode = "same_code"
  /// Days, or `long_term`.
  case date
  /// Quantities, `80` and `80.00 平方米`.
  case number
  /// The reference must hold the rule's `expected` value, whatever the case says.
  case equals
  /// The column must hold the value in some row: a list of all the values there are. It has no `by`.
  case listed
}

/// One comparison of what was read with something else.
package struct CheckRule: Sendable, Equatable, Codable {
  package var id: String
  package var titleZh: String
  package var titleEn: String
  /// What is compared: `kind.field` of the case, `resident_id_front.name`. Under `equals` it is what the record
  /// speaks of, and is not itself compared.
  package var value: String
  /// With what: `kind.field` of the case (the same fact printed twice) or `reference:NAME.column`.
  package var with: String
  /// For a reference: how its row is found, column name to `kind.field`. Not for `listed`.
  package var by: [String: String]?
  /// How the two are compared; `same` where nothing is said.
  package var comparator: Comparison?
  /// For `equals`: the value the reference must hold, `在职` or `参保`.
  package var expected: String?
  /// Whether agreement confirms a field in review (a second printing or a reference record).
  package var confirms: Bool?

  package init(
    id: String, titleZh: String, titleEn: String, value: String, with: String,
    by: [String: String]? = nil, comparator: Comparison? = nil, expected: String? = nil,
    confirms: Bool? = nil
  ) {
    self.id = id
    self.titleZh = titleZh
    self.titleEn = titleEn
    self.value = value
    self.with = with
    self.by = by
    self.comparator = comparator
    self.expected = expected
    self.confirms = confirms
  }

  enum CodingKeys: String, CodingKey {
    case id
    case titleZh = "title_zh"
    case titleEn = "title_en"
    case value, with, by, comparator, expected, confirms
  }
}

/// What a rule may decide by itself. A rule approves, defers or hands over to a person; it never refuses.
package struct DecisionRules: Sendable, Equatable, Codable {
  /// Checks (by id) that must agree for the case to be approved without a person.
  package var approveWhenAgree: [String]
  /// Conditions on single values, `resident_id_front.age >= 50`; all must hold.
  package var approveWhen: [Condition]?

  package init(approveWhenAgree: [String], approveWhen: [Condition]? = nil) {
    self.approveWhenAgree = approveWhenAgree
    self.approveWhen = approveWhen
  }

  enum CodingKeys: String, CodingKey {
    case approveWhenAgree = "approve_when_agree"
    case approveWhen = "approve_when"
  }
}

/// What a condition asks of a value.
package enum ConditionTest: String, Sendable, Codable, CaseIterable {
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case atMost = "<="
  case more = ">"
  case atLeast = ">="
  /// One of the constants, with `|` between them.
  case oneOf = "in"
  case noneOf = "not_in"
  /// The value is a last day of validity, and the day of submission is not after it.
  case validOnSubmission = "valid_on_submission"
  /// The value is a first day of validity, and the day of submission is not before it.
  case begunOnSubmission = "begun_on_submission"
}

/// `value` (a `kind.field`, or `age(kind.field)` in whole years on the day of submission) compared with a constant.
/// A condition on a material that is not required is asked only where the material is handed in.
package struct Condition: Sendable, Equatable, Codable {
  package var value: String
  package var test: ConditionTest
  /// Needed by all tests but the two about the day of submission.
  package var constant: String?
  /// Why a person must look where the condition does not hold.
  package var reasonZh: String
  package var reasonEn: String

  package init(
    value: String, test: ConditionTest, constant: String?, reasonZh: String, reasonEn: String
  ) {
    self.value = value
    self.test = test
    self.constant = constant
    self.reasonZh = reasonZh
    self.reasonEn = reasonEn
  }

  enum CodingKeys: String, CodingKey {
    case value, test, constant
    case reasonZh = "reason_zh"
    case reasonEn = "reason_en"
  }
}

/// The result that an approved case gets.
package struct ResultRule: Sendable, Equatable, Codable {
  /// Name of the template in `Models/templates/`.
  package var template: String
  /// Printed kind of the result, `行政许可决定书`.
  package var kindZh: String
  package var kindEn: String
  /// Document number pattern: `{year}` and `{sequence}` (four digits) are filled in, `云政许字〔{year}〕第{sequence}号`.
  package var number: String
  /// The filled form's field that names the holder.
  package var holder: String
  /// Months that the result stays in force; nil for ever.
  package var validMonths: Int?

  package init(
    template: String, kindZh: String, kindEn: String, number: String, holder: String,
    validMonths: Int?
  ) {
    self.template = template
    self.kindZh = kindZh
    self.kindEn = kindEn
    self.number = number
    self.holder = holder
    self.validMonths = validMonths
  }

  enum CodingKeys: String, CodingKey {
    case template
    case kindZh = "kind_zh"
    case kindEn = "kind_en"
    case number, holder
    case validMonths = "valid_months"
  }
}
