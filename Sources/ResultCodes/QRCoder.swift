import CQREncode
package import Cases

/// Makes the QR symbol of a result's address (ISO/IEC 18004, level M): bytes for the prefix and
/// `#`, numeric mode for both runs of digits.
package enum QRCoder {
  /// 77 modules a side: what is larger reads badly from paper.
  package static let largestVersion = 15

  package static func symbol(for url: ResultURL) throws(Problem) -> QRSymbol {
    let segments: [(QRencodeMode, String)] = [
      (QR_MODE_8, url.prefix), (QR_MODE_NUM, url.locator.digits), (QR_MODE_8, "#"),
      (QR_MODE_NUM, url.fragment),
    ]
    let input = try QRInput()
    for (mode, text) in segments { try input.append(text, mode: mode) }
    let symbol = try input.symbol()
    guard symbol.version <= largestVersion else {
      throw .symbolTooLarge(version: symbol.version, limit: largestVersion)
    }
    return symbol
  }
}

/// libqrencode's list of segments.
final class QRInput {
  /// Longest segment that a frame of `CodeFrame.largest` bytes can need. libqrencode does not bound
  /// sizes well by itself.
  private static let longestSegment = 1_024

  private let handle: OpaquePointer

  init() throws(Problem) {
    guard let made = QRinput_new2(0, QR_ECLEVEL_M) else { throw .drawing("QRinput_new2") }
    handle = made
  }

  deinit { QRinput_free(handle) }

  func append(_ text: String, mode: QRencodeMode) throws(Problem) {
    let bytes = Array(text.utf8)
    guard (1...Self.longestSegment).contains(bytes.count),
      QRinput_append(handle, mode, Int32(bytes.count), bytes) == 0
    else { throw .drawing("QRinput_append") }
  }

  func symbol() throws(Problem) -> QRSymbol {
    guard let code = QRcode_encodeInput(handle) else { throw .drawing("QRcode_encodeInput") }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard width > 0, let data = code.pointee.data else { throw .drawing("QRcode") }
    // Only the lowest bit of a module is its colour; the others tell what it belongs to.
    let modules = UnsafeBufferPointer(start: data, count: width * width).map { $0 & 1 == 1 }
    return QRSymbol(version: Int(code.pointee.version), width: width, modules: modules)
  }
}
