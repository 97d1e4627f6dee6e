extension GreyImage {
  /// Without ruled lines: runs of ink that are longer than any stroke of a character, with the pixel beside them.
  func withoutRules(longerThan width: Int, higherThan height: Int, darkerThan level: UInt8)
    -> GreyImage
  {
    var result = self
    for y in 0..<self.height {
      for run in runs(from: y * self.width, step: 1, count: self.width, darkerThan: level)
      where run.count > width {
        for x in run { result.paintWhite(x: x, aroundRow: y) }
      }
    }
    for x in 0..<self.width {
      for run in runs(from: x, step: self.width, count: self.height, darkerThan: level)
      where run.count > height {
        for y in run { result.paintWhite(y: y, aroundColumn: x) }
      }
    }
    return result
  }

  /// Without the sides of low cells: runs of ink, less high than others that are taken for rules, that lead from one
  /// erased rule to another. `page` is the same picture with all of its rules.
  func withoutCellSides(of page: GreyImage, higherThan height: Int) -> GreyImage {
    guard width > 2 else { return self }
    var result = self
    func isErased(_ x: Int, _ y: Int) -> Bool {
      (max(0, y - 3)...min(self.height - 1, y + 3)).contains { row in
        page.pixels[row * width + x] == 0 && pixels[row * width + x] != 0
      }
    }
    for x in 1..<width - 1 {
      var begin = 0
      for y in 0...self.height {
        // A rule that leans by a pixel or two is still one.
        let isInked =
          y < self.height && (x - 1...x + 1).contains { page.pixels[y * width + $0] == 0 }
        guard !isInked else { continue }
        if y - begin > height, isErased(x, begin), isErased(x, y - 1) {
          for row in begin..<y { result.pixels[row * width + x] = 255 }
        }
        begin = y + 1
      }
    }
    return result
  }

  /// White beyond the first vertical rule on either side of the line in `columns`: the cell beside it begins there.
  func cutAtRules(outside columns: Range<Int>, darkerThan level: UInt8) -> GreyImage {
    let ink = inkPerColumn(darkerThan: level)
    let slack = height / 6
    let whole = 0..<width
    let inside =
      (columns.lowerBound + slack..<max(columns.lowerBound + slack, columns.upperBound - slack))
      .clamped(to: whole)
    let left = whole.prefix { $0 < inside.lowerBound }.last { ink[$0] * 5 > height * 4 }
    let right = whole.dropFirst(inside.upperBound).first { ink[$0] * 5 > height * 4 }
    guard left != nil || right != nil else { return self }
    var result = self
    for x in whole where x <= (left ?? -2) + 1 || x >= (right ?? width + 1) - 1 {
      for y in 0..<height { result.pixels[y * width + x] = 250 }
    }
    return result
  }

  /// The stretches of ink along one row or column.
  private func runs(from start: Int, step: Int, count: Int, darkerThan level: UInt8)
    -> [Range<Int>]
  {
    var runs: [Range<Int>] = []
    var begin = 0
    for index in 0..<count where pixels[start + index * step] >= level {
      if index - begin > 1 { runs.append(begin..<index) }
      begin = index + 1
    }
    if count - begin > 1 { runs.append(begin..<count) }
    return runs
  }

  private mutating func paintWhite(x: Int, aroundRow row: Int) {
    for y in max(0, row - 1)...min(height - 1, row + 1) { pixels[y * width + x] = 250 }
  }

  private mutating func paintWhite(y: Int, aroundColumn column: Int) {
    for x in max(0, column - 1)...min(width - 1, column + 1) { pixels[y * width + x] = 250 }
  }
}
