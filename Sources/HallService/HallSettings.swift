/// How the service is set up.
package struct HallSettings: Sendable {
  package var listen: ListenAddress
  /// Who may use `/v1/*`. With none, only programs on this machine may.
  package var tokens: [APIToken]
  /// Largest submitted file in bytes.
  package var largestDocument: Int
  /// How many submitted files may be in work at a time; further ones are told to come again.
  package var documentsAtOnce: Int

  package init(
    listen: ListenAddress = .local, tokens: [APIToken] = [], largestDocument: Int = 64 << 20,
    documentsAtOnce: Int = 8
  ) {
    self.listen = listen
    self.tokens = tokens
    self.largestDocument = largestDocument
    self.documentsAtOnce = documentsAtOnce
  }

  /// A form's own lines come on top of the file.
  var largestBody: Int { largestDocument + 65_536 }
}
