import Cases

/// The same text; spaces of the layout and full-width forms do not count.
struct SameText: Comparator {
  func normal(_ text: String) -> String? { text.inHalfWidth.withoutLayoutSpaces.orNilIfEmpty }
}
