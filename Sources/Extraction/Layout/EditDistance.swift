/// Levenshtein's distance: characters to insert, to leave out or to change.
enum EditDistance {
  static func between(_ one: [Character], _ other: [Character]) -> Int {
    var last = Array(0...other.count)
    for (row, character) in one.enumerated() {
      var costs = [row + 1]
      for (column, beside) in other.enumerated() {
        let change = last[column] + (character == beside ? 0 : 1)
        costs.append(min(change, last[column + 1] + 1, costs[column] + 1))
      }
      last = costs
    }
    return last[other.count]
  }
}
