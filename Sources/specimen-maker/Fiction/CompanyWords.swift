/// Names and business scopes.
enum CompanyWords {
  private static let marks = [
    "泓景", "晟通", "博远", "骏腾", "云杉", "启明", "禾木", "嘉禾", "锦程", "青禾", "瑞祥", "朗润", "海纳", "星河",
    "鼎盛", "恒益", "天成", "翰林", "沐阳", "聚贤", "磐石", "澄明", "中科", "华创", "百汇", "金石", "万里", "宏图", "安泰", "新元",
    "同济堂", "老地方", "小渔村", "蓝海", "绿源", "瑞和祥", "德顺", "福满园", "众联", "汇智", "一诺", "卓尔",
  ]
  private static let rareMarks = [
    "晟泰", "鑫犇", "燊达", "堃元", "喆越", "赟成", "垚鑫", "璟瑞", "昶辉", "镕盛", "翊航", "铖铭", "沣润", "翀宇", "煊赫", "霖沣",
    "旻悦", "玥美",
    "祎辰", "韫玉",
  ]
  private static let trades = [
    "信息技术", "机械设备", "农业发展", "文化传媒", "新能源", "餐饮管理", "健康管理", "酒店管理", "商贸", "建筑工程",
    "体育发展", "环保科技", "电子商务", "供应链管理", "生物科技", "医疗器械", "物业服务", "劳务服务", "装饰工程", "汽车服务", "食品",
    "教育科技", "物流", "房地产开发", "旅游开发", "服饰", "网络科技", "智能科技", "畜牧养殖", "园林绿化", "检测技术", "人力资源",
  ]
  private static let shops = [
    "理发店", "小吃店", "便利店", "宾馆", "茶馆", "美容店", "面馆", "五金店", "健身房", "烟酒商行",
    "服装店", "水果超市", "汽车修理部", "饭庄", "烧烤店", "大药房", "建材经营部", "养殖场", "文具店", "足浴店", "熟食店", "日用品商店",
  ]
  static func name(_ kind: Company.Kind, _ division: Division, _ random: inout Randomness) -> String
  {
    let mark = random.pick(random.chance(0.08) ? rareMarks : marks)
    let county = division.county
    let city =
      county.hasSuffix("区")
      ? String(division.market.prefix(while: { $0 != "市" })) : county
    let region = random.pick(county.hasSuffix("区") ? [city, city + "市", county] : [county])
    switch kind {
    case .company:
      let place = random.chance(0.15) ? "（\(city)）" : ""
      return (place.isEmpty ? region : "") + mark + place + random.pick(trades)
        + random.pick(["有限公司", "有限公司", "有限责任公司", "股份有限公司"])
    case .individual:
      return region + mark + random.pick(shops) + random.pick(["", "", "（个体工商户）"])
    case .partnership:
      return region + mark + random.pick(["投资管理中心", "企业管理合伙企业", "股权投资基金", "会计师事务所"])
        + random.pick(["（有限合伙）", "（普通合伙）", "(有限合伙)"])
    case .branch:
      return region + mark + random.pick(trades) + "有限公司" + random.pick(["", city, county])
        + random.pick(["分公司", "第一分公司", "营业部"])
    case .proprietorship: return region + mark + random.pick(["加工厂", "养殖场", "设计工作室", "技术服务中心"])
    }
  }

  /// 类型 as registers print it.
  static func types(_ kind: Company.Kind, _ name: String) -> [String] {
    switch kind {
    case .company where name.contains("股份"):
      [
        "股份有限公司（非上市）", "股份有限公司(非上市、自然人投资或控股)", "股份有限公司（上市、国有控股）",
        "其他股份有限公司（非上市）",
      ]
    case .company:
      [
        "有限责任公司", "有限责任公司（自然人独资）", "有限责任公司(自然人投资或控股)", "其他有限责任公司", "有限责任公司(法人独资)",
        "有限责任公司（国有独资）", "有限责任公司（自然人投资或控股的法人独资）", "有限责任公司(港澳台投资、非独资)",
        "有限责任公司（外商投资企业与内资合资）",
      ]
    case .individual: ["个体工商户"]
    case .partnership: ["有限合伙企业", "普通合伙企业", "特殊普通合伙企业"]
    case .branch: ["有限责任公司分公司(自然人投资或控股)", "分公司", "有限责任公司分公司（非自然人投资或控股的法人独资）"]
    case .proprietorship: ["个人独资企业"]
    }
  }
}
