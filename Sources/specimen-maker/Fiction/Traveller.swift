/// A fictitious holder of a passport: every entry as printed, and in normal form.
struct Traveller {
  struct Entry {
    var raw: String
    var value: String

    init(_ raw: String, value: String? = nil) {
      self.raw = raw
      self.value = value ?? raw
    }
  }

  var type: String
  var country: String
  var number: String
  /// In 汉字; nil in other states' passports.
  var name: String?
  var surname: String
  var given: String
  var sex: Entry
  var nationality: Entry
  var birth: Entry
  var birthPlace: Entry
  var issued: Entry
  var issuePlace: Entry
  var expires: Entry
  var authority: Entry
  var zone: MachineReadableZone

  static func any(_ random: inout Randomness) -> Traveller {
    random.chance(0.8) ? chinese(&random) : foreign(random.pick(IssuingState.all), &random)
  }

  private static func chinese(_ random: inout Randomness) -> Traveller {
    let sex = random.pick([Sex.male, .female])
    var name = Names.any(sex, "汉", &random)
    while Pinyin.latin(name) == nil { name = Names.any(sex, "汉", &random) }
    let latin = Pinyin.latin(name) ?? ("", "")
    let days = Days.any(&random)
    let number = random.pick([
      "E" + random.digits(8), "E" + random.pick("ABCDEFGHJKLMN") + random.digits(7),
      "G" + random.digits(8),
    ])
    let type = random.chance(0.5) ? "P" : "PO"
    let dates = random.chance(0.5)
    func day(_ date: CalendarDate) -> Entry {
      Entry(dates ? date.bilingual : date.passport, value: date.iso)
    }
    func place() -> Entry {
      let (zh, en) = random.pick(PassportWords.provinces)
      return Entry("\(zh)/\(en)", value: zh)
    }
    let optional =
      random.chance(0.4) ? "" : String((0..<14).map { _ in random.pick(Array("ABCLMNOP")) })
    let authority = random.pick(PassportWords.authorities)
    return Traveller(
      type: type, country: "CHN", number: number, name: name, surname: latin.surname,
      given: latin.given,
      sex: Entry(sex.rawValue + (sex == .male ? "/M" : "/F"), value: sex.rawValue),
      nationality: Entry("中国/CHINESE", value: "中国"), birth: day(days.birth),
      birthPlace: place(), issued: day(days.issued), issuePlace: place(),
      expires: day(days.expires), authority: authority,
      zone: MachineReadableZone(
        type: type, code: "CHN", surname: latin.surname, given: latin.given, number: number,
        nationality: "CHN", birth: days.birth.short, sex: sex == .male ? "M" : "F",
        expiry: days.expires.short, optional: optional))
  }

  private static func foreign(
    _ state: IssuingState, _ random: inout Randomness
  ) -> Traveller {
    let sex = random.pick([Sex.male, .female])
    let letter = sex == .male ? "M" : "F"
    let days = Days.any(&random)
    let number =
      String((0..<random.whole(1...2)).map { _ in random.pick(Array("ABCDEFGHKLMNPRTVXYZ")) })
      + random.digits(random.pick([6, 7, 7]))
    let surname = random.pick(state.surnames)
    let given =
      random.pick(state.given) + (random.chance(0.4) ? " " + random.pick(state.given) : "")
    let optional = random.chance(0.25) ? random.digits(random.whole(6...12)) : ""
    return Traveller(
      type: "P", country: state.code, number: number, name: nil, surname: surname, given: given,
      sex: Entry(letter, value: sex.rawValue), nationality: Entry(state.nationality),
      birth: Entry(days.birth.passport, value: days.birth.iso),
      birthPlace: Entry(random.pick(state.places)),
      issued: Entry(days.issued.passport, value: days.issued.iso),
      issuePlace: Entry(random.pick(state.places)),
      expires: Entry(days.expires.passport, value: days.expires.iso),
      authority: Entry(state.authority),
      zone: MachineReadableZone(
        type: "P", code: state.code, surname: surname, given: given, number: number,
        nationality: state.code, birth: days.birth.short, sex: letter, expiry: days.expires.short,
        optional: optional))
  }

  /// Passports run ten years to the day before, five for children.
  private struct Days {
    var birth: CalendarDate
    var issued: CalendarDate
    var expires: CalendarDate

    static func any(_ random: inout Randomness) -> Days {
      let birth = CalendarDate.any(in: 1945...2015, &random)
      var issued = CalendarDate.any(in: max(2015, birth.year + 1)...2025, &random)
      issued.day = max(2, issued.day)
      var expires = issued.adding(years: issued.year - birth.year < 16 ? 5 : 10)
      expires.day -= 1
      return Days(birth: birth, issued: issued, expires: expires)
    }
  }
}
