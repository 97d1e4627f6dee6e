package import Cases
import Crypto

/// The sealed PDF as the public side stores it: nonce ‖ ciphertext ‖ tag (AES-256-GCM) under a key
/// derived from the secret, with the locator as associated data.
package enum HiddenPDF {
  /// In bytes.
  package static let largestPDF = 64 << 20
  private static let smallestStep = 16_384

  /// The PDF is padded with zeros first, so that the size of what is stored says little about it.
  package static func hide(
    _ pdf: [UInt8], under secret: ResultSecret
  ) throws(Problem) -> [UInt8] {
    guard (1...largestPDF).contains(pdf.count) else { throw .pdfTooLarge }
    let padding = [UInt8](repeating: 0, count: paddedSize(pdf.count) - pdf.count)
    guard
      let box = try? AES.GCM.seal(
        pdf + padding, using: secret.pdfKey, authenticating: secret.locator.bytes),
      let stored = box.combined
    else { throw .internalFault("AES-GCM") }
    return Array(stored)
  }

  /// The PDF again; `length` is its length as its signed record says. A change anywhere is a
  /// problem.
  package static func reveal(
    _ stored: [UInt8], under secret: ResultSecret, length: Int
  ) throws(Problem) -> [UInt8] {
    guard (1...largestPDF).contains(length), stored.count == paddedSize(length) + 28,
      let box = try? AES.GCM.SealedBox(combined: stored),
      let padded = try? AES.GCM.open(
        box, using: secret.pdfKey, authenticating: secret.locator.bytes),
      padded.dropFirst(length).allSatisfy({ $0 == 0 })
    else { throw .hiddenPDFDamaged }
    return Array(padded.prefix(length))
  }

  /// Steps of 16 KiB up to 128 KiB, then eight steps to every doubling: at most an eighth is added
  /// to a large file.
  package static func paddedSize(_ count: Int) -> Int {
    let largestPower = 1 << (Int.bitWidth - 1 - max(1, count).leadingZeroBitCount)
    let step = max(smallestStep, largestPower / 8)
    return (count + step - 1) / step * step
  }
}
