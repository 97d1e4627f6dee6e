/// A fictitious holder of a driving licence.
struct Driver {
  var person: Person
  var nationality: String
  var classes: String
  var firstIssued: CalendarDate
  var validFrom: CalendarDate
  /// nil is 长期.
  var validUntil: CalendarDate?
  var police: String

  /// First six years, then ten, then without end (公安部令第162号, 第五十九条).
  static func any(_ random: inout Randomness) -> Driver {
    let person = Person.any(ages: 1955...2003, &random)
    let first = CalendarDate.any(in: max(1990, person.birth.year + 18)...2024, &random)
    let periods = (2026 - first.year) / 6
    let from = periods == 0 ? first : first.adding(years: min(periods, random.pick([1, 2])) * 6)
    let step = from.year - first.year
    let until: CalendarDate? =
      step >= 12 && random.chance(0.6) ? nil : from.adding(years: step == 0 ? 6 : 10)
    return Driver(
      person: person, nationality: "中国", classes: random.pick(classes), firstIssued: first,
      validFrom: from, validUntil: until,
      police: trafficPolice(person.issuingAuthority))
  }

  private static let classes = [
    "C1", "C1", "C1", "C1", "C2", "C2", "C1E", "C1D", "B2", "B2", "A2", "A1A2", "A1", "A3", "B1",
    "B1B2",
    "A2D", "C3", "C5", "C6", "A1D", "B2E", "D", "E", "C2D", "M",
  ]

  /// The traffic police of the city that issued the card.
  static func trafficPolice(_ police: String) -> String {
    let place = police.prefix { $0 != "公" }
    return "\(place)公安局交通警察支队"
  }
}
