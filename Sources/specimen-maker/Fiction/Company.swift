/// A fictitious holder of a business licence.
struct Company {
  enum Kind: CaseIterable { case company, individual, partnership, branch, proprietorship }

  var kind: Kind
  var name: String
  var creditCode: String
  var type: String
  var representative: String
  /// Companies only.
  var capital: String?
  var established: CalendarDate
  /// Companies only; nil is 长期.
  var termUntil: CalendarDate?
  var address: String
  var scope: String
  var authority: String
  var issued: CalendarDate

  init(
    _ kind: Kind, _ name: String, representative: String, address: String, in division: Division,
    scope: String, _ random: inout Randomness
  ) {
    self.kind = kind
    self.name = name
    self.representative = representative
    self.address = address
    self.scope = scope
    creditCode = Self.creditCode(kind, division, &random)
    authority = division.market
    established = .any(in: max(2003, division.since)...2023, &random)
    issued = .any(in: 2024...2025, &random)
    switch kind {
    case .company:
      type = name.contains("股份") ? "股份有限公司（非上市）" : random.pick(Self.limited)
      capital = random.pick(Self.capitals)
      termUntil = random.chance(0.4) ? nil : established.adding(years: random.pick([20, 30, 50]))
    case .individual:
      type = "个体工商户"
    case .partnership, .branch, .proprietorship:
      type = random.pick(CompanyWords.types(kind, name))
      termUntil = random.chance(0.5) ? nil : established.adding(years: 20)
    }
  }

  static func any(_ kind: Kind, _ random: inout Randomness) -> Company {
    let division = Division.any(for: 2000, &random)
    let representative = Names.any(
      random.pick([.male, .female]), random.chance(0.9) ? "汉" : random.pick(Ethnicity.all), &random)
    var company = Company(
      kind, CompanyWords.name(kind, division, &random), representative: representative,
      address: Address.premises(in: division, &random), in: division,
      scope: BusinessScope.any(&random), &random)
    company.type = random.pick(CompanyWords.types(kind, company.name))
    if kind == .company { company.capital = Capital.any(&random) }
    company.issued = .any(in: company.established.year + 1...2025, &random)
    return company
  }

  private static let limited = [
    "有限责任公司", "有限责任公司（自然人独资）", "有限责任公司(自然人投资或控股)", "其他有限责任公司",
  ]
  private static let capitals = [
    "壹拾万元整", "叁拾万元整", "伍拾万元整", "捌拾万圆整", "壹佰万元整", "贰佰万元整", "伍佰万元整", "陆佰捌拾万元整",
    "壹仟万元整", "壹仟贰佰万圆整", "叁仟万元整", "100万元人民币", "500万元人民币",
  ]

  /// GB 32100: department 9, category 1 (enterprise) or 2 (individual business), division,
  /// organisation code, check character.
  private static func creditCode(
    _ kind: Kind, _ division: Division, _ random: inout Randomness
  ) -> String {
    let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    let organisation = "MA" + (0..<6).map { _ in random.pick(alphabet) }.joined()
    let body =
      (kind == .individual ? "92" : "91") + division.code + organisation
      + CheckCharacters.organisationCode(organisation)
    return body + CheckCharacters.creditCode(body)
  }
}
