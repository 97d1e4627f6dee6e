import Cases
import Testing

@testable import Extraction

struct PassportTests {
  private static let zone = [
    "P<CHNPENG<<XINPING<<<<<<<<<<<<<<<<<<<<<<<<<<", "E252412262CHN8304128M3405112<<<<<<<<<<<<<<02",
  ]

  private func line(_ text: String, _ left: Double, _ top: Double, _ height: Double = 26)
    -> TextLine
  {
    let width = 0.7 * height * Double(text.count)
    return TextLine(
      print: text, in: Box(left: left, top: top, right: left + width, bottom: top + height),
      confidence: 0.95)
  }

  /// A data page as Chinese passports print it, 1475 pixels wide.
  private func page(zone: [String] = Self.zone, birth: String = "12 4月/APR 1983") -> [TextLine] {
    visualZone(birth: birth) + self.zone(zone)
  }

  private func zone(_ lines: [String]) -> [TextLine] {
    zip(lines, [805.0, 886]).map { text, top in
      TextLine(
        print: text, in: Box(left: 72, top: top, right: 1390, bottom: top + 36), confidence: 0.98)
    }
  }

  private func visualZone(birth: String) -> [TextLine] {
    [
      line("护照", 63, 40, 48), line("PASSPORT", 66, 107), line("中华人民共和国", 850, 31, 38),
      line("类型/Tvpe", 544, 125, 20), line("国家码/CountryCode", 730, 125, 20),
      line("护照号/PassportNo.", 1040, 125, 20), line("P", 544, 159), line("CHN", 730, 159),
      line("E25241226", 1040, 159), line("姓名/Name", 544, 209, 20), line("彭鑫萍", 544, 240, 32),
      line("PENG,XINPING", 544, 288), line("性别/Sex", 544, 339, 20),
      line("国籍/Nabonality", 730, 339, 20), line("出生日期/Dateofbirth", 1060, 339, 20),
      line("男/M", 544, 372), line("中国/CHINESE", 730, 372), line(birth, 1060, 372),
      line("出生地点/Placeofbrrth", 544, 426, 20), line("签发日期/Dateofissue", 1060, 426, 20),
      line("内蒙古/NEI MONGOL", 544, 458), line("12 5月/MAY 2024", 1060, 458),
      line("签发地点/Placeofissue", 544, 513, 20), line("有效期至/Dateofexpiry", 1060, 513, 20),
      line("辽宁/LIAONING", 544, 545), line("11 5月/MAY 2034", 1060, 545),
      line("签发机关/Authority", 544, 601, 20), line("公安部出入境管理局", 544, 630, 32),
      line("MPSExit&EntryAdministration", 544, 675, 20),
    ]
  }

  private func reading(_ lines: [TextLine], _ reader: (any LineReader)? = nil) throws
    -> DocumentReading
  {
    let found = try GoldenPage.extractor().documents(
      in: lines, size: (1475, 1039), page: 1, source: .ocr, toPage: .identity, polygon: Polygon([]),
      reader: reader ?? SamePrint(lines: lines))
    #expect(found.count == 1)
    return try #require(found.first)
  }

