import Cases

/// Numbers of people, organisations and documents: the check character x of an ID number is X.
struct SameCode: Comparator {
  func normal(_ text: String) -> String? {
    text.inHalfWidth.withoutLayoutSpaces.uppercased().orNilIfEmpty
  }
}
