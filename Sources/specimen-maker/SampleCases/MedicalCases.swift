extension SampleCase {
  /// 企业退休人员就近变更定点医疗机构
  static func medicalCases() throws -> [SampleCase] {
    [try digitalMedical(), try copiedMedical(), try workingMedical()]
  }

  private static func digitalMedical() throws -> SampleCase {
    var studio = Studio("01", face: .microHei)
    let cards = studio.cards(Cast.retiree)
    return SampleCase(
      folder: "01-medical-approved", matter: .medical,
      titleZh: "变更定点医疗机构：身份证正反面扫描件，电子表格",
      titleEn: "Change of medical institution, card scanned on a flatbed, form born digital",
      outcome: .approved,
      files: [
        try studio.flatbed(cards.front, name: "id-front.jpg"),
        try studio.flatbed(cards.back, name: "id-back.jpg"),
        try studio.digital(application(Cast.retiree)),
      ])
  }

  private static func copiedMedical() throws -> SampleCase {
    var studio = Studio("02", face: .notoSans)
    return SampleCase(
      folder: "02-medical-copier-approved", matter: .medical,
      titleZh: "变更定点医疗机构：身份证复印在一页，表格为扫描件",
      titleEn:
        "Change of medical institution, both sides of the card on a copier page, form scanned",
      outcome: .approved,
      files: [
        try studio.pair(Cast.pairRetiree, name: "id-both-sides.jpg"),
        try studio.imageOnly(application(Cast.pairRetiree)),
      ])
  }

  private static func workingMedical() throws -> SampleCase {
    var studio = Studio("03", face: .zenHei)
    let cards = studio.cards(Cast.stillWorking)
    return SampleCase(
      folder: "03-medical-not-retired", matter: .medical,
      titleZh: "变更定点医疗机构：名册记载为在职，与申请不符",
      titleEn: "Change of medical institution, the register says the applicant is still working",
      outcome: .differs,
      files: [
        try studio.flatbed(cards.front, name: "id-front.jpg", dark: true),
        try studio.flatbed(cards.back, name: "id-back.jpg"),
        try studio.digital(application(Cast.stillWorking)),
      ])
  }

  private static func application(_ person: Person) -> Application {
    .medical(person, from: MedicalChoice.current, to: MedicalChoice.new, on: Cast.day)
  }
}

/// From where to where the applicants of the sample cases change.
enum MedicalChoice {
  static let current = "市第三人民医院东院区"
  static let new = "滨河路社区卫生服务中心"
  static let all = [current, new]
}
