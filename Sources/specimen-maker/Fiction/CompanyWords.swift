/// Names and business scopes.
enum CompanyWords {
  private static let marks = [
    "泓景", "晟通", "博远", "骏腾", "云杉", "启明", "禾木", "嘉禾", "锦程", "青禾", "瑞祥", "朗润", "海纳", "星河",
    "鼎盛", "恒益", "天成", "翰林", "沐阳", "聚贤", "磐石", "澄明",
  ]
  private static let trades = [
    "信息技术", "机械设备", "农业发展", "文化传媒", "新能源", "餐饮管理", "健康管理", "酒店管理", "商贸", "建筑工程",
    "体育发展", "环保科技",
  ]
  private static let shops = ["理发店", "小吃店", "便利店", "宾馆", "茶馆", "美容店", "面馆", "五金店", "健身房"]
  private static let items = [
    "办公用品销售", "物业管理", "日用百货销售", "信息系统集成服务", "广告设计、代理", "建筑材料销售", "园林绿化工程施工",
    "会议及展览服务", "企业管理咨询", "服装服饰零售", "农副产品销售", "货物进出口", "技术进出口", "金属材料销售",
    "互联网销售（除销售需要许可的商品）", "计算机软硬件及辅助设备零售", "家政服务", "工艺美术品及收藏品零售（象牙及其制品除外）",
    "市场营销策划", "体育场地设施经营（不含高危险性体育运动）", "停车场服务", "棋牌室服务", "养生保健服务（非医疗）",
  ]
  private static let licensed = ["住宿服务", "餐饮服务", "生活美容服务", "理发服务", "歌舞娱乐活动", "食品销售", "游泳经营"]
  /// The sentences that the registers print.
  private static let generalTail = "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
  private static let licensedTail = "（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准）"

  static func name(_ kind: Company.Kind, _ division: Division, _ random: inout Randomness) -> String
  {
    let mark = random.pick(marks)
    let city = String(division.market.prefix(while: { $0 != "市" }))
    let region = random.chance(0.5) ? city : city + "市"
    switch kind {
    case .company:
      return region + mark + random.pick(trades) + random.pick(["有限公司", "有限公司", "股份有限公司"])
    case .individual:
      return region + mark + random.pick(shops) + random.pick(["", "（个体工商户）"])
    }
  }

  static func scope(_ random: inout Randomness) -> String {
    var text = ""
    if random.chance(0.6) {
      text = "许可项目：" + some(1...2, of: licensed, &random) + licensedTail
    }
    return text + "一般项目：" + some(3...9, of: items, &random) + generalTail
  }

  private static func some(
    _ count: ClosedRange<Int>, of list: [String], _ random: inout Randomness
  ) -> String {
    Array(list.shuffled(using: &random).prefix(random.whole(count))).joined(separator: "；")
  }
}
