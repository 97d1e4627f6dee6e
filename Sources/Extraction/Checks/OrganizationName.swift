/// Names of companies, partnerships, shops and institutions: district, trade name, line of business and, last, the form of
/// organisation (企业名称登记管理规定, article 6; 个体工商户名称登记管理办法, article 5).
enum OrganizationName {
  /// Forms and what stands for a form in the names of shops and institutions; written down from general knowledge.
  private static let endings = [
    "公司", "企业", "集团", "合伙）", "合伙)", "厂", "店", "部", "行", "社", "中心", "馆", "站", "场", "所", "院", "坊",
    "铺", "超市", "商城", "吧", "屋", "室", "楼", "阁", "轩", "园", "圃", "房", "庄", "处", "会", "学校", "大学", "中学",
    "小学", "档", "摊", "户", "局", "政府", "堂", "斋", "城", "网点", "专柜", "基地", "银行", "联盟", "办", "队", "团",
  ]

  /// Whether it ends as such names end: one that does not may have lost its end, or have taken something in.
  static func isWhole(_ value: String) -> Bool { endings.contains(where: value.hasSuffix) }
}
