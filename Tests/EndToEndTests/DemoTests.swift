import Cases
import Foundation
import Testing

/// `kanhe demo`: the main job on every sample.
@Suite struct DemoTests {
  @Test func endsAsTheSamplesSay() async throws {
    let demo = try await DemoRun.shared()
    #expect(demo.ending.status == 0, "\(demo.ending.errors)")
    for sample in DemoRun.samples { #expect(demo.ending.output.contains(sample)) }
    #expect(demo.ending.output.contains(demo.out.path), "it says where the results are")
  }

  @Test(arguments: DemoRun.samples) func endsAsExpected(_ sample: String) async throws {
    let record = try await DemoRun.shared().record(of: sample)
    let expected = try ExpectedEnd.of(sample)
    #expect(record.state == expected.state)
    #expect(record.decision?.outcome == expected.decision)
    let codes = record.decision?.reasons.map(\.code) ?? []
    for reason in expected.reasons { #expect(codes.contains(reason)) }
    #expect(record.events.map(\.what).starts(with: ["opened", "read", "decided"]))
  }

  @Test func enoughSamplesOverThreeMatters() async throws {
    let demo = try await DemoRun.shared()
    let records = try DemoRun.samples.map(demo.record(of:))
    #expect(records.count >= 8 && Set(records.map(\.matter)).count >= 3)
    #expect(records.count { $0.state == .issued } >= 5)
    #expect(Set(records.compactMap(\.result?.number)).count == records.compactMap(\.result).count)
  }

  @Test(arguments: DemoRun.samples) func givesWhatBelongsToTheState(_ sample: String) async throws {
    let demo = try await DemoRun.shared()
    let issued = try demo.record(of: sample).state == .issued
    let folder = demo.out.appendingPathComponent(sample)
    let result = ["code.png", "code.svg", "code.txt", "result.pdf"]
    #expect(folder.names == ((issued ? result : []) + ["record.json"]).sorted())
    for name in folder.names {
      let file = folder.appendingPathComponent(name)
      #expect(try file.mode == 0o600, "\(name)")
      #expect(try !file.bytes.isEmpty, "\(name)")
    }
    #expect(try folder.mode == 0o700)
  }

  @Test(arguments: DemoRun.samples) func everyFieldCarriesItsProof(_ sample: String) async throws {
    for material in try await DemoRun.shared().record(of: sample).materials {
      #expect(material.sha256?.count == 64 && material.error == nil)
      #expect(material.engine?.models["chi_sim"]?.count == 64)
      for document in material.documents {
        let page = try #require(material.pageSizes.first { $0.page == document.page })
        let sheet = Box(left: -1, top: -1, right: page.size[0] + 1, bottom: page.size[1] + 1)
        for (name, field) in document.fields {
          #expect((0...1).contains(field.probability), "\(name)")
          guard field.state != .missing else { continue }
          #expect(field.raw?.isEmpty == false, "\(name)")
          #expect(field.value?.isEmpty == false || field.state == .review, "\(name)")
          let polygon = try #require(field.polygon, "\(name)")
          #expect(polygon.corners.count >= 4, "\(name)")
          #expect(polygon.corners.allSatisfy(sheet.holds), "\(document.kind).\(name)")
        }
      }
    }
  }

  @Test func pictureAndTextLayerAreToldApart() async throws {
    let record = try await DemoRun.shared().record(of: DemoRun.issuedSample)
    let card = try #require(record.field("resident_id_front.id_number"))
    let form = try #require(record.field("application_form.id_number"))
    #expect(card.source == .ocr && form.source == .textLayer)
    #expect(card.check("gb11643")?.result == .pass && card.value == form.value)
  }

  @Test func aDateKeepsWhatWasPrinted() async throws {
    let record = try await DemoRun.shared().record(of: DemoRun.issuedSample)
    let born = try #require(record.field("resident_id_front.birth_date"))
    #expect(born.raw?.contains("年") == true)
    #expect(born.value.flatMap(CalendarDay.init) != nil)
  }

  @Test func aCaseThatDiffersIsNotApprovedAndSaysWhy() async throws {
    let record = try await DemoRun.shared().record(of: "10-heating-already-paid")
    let finding = try #require(record.findings.first { $0.outcome == .differs })
    #expect(finding.with == "reference:households.paid_this_season")
    #expect(finding.zh.contains("应为「否」") && finding.en.contains("should say"))
    let reason = try #require(record.decision?.reasons.first { $0.code == "check_differs" })
    #expect(reason.zh == finding.zh && record.result == nil)
  }

  @Test func anUnreadableNumberNeedsAPerson() async throws {
    let record = try await DemoRun.shared().record(of: DemoRun.unreadableSample)
    let number = try #require(record.field("resident_id_front.id_number"))
    #expect(number.state == .review || number.state == .missing)
    #expect(record.decision?.reasons.contains { $0.zh.contains("公民身份号码") } == true)
  }

  @Test func anotherRunOpensNewCases() async throws {
    // given: the demo's data folder, with fewer samples to keep it short
    let folder = try ScratchFolder()
    let samples = folder.url.appendingPathComponent("Samples")
    let demo = try await DemoRun.shared()
    try FileManager.default.createDirectory(at: samples, withIntermediateDirectories: true)
    for name in ["reference", DemoRun.issuedSample] {
      try FileManager.default.copyItem(
        at: KanheProgram.samples.appendingPathComponent(name),
        to: samples.appendingPathComponent(name))
    }
    let data = folder.path("data")
    try FileManager.default.copyItem(atPath: demo.data.path, toPath: data)
    // when
    let ending = try await KanheProgram.run([
      "demo", "--samples", samples.path, "--data", data, "--out", folder.path("out"),
    ])
    // then: the same sample, another case with another number
    #expect(ending.status == 0, "\(ending.errors)")
    let first = try demo.record(of: DemoRun.issuedSample)
    let second = try JSONDecoder().decode(
      CaseRecord.self,
      from: Data(
        contentsOf: folder.url.appendingPathComponent("out/\(DemoRun.issuedSample)/record.json")))
    #expect(second.id != first.id && second.state == .issued)
    #expect(second.result?.number != first.result?.number)
    #expect(second.result?.locator != first.result?.locator)
  }
}

extension Box {
  fileprivate func holds(_ point: Point) -> Bool {
    (left...right).contains(point.x) && (top...bottom).contains(point.y)
  }
}
