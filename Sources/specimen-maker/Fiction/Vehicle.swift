/// A fictitious vehicle and what its licence says.
struct Vehicle {
  var plate: String
  var type: String
  var owner: String
  var address: String
  var use: String
  var model: String
  /// ISO 3779; nine in ten have the check digit of 49 CFR 565.
  var number: String
  var engine: String
  var registered: CalendarDate
  var issued: CalendarDate
  var police: String

  static func any(_ random: inout Randomness) -> Vehicle {
    let division = Division.any(for: 2000, &random)
    let (type, uses) = random.pick(VehicleWords.types)
    let registered = CalendarDate.any(in: 2008...2025, &random)
    let owner =
      random.chance(0.3)
      ? CompanyWords.name(.company, division, &random)
      : Names.any(random.pick([.male, .female]), Ethnicity.any(&random), &random)
    return Vehicle(
      plate: plate(in: division, &random), type: type, owner: owner,
      address: Address.home(in: division, &random), use: random.pick(uses), model: model(&random),
      number: number(&random), engine: engine(&random), registered: registered,
      issued: random.chance(0.6)
        ? registered : .any(in: min(2025, registered.year + 1)...2025, &random),
      police: Driver.trafficPolice(division.police))
  }

  /// GA 36: five characters after the letter, six on new-energy plates.
  private static func plate(in division: Division, _ random: inout Randomness) -> String {
    let province = VehicleWords.provinces[String(division.code.prefix(2))] ?? "京"
    let letter = random.pick(Array("ABCDEFGHJKLMNPQRSTUVWXYZ"))
    let electric = random.chance(0.2)
    let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
    if electric {
      let small = random.chance(0.8)
      let mark = String(random.pick(Array("DFABCEGHJK")))
      return province + String(letter) + (small ? mark + random.digits(5) : random.digits(5) + mark)
    }
    var serial = Array(random.digits(5))
    for _ in 0..<random.whole(0...2) { serial[random.whole(0...4)] = random.pick(alphabet) }
    return province + String(letter) + String(serial)
  }

  private static func number(_ random: inout Randomness) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPRSTUVWXYZ")
    func some(_ count: Int) -> String { String((0..<count).map { _ in random.pick(alphabet) }) }
    let maker = random.pick([
      "LSV", "LFV", "LGB", "LVS", "LHG", "LBE", "LZW", "LDC", "LNB", "LB3", "LC0", "L6T",
    ])
    let (head, year, plant) = (maker + some(5), random.pick(Array("89ABCDEFGHJKLMNPRS")), some(1))
    let tail = String(year) + plant + random.digits(6)
    let digit =
      random.chance(0.9) ? CheckCharacters.vehicle(head + "0" + tail) : random.digits(1)
    return head + digit + tail
  }

  private static func engine(_ random: inout Randomness) -> String {
    var characters = Array(random.digits(random.whole(6...9)))
    for _ in 0..<random.whole(0...3) {
      characters[random.whole(0...characters.count - 1)] = random.pick(
        Array("ABCDEFGHJKLMNPRSTUVWXYZ"))
    }
    return String(characters)
  }

  private static func model(_ random: inout Randomness) -> String {
    let letters = (0..<random.whole(2...3)).map { _ in
      random.pick(Array("ABCDEFGHJKLMNPQRSTUVWXYZ"))
    }
    let tail = (0..<random.whole(1...4)).map { _ in
      random.pick(Array("ABCDEFGHJKLMNPRSTUVWXYZ0123456789"))
    }
    return random.pick(VehicleWords.brands) + "牌" + String(letters) + random.digits(4)
      + String(tail)
  }
}
