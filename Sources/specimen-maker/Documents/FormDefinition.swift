/// The printed words of the three application forms, in rows of one or two cells.
struct FormDefinition {
  struct Cell {
    var field: String
    var label: String
  }

  var title: String
  var rows: [[Cell]]
  /// A row that the office fills; it stays empty.
  var office: String
  var declaration: String

  init(_ kind: FormKind) {
    switch kind {
    case .medical: self = .medical
    case .publicPlace: self = .publicPlace
    case .heating: self = .heating
    }
  }

  private init(
    _ title: String, _ rows: [[(String, String)]], office: String, declaration: String
  ) {
    self.title = title
    self.rows = rows.map { row in row.map { Cell(field: $0.0, label: $0.1) } }
    self.office = office
    self.declaration = declaration
  }

  private static let medical = FormDefinition(
    "企业退休人员就近变更定点医疗机构申请表",
    [
      [("applicant_name", "申请人姓名"), ("sex", "性别")],
      [("birth_date", "出生日期"), ("phone", "联系电话")],
      [("id_number", "公民身份号码")],
      [("address", "住址")],
      [("current_institution", "现定点医疗机构")],
      [("new_institution", "变更后定点医疗机构")],
    ],
    office: "经办机构意见", declaration: "本人承诺以上填写内容真实、准确，若有虚假，愿承担相应责任。")

  private static let publicPlace = FormDefinition(
    "公共场所卫生许可申请表",
    [
      [("company_name", "单位名称")],
      [("credit_code", "统一社会信用代码")],
      [("legal_representative", "法定代表人（负责人）"), ("phone", "联系电话")],
      [("id_number", "公民身份号码")],
      [("premises_address", "经营场所地址")],
      [("business_item", "许可项目")],
    ],
    office: "受理机关意见", declaration: "本单位承诺所提交的材料真实、合法、有效，并对其真实性负责。")

  private static let heating = FormDefinition(
    "住宅清洁能源分户自采暖补贴申请表",
    [
      [("applicant_name", "申请人姓名"), ("phone", "联系电话")],
      [("id_number", "公民身份号码")],
      [("address", "住址")],
      [("heating_type", "采暖方式"), ("heated_area", "采暖面积")],
      [("bank_account", "银行账号")],
    ],
    office: "街道（镇）审核意见", declaration: "本人承诺所填内容属实，同意对用能情况进行核查，若有虚报，退回全部补贴资金。")
}
