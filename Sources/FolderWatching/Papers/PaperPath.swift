/// Where in a watched folder a file lies: directly in it, or in a sub-folder. There is no deeper level.
package struct PaperPath: Sendable, Hashable, Codable, Comparable {
  package let folder: PaperName?
  package let name: PaperName

  package init(folder: PaperName? = nil, name: PaperName) {
    self.folder = folder
    self.name = name
  }

  package static func < (one: PaperPath, other: PaperPath) -> Bool {
    let (left, right) = (one.folder?.bytes ?? [], other.folder?.bytes ?? [])
    return left == right ? one.name < other.name : left.lexicographicallyPrecedes(right)
  }
}
