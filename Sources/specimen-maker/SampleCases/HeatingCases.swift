import Cases

extension SampleCase {
  /// 住宅清洁能源分户自采暖补贴
  static func heatingCases() throws -> [SampleCase] {
    [try plainHeating(), try tiffHeating(), try smearedHeating(), try paidHeating()]
  }

  private static func plainHeating() throws -> SampleCase {
    var studio = Studio("07", face: .notoSans, numberFace: .notoMono)
    let cards = studio.cards(Cast.household)
    return SampleCase(
      folder: "07-heating-approved", matter: .heating,
      titleZh: "自采暖补贴：身份证正反面扫描件，电子表格",
      titleEn: "Heating subsidy, card scanned on a flatbed, form born digital", outcome: .approved,
      files: [
        try studio.flatbed(cards.front, name: "id-front.jpg"),
        try studio.flatbed(cards.back, name: "id-back.jpg", dark: true),
        try studio.digital(application(Cast.household)),
      ])
  }

  private static func tiffHeating() throws -> SampleCase {
    var studio = Studio("08", face: .microHei)
    let cards = studio.cards(Cast.tiffHousehold)
    var scans: [Scan] = []
    for card in [cards.front, cards.back] as [any Drawing] {
      var bed = studio.bed()
      // TIFF is kept without loss: less grain, and 200 dpi, keep the file small.
      (bed.dotsPerInch, bed.grain) = (200, 0.9)
      let scan = try bed.scan(card, &studio.random)
      scans.append(Scan(picture: try scan.picture.grey(), sheet: scan.sheet))
    }
    return SampleCase(
      folder: "08-heating-tiff-approved", matter: .heating,
      titleZh: "自采暖补贴：身份证正反面为一个两页 TIFF",
      titleEn: "Heating subsidy, both sides of the card in one TIFF of two pages",
      outcome: .approved,
      files: [
        try .tiff(scans, .pair, .flatbed, name: "id-card.tif"),
        try studio.digital(application(Cast.tiffHousehold)),
      ])
  }

  private static func smearedHeating() throws -> SampleCase {
    var studio = Studio("09", face: .notoSans)
    let cards = studio.cards(Cast.smeared)
    let front = try studio.flatbed(cards.front, name: "id-front.jpg") { sheet in
      Smear.draw(across: Box(left: 27, top: 43.2, right: 79, bottom: 49.4), on: sheet.canvas)
      sheet.noteUnscored("id_number")
    }
    return SampleCase(
      folder: "09-heating-unreadable", matter: .heating,
      titleZh: "自采暖补贴：身份证号码被污渍遮挡，无法辨认",
      titleEn: "Heating subsidy, the ID number is under a smear and cannot be read",
      outcome: .unreadable,
      files: [
        front, try studio.flatbed(cards.back, name: "id-back.jpg"),
        try studio.digital(application(Cast.smeared)),
      ])
  }

  private static func paidHeating() throws -> SampleCase {
    var studio = Studio("10", face: .microHei)
    let cards = studio.cards(Cast.alreadyPaid)
    return SampleCase(
      folder: "10-heating-already-paid", matter: .heating,
      titleZh: "自采暖补贴：本采暖季已经领取",
      titleEn: "Heating subsidy, already paid for this season", outcome: .differs,
      files: [
        try studio.flatbed(cards.front, name: "id-front.jpg"),
        try studio.flatbed(cards.back, name: "id-back.jpg"),
        try studio.digital(application(Cast.alreadyPaid)),
      ])
  }

  private static func application(_ person: Person) -> Application {
    var random = Randomness(seed: 2026, person.idNumber)
    return .heating(
      person, type: heatingType(person), area: ApplicationWords.area(&random),
      account: ApplicationWords.account(&random), on: Cast.day)
  }

  /// As the register of households has it.
  static func heatingType(_ person: Person) -> String {
    person.sex == .female ? "空气源热泵" : "燃气壁挂炉"
  }
}

extension SampleCase {
  static func all() throws -> [SampleCase] {
    try medicalCases() + publicPlaceCases() + heatingCases()
  }
}
