import Cases

/// Names of people and organisations. The middle dot of names such as 阿布都拉·买买提 is typed in many ways, and
/// records often hold a full stop for it. Spaces do not count, brackets may be full-width or not, capitals are
/// compared as such.
struct SameName: Comparator {
  private static let dots: Set<Character> = ["·", "•", "‧", "∙", "⋅", "・", "･", "．", ".", "﹒"]

  func normal(_ text: String) -> String? {
    let dotted = text.map { Self.dots.contains($0) ? "·" : $0 }
    return String(dotted).inHalfWidth.withoutLayoutSpaces.orNilIfEmpty
  }
}
