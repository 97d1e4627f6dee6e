import CQREncode
import Cases

/// The QR code that licences carry. It says that the paper is a specimen.
enum QRBlock {
  static let content = "样本 SPECIMEN 虚构材料，不具任何效力"

  static func draw(x: Double, y: Double, side: Double, on canvas: Canvas) throws(Problem) {
    guard let code = QRcode_encodeString8bit(content, 0, QR_ECLEVEL_M),
      let modules = code.pointee.data
    else { throw .cannotDraw("QR") }
    defer { QRcode_free(code) }
    let count = Int(code.pointee.width)
    let module = side / Double(count)
    canvas.fill(
      Box(
        left: x - 2 * module, top: y - 2 * module, right: x + side + 2 * module,
        bottom: y + side + 2 * module), .white)
    for row in 0..<count {
      for column in 0..<count where modules[row * count + column] & 1 == 1 {
        let (left, top) = (x + Double(column) * module, y + Double(row) * module)
        // A hair wider than a module, so that no seam shows between two.
        canvas.fill(
          Box(left: left, top: top, right: left + module * 1.03, bottom: top + module * 1.03),
          .black)
      }
    }
  }
}
