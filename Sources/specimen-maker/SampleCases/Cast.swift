/// The people and companies of the sample cases. They exist nowhere else.
enum Cast {
  static let day = CalendarDate(2026, 11, 5)

  static let retiree = person(
    "陈志远", .male, "汉", (1958, 4, 12), "110108", "北京市海淀区学府路36号梅园新村5号楼2单元301室")
  static let pairRetiree = person(
    "王秀英", .female, "汉", (1961, 9, 23), "110105", "北京市朝阳区和平里北街18号院7号楼1单元502室")
  static let stillWorking = person(
    "赵明辉", .male, "满", (1972, 3, 8), "110108", "北京市海淀区银杏巷9号锦绣苑3号楼1206室")
  static let hotelOwner = person(
    "刘文博", .male, "汉", (1983, 7, 19), "110105", "北京市朝阳区东风大道210号绿洲家园12号楼3单元904室")
  static let barber = person(
    "孙丽娟", .female, "汉", (1988, 11, 2), "420106", "湖北省武汉市武昌区胜利西街455号金桂小区8号楼601室")
  static let formerOwner = person(
    "周伟强", .male, "汉", (1979, 5, 27), "320102", "江苏省南京市玄武区凤凰南路88号东方名城15栋2单元1103室")
  static let household = person(
    "张桂兰", .female, "汉", (1955, 2, 16), "370703", "山东省潍坊市寒亭区清泉镇新民村4组27号")
  static let tiffHousehold = person(
    "马国强", .male, "回", (1964, 10, 30), "370702", "山东省潍坊市潍城区健康东街1020号水岸华庭6号楼1单元702室")
  static let smeared = person(
    "林雪梅", .female, "汉", (1970, 6, 14), "370703", "山东省潍坊市寒亭区福寿西街316号阳光嘉园2号楼4单元203室")
  static let alreadyPaid = person(
    "高建华", .male, "汉", (1967, 12, 9), "370702", "山东省潍坊市潍城区向阳街77号书香门第10号楼1501室")

  static let hotel = company(
    .company, "北京云栖酒店管理有限公司", hotelOwner, "110105", "北京市朝阳区滨河路66号A座1层101室",
    "许可项目：住宿服务；餐饮服务（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准）一般项目：酒店管理；会议及展览服务；停车场服务（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
  )
  static let barberShop = company(
    .individual, "武汉市武昌区禾木理发店", barber, "420106", "湖北省武汉市武昌区文化东路128号底商6号",
    "许可项目：理发服务；生活美容服务（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准）一般项目：日用百货销售；美发饰品销售（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
  )
  static let swimmingHall = company(
    .company, "南京青禾体育发展有限公司", formerOwner, "320102", "江苏省南京市玄武区解放中路305号2号楼1层",
    "许可项目：游泳经营（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准）一般项目：体育场地设施经营；健身休闲活动；体育用品及器材零售（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
  )

  /// What the register of enterprises says, where the licence that was handed in is out of date.
  static let newOwner = "吴海燕"

  private static func person(
    _ name: String, _ sex: Sex, _ ethnicity: String, _ born: (Int, Int, Int), _ code: String,
    _ address: String
  ) -> Person {
    var random = Randomness(seed: 2026, name)
    return Person(
      name, sex, ethnicity, born: CalendarDate(born.0, born.1, born.2), address: address,
      in: division(code), &random)
  }

  private static func company(
    _ kind: Company.Kind, _ name: String, _ owner: Person, _ code: String, _ address: String,
    _ scope: String
  ) -> Company {
    var random = Randomness(seed: 2026, name)
    return Company(
      kind, name, representative: owner.name, address: address, in: division(code), scope: scope,
      &random)
  }

  private static func division(_ code: String) -> Division {
    Division.all.first { $0.code == code } ?? Division.all[0]
  }
}
