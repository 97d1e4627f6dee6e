import Cases
import Testing

@testable import ResultCodes

@Suite struct ClaimsTests {
  @Test(arguments: [
    ("张", "*"), ("张三", "张*"), ("王小明", "王*明"), ("欧阳修文", "欧**文"), (" 王 小明\n", "王**明"),
    ("买买提·阿不都热合曼", "买****曼"), ("", ""),
  ])
  func personsAreMasked(_ name: String, _ masked: String) {
    #expect(MaskedHolder(person: name).text == masked)
  }

  @Test(arguments: [
    ("佛山市禅城区某某餐饮店", "佛山****餐饮店"), ("佛山市禅城区某某建设投资发展有限公司", "佛山****有限公司"),
    ("好吃店", "好*店"), ("店", "*"), ("小店", "**"),
  ])
  func organisationsAreMasked(_ name: String, _ masked: String) {
    #expect(MaskedHolder(organisation: name).text == masked)
  }

  @Test func theKindOfHolderIsSeenFromTheName() {
    #expect(MaskedHolder(name: "欧阳修文").text == "欧**文")
    #expect(MaskedHolder(name: "佛山市禅城区某某餐饮店").text == "佛山****餐饮店")
  }

  @Test func aRecordIsNotMovedToAnotherResult() throws {
    let key = IssuingKey(isTest: true)
    let record = try key.sign(try Golden.load().claims, for: ResultSecret().locator)
    #expect(throws: CodeFault.wrongSignature) {
      try record.claims(under: key.publicKey, at: ResultSecret().locator)
    }
  }

  @Test func implausibleClaimsAreNotSigned() throws {
    let changes: [(inout ResultClaims) -> Void] = [
      { $0.issuer = "" }, { $0.kind = String(repeating: "证", count: 43) },
      { $0.number = "A\u{202E}B" }, { $0.number = "A\nB" }, { $0.issuedAt = -1 },
      { $0.expiresAt = $0.issuedAt }, { $0.pdfSHA256 = [1] }, { $0.pdfBytes = 0 },
      { $0.status = .init(list: -1, index: 0) },
    ]
    for change in changes {
      var claims = try Golden.load().claims
      change(&claims)
      #expect(throws: Problem.claimsNotPlausible) {
        try IssuingKey(isTest: true).sign(claims, for: ResultSecret().locator)
      }
    }
  }

  @Test func idNumbersAreNotSigned() throws {
    var claims = try Golden.load().claims
    claims.number = "号11010519491231002x"
    #expect(throws: Problem.claimsHoldIDNumber) {
      try IssuingKey(isTest: true).sign(claims, for: ResultSecret().locator)
    }
  }

  @Test func anUnknownClaimAsksForANewerReader() throws {
    let payload = try CBOR(decoding: Golden.load().claims.encoded)
    var entries = try #require(payload.labelled)
    entries[-7] = .integer(1)
    #expect(throws: CodeFault.newerReaderNeeded) {
      try ResultClaims(decoding: CBOR.map(entries).encoded)
    }
    entries[-7] = nil
    entries[-2] = nil
    #expect(throws: CodeFault.malformedClaims) {
      try ResultClaims(decoding: CBOR.map(entries).encoded)
    }
  }
}
