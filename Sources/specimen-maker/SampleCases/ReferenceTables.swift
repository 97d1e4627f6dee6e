import Cases
import Foundation

/// The registers that the sample cases are compared with, as CSV.
enum ReferenceTables {
  /// Rows beside those of the cases.
  private static let others = 24

  static func write(to folder: URL) throws(Problem) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, rows) in [
        ("retirees", retirees()), ("enterprises", enterprises()), ("households", households()),
        ("institutions", institutions()),
      ] {
        let text = rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
        try Data(text.utf8).write(to: folder.appendingPathComponent("\(name).csv"))
      }
    } catch {
      throw .unwritable(folder.path, error.localizedDescription)
    }
  }

  private static func retirees() -> [[String]] {
    var random = Randomness(seed: 2026, "retirees")
    let header = ["id_number", "name", "status", "insured_district", "current_institution"]
    let cases = [
      (Cast.retiree, "退休"), (Cast.pairRetiree, "退休"), (Cast.stillWorking, "在职"),
    ].map { person, status in
      [person.idNumber, person.name, status, district(person), MedicalChoice.current]
    }
    let rest = (0..<others).map { _ in
      let person = Person.any(ages: 1948...1980, &random)
      let status = person.birth.year <= 1962 ? "退休" : "在职"
      return [
        person.idNumber, person.name, status, district(person),
        random.pick(ApplicationWords.institutions),
      ]
    }
    return [header] + shuffled(cases + rest, &random)
  }

  private static func institutions() -> [[String]] {
    var random = Randomness(seed: 2026, "institutions")
    let own = MedicalChoice.all.map { [$0, "北京市海淀区"] }
    let known = ApplicationWords.institutions.map { [$0, random.pick(Division.all).place] }
    let centres = Address.streets.map {
      ["\($0)第二社区卫生服务站", random.pick(Division.all).place]
    }
    let rows = (own + known + centres).map { row in
      row + [row[0].contains("社区") || row[0].contains("卫生院") ? "一级" : "三级"]
    }
    return [["name", "district", "level"]] + shuffled(rows, &random)
  }

  private static func enterprises() -> [[String]] {
    var random = Randomness(seed: 2026, "enterprises")
    let header = ["credit_code", "name", "legal_representative", "status", "address"]
    let cases = [
      (Cast.hotel, Cast.hotel.representative), (Cast.barberShop, Cast.barberShop.representative),
      (Cast.swimmingHall, Cast.newOwner),
    ].map { company, owner in
      [company.creditCode, company.name, owner, "存续", company.address]
    }
    let rest = (0..<others).map { _ in
      let company = Company.any(random.chance(0.7) ? .company : .individual, &random)
      let status = random.pick(["存续", "存续", "存续", "注销", "吊销"])
      return [
        company.creditCode, company.name, company.representative, status, company.address,
      ]
    }
    return [header] + shuffled(cases + rest, &random)
  }

  private static func households() -> [[String]] {
    var random = Randomness(seed: 2026, "households")
    let header = ["id_number", "name", "address", "heating_type", "paid_this_season"]
    let cases = [
      (Cast.household, "否"), (Cast.tiffHousehold, "否"), (Cast.smeared, "否"),
      (Cast.alreadyPaid, "是"),
    ].map { person, paid in
      [person.idNumber, person.name, person.address, SampleCase.heatingType(person), paid]
    }
    let rest = (0..<others).map { _ in
      let person = Person.any(&random)
      return [
        person.idNumber, person.name, person.address, random.pick(ApplicationWords.heatingTypes),
        random.pick(["是", "否", "否"]),
      ]
    }
    return [header] + shuffled(cases + rest, &random)
  }

  private static func district(_ person: Person) -> String {
    let division = (Division.all + DivisionTable.plain + DivisionTable.rare).first {
      person.address.hasPrefix($0.place)
    }
    return division?.place ?? ""
  }

  private static func shuffled(_ rows: [[String]], _ random: inout Randomness) -> [[String]] {
    rows.shuffled(using: &random)
  }

  /// RFC 4180.
  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
