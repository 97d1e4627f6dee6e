/// How a line model writes characters: each as one or several codes, as a tree whose ways lead to characters.
///
/// Components `lstm-unicharset` (a count, then a line for each character) and `lstm-recoder` (`UnicharCompress::Serialize`:
/// a count, then for each a byte and its codes). The first three characters are space and two that no line contains.
struct LineCodes {
  /// By number: what is printed.
  let characters: [String]
  private let codes: [[Int]]
  private let null: Int

  private static let special = 1...2
  private static let longest = 9

  init?(characters text: ArraySlice<UInt8>, recoder: ArraySlice<UInt8>, null: Int) {
    guard let text = String(validating: text, as: UTF8.self) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var bytes = LineModelBytes(recoder)
    guard let first = lines.first, let count = Int(first), count < lines.count,
      bytes.number() == count
    else { return nil }
    characters = lines[1...count].enumerated().map { number, line in
      number == 0 ? " " : String(line.prefix { $0 != " " })
    }
    var codes: [[Int]] = []
    for _ in 0..<count {
      guard bytes.byte() != nil, let length = bytes.number(upTo: Self.longest) else { return nil }
      let one = (0..<length).compactMap { _ in bytes.number(upTo: 1 << 14) }
      guard one.count == length else { return nil }
      codes.append(one)
    }
    self.codes = codes
    self.null = null
  }

  /// The tree of the characters that may come out; an empty alphabet allows all.
  func tree(of alphabet: String) -> CodeTree {
    let allowed = Set(alphabet.map(String.init))
    var tree = CodeTree(codes: (codes.joined().max() ?? 0) + 1)
    for (number, sequence) in codes.enumerated()
    where !Self.special.contains(number) && sequence != [null]
      && (allowed.isEmpty || allowed.contains(characters[number]))
    {
      tree.add(number, sequence)
    }
    return tree
  }
}

/// Sequences of codes that write characters. The root has number 0.
struct CodeTree {
  private(set) var characters: [Int?] = [nil]
  /// By node, the code that leads to it.
  private(set) var codes: [Int] = [-1]
  private var atRoot: [Int?]
  private var children: [[Int]] = [[]]

  init(codes: Int) { atRoot = [Int?](repeating: nil, count: codes) }

  var count: Int { codes.count }

  /// Whether characters are longer than what leads to this node.
  func goesOn(_ node: Int) -> Bool { !children[node].isEmpty }

  func child(of node: Int, by code: Int) -> Int? {
    node == 0
      ? (atRoot.indices.contains(code) ? atRoot[code] : nil)
      : children[node].first { codes[$0] == code }
  }

  fileprivate mutating func add(_ character: Int, _ sequence: [Int]) {
    guard !sequence.isEmpty else { return }
    var node = 0
    for code in sequence {
      if let next = child(of: node, by: code) {
        node = next
        continue
      }
      codes.append(code)
      characters.append(nil)
      children.append([])
      let next = codes.count - 1
      if node == 0 { atRoot[code] = next } else { children[node].append(next) }
      node = next
    }
    characters[node] = character
  }
}
