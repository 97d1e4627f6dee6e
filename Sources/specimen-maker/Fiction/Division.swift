/// A real administrative division (GB/T 2260) where fictitious people live.
struct Division {
  var code: String
  /// As it opens an address on a card.
  var place: String
  var police: String
  var market: String
  /// The code is as old as this; ID numbers were first given out in 1984.
  var since: Int

  private init(_ code: String, _ place: String, _ police: String, _ market: String, _ since: Int) {
    self.code = code
    self.place = place
    self.police = police
    self.market = market
    self.since = since
  }

  static let all: [Division] = [
    .init("110105", "北京市朝阳区", "北京市公安局朝阳分局", "北京市朝阳区市场监督管理局", 1984),
    .init("110108", "北京市海淀区", "北京市公安局海淀分局", "北京市海淀区市场监督管理局", 1984),
    .init("120101", "天津市和平区", "天津市公安局和平分局", "天津市和平区市场监督管理局", 1984),
    .init("150102", "内蒙古自治区呼和浩特市新城区", "呼和浩特市公安局新城分局", "呼和浩特市新城区市场监督管理局", 1984),
    .init("210102", "辽宁省沈阳市和平区", "沈阳市公安局和平分局", "沈阳市和平区市场监督管理局", 1984),
    .init("230103", "黑龙江省哈尔滨市南岗区", "哈尔滨市公安局南岗分局", "哈尔滨市南岗区市场监督管理局", 1984),
    .init("310104", "上海市徐汇区", "上海市公安局徐汇分局", "上海市徐汇区市场监督管理局", 1984),
    .init("320102", "江苏省南京市玄武区", "南京市公安局玄武分局", "南京市玄武区市场监督管理局", 1984),
    .init("330106", "浙江省杭州市西湖区", "杭州市公安局西湖区分局", "杭州市西湖区市场监督管理局", 1984),
    .init("370702", "山东省潍坊市潍城区", "潍坊市公安局潍城分局", "潍坊市潍城区市场监督管理局", 1984),
    .init("370703", "山东省潍坊市寒亭区", "潍坊市公安局寒亭分局", "潍坊市寒亭区市场监督管理局", 1984),
    .init("370705", "山东省潍坊市奎文区", "潍坊市公安局奎文分局", "潍坊市奎文区市场监督管理局", 1994),
    .init("420106", "湖北省武汉市武昌区", "武汉市公安局武昌区分局", "武汉市武昌区市场监督管理局", 1984),
    .init("440104", "广东省广州市越秀区", "广州市公安局越秀区分局", "广州市越秀区市场监督管理局", 1984),
    .init("440305", "广东省深圳市南山区", "深圳市公安局南山分局", "深圳市市场监督管理局南山监管局", 1990),
    .init("510104", "四川省成都市锦江区", "成都市公安局锦江区分局", "成都市锦江区市场监督管理局", 1990),
    .init("520102", "贵州省贵阳市南明区", "贵阳市公安局南明分局", "贵阳市南明区市场监督管理局", 1984),
    .init("530102", "云南省昆明市五华区", "昆明市公安局五华分局", "昆明市五华区市场监督管理局", 1984),
    .init("533401", "云南省迪庆藏族自治州香格里拉市", "香格里拉市公安局", "香格里拉市市场监督管理局", 2014),
    .init("540102", "西藏自治区拉萨市城关区", "拉萨市公安局城关分局", "拉萨市城关区市场监督管理局", 1984),
    .init("610113", "陕西省西安市雁塔区", "西安市公安局雁塔分局", "西安市雁塔区市场监督管理局", 1984),
    .init("620102", "甘肃省兰州市城关区", "兰州市公安局城关分局", "兰州市城关区市场监督管理局", 1984),
    .init("650102", "新疆维吾尔自治区乌鲁木齐市天山区", "乌鲁木齐市公安局天山区分局", "乌鲁木齐市天山区市场监督管理局", 1984),
    .init("653101", "新疆维吾尔自治区喀什市", "喀什市公安局", "喀什市市场监督管理局", 1984),
  ]

  /// A place that was there in the year of birth; now and then one with a rare character.
  static func any(for birthYear: Int, _ random: inout Randomness) -> Division {
    let list = random.chance(0.08) ? DivisionTable.rare : all + DivisionTable.plain
    return random.pick(list.filter { $0.since <= max(birthYear, 1984) })
  }
}

extension Division {
  /// The last part of the place: 南山区, 歙县.
  var county: String {
    let parts = place.split(omittingEmptySubsequences: true) { "省市".contains($0) }
    let last = parts.last.map(String.init) ?? place
    return place.hasSuffix("市") ? last + "市" : last
  }

  /// Offices are named after the county, and districts after their city.
  init(_ code: String, province: String, city: String, county: String, since: Int) {
    let isDistrict = county.hasSuffix("区")
    let above = city.isEmpty ? province : city
    let police =
      isDistrict ? "\(above)公安局\(county.dropLast())分局" : "\(county)公安局"
    self.init(
      code, province + city + county, police,
      (isDistrict ? above : "") + county + "市场监督管理局", since)
  }
}
