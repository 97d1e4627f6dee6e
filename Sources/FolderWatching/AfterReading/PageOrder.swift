package import Cases

/// The pages of a submission in the order in which they belong, fronts and backs together.
package struct PageOrder: Sendable, Equatable {
  /// A page as it was submitted: index of the file in the claim from 0, page in it from 1.
  package struct Place: Sendable, Equatable {
    package let file: Int
    package let page: Int

    package init(file: Int, page: Int) {
      self.file = file
      self.page = page
    }
  }

  package let places: [Place]
  /// Fronts and backs do not fit: the pages are left as they came, and a person has to look.
  package let problem: Problem?

  /// - Parameter counts: pages of each file of the claim.
  package static func pages(of sides: ScannedSides, counts: [Int]) -> PageOrder {
    let asTheyCome = counts.enumerated().flatMap { file, count in
      (0..<max(0, count)).map { Place(file: file, page: $0 + 1) }
    }
    switch sides {
    case .asTheyCome:
      return PageOrder(places: asTheyCome, problem: nil)
    case .backsInOneFile:
      guard let odd = counts.first(where: { $0 % 2 != 0 }) else {
        return PageOrder(places: counts.enumerated().flatMap(turnedOver), problem: nil)
      }
      return PageOrder(
        places: asTheyCome, problem: .sidesDoNotMatch(fronts: odd - odd / 2, backs: odd / 2))
    case .backsInSecondFile:
      guard counts.count == 2, counts[0] == counts[1] else {
        let backs = counts.dropFirst().reduce(0, +)
        return PageOrder(
          places: asTheyCome, problem: .sidesDoNotMatch(fronts: counts.first ?? 0, backs: backs))
      }
      let places = (0..<counts[0]).flatMap {
        [Place(file: 0, page: $0 + 1), Place(file: 1, page: counts[1] - $0)]
      }
      return PageOrder(places: places, problem: nil)
    }
  }

  /// The first half of a file are fronts, the second half their backs, last sheet first.
  private static func turnedOver(file: Int, count: Int) -> [Place] {
    (0..<count / 2).flatMap {
      [Place(file: file, page: $0 + 1), Place(file: file, page: count - $0)]
    }
  }
}
