package import Cases

/// How a symbol is drawn: modules of whole printer dots at 300 dpi, a quiet zone of four modules,
/// no logo.
package enum QRPicture {
  package static let dotsPerInch = 300
  /// Version 13 is then 39.1 mm wide with its quiet zone.
  package static let defaultDots = 6
  static let quietZone = 4

  /// A module's side in millimetres when it is `dots` printer dots wide.
  package static func millimetres(dots: Int) -> Double {
    Double(dots) * 25.4 / Double(dotsPerInch)
  }

  /// The symbol as vectors: one path, so that no seams show between modules.
  package static func svg(
    _ symbol: QRSymbol, dotsPerModule: Int = defaultDots
  ) throws(Problem) -> String {
    try checkSize(dotsPerModule)
    let side = symbol.width + 2 * quietZone
    let size = String(Int((millimetres(dots: dotsPerModule * side) * 1000).rounded()))
    let millimetres = "\(size.dropLast(3)).\(size.suffix(3))mm"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(millimetres)" height="\(millimetres)" \
      viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges" role="img" \
      aria-label="勘合结果二维码 / QR code of a Kanhe result">
      <rect width="\(side)" height="\(side)" fill="#fff"/>
      <path fill="#000" d="\(path(of: symbol))"/>
      </svg>

      """
  }

  private static func path(of symbol: QRSymbol) -> String {
    symbol.darkRuns
      .map { "M\($0.left + quietZone) \($0.row + quietZone)h\($0.length)v1h-\($0.length)z" }
      .joined()
  }

  static func checkSize(_ dotsPerModule: Int) throws(Problem) {
    guard (1...100).contains(dotsPerModule) else { throw .drawing("\(dotsPerModule) dots") }
  }
}

extension QRSymbol {
  struct Run {
    var row: Int
    var left: Int
    var length: Int
  }

  /// Dark modules that lie side by side, row by row.
  var darkRuns: [Run] {
    var runs: [Run] = []
    for row in 0..<width {
      for column in 0..<width where modules[row * width + column] {
        if let last = runs.last, last.row == row, last.left + last.length == column {
          runs[runs.count - 1].length += 1
        } else {
          runs.append(Run(row: row, left: column, length: 1))
        }
      }
    }
    return runs
  }
}
