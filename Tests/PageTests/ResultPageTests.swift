import Foundation
import Testing

@testable import ResultCodes

/// The page of a result in a real browser: a genuine code, and every way in which one is not.
@Suite(.serialized) struct ResultPageTests {
  let site: Site
  let browser: Browser

  init() async throws {
    (site, browser) = (try await Site.shared(), try await Browser.shared())
    try await browser.resize(width: 390)
    try await browser.speak("zh-CN")
    _ = try await browser.complaints()
  }

  private func list(_ circumstances: Circumstances = Circumstances()) throws -> Listed {
    try site.paper.list(circumstances, in: site.register)
  }

  /// Nothing of the record may be on a page that does not stand for it.
  private func expectNothingOfTheRecord() async throws {
    let document = try await browser.document
    let claims = site.paper.claims
    for word in [claims.kind, claims.number, claims.holder.text, claims.issuer, "有效 "] {
      #expect(!document.contains(word), "\(word)")
    }
    let pictures: Int = try await browser.run("return document.images.length")
    let links: Int = try await browser.run(
      "return document.querySelectorAll('[href^=blob]').length")
    #expect(pictures == 0 && links == 0)
  }

  @Test(arguments: [false, true])
  func aGenuineCodeShowsItsRecordAndOpensItsPDF(isPointer: Bool) async throws {
    let listed = try list()
    try await browser.openChecked(isPointer ? listed.pointer : listed.full)
    #expect(try await browser.state == "valid")
    let text = try await browser.text
    let claims = site.paper.claims
    for words in [
      "有效", "测试，不具法律效力", claims.kind, claims.number, claims.holder.text, claims.issuer,
      "未改动：文件与签发时逐字节一致", "请与手中纸件逐项核对", "打开 PDF", "保存 PDF", site.address,
    ] { #expect(text.contains(words), "\(words)") }
    for word in ["已撤销", "已过期", "尚未生效", "与登记不符", "无法确认", "无法识别"] {
      #expect(try await !browser.document.contains(word), "\(word)")
    }
    let width: Int = try await browser.run("return document.getElementById('page1').naturalWidth")
    #expect(width > 600)
    // what the links lead to was hashed: it is there, and it is said to be the right one
    #expect(text.contains(claims.pdfSHA256.map { String(format: "%02x", $0) }.joined()))
    #expect(try await browser.complaints() == [])
  }

  @Test func theBrowserShowsThePDF() async throws {
    try await browser.openChecked(try list().full)
    let type: String = try await browser.runAsync(
      """
      const [done] = [...arguments].slice(-1), frame = open(document.getElementById("open").href);
      const look = () => frame.document?.contentType === "application/pdf"
        ? (done(frame.document.contentType), frame.close()) : setTimeout(look, 20);
      frame ? look() : done("no window");
      """)
    #expect(type == "application/pdf")
    #expect(try await browser.complaints() == [])
  }

  @Test func aChangedCodeIsNotShown() async throws {
    let listed = try list()
    let other = try list()
    let frame = try #require(DecimalPacking.bytes(of: listed.fragment))
    for place in [1, 16, 20, 40, 90, frame.count - 70, frame.count - 1] {
      var changed = frame
      changed[place] ^= 1
      try await browser.openChecked(
        "\(listed.withoutFragment)#\(DecimalPacking.digits(of: changed))")
      #expect(try await browser.state == "mismatch", "byte \(place)")
      #expect(try await browser.text.contains("与登记不符"))
      try await expectNothingOfTheRecord()
    }
    for fragment in [String(listed.fragment.dropLast()), "12", "abc", other.fragment] {
      try await browser.openChecked("\(listed.withoutFragment)#\(fragment)")
      #expect(try await browser.state == "mismatch", "\(fragment.prefix(20))")
      try await expectNothingOfTheRecord()
    }
  }

  @Test func aNewerCodeIsNotCalledWrong() async throws {
    let listed = try list()
    var frame = try #require(DecimalPacking.bytes(of: listed.fragment))
    frame[0] = 0x30
    try await browser.openChecked(
      "\(listed.withoutFragment)#\(DecimalPacking.digits(of: frame))")
    #expect(try await browser.state == "unreadable")
    #expect(try await browser.text.contains("无法识别"))
    try await expectNothingOfTheRecord()
  }

  @Test func whatIsNotAsRegisteredIsSaid() async throws {
    let stranger = IssuingKey(isTest: false)
    let old: Int64 = 20 * 365 * 86_400
    let table: [(String, Circumstances)] = [
      ("PDF changed", Circumstances(entry: { $0.hiddenPDF?[5_000] ^= 1 })),
      ("PDF cut short", Circumstances(entry: { $0.hiddenPDF?.removeLast(16_384) })),
      ("picture changed", Circumstances(entry: { $0.hiddenPicture?[500] ^= 1 })),
      ("picture cut short", Circumstances(entry: { $0.hiddenPicture = [1, 2, 3] })),
      ("another key", Circumstances(key: stranger)),
      ("before the key's time", Circumstances(claims: { $0.issuedAt -= old })),
      ("another record registered", Circumstances(record: { $0.cose[$0.cose.count - 1] ^= 1 })),
      ("another PDF signed for", Circumstances(claims: { $0.pdfSHA256[0] ^= 1 })),
      ("another length signed for", Circumstances(claims: { $0.pdfBytes -= 1 })),
    ]
    for (name, circumstances) in table {
      try await browser.openChecked(try list(circumstances).full)
      #expect(try await browser.state == "mismatch", "\(name)")
      try await expectNothingOfTheRecord()
    }
  }

  @Test func aPictureBySomebodyElseIsNotShown() async throws {
    let secret = ResultSecret()
    let forged = try HiddenPicture.hide(
      site.paper.picture, under: secret, signedBy: IssuingKey(isTest: false))
    try await browser.openChecked(
      try list(Circumstances(secret: secret, entry: { $0.hiddenPicture = forged })).full)
    #expect(try await browser.state == "mismatch")
    try await expectNothingOfTheRecord()
  }

  @Test func withoutAPictureThePDFIsStillThere() async throws {
    try await browser.openChecked(try list(Circumstances(entry: { $0.hiddenPicture = nil })).full)
    #expect(try await browser.state == "valid")
    #expect(try await browser.text.contains("此结果没有首页图片"))
  }

  @Test func whatCannotBeFetchedIsNoVerdict() async throws {
    try await browser.openChecked(try list(Circumstances(entry: { $0.hiddenPDF = nil })).full)
    #expect(try await browser.state == "unverifiable")
    try await expectNothingOfTheRecord()
    for part in ["*/b/*", "*/c/*", "*/proof", "*/jwks.json"] {
      try await browser.block([part])
      try await browser.openChecked(try list().full)
      #expect(try await browser.state == "unverifiable", "\(part)")
      #expect(try await browser.text.contains("无法确认"))
      try await expectNothingOfTheRecord()
    }
    try await browser.block([])
    // trying again, with the network back
    let _: Bool = try await browser.run(
      "document.querySelector('main button').click(); return true")
    try await browser.finish()
    #expect(try await browser.state == "valid")
    _ = try await browser.complaints()
  }

  @Test func signedButNotLoggedIsRefused() async throws {
    let forged = Circumstances(entry: { $0.isProofForged = true })
    for circumstances in [Circumstances(isLogged: false), forged] {
      try await browser.openChecked(try list(circumstances).full)
      #expect(try await browser.state == "mismatch")
      #expect(try await browser.text.contains("不在公开日志中"))
      try await expectNothingOfTheRecord()
    }
    try await browser.openChecked(try list().full)
    #expect(try await browser.text.contains("已记入公开日志"))
  }

  @Test func theStatusListRevokesAndMustBeGenuine() async throws {
    let table: [(list: Int64, place: Int64, revoked: Int?, state: String)] = [
      (1, 40, nil, "valid"), (1, 41, 41, "revoked"), (1, 42, 43, "valid"),
      (2, 50, nil, "unverifiable"), (3, 51, nil, "unverifiable"), (4, 52, nil, "unverifiable"),
      (1, 70_000, nil, "unverifiable"),
    ]
    for (list, place, revoked, state) in table {
      let circumstances = Circumstances(
        claims: { $0.status = .init(list: list, index: place) },
        entry: { $0.revokedPlace = revoked })
      try await browser.openChecked(try self.list(circumstances).full)
      #expect(try await browser.state == state, "\(list) \(place)")
      #expect(try await (state == "revoked") == browser.document.contains("已撤销"))
      if state == "unverifiable" { try await expectNothingOfTheRecord() }
    }
  }

  @Test func aKeyThatWasRevokedLaterProvesNothing() async throws {
    try await browser.openChecked(try list(Circumstances(key: site.revokedKey)).full)
    #expect(try await browser.state == "unverifiable")
    try await expectNothingOfTheRecord()
  }

  @Test func statesThatTheRegisterKnows() async throws {
    let now = Int64(Date().timeIntervalSince1970)
    let table: [(String, String, Circumstances)] = [
      (
        "revoked", "已撤销",
        Circumstances(record: {
          $0.status = .revoked
          $0.revokedAt = "2026-11-23T01:00:00Z"
          $0.revocationReason = .superseded
        })
      ),
      (
        "expired", "已过期",
        Circumstances(claims: {
          $0.issuedAt = now - 900 * 86_400
          $0.expiresAt = now - 2 * 86_400
        })
      ),
      (
        // the register forgets it, the signed record does not
        "expired", "已过期",
        Circumstances(
          claims: {
            $0.issuedAt = now - 900 * 86_400
            $0.expiresAt = now - 2 * 86_400
          }, record: { $0.expiresOn = nil })
      ),
      ("not-yet", "尚未生效", Circumstances(claims: { $0.issuedAt = now + 3 * 86_400 })),
    ]
    for (state, word, circumstances) in table {
      try await browser.openChecked(try list(circumstances).full)
      #expect(try await browser.state == state)
      let document = try await browser.document
      #expect(document.contains(word) && document.contains(site.paper.claims.number))
      for other in ["有效 ·", "已撤销", "已过期", "尚未生效"] where other != word {
        #expect(!document.contains(other), "\(state): \(other)")
      }
    }
  }

  @Test func aResultOfARealAuthorityIsNotCalledATest() async throws {
    let real = Circumstances(record: { $0.testAuthority = false }, key: site.hallKey)
    try await browser.openChecked(try list(real).full)
    #expect(try await browser.state == "valid")
    #expect(try await !browser.document.contains("不具法律效力"))
    // a test key under a record that says otherwise
    let half = Circumstances(record: { $0.testAuthority = false })
    try await browser.openChecked(try list(half).full)
    #expect(try await browser.text.contains("测试，不具法律效力"))
  }
}
