/// Names that nobody in particular has.
enum Names {
  private static let surnames = Array(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
  ).map(String.init)
  private static let twofold = ["欧阳", "司马", "诸葛", "上官", "皇甫", "尉迟", "慕容"]
  /// Not in Tesseract's own Chinese model: the reader must say so rather than guess.
  private static let rareSurnames = [
    "邝", "鄢", "谌", "冼", "蔺", "仝", "郜", "阚", "扈", "晁", "亓", "邰", "逯", "嵇", "昝",
  ]
  private static let male = Array("伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆志远建国文博嘉诚子轩天佑海龙振东德胜永福家栋启航")
  private static let female = Array("芳娜敏静丽艳娟霞秀英玲燕红梅兰萍婷雪琳倩颖佳慧欣怡雅洁思雨梦瑶诗涵若曦子萱桂花淑珍玉凤春香晓月")
  private static let rare = Array("堃垚淼喆翀珺玥旸祎甦赟婧燊炜璟骁昶彧瑀頔")
  private static let uyghurMale = ["买买提", "艾合买提", "阿卜杜拉", "吐尔逊", "玉素甫", "艾力", "库尔班", "依明"]
  private static let uyghurFemale = ["阿依古丽", "热依汗", "古丽娜尔", "帕提古丽", "阿孜古丽", "麦尔哈巴"]
  private static let tibetan = ["扎西顿珠", "卓玛央金", "次仁多吉", "洛桑平措", "格桑曲珍", "达瓦旺堆"]
  private static let mongolian = ["乌云其其格", "巴特尔", "斯琴高娃", "阿拉坦", "苏日娜", "额尔敦"]

  static func any(_ sex: Sex, _ ethnicity: String, _ random: inout Randomness) -> String {
    switch ethnicity {
    case "维吾尔":
      let own = random.pick(sex == .male ? uyghurMale : uyghurFemale)
      return "\(own)·\(random.pick(uyghurMale))"
    case "藏": return random.pick(tibetan)
    case "蒙古": return random.pick(mongolian)
    default: return han(sex, &random)
    }
  }

  private static func han(_ sex: Sex, _ random: inout Randomness) -> String {
    let roll = random.whole(1...100)
    let surname = random.pick(roll <= 6 ? rareSurnames : roll <= 10 ? twofold : surnames)
    let characters = sex == .male ? male : female
    let given = (0..<(random.chance(0.75) ? 2 : 1)).map { _ in
      String(random.pick(random.chance(0.06) ? rare : characters))
    }
    return surname + given.joined()
  }
}