  @Test func bothZonesAreReadAndKeptApart() throws {
    let passport = try reading(page())
    #expect(passport.kind == "passport")
    let values = passport.fields.compactMapValues(\.value)
    let expected = [
      "document_type": "P", "country_code": "CHN", "document_number": "E25241226",
      "name": "彭鑫萍", "name_latin": "PENG, XINPING", "sex": "男", "nationality": "中国",
      "birth_date": "1983-04-12", "birth_place": "内蒙古", "issue_date": "2024-05-12",
      "issue_place": "辽宁", "expiry_date": "2034-05-11", "issuing_authority": "公安部出入境管理局",
      "mrz_line1": Self.zone[0], "mrz_line2": Self.zone[1],
    ]
    #expect(values == expected)
    #expect(
      passport.mrz?.compactMapValues(\.value) == [
        "document_type": "P", "country_code": "CHN", "document_number": "E25241226",
        "name_latin": "PENG, XINPING", "nationality": "CHN", "birth_date": "1983-04-12",
        "sex": "男", "expiry_date": "2034-05-11",
      ])
    #expect(passport.mrz?.values.allSatisfy { $0.source == .mrz } == true)
  }

  /// The model that read the page prints one filler where there are many, or overlooks half of a line: the zone's own model
  /// looks again.
  @Test(arguments: ["P<CHNPENG<<XINPING<", "«二", ""])
  func aZoneThatLostALineIsLookedAtByItsOwnModel(_ first: String) throws {
    let lost =
      visualZone(birth: "12 4月/APR 1983")
      + zone([first, Self.zone[1]]).filter { !$0.glyphs.isEmpty }
    let passport = try reading(lost, SamePrint(lines: page()))
    #expect(passport.fields["mrz_line1"]?.value == Self.zone[0])
    #expect(passport.fields["mrz_line2"]?.value == Self.zone[1])
  }

  /// Out of focus nothing is left but the largest print: five check digits say what it is.
  @Test func aZoneAloneMakesAPassport() throws {
    let blurred = zone(["", "E252412262CHN8304128M3405112<<<<<<"]).filter { !$0.glyphs.isEmpty }
    let passport = try reading(blurred, SamePrint(lines: zone(Self.zone)))
    #expect(passport.kind == "passport")
    #expect(passport.fields["mrz_line2"]?.value == Self.zone[1])
  }

  @Test func aPassportWithoutAZoneGetsNone() throws {
    let lines = visualZone(birth: "12 4月/APR 1983")
    #expect(try reading(lines).fields["mrz_line1"]?.state == .missing)
  }

  @Test func whatBothZonesSayIsAccepted() throws {
    let fields = try reading(page()).fields
    for name in [
      "document_type", "country_code", "document_number", "name_latin", "sex", "nationality",
      "birth_date", "expiry_date", "mrz_line1", "mrz_line2",
    ] {
      #expect(fields[name]?.state == .accepted, "\(name)")
    }
    #expect(fields["birth_date"]?.check("agrees") == .of("agrees", true, with: "mrz.birth_date"))
    #expect(fields["name"]?.state == .review)
  }

  @Test func zonesThatContradictEachOtherAreBothForAPerson() throws {
    let passport = try reading(page(birth: "12 4月/APR 1988"))
    #expect(passport.fields["birth_date"]?.value == "1988-04-12")
    #expect(passport.fields["birth_date"]?.check("agrees")?.result == .fail)
    #expect(passport.fields["birth_date"]?.state == .review)
    #expect(passport.fields["mrz_line2"]?.state == .review)
    #expect(passport.mrz?["birth_date"]?.value == "1983-04-12")
    #expect(passport.mrz?["birth_date"]?.state == .review)
  }

  /// Print of something else was taken for the nationality: that says nothing, and the state that issued it stands there too.
  @Test func whatIsNoCountryContradictsNothing() throws {
    let lines = page().map { $0.text == "中国/CHINESE" ? line("“125", 730, 372) : $0 }
    let fields = try reading(lines).fields
    #expect(fields["nationality"]?.state == .review)
    #expect(fields["mrz_line2"]?.state == .accepted)
  }

  /// 2013 read as 2018 makes a term as well.
  @Test(arguments: [(false, FieldState.review), (true, .accepted)])
  func anIssueDateNeedsTwoReaders(_ isSeenTwice: Bool, _ state: FieldState) throws {
    let lines = page()
    let reader: any LineReader = isSeenTwice ? TwoReaders(lines: lines) : SamePrint(lines: lines)
    let issued = try #require(reading(lines, reader).fields["issue_date"])
    #expect(issued.value == "2024-05-12")
    #expect(issued.state == state)
  }

  /// The reader of characters sees what the reader of lines sees.
  private struct TwoReaders: LineReader {
    let lines: [TextLine]

    func read(_ box: Box, hint: LineHint) throws -> TextLine? {
      try SamePrint(lines: lines).read(box, hint: hint)
    }
    func readCharacters(_ box: Box) throws -> CharacterReading? {
      try read(box, hint: LineHint(script: .han)).map {
        CharacterReading(line: $0, cutting: 2, blur: 0.02)
      }
    }
  }

  /// The zone has no room for the end of such a name, which is said once only.
  @Test func theEndOfANameThatWasCutOffIsForAPerson() throws {
    let long = "P<CHNABCDEFGHIJKLMNOPQRSTUVWXYZ<<ABCDEFGHIJK"
    let lines = page(zone: [long, Self.zone[1]]).map {
      $0.text == "PENG,XINPING" ? line("ABCDEFGHIJKLMNOPQRSTUVWXYZ,ABCDEFGHIJKLM", 544, 288) : $0
    }
    let fields = try reading(lines).fields
    #expect(fields["name_latin"]?.check("agrees") == nil)
    #expect(fields["name_latin"]?.state == .review)
  }

  @Test func namesAreComparedWordByWord() {
    #expect(LatinName.words(of: "O'HARA-SMITH, ANNA MARIA") == ["OHARA", "SMITH", "ANNA", "MARIA"])
    #expect(
      LatinName.words(of: "ERIKSSON, ANNAMARIA") != LatinName.words(of: "ERIKSSON, ANNA MARIA"))
  }

  @Test func aWrongCheckDigitIsSaid() throws {
    let wrong = [Self.zone[0], "E252412267CHN8304128M3405112<<<<<<<<<<<<<<02"]
    let fields = try reading(page(zone: wrong)).fields
    #expect(fields["mrz_line2"]?.raw == wrong[1])
    #expect(fields["mrz_line2"]?.check("icao9303")?.result == .fail)
    #expect(fields["mrz_line2"]?.state == .review)
  }

  @Test func theZoneAloneIsAPassportOfAnyState() throws {
    let passport = try reading(zone([Eriksson.line1, Eriksson.line2]))
    #expect(passport.kind == "passport")
    #expect(passport.fields["mrz_line1"]?.value == Eriksson.line1)
    #expect(passport.fields["mrz_line2"]?.state == .accepted)
    #expect(passport.fields["birth_date"]?.state == .missing)
    #expect(passport.mrz?["name_latin"]?.value == "ERIKSSON, ANNA MARIA")
  }

  @Test func whatWasReadStaysBesideWhatItMustBe() throws {
    let read = "E252412262CHN83O4128M3405112<<<<<<<<<<<<<<02"
    let line = try #require(reading(page(zone: [Self.zone[0], read])).fields["mrz_line2"])
    #expect(line.raw == read)
    #expect(line.value == Self.zone[1])
  }

  @Test func readersOfOrdinaryPrintSeeFillersAsBracketsAndSpecksAtTheEnds() throws {
    let read = [".P《CHNPENG<<XINPING<<<<<<<<<<<<<<<<<<<<<<<<<<", Self.zone[1]]
    let fields = try reading(page(zone: read)).fields
    #expect(fields["mrz_line1"]?.value == Self.zone[0])
  }

  @Test func twoLongLinesOfNumbersAreNoZone() {
    let box = Box(left: 0, top: 0, right: 880, bottom: 20)
    let below = Box(left: 0, top: 40, right: 880, bottom: 60)
    let digits = String(repeating: "1234567890<", count: 4)
    let rows = Row.rows(of: [
      TextLine(print: digits, in: box, confidence: 1),
      TextLine(print: digits, in: below, confidence: 1),
    ])
    #expect(MRZFinder.zone(in: rows) == nil)
  }
}
