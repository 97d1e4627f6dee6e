import Foundation

/// What the hall side keeps of a result until it was handed over: the sealed PDF and the secret that opens the public
/// copy. Cannot be printed.
package struct HandOver: Sendable, Equatable {
  package static let secretBytes = 16

  package let secret: [UInt8]
  package let pdf: [UInt8]

  /// Nil where the secret is not of 16 bytes.
  package init?(secret: [UInt8], pdf: [UInt8]) {
    guard secret.count == Self.secretBytes else { return nil }
    self.secret = secret
    self.pdf = pdf
  }

  /// secret ‖ PDF, as it is encrypted.
  var bytes: Data { Data(secret + pdf) }

  init?(bytes: Data) {
    self.init(
      secret: Array(bytes.prefix(Self.secretBytes)), pdf: Array(bytes.dropFirst(Self.secretBytes)))
  }
}

extension HandOver: CustomStringConvertible, CustomReflectable {
  package var description: String { "HandOver(\(pdf.count) bytes)" }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
