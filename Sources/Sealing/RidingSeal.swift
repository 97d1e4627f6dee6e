import Cases
package import PortableDocument

/// 骑缝章: one seal across the right edges of all pages, so that no page can be exchanged. Each page shows its strip of the
/// picture on record; the strips are form objects that show the same one picture through a window, so that a verifier need
/// only compare places.
package struct RidingSeal: Sendable, Equatable {
  /// The part of one page.
  package struct Part: Sendable, Equatable {
    /// What the page shows of the picture: left and right edge in points.
    package var left: Double
    package var right: Double
    /// Which part, of how many of the same seal.
    package var number: Int
    package var count: Int
  }

  /// Strips of more pages would be too narrow to be compared; more pages get several seals.
  static let mostPages = 10

  package let parts: [Part]
  private let picture: SealPicture

  /// Nil for a document of one page: there is no edge to ride on.
  package init?(pages: Int, picture: SealPicture) {
    guard pages > 1, pages <= 10_000 else { return nil }
    self.picture = picture
    let groups = (pages + Self.mostPages - 1) / Self.mostPages
    parts = (0..<groups).flatMap { group -> [Part] in
      let count = (group + 1) * pages / groups - group * pages / groups
      let width = picture.width / Double(count)
      return (0..<count).map {
        Part(
          left: Double($0) * width, right: Double($0 + 1) * width, number: $0 + 1, count: count)
      }
    }
  }

  /// The annotation that shows a part at the right edge of its page, half way up.
  package func annotation(
    of part: Part, appearance: Int, page: Int, _ geometry: PageGeometry
  ) -> PDFDictionary {
    let top = (geometry.height - picture.height) / 2
    let place = Box(
      left: geometry.width - (part.right - part.left), top: top, right: geometry.width,
      bottom: top + picture.height)
    return [
      "Type": .name("Annot"), "Subtype": .name("Stamp"), "Name": .name("RidingSeal"),
      "Contents": .text("骑缝章 \(part.number)/\(part.count)"),
      // Printed, read only and locked (ISO 32000-1, 12.5.3).
      "F": .integer(4 | 64 | 128), "P": .reference(page), "Rect": geometry.rectangle(place),
      "AP": .dictionary(["N": .reference(appearance)]),
    ]
  }
}
