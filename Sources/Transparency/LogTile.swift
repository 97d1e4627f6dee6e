/// A run of up to 256 hashes or entries, as the log is published (C2SP tlog-tiles).
package struct LogTile: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    /// Hashes of complete subtrees of `256^level` entries.
    case hashes(level: Int)
    case entries
  }

  package static let fullWidth = 256
  /// Levels of the tree that lie between two levels of tiles.
  static let height = 8

  package var content: Content
  package var index: Int
  /// 1 to 256; less than 256 at the right edge of the tree.
  package var width: Int

  package init(_ content: Content, index: Int, width: Int = LogTile.fullWidth) {
    self.content = content
    self.index = index
    self.width = width
  }

  /// `tile/0/x001/x234/067.p/8`.
  package var path: String {
    let kind =
      switch content {
      case .hashes(let level): String(level)
      case .entries: "entries"
      }
    let suffix = width < Self.fullWidth ? ".p/\(width)" : ""
    return "tile/\(kind)/\(Self.written(index))\(suffix)"
  }

  /// nil for anything that `path` does not give.
  package init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.count < 12, parts[0] == "tile" else { return nil }
    let kind = parts[1] == "entries" ? Content.entries : Int(parts[1]).map(Content.hashes)
    var numbers = parts.dropFirst(2)
    var width = Self.fullWidth
    if numbers.count >= 2, numbers[numbers.endIndex - 2].hasSuffix(".p") {
      guard let partial = numbers.popLast().flatMap({ Int($0) }), let last = numbers.popLast()
      else { return nil }
      width = partial
      numbers.append(last.dropLast(2))
    }
    let digits = numbers.map { $0.hasPrefix("x") ? $0.dropFirst() : $0 }.joined()
    guard let kind, let index = Int(digits) else { return nil }
    self.init(kind, index: index, width: width)
    guard (1...Self.fullWidth).contains(width), isPossible, self.path == path else { return nil }
  }

  /// The complete subtrees whose hashes this tile holds; for entries, the leaves. Only for a tile that a tree has.
  package var nodes: [LogNode] {
    (0..<width).map {
      LogNode(level: level * Self.height, position: index * Self.fullWidth + $0)
    }
  }

  /// Whether a tree of this size has the tile, at this width or wider.
  package func isIn(treeOf size: Int) -> Bool {
    guard isPossible, width > 0 else { return false }
    let hashes = size >> (level * Self.height)
    return hashes >= width && index <= (hashes - width) / Self.fullWidth
  }

  /// Of the tile; entries stand beside the hashes of single entries.
  private var level: Int { if case .hashes(let level) = content { level } else { 0 } }

  /// Whether any tree that can be counted has such a tile. 64 levels are allowed; no such tree reaches the eighth.
  private var isPossible: Bool {
    (0..<8).contains(level)
      && (0...(Int.max >> (level * Self.height)) / Self.fullWidth).contains(index)
  }

  private static func written(_ index: Int) -> String {
    var parts = [threeDigits(index % 1000)]
    var rest = index / 1000
    while rest > 0 {
      parts.insert("x" + threeDigits(rest % 1000), at: 0)
      rest /= 1000
    }
    return parts.joined(separator: "/")
  }

  private static func threeDigits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
