import Cases
import Testing

@testable import Extraction

/// A second line whose every part but the personal number stands above the zone as well.
struct PersonalNumberTests {
  private func line(_ optional: String, raw: String? = nil) throws -> Field? {
    let padded = optional + String(repeating: "<", count: 14 - optional.count)
    let check = try #require(MRZ.checkDigit(over: Array(padded)))
    var line = Array("E252412262CHN8304128M3405112" + padded + String(check))
    let composite = TD3.Second.composite.flatMap { line[$0] }
    let last = try #require(MRZ.checkDigit(over: composite))
    line.append(Character(String(last)))
    let today = try #require(CalendarDay("2026-06-01"))
    let facts = try #require(
      TD3Facts(
        line1: "P<CHNPENG<<XINPING<<<<<<<<<<<<<<<<<<<<<<<<<<", line2: String(line),
        today: today))
    let printed = [
      "document_number": "E25241226", "nationality": "中国", "birth_date": "1983-04-12", "sex": "男",
      "expiry_date": "2034-05-11", "mrz_line2": String(line),
    ]
    var fields = printed.mapValues { value in
      Field(
        raw: value, value: value, state: .review, probability: 0.9, source: .ocr, page: 1,
        polygon: Polygon([]))
    }
    if let raw { fields["mrz_line2"]?.raw = raw }
    let agreement = ZoneAgreement(
      facts: facts, line2: line, passes: (true, TD3.checksPass(line)), countries: ["CHN": "中国"])
    return agreement.applied(to: fields)["mrz_line2"]
  }

  @Test(arguments: [
    ("", true), ("LPACMCNLAPNMCA", true), ("LPBCBCONMCBLAN", false), ("LPBCBCONMCBL6N", false),
  ])
  func itsCheckDigitsProveItWhereNoTwinOfItsCharactersWeighsTheSame(
    _ number: String, _ isAccepted: Bool
  ) throws {
    #expect(try (line(number)?.state == .accepted) == isAccepted)
  }

  @Test func checkDigitsThatChoseProveNothing() throws {
    #expect(try line("LPBCBCONMCBLAN", raw: "read otherwise")?.state == .review)
  }
}
