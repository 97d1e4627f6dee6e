import Cases
import Testing

@testable import ResultCodes

@Suite struct ResultURLTests {
  @Test(arguments: [
    "https://fw.example.gov.cn", "https://a-b.cn:8443", "http://127.0.0.1:8080", "http://localhost",
  ])
  func addressesThatCanBeUsed(_ text: String) throws {
    #expect(try PublicAddress(text).text == text)
  }

  @Test(arguments: [
    "", "https://", "http://example.cn", "HTTPS://example.cn", "https://Example.cn",
    "https://example.cn/", "https://example.cn/path", "https://a@b.cn", "https://a.cn:0",
    "https://a.cn:080", "https://a.cn:65536", "https://a.cn:", "https://-a.cn", "https://a..cn",
    "https://例子.cn", "ftp://a.cn", "https://a.cn?x", "https://a.cn#", "https://a.cn:1:2",
    "http://127.0.0.1.evil.cn",
  ])
  func addressesThatCannot(_ text: String) {
    #expect(throws: Problem.badPublicURL(text)) { try PublicAddress(text) }
  }

  @Test func everyOtherTextIsRefused() throws {
    let golden = try Golden.load()
    let parts = golden.pointerUrl.split(separator: "#").map(String.init)
    let (head, digits) = (parts[0], parts[1])
    let other = try #require(ResultSecret(bytes: [UInt8](repeating: 7, count: 16)))
    let table: [(String, CodeFault)] = [
      ("", .notAResultURL), ("勘合", .notAResultURL), ("https://example.cn/", .notAResultURL),
      ("ftp://a.cn/q/1#2", .notAResultURL),
      (String(repeating: "1", count: 3000), .notAResultURL),
      (head, .incomplete), (head + "#", .incomplete),
      ("https://a.cn/q/12#" + digits, .malformedURL), (head + "#" + digits + "#", .malformedURL),
      (head + "#" + digits + "\n", .malformedURL), (head + "?x#" + digits, .malformedURL),
      (head + "/#" + digits, .malformedURL), (golden.pointerUrl + "000", .malformedURL),
      (head + "#" + String(digits.dropLast(3)), .malformedURL),
      (golden.pointerUrl.replacing("https", with: "http"), .malformedURL),
      (golden.pointerUrl.replacing("fw.", with: "FW."), .malformedURL),
      ("https://a.cn/q/\(other.locator.digits)#\(digits)", .locatorDiffers),
    ]
    for (text, fault) in table {
      #expect(throws: fault, "\(text)") { try ResultURL(parsing: text) }
    }
  }

  @Test(arguments: [0x00, 0x11, 0x1F, 0x21, 0x30, 0xF0] as [UInt8])
  func newerFramesAskForANewerReader(_ head: UInt8) throws {
    let secret = ResultSecret()
    let digits = DecimalPacking.digits(of: [head] + secret.bytes)
    let text = "https://a.cn/q/\(secret.locator.digits)#\(digits)"
    #expect(throws: CodeFault.newerReaderNeeded) { try ResultURL(parsing: text) }
  }

  @Test func nothingPrintsTheSecret() throws {
    let secret = try #require(ResultSecret(bytes: Array(200..<216)))
    let url = try ResultURL(PublicAddress("https://a.cn"), .pointer(secret))
    var shown = "\(secret) \(url) \(url.frame) \(Optional(secret) as Any) \([secret])"
    dump(secret, to: &shown)
    dump(url, to: &shown)
    dump(IssuingKey(isTest: true), to: &shown)
    #expect(shown.contains("hidden"))
    #expect(!shown.contains("200") && !shown.contains("c8c9") && !shown.contains(url.fragment))
  }
}
