import Crypto

/// What a result's signed record says of it. Nothing in it identifies a person: no ID number, no
/// address, no full name.
package struct ResultClaims: Sendable, Equatable {
  /// Name or 统一社会信用代码 of the authority.
  package var issuer: String
  /// Seconds since 1970, UTC.
  package var issuedAt: Int64
  /// Seconds since 1970, UTC; nil for ever.
  package var expiresAt: Int64?
  /// Printed kind of the result, `行政许可决定书`.
  package var kind: String
  package var number: String
  package var holder: MaskedHolder
  /// SHA-256 of the sealed PDF, 32 bytes.
  package var pdfSHA256: [UInt8]
  /// Length of the sealed PDF in bytes.
  package var pdfBytes: Int64
  package var status: StatusEntry?

  /// A place on a Token Status List.
  package struct StatusEntry: Sendable, Equatable {
    package var list: Int64
    package var index: Int64

    package init(list: Int64, index: Int64) {
      self.list = list
      self.index = index
    }
  }

  package init(
    issuer: String, issuedAt: Int64, expiresAt: Int64? = nil, kind: String, number: String,
    holder: MaskedHolder, pdfSHA256: [UInt8], pdfBytes: Int64, status: StatusEntry? = nil
  ) {
    self.issuer = issuer
    self.issuedAt = issuedAt
    self.expiresAt = expiresAt
    self.kind = kind
    self.number = number
    self.holder = holder
    self.pdfSHA256 = pdfSHA256
    self.pdfBytes = pdfBytes
    self.status = status
  }

  /// The claims of a result whose sealed PDF is `pdf`.
  package init(
    issuer: String, issuedAt: Int64, expiresAt: Int64? = nil, kind: String, number: String,
    holder: MaskedHolder, pdf: [UInt8], status: StatusEntry? = nil
  ) {
    self.init(
      issuer: issuer, issuedAt: issuedAt, expiresAt: expiresAt, kind: kind, number: number,
      holder: holder, pdfSHA256: Array(SHA256.hash(data: pdf)), pdfBytes: Int64(pdf.count),
      status: status)
  }

  /// Whether `pdf` is, byte for byte, the file that was signed for.
  package func fit(pdf: [UInt8]) -> Bool {
    Int64(pdf.count) == pdfBytes && Array(SHA256.hash(data: pdf)) == pdfSHA256
  }
}
