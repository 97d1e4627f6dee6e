/// Places and offices that Chinese passports name.
enum PassportWords {
  static let provinces = [
    ("北京", "BEIJING"), ("天津", "TIANJIN"), ("河北", "HEBEI"), ("山西", "SHANXI"),
    ("内蒙古", "NEI MONGOL"), ("辽宁", "LIAONING"), ("吉林", "JILIN"), ("黑龙江", "HEILONGJIANG"),
    ("上海", "SHANGHAI"), ("江苏", "JIANGSU"), ("浙江", "ZHEJIANG"), ("安徽", "ANHUI"),
    ("福建", "FUJIAN"), ("江西", "JIANGXI"), ("山东", "SHANDONG"), ("河南", "HENAN"),
    ("湖北", "HUBEI"), ("湖南", "HUNAN"), ("广东", "GUANGDONG"), ("广西", "GUANGXI"),
    ("海南", "HAINAN"), ("重庆", "CHONGQING"), ("四川", "SICHUAN"), ("贵州", "GUIZHOU"),
    ("云南", "YUNNAN"), ("西藏", "XIZANG"), ("陕西", "SHAANXI"), ("甘肃", "GANSU"),
    ("青海", "QINGHAI"), ("宁夏", "NINGXIA"), ("新疆", "XINJIANG"),
  ]
  static let authorities = [
    Traveller.Entry("公安部出入境管理局"), .init("中华人民共和国国家移民管理局"),
  ]
}

/// A state whose passports are drawn, with names that are common there.
struct IssuingState {
  var code: String
  var title: String
  var nationality: String
  var authority: String
  var surnames: [String]
  var given: [String]
  var places: [String]

  /// UTO is the country of specimens of ICAO Doc 9303.
  static let all = [
    IssuingState(
      code: "UTO", title: "UTOPIA", nationality: "UTOPIAN", authority: "MINISTRY OF TRAVEL",
      surnames: ["ERIKSSON", "MARTIN", "STEVENSON"], given: ["ANNA", "MARIA", "IVAN", "PETER"],
      places: ["ZENITH", "UTOPIA CITY"]),
    IssuingState(
      code: "D", title: "BUNDESREPUBLIK DEUTSCHLAND", nationality: "DEUTSCH",
      authority: "STADT MUSTERSTADT",
      surnames: ["MUSTERMANN", "SCHMIDT", "MUELLER", "GROSS-KLEIN"],
      given: ["ERIKA", "LUKAS", "HANNAH", "JONAS"], places: ["BERLIN", "KOELN", "MUENCHEN"]),
    IssuingState(
      code: "FRA", title: "REPUBLIQUE FRANCAISE", nationality: "FRANCAISE",
      authority: "PREFECTURE DE POLICE", surnames: ["DUPONT", "LEFEBVRE", "D'ARCY", "MOREAU"],
      given: ["CAMILLE", "JEAN-PIERRE", "LOUISE", "HUGO"], places: ["PARIS", "LYON", "NANTES"]),
    IssuingState(
      code: "GBR", title: "UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND",
      nationality: "BRITISH CITIZEN", authority: "HMPO",
      surnames: ["SMITH", "O'CONNOR", "TAYLOR-JONES", "PATEL"],
      given: ["OLIVER", "AMELIA", "GEORGE", "ISLA"], places: ["LONDON", "LEEDS", "CARDIFF"]),
    IssuingState(
      code: "USA", title: "UNITED STATES OF AMERICA", nationality: "UNITED STATES OF AMERICA",
      authority: "United States Department of State", surnames: ["TRAVELER", "JOHNSON", "GARCIA"],
      given: ["HAPPY", "EMMA", "LIAM", "NOAH"], places: ["OHIO, U.S.A.", "TEXAS, U.S.A."]),
    IssuingState(
      code: "KOR", title: "REPUBLIC OF KOREA", nationality: "REPUBLIC OF KOREA",
      authority: "MINISTRY OF FOREIGN AFFAIRS", surnames: ["KIM", "LEE", "PARK", "CHOI"],
      given: ["MINJUN", "SEOYEON", "JIHO", "HAEUN"], places: ["SEOUL", "BUSAN"]),
    IssuingState(
      code: "JPN", title: "JAPAN", nationality: "JAPAN", authority: "MINISTRY OF FOREIGN AFFAIRS",
      surnames: ["GAIMU", "TANAKA", "SUZUKI"], given: ["SAKURA", "HARUTO", "YUI"],
      places: ["TOKYO", "OSAKA"]),
    IssuingState(
      code: "RUS", title: "RUSSIAN FEDERATION", nationality: "RUSSIAN FEDERATION",
      authority: "MVD 77001", surnames: ["IVANOV", "SMIRNOVA", "KUZNETSOV"],
      given: ["ALEKSEI", "TATIANA", "SERGEI"], places: ["MOSCOW", "KAZAN"]),
    IssuingState(
      code: "VNM", title: "VIET NAM", nationality: "VIETNAMESE",
      authority: "IMMIGRATION DEPARTMENT", surnames: ["NGUYEN", "TRAN", "PHAM"],
      given: ["VAN ANH", "THI HOA", "MINH"], places: ["HA NOI", "DA NANG"]),
    IssuingState(
      code: "BRA", title: "BRASIL", nationality: "BRASILEIRO(A)", authority: "DPF/SP",
      surnames: ["FARIAS DOS SANTOS", "SILVA", "OLIVEIRA"], given: ["RODRIGO", "BEATRIZ", "JOAO"],
      places: ["SAO PAULO/SP", "RECIFE/PE"]),
  ]
}
