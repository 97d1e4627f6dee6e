/// How the service is set up.
package struct HallSettings: Sendable {
  package var listen: ListenAddress
  /// Who may use `/v1/*`. With none, only programs on this machine may.
  package var tokens: [APIToken]
  /// Largest submitted file in bytes.
  package var largestDocument: Int
  /// How many submitted files may be in work at a time; further ones are told to come again.
  package var documentsAtOnce: Int
  /// What one address may ask of the public pages; 0 for as much as it likes.
  package var requestsPerMinute: Int
  /// Addresses of the proxies before the service, whose word for who asks is taken.
  package var proxies: [String]

  package init(
    listen: ListenAddress = .local, tokens: [APIToken] = [], largestDocument: Int = 64 << 20,
    documentsAtOnce: Int = 8, requestsPerMinute: Int = 0, proxies: [String] = []
  ) {
    self.listen = listen
    self.tokens = tokens
    self.largestDocument = largestDocument
    self.documentsAtOnce = documentsAtOnce
    self.requestsPerMinute = requestsPerMinute
    self.proxies = proxies
  }

  /// A form's own lines come on top of the file.
  var largestBody: Int { largestDocument + 65_536 }
}
