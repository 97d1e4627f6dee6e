/// Which of several printed options is ticked: `□首次申领 ☑换领 □补领`.
///
/// Boxes that are drawn and not printed leave no character in a text layer; what a reader of pictures makes of a box
/// with a tick is some square character other than 口.
enum TickedOption {
  private static let empty: Set<Character> = ["□", "☐", "口", "○"]
  private static let ticked: Set<Character> = [
    "☑", "☒", "✓", "✔", "√", "■", "●", "回", "团", "国", "固", "图", "凶",
  ]

  /// Nil unless exactly one box is ticked and another is not.
  static func value(in printed: String) -> String? {
    var options: [(mark: Character, text: String)] = []
    for character in printed {
      if empty.contains(character) || ticked.contains(character) {
        options.append((character, ""))
      } else if !options.isEmpty {
        options[options.count - 1].text.append(character)
      }
    }
    let chosen = options.filter { ticked.contains($0.mark) && !$0.text.isEmpty }
    guard chosen.count == 1, options.contains(where: { empty.contains($0.mark) }) else {
      return nil
    }
    return chosen[0].text
  }
}
