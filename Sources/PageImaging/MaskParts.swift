import CLeptonica
import Cases

/// One connected part of a mask.
struct MaskPart {
  /// Where it lies in the mask.
  let box: Cases.Box
  /// The part alone, as large as its box.
  let mask: PixImage
}

extension PixImage {
  /// The connected parts, the first `limit` of them.
  func parts(limit: Int) throws(Problem) -> [MaskPart] {
    var masks: UnsafeMutablePointer<PIXA>?
    var boxes = pixConnComp(pix, &masks, 8)
    defer {
      boxaDestroy(&boxes)
      pixaDestroy(&masks)
    }
    var parts: [MaskPart] = []
    for index in 0..<min(Int(pixaGetCount(masks)), limit) {
      var box = boxaGetBox(boxes, Int32(index), Int32(L_COPY))
      defer { boxDestroy(&box) }
      guard let box else { continue }
      let mask = try PixImage(adopting: pixaGetPix(masks, Int32(index), Int32(L_COPY)))
      parts.append(MaskPart(box: Cases.Box(box), mask: mask))
    }
    return parts
  }

  /// Without the connected parts whose box is such.
  func withoutParts(where unwanted: (Cases.Box) -> Bool) throws(Problem) -> PixImage {
    let kept = try making { pixCreateTemplate($0) }
    for part in try parts(limit: 5_000) where !unwanted(part.box) {
      pixRasterop(
        kept.pix, Int32(part.box.left), Int32(part.box.top), Int32(part.box.width),
        Int32(part.box.height), Int32(PIX_SRC | PIX_DST), part.mask.pix, 0, 0)
    }
    return kept
  }

  /// The boxes of the connected parts, the first `limit` of them.
  func partBoxes(limit: Int) -> [Cases.Box] {
    var boxes = pixConnComp(pix, nil, 8)
    defer { boxaDestroy(&boxes) }
    var found: [Cases.Box] = []
    for index in 0..<min(Int(boxaGetCount(boxes)), limit) {
      var box = boxaGetBox(boxes, Int32(index), Int32(L_COPY))
      defer { boxDestroy(&box) }
      if let box { found.append(Cases.Box(box)) }
    }
    return found
  }
}
