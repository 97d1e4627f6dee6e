import Cases
import Foundation
import HallService
import Testing

/// What anybody sees: the page of a result, its signed record, and nothing else.
@Suite struct HallServicePublicTests {
  static let locator = "3596957886671794603677742"
  static let other = "7205759403792793516777215"

  static func record(_ change: (inout PublicRecord) -> Void = { _ in }) -> PublicRecord {
    var record = PublicRecord(
      locator: locator, kindZh: "公共场所卫生许可决定书", kindEn: "Hygiene <permit>",
      cose: [0x84, 0x43, 0xA1, 0x00], issuedAt: "2026-01-05T02:00:00Z", expiresOn: "2199-01-04",
      testAuthority: true)
    change(&record)
    return record
  }

  @Test func isAlive() async throws {
    try await HallServiceHarness().run { client in
      let answer = try await client.get("/livez")
      #expect(answer.status == 200 && answer.text == "ok\n")
    }
  }

  @Test func aValidResultIsSaidInWords() async throws {
    try await HallServiceHarness(results: ListedResults([Self.record()])).run { client in
      let page = try await client.get("/q/\(Self.locator)")
      #expect(page.status == 200)
      #expect(page.text.contains("<html lang=\"zh-CN\" data-state=\"valid\">"))
      #expect(page.headers["kanhe-state"] == "valid")
      for words in [
        "有效", "Valid", "公共场所卫生许可决定书", "Hygiene &lt;permit&gt;", "2026-01-05", "2199-01-04",
        "测试，不具法律效力", "请与手中纸件逐项核对", "35969 57886 67179 46036 77742", "http://127.0.0.1:8080",
      ] { #expect(page.text.contains(words), "\(words)") }
    }
  }

  @Test func everyPageIsClosedToForeignScriptsAndStrangers() async throws {
    try await HallServiceHarness(results: ListedResults([Self.record()])).run { client in
      let paths = [
        "/q/\(Self.locator)", "/q/\(Self.other)", "/c/\(Self.locator)", "/b/\(Self.locator)",
        "/assets/1/style.css", "/assets/1/result.js", "/verify", "/.well-known/kanhe/jwks.json",
      ]
      for path in paths {
        let answer = try await client.get(path)
        let policy = try #require(answer.headers["content-security-policy"])
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
        #expect(!policy.contains("unsafe") && !policy.contains("http"))
        #expect(answer.headers["referrer-policy"] == "no-referrer")
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        #expect(answer.headers["set-cookie"] == nil)
        #expect(!answer.text.contains("style=\"") && !answer.text.contains("<script>"))
        #expect(answer.text.firstMatch(of: #/ on[a-z]+="/#) == nil)
        for match in answer.text.matches(of: /(?:src|href|action)="([^"]*)"/) {
          #expect(match.1.hasPrefix("/") && !match.1.hasPrefix("//"), "\(path): \(match.1)")
        }
      }
    }
  }

  @Test(arguments: [
    ("valid", "有效"), ("revoked", "已撤销"), ("expired", "已过期"), ("not-yet", "尚未生效"),
  ])
  func onlyTheStateThatHoldsIsOnThePage(_ state: String, _ word: String) async throws {
    let record = Self.record { record in
      switch state {
      case "revoked":
        record.status = .revoked
        record.revokedAt = "2026-02-01T17:00:00Z"
        record.revocationReason = .issuedInError
      case "expired": record.expiresOn = "2026-01-06"
      case "not-yet": record.issuedAt = "2199-01-01T00:00:00Z"
      default: break
      }
    }
    try await HallServiceHarness(results: ListedResults([record])).run { client in
      let text = try await client.get("/q/\(Self.locator)").text
      #expect(text.contains("data-state=\"\(state)\"") && text.contains(word))
      let others = ["已撤销", "已过期", "尚未生效"].filter { $0 != word }
      #expect(others.allSatisfy { !text.contains($0) })
      let revocation = text.contains("撤销日期：2026-02-02；原因：签发有误")
      #expect(revocation == (state == "revoked"))
    }
  }

  @Test func aResultOfARealAuthorityIsNoTest() async throws {
    let real = Self.record { $0.testAuthority = false }
    try await HallServiceHarness(results: ListedResults([real])).run { client in
      let page = try await client.get("/q/\(Self.locator)")
      #expect(page.status == 200 && !page.text.contains("测试"))
    }
  }

  @Test func unknownAndMalformedAddressesLookAlike() async throws {
    let results = ListedResults([Self.record()])
    try await HallServiceHarness(results: results).run { client in
      var unknown = try await client.get("/q/\(Self.other)")
      unknown.headers["date"] = nil
      #expect(unknown.status == 404 && unknown.text.contains("没有此结果"))
      let paths = [
        "/q/1", "/q/\(Self.locator)0", "/q/%00", "/q/..", "/q/3596957886671794603677%E4%BA%8C",
        "/q/9999999999999999999999999", "/c/\(Self.other)", "/c/x", "/b/\(Self.other)", "/b/x",
        "/b/\(Self.other)/page1",
        "/f/x", "/f/\(String(repeating: "b", count: 64))",
      ]
      for path in paths {
        var answer = try await client.get(path)
        answer.headers["date"] = nil
        #expect(answer == unknown, "\(path)")
      }
      #expect(results.lookups.load(ordering: .relaxed) == paths.count + 1, "each was looked up")
      for path in ["/", "/q", "/q/1/2", "/admin", "/v1/none"] {
        #expect(try await client.get(path).body == unknown.body, "\(path)")
      }
      for path in ["/assets/1/none.js", "/assets/1/%2E%2E%2Fhead.mustache", "/verify?digits=1"] {
        #expect(try await client.get(path).body == unknown.body, "\(path)")
      }
    }
  }

  @Test func whatIsHiddenComesAsItIsStored() async throws {
    try await HallServiceHarness(results: ListedResults([Self.record()])).run { client in
      #expect(try await client.get("/b/\(Self.locator)").body == [1])
      #expect(try await client.get("/b/\(Self.locator)/page1").body == [2])
      let found = try await client.get("/f/\(ListedResults.sha256)")
      #expect(found.headers["kanhe-locator"] == Self.locator)
      #expect(found.body == [0x84, 0x43, 0xA1, 0x00])
    }
  }

  @Test func theSignedRecordComesAsItIs() async throws {
    try await HallServiceHarness(results: ListedResults([Self.record()])).run { client in
      let answer = try await client.get("/c/\(Self.locator)")
      #expect(answer.status == 200 && answer.body == [0x84, 0x43, 0xA1, 0x00])
      #expect(answer.headers["content-type"] == #"application/cose; cose-type="cose-sign1""#)
    }
  }

  @Test func aRegisterThatCannotBeAskedIsNoVerdict() async throws {
    try await HallServiceHarness(results: ListedResults([], fails: true)).run { client in
      for path in [
        "/q/\(Self.locator)", "/c/\(Self.locator)", "/b/\(Self.locator)",
        "/f/\(ListedResults.sha256)",
      ] {
        let answer = try await client.get(path)
        #expect(answer.status == 503 && answer.text.contains("data-state=\"unverifiable\""))
      }
    }
  }

  @Test func noLogLineLeadsToAResult() async throws {
    let harness = HallServiceHarness(results: ListedResults([Self.record()]))
    try await harness.run { client in
      _ = try await client.get("/q/\(Self.locator)")
      _ = try await client.get("/c/\(Self.locator)")
      _ = try await client.get("/q/\(Self.locator)/more")
    }
    #expect(harness.log.all.contains { $0.contains("/q/{locator}") || $0.contains("/q/:locator") })
    #expect(!harness.log.all.contains { $0.contains(Self.locator) })
  }

  @Test func pagesThatAreNotThereAreSaidAtTheStart() async {
    await #expect(throws: Problem.self) { try await Pages(folder: "/nowhere") }
  }
}
