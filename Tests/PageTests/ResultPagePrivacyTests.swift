import Foundation
import FoundationNetworking
import Testing

@testable import ResultCodes

/// Where the secret goes: nowhere. And how heavy and how fast the page is.
@Suite(.serialized) struct ResultPagePrivacyTests {
  let site: Site
  let browser: Browser

  init() async throws {
    (site, browser) = (try await Site.shared(), try await Browser.shared())
    try await browser.resize(width: 390)
    try await browser.speak("zh-CN")
  }

  @Test func noRequestLogOrReferrerHoldsTheFragment() async throws {
    let listed = try site.paper.list(in: site.register)
    let changed = String(listed.fragment.dropLast()) + "x"
    _ = site.tap.takeSent()
    for text in [listed.full, listed.pointer, "\(listed.withoutFragment)#\(changed)"] {
      try await browser.openChecked(text)
      let address: String = try await browser.run("return location.href")
      #expect(address == listed.withoutFragment, "it leaves the address bar")
      try await browser.open("\(site.address)/verify")
    }
    try await browser.openChecked(listed.full)
    let _: Bool = try await browser.run("location.reload(); return true")
    try await Task.sleep(for: .milliseconds(100))
    try await browser.finish()
    #expect(try await browser.text.contains(site.paper.claims.number), "a reload keeps it")
    let _: Bool = try await browser.run(
      "document.querySelector('footer a').click(); return true")
    try await browser.finish(until: "ready")
    let requests = site.tap.takeSent()
    #expect(requests.contains("GET /q/\(listed.locator) HTTP/1.1"))
    #expect(requests.contains("GET /b/\(listed.locator) HTTP/1.1"))
    #expect(!requests.lowercased().contains("referer:"))
    for secret in [listed.fragment, listed.pointer.split(separator: "#")[1].description] {
      // the secret's digits are the first ones
      for part in [secret, String(secret.prefix(34).dropFirst(3))] {
        #expect(!requests.contains(part))
        #expect(!site.log.all.contains { $0.contains(part) || $0.contains(listed.locator) })
      }
    }
  }

  @Test func theFullLinkIsCopiedOnDemand() async throws {
    let listed = try site.paper.list(in: site.register)
    try await browser.openChecked(listed.full)
    try await browser.devTools(
      "Browser.grantPermissions",
      #"{"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}"#)
    let link: String = try await browser.runAsync(
      """
      const done = arguments[arguments.length - 1];
      navigator.clipboard.writeText = (text) => { done(text); return Promise.resolve(); };
      document.getElementById("copy").click();
      """)
    #expect(link == listed.full)
  }

  @Test func thePageIsLight() async throws {
    try await browser.openChecked(try site.paper.list(in: site.register).full)
    let bytes: Int = try await browser.run(
      """
      return performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"))
        .filter((entry) => !/[/](b|c|[.]well-known)[/]/.test(entry.name))
        .reduce((sum, entry) => sum + entry.decodedBodySize, 0)
      """)
    #expect((20_000...60_000).contains(bytes), "\(bytes) bytes")
  }

  @Test func itIsVerifiedAndOpenedSoonAfterLoading() async throws {
    var times: [Double] = []
    for _ in 0..<7 {
      try await browser.openChecked(try site.paper.list(in: site.register).full)
      #expect(try await browser.state == "valid")
      times.append(
        try await browser.run(
          """
          const [opened] = performance.getEntriesByName("kanhe-opened");
          return opened.startTime - performance.getEntriesByType("navigation")[0].loadEventEnd
          """))
    }
    let sorted = times.sorted()
    print("page: verified and PDF opened \(Int(sorted[3])) ms after load (median of 7)")
    // The fastest: others may be at work on this machine, and they are not the page.
    #expect(sorted[0] <= 150, "\(times)")
  }

  @Test func noJavaScriptStillTellsStatusAndKind() async throws {
    let listed = try site.paper.list(in: site.register)
    try await browser.allowScripts(false)
    try await browser.open(listed.full)
    let text = try await browser.text
    #expect(try await browser.state == "valid")
    try await browser.allowScripts(true)
    #expect(text.contains("有效") && text.contains(site.paper.claims.kind))
    #expect(text.contains("本页没有核对您手中的文件") && !text.contains(site.paper.claims.number))
  }

  @Test func withoutASecureContextItSaysSoAndOffersTheServer() async throws {
    let listed = try site.paper.list(in: site.register)
    let port = site.tap.port
    try await browser.openChecked(
      listed.full.replacing("127.0.0.1:\(port)", with: "kanhe.test:\(port)"))
    #expect(try await browser.state == "unverifiable")
    #expect(try await browser.text.contains("不在安全连接"))
    let filled: String = try await browser.run(
      "return document.querySelector('main #code').value")
    #expect(filled == listed.fragment)
  }

  @Test func theServerDecryptsWhenAsked() async throws {
    let listed = try site.paper.list(in: site.register)
    let other = try site.paper.list(in: site.register)
    for code in [listed.full, listed.fragment, listed.pointer] {
      let answer = try await post(code, to: listed.locator)
      #expect(answer.status == 200 && answer.body == Data(site.paper.pdf))
      #expect(answer.type == "application/pdf")
    }
    for (code, status) in [
      (other.full, 422), ("", 422), ("12", 422), (listed.withoutFragment, 422),
      (String(repeating: "1", count: 9_000), 422),
    ] {
      let answer = try await post(code, to: listed.locator)
      #expect(answer.status == status && answer.type == "text/html; charset=utf-8")
      #expect(!String(decoding: answer.body, as: UTF8.self).contains(site.paper.claims.kind))
    }
    #expect(try await post(listed.full, to: String(repeating: "1", count: 25)).status == 404)
  }

  private func post(_ code: String, to locator: String) async throws -> (
    status: Int, type: String?, body: Data
  ) {
    let url = try #require(URL(string: "\(site.address)/q/\(locator)/open"))
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    let safe = code.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    request.httpBody = Data("code=\(safe)".utf8)
    let (body, response) = try await URLSession.shared.data(for: request)
    let http = try #require(response as? HTTPURLResponse)
    return (http.statusCode, http.value(forHTTPHeaderField: "Content-Type"), body)
  }
}
