enum Sex: String {
  case male = "男"
  case female = "女"
}

/// A fictitious holder of an ID card.
struct Person {
  var name: String
  var sex: Sex
  /// As the card prints it: 汉, 维吾尔.
  var ethnicity: String
  var birth: CalendarDate
  var address: String
  var idNumber: String
  var issuingAuthority: String
  var validFrom: CalendarDate
  /// nil is 长期.
  var validUntil: CalendarDate?
  var phone: String

  /// Completes what one must not make up by hand: number, authority, validity.
  init(
    _ name: String, _ sex: Sex, _ ethnicity: String, born birth: CalendarDate, address: String,
    in division: Division, _ random: inout Randomness
  ) {
    self.name = name
    self.sex = sex
    self.ethnicity = ethnicity
    self.birth = birth
    self.address = address
    let order = random.whole(1...199) * 2 + (sex == .male ? 1 : 0)
    let sequence = String(String(1000 + order).suffix(3))
    let body = division.code + birth.compact + sequence
    idNumber = body + CheckCharacters.idNumber(body)
    issuingAuthority = division.police
    (validFrom, validUntil) = Self.validity(born: birth, &random)
    phone =
      random.pick(["135", "138", "139", "150", "159", "177", "186", "188"]) + random.digits(8)
  }

  static func any(ages years: ClosedRange<Int> = 1948...2005, _ random: inout Randomness) -> Person
  {
    let sex = random.pick([Sex.male, .female])
    let birth = CalendarDate.any(in: years, &random)
    let division = Division.any(for: birth.year, &random)
    let ethnicity = Ethnicity.any(&random)
    let name = Names.any(sex, ethnicity, &random)
    let address = Address.home(in: division, &random)
    return Person(name, sex, ethnicity, born: birth, address: address, in: division, &random)
  }

  /// Cards run 10 years to the age of 25, 20 years to 45, and without end from 46 on
  /// (居民身份证法 第5条).
  private static func validity(
    born: CalendarDate, _ random: inout Randomness
  ) -> (CalendarDate, CalendarDate?) {
    let from = CalendarDate.any(in: max(2018, born.year + 16)...2025, &random)
    let age = from.year - born.year
    return (from, age >= 47 ? nil : from.adding(years: age <= 25 ? 10 : 20))
  }
}
