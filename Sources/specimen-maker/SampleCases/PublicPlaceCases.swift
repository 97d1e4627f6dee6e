extension SampleCase {
  /// 公共场所卫生许可
  static func publicPlaceCases() throws -> [SampleCase] {
    [
      try publicPlace(
        "04-public-place-approved", Cast.hotel, Cast.hotelOwner, item: "宾馆", face: .notoSans,
        titleZh: "公共场所卫生许可：公司营业执照副本", titleEn: "Health licence of a hotel, a company",
        original: false, .approved),
      try publicPlace(
        "05-public-place-individual-approved", Cast.barberShop, Cast.barber, item: "理发店",
        face: .microHei, titleZh: "公共场所卫生许可：个体工商户营业执照正本",
        titleEn: "Health licence of a barber's shop, an individual business", original: true,
        .approved),
      try publicPlace(
        "06-public-place-representative-differs", Cast.swimmingHall, Cast.formerOwner, item: "游泳馆",
        face: .zenHei, titleZh: "公共场所卫生许可：法定代表人与登记不一致",
        titleEn:
          "Health licence of a swimming hall, the register names another legal representative",
        original: false, .differs),
    ]
  }

  private static func publicPlace(
    _ folder: String, _ company: Company, _ owner: Person, item: String, face: Typeface,
    titleZh: String, titleEn: String, original: Bool, _ outcome: Outcome
  ) throws -> SampleCase {
    var studio = Studio(folder, face: face)
    let front = studio.cards(owner).front
    return SampleCase(
      folder: folder, matter: .publicPlace, titleZh: titleZh, titleEn: titleEn, outcome: outcome,
      files: [
        try studio.licence(company, name: "licence.jpg", original: original),
        try studio.flatbed(front, name: "id-front.jpg"),
        try studio.digital(.publicPlace(company, owner, item: item, on: Cast.day)),
      ])
  }
}
