import CQREncode
package import Cases

extension QRCoder {
  /// The symbol of a short text, for a sheet of paper that a machine is to know again.
  ///
  /// - Throws: `drawing_failed` for a text that has no place in it.
  package static func symbol(ofSheet text: String) throws(Problem) -> QRSymbol {
    let input = try QRInput()
    try input.append(text, mode: QR_MODE_8)
    return try input.symbol()
  }
}
