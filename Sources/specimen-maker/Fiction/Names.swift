/// Names of fictitious people.
enum Names {
  static func any(_ sex: Sex, _ ethnicity: String, _ random: inout Randomness) -> String {
    switch ethnicity {
    case "维吾尔", "乌孜别克", "塔塔尔":
      let own = random.pick(sex == .male ? NameParts.uyghurMale : NameParts.uyghurFemale)
      return own + "·" + random.pick(NameParts.uyghurMale)
    case "哈萨克", "柯尔克孜", "塔吉克":
      return random.pick(NameParts.kazakh) + "·" + random.pick(NameParts.kazakh)
    case "俄罗斯" where random.chance(0.6):
      return random.pick(NameParts.russian) + "·" + random.pick(NameParts.russian)
    case "藏", "门巴", "珞巴":
      let own = random.pick(NameParts.tibetan)
      return random.chance(0.2) ? random.pick(NameParts.tibetanHouses) + "·" + own : own
    case "蒙古" where random.chance(0.7): return random.pick(NameParts.mongolian)
    default: return han(sex, &random)
    }
  }

  /// About one in six holds a character that few people's names hold.
  private static func han(_ sex: Sex, _ random: inout Randomness) -> String {
    let isRare = random.chance(0.17)
    let rareSurname = isRare && random.chance(0.4)
    let surname =
      rareSurname
      ? String(random.pick(NameParts.rareSurnames))
      : random.chance(0.04)
        ? random.pick(NameParts.twofold) : String(random.pick(NameParts.surnames))
    let common = sex == .male ? NameParts.male : NameParts.female
    var given = (0..<(random.chance(0.78) ? 2 : 1)).map { _ in random.pick(common) }
    if isRare && !rareSurname {
      given[random.whole(0...given.count - 1)] = random.pick(NameParts.rare)
    }
    return surname + String(given)
  }
}
