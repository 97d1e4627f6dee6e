import Foundation

/// The holder's name with enough of it hidden that it can be shown to anybody who holds the paper,
/// and enough left that the paper can be compared. A type of its own, so that a full name cannot
/// get into a code by mistake.
///
/// - A person keeps the first character and, from three on, the last: 张三 → 张*, 王小明 → 王*明,
///   欧阳修文 → 欧**文.
/// - An organisation keeps at most the first two and the last four characters and never more than a
///   third at either end: 佛山市禅城区某某餐饮店 → 佛山****餐饮店.
/// - At most four stars stand for what is hidden.
package struct MaskedHolder: Sendable, Equatable {
  package let text: String

  package init(person name: String) {
    let characters = Self.characters(of: name)
    self.init(characters, head: min(1, characters.count / 2), tail: characters.count > 2 ? 1 : 0)
  }

  package init(organisation name: String) {
    let characters = Self.characters(of: name)
    let third = characters.count / 3
    self.init(characters, head: min(2, third), tail: min(4, third))
  }

  /// Masks as an organisation where the name ends as one does, else as a person, which hides more.
  package init(name: String) {
    let trimmed = String(Self.characters(of: name))
    let isOrganisation =
      trimmed.count > 4 && Self.organisationEndings.contains(where: trimmed.hasSuffix)
    if isOrganisation { self.init(organisation: name) } else { self.init(person: name) }
  }

  /// A text that was masked when its record was signed.
  init(signed text: String) { self.text = text }

  private init(_ characters: [Character], head: Int, tail: Int) {
    let hidden = characters.count - head - tail
    text =
      String(characters.prefix(head)) + String(repeating: "*", count: min(4, hidden))
      + String(characters.suffix(tail))
  }

  private static func characters(of name: String) -> [Character] {
    Array(name.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// How names of organisations end (企业名称登记管理规定 and common names of shops and institutions).
  private static let organisationEndings = [
    "公司", "店", "厂", "部", "中心", "医院", "学校", "幼儿园", "馆", "社", "行", "所", "场", "吧", "城", "室", "站",
    "企业", "商场", "超市", "宾馆", "酒店", "集团", "协会", "基金会", "委员会", "合伙)", "合伙）", "经营者", "工作室", "户",
  ]
}
