import Foundation
import Testing

@testable import ResultCodes

/// What everybody can read and operate: narrow and wide, in both languages, in large text.
@Suite(.serialized) struct AccessibilityTests {
  let site: Site
  let browser: Browser

  init() async throws {
    (site, browser) = (try await Site.shared(), try await Browser.shared())
    try await browser.speak("zh-CN")
  }

  private func pages() throws -> [(url: String, step: String)] {
    let listed = try site.paper.list(in: site.register)
    let revoked = Circumstances(record: {
      $0.status = .revoked
      $0.revokedAt = "2026-11-23T01:00:00Z"
    })
    return [
      (listed.full, "done"), (listed.withoutFragment, ""),
      (try site.paper.list(revoked, in: site.register).full, "done"),
      ("\(listed.withoutFragment)#12", "done"), ("\(site.address)/verify", "ready"),
      ("\(site.address)/q/\(String(repeating: "1", count: 25))", ""),
    ]
  }

  @Test(arguments: [320, 1280])
  func nobodyIsKeptOut(width: Int) async throws {
    try await browser.resize(width: width)
    for (url, step) in try pages() {
      try await browser.openChecked(url, until: step)
      let _: Bool = try await browser.run(
        "document.querySelectorAll('details').forEach((it) => { it.open = true; }); return true")
      #expect(try await browser.barriers() == [], "\(url.prefix(60))")
      for switched in ["large", "en"] {
        let _: Bool = try await browser.run(
          "document.getElementById(arguments[0]).click(); return true", [switched])
        #expect(try await browser.barriers() == [], "\(switched): \(url.prefix(60))")
      }
    }
  }

  @Test func theCheckFindsWhatIsWrong() async throws {
    try await browser.resize(width: 320)
    try await browser.openChecked(try pages()[0].url)
    let _: Bool = try await browser.run(
      """
      const main = document.querySelector("main");
      main.insertAdjacentElement("beforeend", document.createElement("button"));
      document.getElementById("kind").className = "mark";
      const wide = document.createElement("pre");
      wide.textContent = "x".repeat(200);
      main.append(wide, document.createElement("h5"), document.createElement("img"));
      const faint = new CSSStyleSheet();
      faint.replaceSync(".term { color: #999 } a:focus-visible { outline: none }");
      document.adoptedStyleSheets = [faint];
      return true
      """)
    let found = try await browser.barriers().joined(separator: "\n")
    for words in ["without a name", "contrast 2.", "heading level 5", "px wide in 320", "not seen"]
    {
      #expect(found.contains(words), "\(words): \(found)")
    }
  }

  @Test func bothLanguagesWithAndWithoutAScript() async throws {
    let listed = try site.paper.list(in: site.register)
    let table = [
      ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN", "有效", "Valid"), ("en-GB,en", "en", "Valid", "有效"),
      ("fr, en;q=0.5, zh;q=0.4", "en", "Valid", "有效"), ("fr", "zh-CN", "有效", "Valid"),
    ]
    for (header, language, shown, hidden) in table {
      try await browser.speak(header)
      try await browser.openChecked(listed.full)
      let tag: String = try await browser.run("return document.documentElement.lang")
      let title: String = try await browser.run("return document.getElementById('state').innerText")
      #expect(tag == language && title == shown && title != hidden, "\(header)")
    }
    try await browser.speak("zh-CN")
    try await browser.openChecked(listed.full)
    let switched: [String] = try await browser.run(
      """
      document.getElementById("en").click();
      return [document.documentElement.lang, document.getElementById("state").innerText]
      """)
    #expect(switched == ["en", "Valid"])
  }

  @Test func largeTextIsLarger() async throws {
    try await browser.resize(width: 320)
    try await browser.openChecked(try site.paper.list(in: site.register).full)
    let sizes: [Double] = try await browser.run(
      """
      const size = () => parseFloat(getComputedStyle(document.querySelector(".value")).fontSize);
      const before = size();
      document.getElementById("large").click();
      return [before, size()]
      """)
    #expect(sizes[0] >= 16 && sizes[1] >= 1.4 * sizes[0])
  }
}
