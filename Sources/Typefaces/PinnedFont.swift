import CPango

/// A typeface bound to its file, so that fontconfig cannot put another one in its place.
package struct PinnedFont: Sendable, Hashable {
  package var family: String
  /// Name of the font file, without its folder.
  package var file: String
  package var bold: Bool

  package init(family: String, file: String, bold: Bool) {
    self.family = family
    self.file = file
    self.bold = bold
  }

  package static let serif = PinnedFont(
    family: "Noto Serif CJK SC", file: "NotoSerifCJK-Regular.ttc", bold: false)
  package static let serifBold = PinnedFont(
    family: "Noto Serif CJK SC", file: "NotoSerifCJK-Bold.ttc", bold: true)
  package static let sans = PinnedFont(
    family: "Noto Sans CJK SC", file: "NotoSansCJK-Regular.ttc", bold: false)
  package static let sansBold = PinnedFont(
    family: "Noto Sans CJK SC", file: "NotoSansCJK-Bold.ttc", bold: true)

  /// What rare characters are taken from, in this order: all of CJK Extension B to F, in a Song style.
  package static let rare = [
    PinnedFont(family: "HanaMinA", file: "HanaMinA.ttf", bold: false),
    PinnedFont(family: "HanaMinB", file: "HanaMinB.ttf", bold: false),
  ]

  /// Everything that results and seals are set in.
  package static let all = [serif, serifBold, sans, sansBold] + rare

  /// A pango description for that size in points at 72 dpi; the caller frees it.
  package func description(points: Double) -> OpaquePointer? {
    let description = pango_font_description_new()
    pango_font_description_set_family(description, family)
    pango_font_description_set_weight(description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_absolute_size(description, points * Double(PANGO_SCALE))
    return description
  }
}
