import Cases
import Foundation
import PortableDocument
import Testing

/// Papers that bear signatures and seals, at the real readers: what is said of them is what `kanhe verify` says, and what was
/// altered is never taken without a person.
@Suite struct SignedPaperTests {
  private let folder: ScratchFolder
  private let form = KanheProgram.samples
    .appendingPathComponent("\(DemoRun.issuedSample)/form.pdf")

  init() throws { folder = try ScratchFolder() }

  @Test(arguments: OtherSigner.Key.allCases)
  func aSignatureOfOthersIsToldAndChangesNothing(_ key: OtherSigner.Key) async throws {
    let signed = try await OtherSigner(key, in: folder).signed(form.bytes)
    let file = try folder.file("form.pdf", signed)

    let (reading, status) = try await extract(file)
    let (plain, plainStatus) = try await extract(form.path)

    #expect(plain.verification == nil, "what is not signed has no verdict")
    #expect(reading.verification?.unaltered.answer == .yes, "\(String(describing: reading))")
    #expect(reading.verification?.sealedBy.answer == .unknown)
    #expect(reading.verification?.sealedBy.subject?.contains("江畔公司") == true)
    #expect(reading.documents == plain.documents && status == plainStatus)
    #expect(!plain.documents.isEmpty)
    let table = try await kanhe("extract", file, "--format", "table")
    #expect(table.output.contains("签署后未被改动") && table.output.contains("unaltered since"))
  }

  @Test(arguments: OtherSigner.Key.allCases, Tampering.allCases)
  func whatWasAlteredIsNotAccepted(_ key: OtherSigner.Key, _ tampering: Tampering) async throws {
    let signed = try await OtherSigner(key, in: folder).signed(form.bytes)
    let file = try folder.file("form.pdf", tampering.on(signed))

    try await expectNothingAccepted(in: file)
  }

  @Test(arguments: [("default", "/ETSI.CAdES.detached"), ("gm", "/GM.sm2seal")])
  func sealsOfTheHallAreKnownByItsTrust(_ seal: String, _ format: String) async throws {
    let (data, sealed) = (folder.path("data"), folder.path("sealed.pdf"))
    let ending = try await kanhe(
      "seal", form.path, "--seal", seal, "--data", data, "--out", sealed)
    try #require(ending.status == 0, "\(ending.errors)")
    #expect(try URL(fileURLWithPath: sealed).bytes.contains(format.utf8))

    let (reading, status) = try await extract(sealed, "--data", data)
    let (stranger, _) = try await extract(sealed)

    #expect(reading.verification?.summary == .genuine, "\(String(describing: reading))")
    #expect(reading.verification?.sealedBy.answer == .test)
    #expect(reading.documents.first?.kind == "application_form" && status != 2)
    #expect(stranger.verification?.sealedBy.answer == .unknown)
    #expect(stranger.documents == reading.documents)
    for tampering in Tampering.allCases {
      let bytes = try tampering.on(URL(fileURLWithPath: sealed).bytes)
      try await expectNothingAccepted(
        in: try folder.file("\(tampering).pdf", bytes), "--data", data)
    }
  }

  @Test func aResultThatIsHandedInIsKnownAndAChangedOneIsNot() async throws {
    let demo = try await DemoRun.shared()
    let result = demo.file("result.pdf", of: DemoRun.issuedSample)
    let genuine = try await extract(result.path, "--data", demo.data.path).reading
    #expect(genuine.verification?.summary == .genuine)
    let verified = try await verdict(on: result.path, "--data", demo.data.path)
    #expect(genuine.verification == verified)
    for change in VerifyTests.changes where !change.name.contains("first byte") {
      let changed = try folder.file("changed.pdf", change.make(try result.bytes))
      let reading = try await extract(changed, "--data", demo.data.path).reading
      // Cut in half it is not even opened.
      #expect(
        reading.verification?.summary == .notGenuine || reading.error?.code == "truncated_pdf",
        "\(change.name): \(String(describing: reading.error))")
    }
  }

  private func expectNothingAccepted(in file: String, _ options: String...) async throws {
    let (reading, status) = try await extract(file, options)

    #expect(reading.verification?.unaltered.answer == .no)
    #expect(status == 4, "\(String(describing: reading.error))")
    let fields = reading.documents.flatMap(\.fields.values)
    #expect(fields.contains { $0.state == .review && $0.value != nil })
    #expect(!fields.contains { $0.state == .accepted })
    let verified = try await verdict(on: file, options)
    #expect(reading.verification == verified)
  }

  private func extract(_ file: String, _ options: String...) async throws -> (
    reading: FileReading, status: Int32
  ) { try await extract(file, options) }

  private func extract(_ file: String, _ options: [String]) async throws -> (
    reading: FileReading, status: Int32
  ) {
    let ending = try await KanheProgram.run(["extract", file] + options, in: folder.url)
    return (
      try JSONDecoder().decode(FileReading.self, from: Data(ending.output.utf8)), ending.status
    )
  }

  private func verdict(on file: String, _ options: String...) async throws -> Verdict {
    try await verdict(on: file, options)
  }

  private func verdict(on file: String, _ options: [String]) async throws -> Verdict {
    let ending = try await KanheProgram.run(
      ["verify", file, "--format", "json"] + options, in: folder.url)
    return try JSONDecoder().decode(Verdict.self, from: Data(ending.output.utf8))
  }

  private func kanhe(_ arguments: String...) async throws -> KanheProgram.Ending {
    try await KanheProgram.run(arguments, in: folder.url)
  }
}
