package import Cases

extension DocumentImage {
  /// The same document turned clockwise by quarters of a full turn; its polygon begins at the new top left.
  ///
  /// - Throws: `damaged_image` where there is no memory for it.
  package func turned(quarters: Int) throws(Problem) -> DocumentImage {
    let orientation: Orientation =
      switch quarters & 3 {
      case 1: .quarterRight
      case 2: .halfTurn
      case 3: .quarterLeft
      default: .upright
      }
    guard orientation != .upright else { return self }
    let turned = try PixImage(image).turned(quarters: quarters & 3).pageImage()
    let (width, height) = (Double(turned.width), Double(turned.height))
    let toPage = orientation.toStored(uprightWidth: width, uprightHeight: height).then(self.toPage)
    return DocumentImage(
      image: turned, toPage: toPage,
      polygon: toPage(Box(left: 0, top: 0, right: width, bottom: height)),
      pixelsPerMillimetre: pixelsPerMillimetre, isWholePage: isWholePage)
  }
}
