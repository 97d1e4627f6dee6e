/// How the characters of `NameParts` are spelled in passports (汉语拼音 without tones, Ü as YU).
enum Pinyin {
  /// Surname and given names of a name in 汉字; nil where a character is not in the table.
  static func latin(_ name: String) -> (surname: String, given: String)? {
    let length = NameParts.twofold.contains { name.hasPrefix($0) } && name.count > 2 ? 2 : 1
    let spelled = name.compactMap { spelling[$0] }
    guard spelled.count == name.count, name.count > length else { return nil }
    return (spelled.prefix(length).joined(), spelled.dropFirst(length).joined())
  }

  private static let spelling: [Character: String] = {
    var table: [Character: String] = [:]
    for word in syllables.split(whereSeparator: \.isWhitespace) {
      let latin = String(word.prefix { $0.isASCII })
      for character in word.dropFirst(latin.count) { table[character] = latin }
    }
    return table
  }()

  private static let syllables = """
    AI艾爱 AN安 AO敖 BAI白柏 BANG邦 BAO包鲍宝 BEI蓓 BEN犇 BI毕弼 BIAN边卞 BIN斌 BING邴冰 BO卜波博 CAI蔡彩 CAO曹 CEN岑 CHAI柴
    CHANG常畅昶 CHAO晁超 CHE车 CHEN陈谌晨琛 CHENG程成诚承赪铖枨琤 CHI池迟 CHONG翀 CHU褚 CHUAN川 CHUN春 CONG丛璁 CUAN爨 CUI崔翠
    DA笪达大 DAI戴 DAN聃 DANG党 DE德 DENG邓 DI頔 DIAO刁 DING丁 DONG董东栋 DOU窦 DU杜 DUAN段 ER珥 FAN范樊帆璠 FANG方房芳昉
    FEI费飞 FENG冯峰丰凤沣沨 FU付符甫福 GAN甘 GANG刚 GAO高郜杲 GE葛 GEN根 GENG耿赓 GONG龚宫巩功 GOU苟缑 GU顾谷古 GUAN关管官 GUANG光
    GUI桂 GUO郭虢国 HAI海 HAN韩涵晗琀菡 HANG航珩 HAO郝浩颢淏灏皓皞 HE何贺和盍河荷翯 HENG恒桁蘅 HONG宏弘红黉泓 HOU侯 HU胡扈狐祜縠 HUA华花
    HUANG黄皇篁 HUI辉慧惠洄 HUO霍 JI纪季吉姬嵇济霁稷 JIA贾郏嘉家佳葭 JIAN简健建戬 JIANG蒋姜江 JIAO焦 JIE杰洁颉 JIN金靳槿矜 JING景静璟靓
    JIONG炅 JU菊 JUAN娟 JUE珏 JUN军俊峻珺畯莙 KAI凯开锴 KAN阚衎 KANG康 KE柯可 KONG孔 KOU寇 KUAI蒯 KUANG邝 KUN堃 LAN兰蓝斓
    LANG郎 LEI雷磊蕾 LENG冷 LI李黎立丽莉 LIAN连濂 LIANG梁 LIAO廖 LIN林蔺琳 LING凌令岭玲泠翎 LIU刘柳 LONG龙 LOU娄 LU卢陆鲁路芦逯渌
    LUAN栾娈 LUO罗骆 LYU吕 MA马麻 MAI麦 MAN嫚缦 MAO毛 MEI梅美 MENG孟蒙梦 MI米宓 MIAO苗缪 MIN闵民敏旻珉 MING明 MO莫 MU牟穆慕 NA娜
    NAI佴 NI倪旎 NIE聂乜 NING宁甯 NIU牛 NONG农秾 NUO诺 OU欧 PAN潘 PANG庞逄雱 PEI裴培霈 PENG彭鹏芃 PING平萍 POU裒 PU蒲璞
    QI齐祁戚亓启琪颀骐圻淇 QIAN钱倩芊 QIANG强 QIAO乔谯巧 QIE郄 QIN秦覃琴溱 QING庆青晴勍箐 QIU邱仇 QU曲屈瞿麴璩 QUAN全 QUE悫 RAN冉
    RANG穰 RAO饶 REN任仁人 RONG荣容蓉镕 RU如 RUAN阮 RUI瑞睿芮蕤 RUN润 RUO若 SANG桑 SEN森 SHA沙莎 SHAN单鄯山 SHANG尚商上
    SHAO邵少 SHE佘厍 SHEN沈申燊棽珅 SHENG盛胜生 SHI石史时师诗奭媞湜 SHU舒书淑澍 SI司思偲涘 SONG宋松 SU苏素甦愫 SUI隋眭 SUN孙 TAI邰泰
    TAN谭郯倓 TANG唐汤瑭 TAO陶涛弢 TENG滕 TI缇 TIAN田天湉 TING婷 TONG童佟仝彤曈橦 TU涂徒 TUO庹 WAN万妧琬纨菀 WANG王汪旺
    WEI魏韦卫隗伟薇暐炜葳 WEN温文 WENG翁 WU吴武伍邬巫 XI席郗曦僖晞羲 XIA夏霞 XIAN冼 XIANG向项祥香 XIAO肖晓骁箫绡 XIE谢解勰 XIN辛鑫新欣心馨昕
    XING邢兴行荇 XIONG熊 XIU秀庥琇 XU徐许旭谞诩昫栩溆 XUAN轩萱暄翾烜煊瑄 XUE薛学雪 XUN洵珣 YA雅 YAN闫严颜晏鄢艳燕焱龑俨嬿滟琰 YANG杨阳洋旸炀飏
    YAO姚耀瑶垚 YE叶晔 YI易羿毅义怡意依伊祎熠翊峄弋漪燚 YIN尹殷崟胤訚 YING应英颖滢潆缨 YONG勇永 YOU游尤佑祐 YU于余俞喻虞尉宇雨玉语彧瑀钰俣堉瑜
    YUAN袁苑远元源媛瑗 YUE岳月玥樾 YUN云赟韫昀沄筠 ZAN昝 ZANG臧 ZE泽 ZENG曾 ZHA查 ZHAI翟 ZHAN詹 ZHANG张章仉长 ZHAO赵 ZHE喆
    ZHEN甄振珍贞瑱禛蓁 ZHENG郑正 ZHI志致祉禔 ZHONG钟仲 ZHOU周 ZHU朱祝诸珠 ZHUANG庄 ZHUO卓禚 ZI訾子紫梓 ZONG宗 ZOU邹 ZUO左祚
    """
}
