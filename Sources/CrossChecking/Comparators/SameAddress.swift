import Cases

/// Addresses. Line breaks, spaces, full-width digits and the many dashes do not count; words do: 5号楼 is not 5栋,
/// and a person says whether they are the same place.
struct SameAddress: Comparator {
  private static let dashes: Set<Character> = ["-", "‐", "‑", "‒", "–", "—", "―", "−", "－", "﹣"]

  func normal(_ text: String) -> String? {
    let dashed = text.map { Self.dashes.contains($0) ? "-" : $0 }
    return String(dashed).inHalfWidth.withoutLayoutSpaces.uppercased().orNilIfEmpty
  }
}
