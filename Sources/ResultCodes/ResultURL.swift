package import Cases

/// The text of a result's QR code: `https://<host>/q/<25 digits>#<digits>`. What follows `#` never
/// reaches a server.
///
/// It holds the secret: `text` is for the code itself and for nothing that is logged.
package struct ResultURL: Sendable, Equatable {
  package let address: PublicAddress
  package let frame: CodeFrame

  /// Throws where the frame is larger than any code may be.
  package init(_ address: PublicAddress, _ frame: CodeFrame) throws(Problem) {
    let size = frame.encoded.count
    guard size <= CodeFrame.largest else {
      throw .codeTooLarge(bytes: size, limit: CodeFrame.largest)
    }
    self.address = address
    self.frame = frame
  }

  /// Takes exactly what `text` makes. That the locator belongs to the secret is checked here, that
  /// a record is signed is not.
  package init(parsing text: String) throws(CodeFault) {
    guard text.utf8.count <= 2_048, let place = text.firstRange(of: "/q/"),
      text.hasPrefix("https://") || text.hasPrefix("http://")
    else { throw .notAResultURL }
    let rest = text[place.upperBound...]
    let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = PublicAddress(parsing: text[..<place.lowerBound]), let path = parts.first,
      let locator = Locator(digits: path)
    else { throw .malformedURL }
    guard parts.count == 2, !parts[1].isEmpty else { throw .incomplete }
    guard let bytes = DecimalPacking.bytes(of: parts[1]) else { throw .malformedURL }
    self.address = address
    frame = try CodeFrame(decoding: bytes)
    guard frame.secret.locator == locator else { throw .locatorDiffers }
  }

  package var locator: Locator { frame.secret.locator }
  /// Everything before the locator.
  var prefix: String { "\(address.text)/q/" }
  /// The frame in digits: what stands behind `#`.
  package var fragment: String { DecimalPacking.digits(of: frame.encoded) }
  package var text: String { "\(prefix)\(locator.digits)#\(fragment)" }
}

extension ResultURL: CustomStringConvertible, CustomReflectable {
  package var description: String { "\(prefix)\(locator.digits)#(hidden)" }
  package var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}
