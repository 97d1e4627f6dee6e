import Foundation
import HallService
import Testing

@testable import HallService

/// What one caller may ask of the public pages.
@Suite struct RateLimitTests {
  private let locator = HallServicePublicTests.locator

  @Test func whoAsksTooMuchIsToldWhenToComeAgain() async throws {
    var harness = HallServiceHarness(
      results: ListedResults([HallServicePublicTests.record()]))
    harness.settings.requestsPerMinute = 6
    harness.settings.proxies = ["127.0.0.1", "203.0.113.9"]
    try await harness.run { [locator] client in
      func ask(_ said: String?, _ path: String? = nil) async throws -> HallServiceClient.Answer {
        try await client.get(
          path ?? "/q/\(locator)", headers: said.map { ["X-Forwarded-For": $0] } ?? [:])
      }
      for _ in 0..<6 { #expect(try await ask("198.51.100.7").status == 200) }
      for said in ["198.51.100.7", "1.2.3.4, 198.51.100.7", "198.51.100.7, 203.0.113.9"] {
        let answer = try await ask(said)
        #expect(answer.status == 429, "\(said)")
        #expect(try (1...10).contains(#require(Int(answer.headers["retry-after"] ?? ""))))
        #expect(answer.text.contains("data-state=\"unverifiable\""))
        #expect(answer.text.contains("请求过于频繁") && answer.text.contains("Too many requests"))
      }
      #expect(try await ask("198.51.100.8").status == 200, "others are served")
      #expect(try await ask("198.51.100.7", "/v1/cases/x").status == 403, "nobody's word for /v1")
      for _ in 0..<9 { #expect(try await ask(nil).status == 200, "this machine is not counted") }
    }
  }

  @Test func aBucketFillsUpAgain() {
    let allowance = RequestAllowance(perMinute: 60)
    let (start, caller) = (ContinuousClock.now, CallerAddress("198.51.100.7")!)
    for _ in 0..<60 { #expect(allowance.secondsToWait(caller, cost: 1, at: start) == nil) }
    #expect(allowance.secondsToWait(caller, cost: 1, at: start) == 1)
    #expect(allowance.secondsToWait(caller, cost: 10, at: start) == 10)
    let later = start + .seconds(5)
    for _ in 0..<5 { #expect(allowance.secondsToWait(caller, cost: 1, at: later) == nil) }
    #expect(allowance.secondsToWait(caller, cost: 1, at: later) == 1)
  }

  @Test func whoAsksIsBounded() {
    let allowance = RequestAllowance(perMinute: 1, mostCallers: 4)
    let start = ContinuousClock.now
    for number in 0..<40 {
      let caller = CallerAddress("198.51.100.\(number)")!
      #expect(allowance.secondsToWait(caller, cost: 1, at: start) == nil)
    }
  }

  @Test func addressesAreToldApart() {
    #expect(CallerAddress("2001:db8::1") == CallerAddress("2001:db8::ffff"), "one network")
    #expect(CallerAddress("2001:db8::1") != CallerAddress("2001:db8:0:1::1"))
    #expect(CallerAddress("::ffff:198.51.100.7") == CallerAddress("198.51.100.7"))
    #expect(CallerAddress("fe80::1%eth0") != nil)
    for text in ["127.0.0.1", "127.9.9.9", "::1"] {
      #expect(CallerAddress(text)?.isThisMachine == true)
    }
    #expect(CallerAddress("198.51.100.7")?.isThisMachine == false)
    for text in ["", "unknown", "198.51.100.7:80", "[::1]"] { #expect(CallerAddress(text) == nil) }
  }
}
