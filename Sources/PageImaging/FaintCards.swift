import CLeptonica
import Cases

/// Cards whose edges are faint or gone: copies on a sheet, white cards under a white lid. The print on them says where
/// to look and their standard sizes say what to look for.
struct FaintCards {
  let view: FinderView

  /// Outlines in pixels of the page; empty where the scale is unknown, the page holds more than cards, or none shows an edge.
  func outlines() throws(Problem) -> [Quadrilateral] {
    guard let scale = view.greyPixelsPerMillimetre else { return [] }
    let content = try ContentClusters(ink: view.grey.ink(), pixelsPerMillimetre: scale)
    let grey = try view.grey.withoutStreaks(content.streaks)
    var found: [CardPlacement] = []
    for cluster in try content.boxes() {
      let search = CardSearch(
        grey: grey, content: content, cluster: cluster, pixelsPerMillimetre: scale)
      if let placement = try search.placement() { found.append(placement) }
    }
    // A short letter has blocks of a card's size too, but no edges around them, and print elsewhere.
    guard found.contains(where: { $0.clearSides >= 3 }) || areBothSides(found, scale),
      try holdsAll(found, content.blocks)
    else { return [] }
    return found.map { $0.outline.mapped(.scaling(1 / view.greyScale, 1 / view.greyScale)) }
  }

  /// Whether these are two blocks of print that fill an identity card each, one above the other: on a pale copy
  /// nothing may be left of any edge.
  private func areBothSides(_ found: [CardPlacement], _ scale: Double) -> Bool {
    guard found.count == 2 else { return false }
    let (first, second) = (found[0].outline, found[1].outline)
    let apart = abs(first.polygon.bounds.middle.y - second.polygon.bounds.middle.y)
    return apart > max(first.height, second.height)
      && [first, second].allSatisfy { PaperFormat.id1.fits($0.width / scale, $0.height / scale) }
  }

  /// Whether hardly anything is printed outside of the cards.
  private func holdsAll(
    _ found: [CardPlacement], _ blocks: PixImage
  ) throws(Problem) -> Bool {
    var inside = 0
    for card in found { inside += try blocks.cropped(card.outline.polygon.bounds).count }
    return Double(inside) > Double(blocks.count) * 0.85
  }

  /// Whether the page is so large that cards on it are copies.
  var isSheet: Bool {
    guard let scale = view.greyPixelsPerMillimetre else { return false }
    return Double(min(view.grey.width, view.grey.height)) > 180 * scale
  }
}

extension PixImage {
  /// Grey, with thin dark streaks overlaid by what lies beside them: their edges would pass for those of a card.
  fileprivate func withoutStreaks(_ mask: PixImage) throws(Problem) -> PixImage {
    let closed = try making { pixCloseGray($0, 9, 9) }
    return try making(with: closed) { pix, closed in
      let clean = pixCopy(nil, pix)
      return withExtendedLifetime(mask) {
        pixCombineMasked(clean, closed, mask.pix) == 0 ? clean : nil
      }
    }
  }
}

/// Where one card was found.
struct CardPlacement {
  /// In pixels of the picture that was searched.
  let outline: Quadrilateral
  /// Of the four sides, how many are really seen.
  let clearSides: Int
}
