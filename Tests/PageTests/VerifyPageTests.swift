import Crypto
import Foundation
import Testing

@testable import ResultCodes

/// `/verify`: scan, type, or check a file that stays in the browser.
@Suite(.serialized) struct VerifyPageTests {
  let site: Site
  let browser: Browser

  init() async throws {
    (site, browser) = (try await Site.shared(), try await Browser.shared())
    try await browser.resize(width: 390)
    try await browser.speak("zh-CN")
    try await browser.openChecked("\(site.address)/verify", until: "ready")
  }

  private func file(_ bytes: [UInt8]) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID()).pdf")
    try Data(bytes).write(to: path)
    return path.path
  }

  @Test func twentyFiveDigitsLeadToTheResult() async throws {
    let listed = try site.paper.list(in: site.register)
    for script in [true, false] {
      try await browser.allowScripts(script)
      try await browser.open("\(site.address)/verify?digits=\(grouped(listed.locator))")
      let address: String = try await browser.run("return location.href")
      #expect(address == listed.withoutFragment)
      #expect(try await browser.state == "valid")
    }
    try await browser.allowScripts(true)
    try await browser.open("\(site.address)/verify?digits=12")
    #expect(try await browser.text.contains("没有此结果"))
  }

  private func grouped(_ digits: String) -> String {
    stride(from: 0, to: 25, by: 5).map { String(digits.dropFirst($0).prefix(5)) }
      .joined(separator: "+")
  }

  @Test func aFileIsJudgedWithoutBeingSent() async throws {
    let secret = ResultSecret()
    let hash = site.paper.claims.pdfSHA256.map { String(format: "%02x", $0) }.joined()
    let listed = try site.paper.list(
      Circumstances(secret: secret, entry: { $0.pdfSHA256 = hash }), in: site.register)
    let mine = try file(site.paper.pdf)
    defer { try? FileManager.default.removeItem(atPath: mine) }
    _ = site.tap.takeSent()
    try await browser.typeFile(mine, into: "file")
    try await browser.finish()
    #expect(try await browser.state == "valid")
    let text = try await browser.text
    #expect(text.contains("逐字节一致") && text.contains(site.paper.claims.number))
    #expect(text.contains("有效") && text.contains("测试，不具法律效力"))
    let requests = site.tap.takeSent()
    #expect(requests.contains("GET /f/\(hash) HTTP/1.1") && !requests.contains("%PDF"))
    #expect(requests.contains("HEAD /q/\(listed.locator) HTTP/1.1"))
    #expect(!requests.contains("POST"))
  }

  /// The issuing key and the register in one thief's hands: the log does not know it.
  @Test func aFileThatIsNotLoggedIsRefused() async throws {
    let forged = Circumstances(entry: { $0.isProofForged = true })
    for var circumstances in [Circumstances(isLogged: false), forged] {
      try await judge(&circumstances)
      #expect(try await browser.state == "mismatch")
      #expect(try await browser.text.contains("不在公开日志中"))
    }
    var honest = Circumstances()
    try await judge(&honest)
    #expect(try await browser.state == "valid")
    #expect(try await browser.text.contains("已记入公开日志"))
  }

  @Test func aFileIsLookedUpOnTheStatusList() async throws {
    let table: [(list: Int64, place: Int64, revoked: Int?, state: String)] = [
      (1, 240, nil, "valid"), (1, 241, 241, "revoked"), (2, 250, nil, "unverifiable"),
    ]
    for (list, place, revoked, state) in table {
      var circumstances = Circumstances(
        claims: { $0.status = .init(list: list, index: place) },
        entry: { $0.revokedPlace = revoked })
      try await judge(&circumstances)
      #expect(try await browser.state == state, "\(list) \(place)")
    }
  }

  /// Lists a file of its own and drops it.
  private func judge(_ circumstances: inout Circumstances) async throws {
    let pdf = site.paper.pdf + Array("% \(UUID())\n".utf8)
    let hash = SHA256.hash(data: pdf)
    let (claims, entry) = (circumstances.claims, circumstances.entry)
    circumstances.claims = {
      ($0.pdfSHA256, $0.pdfBytes) = (Array(hash), Int64(pdf.count))
      claims(&$0)
    }
    circumstances.entry = {
      $0.pdfSHA256 = hash.map { String(format: "%02x", $0) }.joined()
      entry(&$0)
    }
    _ = try site.paper.list(circumstances, in: site.register)
    let mine = try file(pdf)
    defer { try? FileManager.default.removeItem(atPath: mine) }
    try await browser.openChecked("\(site.address)/verify", until: "ready")
    try await browser.typeFile(mine, into: "file")
    try await browser.finish()
  }

  @Test func aChangedFileIsNotInTheRegister() async throws {
    let other = try file(site.paper.pdf + [0x0A])
    defer { try? FileManager.default.removeItem(atPath: other) }
    try await browser.typeFile(other, into: "file")
    try await browser.finish()
    #expect(try await browser.state == "mismatch")
    #expect(try await browser.text.contains("登记中没有这个文件"))
  }

  @Test func aBrowserThatReadsNoCodesSaysSo() async throws {
    let text = try await browser.text
    #expect(text.contains("此浏览器不能识别二维码"))
    #expect(text.contains("确认打开的网址以 \(site.address) 开头"))
  }

  @Test func whatWasScannedLeadsToThisSiteOnly() async throws {
    let listed = try site.paper.list(in: site.register)
    try await paste(listed.full)
    try await browser.finish()
    #expect(try await browser.text.contains(site.paper.claims.number))
    for (link, state) in [
      (listed.full.replacing("127.0.0.1", with: "127.0.0.2"), "mismatch"),
      ("https://example.com/", "unreadable"), ("javascript:alert(1)", "unreadable"),
    ] {
      try await browser.openChecked("\(site.address)/verify", until: "ready")
      try await paste(link)
      #expect(try await browser.state == state, "\(link.prefix(30))")
    }
  }

  private func paste(_ text: String) async throws {
    let _: Bool = try await browser.run(
      """
      const field = document.getElementById("link");
      field.value = arguments[0];
      field.dispatchEvent(new Event("change"));
      return true
      """, [text])
  }

  @Test func aCodeOnAPhotoIsReadWhereTheBrowserCan() async throws {
    let listed = try site.paper.list(in: site.register)
    // Chromium on Linux has no detector: one that gives the text stands in its place.
    let _: Bool = try await browser.runAsync(
      """
      const [text, version, done] = arguments;
      globalThis.BarcodeDetector = class {
        static async getSupportedFormats() { return ["qr_code"]; }
        async detect() { return [{ rawValue: text }]; }
      };
      import(`/assets/x/scanning.js`).then(async ({ scanner, textOnPhoto }) => {
        const canvas = new OffscreenCanvas(8, 8);
        canvas.getContext("2d");
        const read = await textOnPhoto(await scanner(), await canvas.convertToBlob());
        done(read === text);
      });
      """, [listed.full, ""])
  }
}
