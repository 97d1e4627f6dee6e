import Foundation

/// The likeliest way through a line's probabilities that writes characters: at each step a code, the same code again, or
/// none (Graves et al. 2006; which codes are tried, and how soft borders between codes count, as in Tesseract's
/// `recodebeam.cpp`).
struct LinePath {
  /// A character with the steps that it takes, its own and the blank ones before it, and those at which it was sure.
  struct Character {
    let number: Int
    let steps: Range<Int>
    let sure: Range<Int>
    /// The least certainty of a step, a logarithm.
    let certainty: Float
  }

  private(set) var characters: [Character] = []

  /// What a step's logarithm counts, and what is taken off it: Tesseract's for text that no dictionary speaks for, on
  /// which all thresholds rest.
  static let weight: Float = 2.25
  static let offset: Float = -0.085
  private static let least: Float = -20
  private static let mostEntries = 48

  /// What may follow: anything, only the same code again, anything but that.
  private enum Next: UInt8 { case anything, again, notAgain }
  private enum Kind: UInt8 { case blank, part, character }

  private struct Entry {
    var score: Float
    var certainty: Float
    var previous: Int32
    var node: Int32
    var kind: Kind
    var next: Next
    var isRepeated: Bool
  }

  private let tree: CodeTree
  private let null: Int
  private var entries: [Entry] = []
  private var begin = 0
  private var slots: [Int32]

  init(_ probabilities: LineProbabilities, tree: CodeTree, null: Int) {
    self.tree = tree
    self.null = null
    slots = [Int32](repeating: -1, count: tree.count * 9)
    entries.append(
      Entry(
        score: 0, certainty: 0, previous: -1, node: 0, kind: .blank, next: .anything,
        isRepeated: false))
    var former = 0..<1
    for step in 0..<probabilities.steps {
      begin = entries.count
      let leaders = probabilities.leaders(at: step, most: 5, atLeast: 0)
      let now = Moment(leaders: leaders, null: probabilities[step, null], nullCode: null)
      for index in former { goOn(from: index, now) }
      for index in begin..<entries.count { slots[slot(entries[index])] = -1 }
      if entries.count - begin > Self.mostEntries {
        entries[begin...].sort { $0.score > $1.score }
        entries.removeLast(entries.count - begin - Self.mostEntries)
      }
      former = begin..<entries.count
    }
    let ends = former.filter {
      entries[$0].next != .again && (entries[$0].kind == .character || entries[$0].node == 0)
    }
    guard let end = ends.max(by: { entries[$0].score < entries[$1].score }) else { return }
    collect(from: end, steps: probabilities.steps)
  }

  /// What is likely at one step.
  private struct Moment {
    let top: (code: Int, probability: Float)
    let second: (code: Int, probability: Float)
    let null: Float

    init(leaders: [(code: Int, probability: Float)], null: Float, nullCode: Int) {
      top = leaders.first ?? (nullCode, null)
      second = leaders.count > 1 ? leaders[1] : top
      self.null = null
    }

    /// Of a code that is tried at all: one of the two likeliest.
    func probability(of code: Int) -> Float? {
      code == top.code ? top.probability : code == second.code ? second.probability : nil
    }
  }

  private mutating func goOn(from index: Int, _ now: Moment) {
    let entry = entries[index]
    let node = Int(entry.node)
    let code = entry.kind == .blank ? null : tree.codes[node]
    if entry.kind != .blank, let probability = now.probability(of: code) {
      if entry.next != .notAgain {
        push(from: index, entry.kind, node, .anything, probability, isRepeated: true)
      }
      if entry.next == .anything {
        push(from: index, entry.kind, node, .notAgain, probability + now.null, isRepeated: true)
      }
    }
    if entry.next == .again { return }
    // Blank steps inside a character leave it where it is.
    push(from: index, .blank, entry.kind == .character ? 0 : node, .anything, now.null)
    let place = entry.kind == .character ? 0 : node
    for (other, candidate) in [now.top, now.second].enumerated() {
      if other == 1 && candidate.code == now.top.code { continue }
      guard candidate.code != null, candidate.code != code || entry.kind == .blank,
        let child = tree.child(of: place, by: candidate.code)
      else { continue }
      var soft = candidate.probability + now.null
      if entry.kind != .blank, entry.next == .anything, let former = now.probability(of: code) {
        soft += former
      }
      for kind in [Kind.character, .part]
      where kind == .character ? tree.characters[child] != nil : tree.goesOn(child) {
        push(from: index, kind, child, .anything, candidate.probability)
        push(from: index, kind, child, .again, soft)
      }
    }
  }

  private mutating func push(
    from index: Int, _ kind: Kind, _ node: Int, _ next: Next, _ probability: Float,
    isRepeated: Bool = false
  ) {
    let certainty =
      (max(Self.least, probability > 0 ? log(probability) : Self.least) + Self.offset) * Self.weight
    if certainty < Self.least, kind != .blank { return }
    let entry = Entry(
      score: entries[index].score + certainty, certainty: certainty, previous: Int32(index),
      node: Int32(node), kind: kind, next: next, isRepeated: isRepeated)
    let slot = slot(entry)
    if slots[slot] < 0 {
      slots[slot] = Int32(entries.count)
      entries.append(entry)
    } else if entries[Int(slots[slot])].score < entry.score {
      entries[Int(slots[slot])] = entry
    }
  }

  private func slot(_ entry: Entry) -> Int {
    (Int(entry.node) * 3 + Int(entry.kind.rawValue)) * 3 + Int(entry.next.rawValue)
  }

  private mutating func collect(from end: Int, steps: Int) {
    var way: [Entry] = []
    var index = end
    while index > 0 {
      way.append(entries[index])
      index = Int(entries[index].previous)
    }
    way.reverse()
    var (step, begin) = (0, 0)
    while step < way.count {
      var certainty: Float = 0
      while step < way.count, way[step].kind != .character {
        certainty = min(certainty, way[step].certainty)
        step += 1
      }
      guard step < way.count, let number = tree.characters[Int(way[step].node)] else { break }
      let first = step
      repeat {
        certainty = min(certainty, way[step].certainty)
        step += 1
      } while step < way.count && way[step].kind == .character && way[step].isRepeated
      characters.append(
        Character(number: number, steps: begin..<step, sure: first..<step, certainty: certainty))
      begin = step
    }
  }
}
