import Foundation
import Testing

@testable import ResultCodes

/// Pictures of the page's states for `Docs/images`, made where `KANHE_SCREENSHOTS` names a folder.
@Suite(.serialized) struct ScreenshotTests {
  static let folder = ProcessInfo.processInfo.environment["KANHE_SCREENSHOTS"]

  struct Shot {
    let name: String
    let url: String
    var step = "done"
    var width = 390
    /// Identifiers of switches to press first.
    var pressing: [String] = []
  }

  private func shots(_ site: Site) throws -> [Shot] {
    let listed = try site.paper.list(in: site.register)
    let revoked = Circumstances(record: {
      $0.status = .revoked
      $0.revokedAt = "2026-11-23T01:00:00Z"
      $0.revocationReason = .superseded
    })
    let changed = Circumstances(entry: { $0.hiddenPDF?[5_000] ^= 1 })
    let missing = Circumstances(entry: { $0.hiddenPDF = nil })
    return [
      Shot(name: "page-valid-phone", url: listed.full),
      Shot(name: "page-valid-desktop", url: listed.full, width: 1280),
      Shot(name: "page-valid-large-en", url: listed.full, width: 320, pressing: ["en", "large"]),
      Shot(name: "page-digits-only", url: listed.withoutFragment, step: ""),
      Shot(name: "page-revoked", url: try site.paper.list(revoked, in: site.register).full),
      Shot(name: "page-mismatch", url: try site.paper.list(changed, in: site.register).full),
      Shot(name: "page-unverifiable", url: try site.paper.list(missing, in: site.register).full),
      Shot(name: "page-verify", url: "\(site.address)/verify", step: "ready"),
    ]
  }

  @Test(.enabled(if: folder != nil)) func everyState() async throws {
    let (site, browser) = (try await Site.shared(), try await Browser.shared())
    let folder = URL(filePath: try #require(Self.folder), directoryHint: .isDirectory)
    try await browser.speak("zh-CN")
    for shot in try shots(site) {
      try await browser.resize(width: shot.width)
      try await browser.openChecked(shot.url, until: shot.step)
      for id in shot.pressing {
        let _: Bool = try await browser.run(
          "document.getElementById(arguments[0]).click(); return true", [id])
      }
      let height: Int = try await browser.run("return document.documentElement.scrollHeight")
      let most = shot.width > 800 ? 860 : 1_800
      try await browser.resize(width: shot.width, height: min(height, most))
      try await browser.screenshot().write(to: folder.appending(path: "\(shot.name).png"))
    }
  }
}
