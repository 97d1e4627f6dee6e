/// Streets, estates and villages that exist nowhere in particular.
enum Address {
  static let streets = [
    "朝霞路", "青年大街", "和平里北街", "学府路", "凤凰南路", "梧桐街", "文化东路", "解放中路", "胜利西街",
    "东风大道", "建设三路", "滨河路", "健康东街", "福寿西街", "向阳街", "民主路", "新华北路", "银杏巷",
  ]
  private static let moreStreets = [
    "人民中路", "中山东一路", "南京西路", "育才巷", "黄河大道", "长江路", "珠江北路", "迎宾大道", "车站前街", "府前街", "环城东路",
    "工农路", "红旗大街", "天山路", "泰山南路", "昆仑街", "龙泉路", "凤鸣街", "玉泉路", "石榴庄路", "果园西里", "幸福里", "同心路",
    "科技二路", "高新四路", "桃源街", "荷花池巷", "柳荫街", "锦江大道", "赛罕路", "乌兰察布东街", "友好北路", "北京南路",
  ]
  private static let estates = [
    "颐和雅居", "香樟公寓", "梅园新村", "丽景花园", "燕归庭", "云栖苑", "东方名城", "翡翠园", "金桂小区", "书香门第", "绿洲家园",
    "阳光嘉园", "水岸华庭", "锦绣苑", "棠溪里", "碧水湾", "御景豪庭", "惠民小区", "学林雅苑", "铂悦府", "天誉城", "中央公馆",
    "职工宿舍", "万和城", "春晓苑", "桂花园", "北苑小区", "紫荆花园", "澜庭", "", "", "",
  ]
  private static let towns = [
    "枣林镇", "白云镇", "石桥乡", "清泉镇", "李庄乡", "柳河镇", "青山街道", "望湖街道", "龙潭镇", "大王庄镇", "三岔河镇", "马鞍山乡",
    "东关街道", "城关镇", "太平镇", "和平街道", "双凤镇", "沙坪乡", "高桥镇", "黄土岭乡", "红星乡", "羊场镇", "渡口镇",
  ]
  /// Some with characters that are written in one landscape only.
  private static let villages = [
    "沱江村", "柳树沟村", "白云村", "新民村", "大槐树村", "过江村", "双河社区", "果园社区", "上坪村", "石头村", "前进村", "杨家湾村",
    "王家庄村", "东风村", "西河村", "红岩村", "老鹰岩村", "张家坳村", "周家垸村", "南岙村", "赵家疃村", "北塬村", "下圩村", "小垌村",
    "黄泥塝村", "陈家埠村", "后峪村",
  ]

  static func home(in division: Division, _ random: inout Randomness) -> String {
    division.place + (random.chance(0.35) ? village(&random) : flat(&random))
  }

  private static func village(_ random: inout Randomness) -> String {
    let part = random.pick(["组", "组", "社", "队", ""])
    let group = part.isEmpty ? "" : "\(random.whole(1...19))\(part)"
    let house = random.chance(0.1) ? "附\(random.whole(1...9))号" : "号"
    return random.pick(towns) + random.pick(villages) + group + "\(random.whole(1...320))" + house
  }

  private static func flat(_ random: inout Randomness) -> String {
    let number = "\(random.whole(1...1800))"
    let street =
      random.chance(0.1)
      ? "\(random.pick(moreStreets))\(random.whole(1...999))弄\(number)号"
      : "\(random.pick(streets + moreStreets))\(number)号"
    if random.chance(0.15) { return street }
    let unit = random.chance(0.6) ? "\(random.whole(1...6))单元" : ""
    let room = random.whole(1...28) * 100 + random.whole(1...8)
    let building = "\(random.whole(1...40))\(random.pick(["号楼", "栋", "幢", "号", "座"]))"
    return street + random.pick(estates) + building + unit
      + "\(room)\(random.pick(["室", "号", "室"]))"
  }

  static func premises(in division: Division, _ random: inout Randomness) -> String {
    let tail = random.pick([
      "一层\(random.whole(101...128))室", "A座\(random.whole(3...19))0\(random.whole(1...9))",
      "底商\(random.whole(1...30))号", "\(random.whole(1...12))号楼\(random.whole(1...3))层",
      "创业大厦\(random.whole(2...26))层\(random.whole(1...18))号房",
      "\(random.pick(estates))\(random.whole(1...20))栋\(random.whole(1...4))-\(random.whole(1...30))号商铺",
      "（自主申报）", "\(random.whole(1...9))幢\(random.whole(101...3209))室（经营场所自主申报）",
      "综合楼\(random.whole(2...9))楼\(random.whole(201...929))-\(random.whole(1...9))", "",
    ])
    let street = random.pick(streets + moreStreets)
    if random.chance(0.15) {
      return division.place + random.pick(towns) + random.pick(villages)
        + "\(random.whole(1...99))号"
    }
    return division.place + "\(street)\(random.whole(1...999))号\(tail)"
  }
}
