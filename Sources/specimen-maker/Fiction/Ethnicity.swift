/// The 56 names of GB/T 3304 as cards print them.
enum Ethnicity {
  static let all = [
    "汉", "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克",
    "傣", "黎", "傈僳", "佤", "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬", "羌",
    "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌", "普米", "塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安",
    "裕固", "京", "塔塔尔", "独龙", "鄂伦春", "赫哲", "门巴", "珞巴", "基诺",
  ]
  /// With characters that Tesseract's own Chinese model does not print.
  static let rare = ["傈僳", "佤", "畲", "拉祜", "达斡尔", "仫佬", "仡佬", "珞巴"]

  /// Half 汉; the rare ones more often than there are people of them, because they are hard to read.
  static func any(_ random: inout Randomness) -> String {
    if random.chance(0.5) { return "汉" }
    return random.chance(0.25) ? random.pick(rare) : random.pick(Array(all.dropFirst()))
  }
}
