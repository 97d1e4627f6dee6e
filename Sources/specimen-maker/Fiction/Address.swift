/// Streets, estates and villages that exist nowhere in particular.
enum Address {
  static let streets = [
    "朝霞路", "青年大街", "和平里北街", "学府路", "凤凰南路", "梧桐街", "文化东路", "解放中路", "胜利西街",
    "东风大道", "建设三路", "滨河路", "健康东街", "福寿西街", "向阳街", "民主路", "新华北路", "银杏巷",
  ]
  private static let estates = [
    "颐和雅居", "香樟公寓", "梅园新村", "丽景花园", "燕归庭", "云栖苑", "东方名城", "翡翠园", "金桂小区",
    "书香门第", "绿洲家园", "阳光嘉园", "水岸华庭", "锦绣苑", "棠溪里", "",
  ]
  private static let towns = ["枣林镇", "白云镇", "石桥乡", "清泉镇", "李庄乡", "柳河镇", "青山街道", "望湖街道"]
  private static let villages = ["沱江村", "柳树沟村", "白云村", "新民村", "大槐树村", "过江村", "双河社区", "果园社区"]

  static func home(in division: Division, _ random: inout Randomness) -> String {
    if random.chance(0.25) {
      return division.place + random.pick(towns) + random.pick(villages)
        + "\(random.whole(1...9))组\(random.whole(1...220))号"
    }
    let street = "\(random.pick(streets))\(random.whole(1...1800))号"
    let unit = random.chance(0.6) ? "\(random.whole(1...6))单元" : ""
    let room = random.whole(1...28) * 100 + random.whole(1...8)
    let building = "\(random.whole(1...40))\(random.pick(["号楼", "栋", "幢"]))"
    return division.place + street + random.pick(estates) + building + unit + "\(room)室"
  }

  static func premises(in division: Division, _ random: inout Randomness) -> String {
    let tail = random.pick([
      "一层\(random.whole(101...128))室", "A座\(random.whole(3...19))0\(random.whole(1...9))",
      "底商\(random.whole(1...30))号", "\(random.whole(1...12))号楼\(random.whole(1...3))层",
      "创业大厦\(random.whole(2...26))层\(random.whole(1...18))号房",
    ])
    return division.place + "\(random.pick(streets))\(random.whole(1...999))号\(tail)"
  }
}
