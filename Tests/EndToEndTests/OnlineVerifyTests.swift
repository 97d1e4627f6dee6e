import Cases
import Foundation
import FoundationNetworking
import Testing
import Verification

/// `kanhe verify --online` against a running service.
@Suite struct OnlineVerifyTests {
  private let folder: ScratchFolder
  private let data: String
  private let trust: String
  private let port: Int
  private let caseID: String

  /// A hall whose codes name the port that it listens on, and a case that it has just issued.
  init() async throws {
    folder = try ScratchFolder()
    (data, trust, port) = (folder.path("data"), folder.path("trust.json"), try freePort())
    let demo = try await DemoRun.shared()
    caseID = try demo.record(of: "03-medical-not-retired").id
    try FileManager.default.copyItem(atPath: demo.data.path, toPath: data)
    let register = KanheProgram.samples.appendingPathComponent("reference/retirees.csv")
    let corrected = try String(contentsOf: register, encoding: .utf8)
      .replacing(",在职,", with: ",退休,")
    let file = try folder.file("retirees.csv", Array(corrected.utf8))
    try await kanhe("reference", "import", "retirees", file)
    try await kanhe("case", "resume", caseID)
    try await kanhe("result", "export", caseID, "--out", folder.path("out"))
    try await kanhe("keys", "export-trust", "--out", trust)
  }

  @Test func theRegisterConfirmsOrRefuses() async throws {
    let service = try await KanheService(data: data, port: port, environment: environment)
    let page = try await pageWithPointer()
    for subject in [try code, page, pdf] {
      let verdict = try await verify(subject)
      #expect(verdict.status == 0, "\(verdict.output) \(verdict.errors)")
      #expect(verdict.output.contains("not_revoked") && verdict.output.contains("\"logged\""))
    }

    // when: it is taken back
    try await kanhe("result", "revoke", caseID, "--reason", "issued_in_error")
    // then
    for subject in [try code, page, pdf] {
      let verdict = try await verify(subject)
      #expect(verdict.status == 6 && verdict.output.contains("\"revoked\""), "\(verdict.output)")
    }
    for subject in [try code, pdf] {
      #expect(try await verify(subject, online: false).status == 0, "offline nobody can tell")
    }
    #expect(try await service.terminate().status == 0)
    #expect(try !service.log.contains(code.split(separator: "#")[1]), "the fragment stays here")
  }

  @Test func withoutTheRegisterItIsLeftOpen() async throws {
    let verdict = try await verify(code)

    #expect(verdict.status == 7)
    #expect(verdict.output.contains("register_not_asked"))
    let file = try await verify(pdf)
    #expect(file.status == 7 && file.output.contains("register_not_asked"), "\(file.output)")
    #expect(try await verify(try await pageWithPointer()).output.contains("record_not_fetched"))
  }

  /// A file that is not the one that was registered, and one with nobody to ask.
  @Test func theRegisterKnowsWhichFileItWas() async throws {
    let service = try await KanheService(data: data, port: port, environment: environment)
    let store = try TrustStore.load(file: URL(fileURLWithPath: trust))
    let bytes = try URL(fileURLWithPath: pdf).bytes
    let seal = await PDFVerifier.judge(bytes, trust: store)
    func judge(_ bytes: [UInt8], _ codes: [String]?) async -> Verdict {
      await OnlineVerifier(trust: store) { url in
        guard let (data, answer) = try? await URLSession.shared.data(from: url),
          (answer as? HTTPURLResponse)?.statusCode == 200
        else { return .unreachable }
        return .found(Array(data))
      }.judge(seal, of: bytes, bearing: codes, at: Date())
    }
    #expect(await judge(bytes, [try code]).exit == .done)
    #expect(
      await judge(bytes + [10], [try code]).exit == .done, "what was added is not its concern")
    let other = await judge([UInt8](bytes.dropLast()), ["https://a.example/", try code])
    #expect(other.exit == .notGenuine)
    #expect(other.unaltered.reasons.map(\.code) == ["pdf_differs"])
    for codes in [[], ["https://a.example/"], [try code.replacing("/q/", with: "/Q/")]] {
      let none = await judge(bytes, codes)
      #expect(none.exit == .couldNotTell, "nobody could be asked")
      #expect(none.inForce.reasons.map(\.code).contains("no_register"))
    }
    #expect(await judge(bytes, nil).exit == .couldNotTell)
    #expect(try await service.terminate().status == 0)
  }

  /// What is signed and not in the log is not accepted, whoever signed it.
  @Test func whatIsNotLoggedIsRefused() async throws {
    let url = try #require(URL(string: try code))
    let store = try TrustStore.load(file: URL(fileURLWithPath: trust))
    let service = try await KanheService(data: data, port: port, environment: environment)
    let record = try await service.client.get("/c/\(url.lastPathComponent)").body
    let proof = try await service.client.get("/c/\(url.lastPathComponent)/proof").body
    let status = try await service.client.get("/status/1").body
    func judge(
      _ proof: OnlineVerifier.Fetched, registered: OnlineVerifier.Fetched? = nil
    ) async throws -> Verdict {
      try await OnlineVerifier(trust: store) { address in
        if address.path.hasSuffix("/proof") { return proof }
        return address.path.hasPrefix("/status/") ? .found(status) : registered ?? .found(record)
      }.judge(text: url.absoluteString, at: Date())
    }

    #expect(try await judge(.found(proof)).exit == .done)
    var forged = proof
    forged[proof.count / 2] ^= 1
    for answer in [.absent, .found([]), .found(forged)] as [OnlineVerifier.Fetched] {
      let verdict = try await judge(answer)
      #expect(verdict.exit == .notGenuine)
      #expect(verdict.inForce.reasons.map(\.code) == ["not_logged"])
    }
    let silent = try await judge(.unreachable)
    #expect(silent.exit == .couldNotTell)
    #expect(silent.inForce.reasons.map(\.code).contains("log_not_asked"))
    let unknown = try await judge(.found(proof), registered: .absent)
    #expect(unknown.exit == .notGenuine)
    #expect(unknown.inForce.reasons.map(\.code) == ["not_registered"])
    #expect(try await service.terminate().status == 0)
  }

  private var code: String {
    get throws {
      let file = URL(fileURLWithPath: folder.path("out/\(caseID)/code.txt"))
      return String(decoding: try file.bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
  }

  private var pdf: String { folder.path("out/\(caseID)/result.pdf") }

  private var environment: [String: String] {
    ["KANHE_SERVICE_PUBLIC_URL": "http://127.0.0.1:\(port)"]
  }

  private func kanhe(_ arguments: String...) async throws {
    let ending = try await KanheProgram.run(
      arguments + ["--data", data],
      environment: environment)
    try #require(ending.status == 0, "\(ending.output) \(ending.errors)")
  }

  private func verify(_ subject: String, online: Bool = true) async throws -> KanheProgram.Ending {
    try await KanheProgram.run(
      ["verify", subject, "--format", "json", "--trust", trust] + (online ? ["--online"] : []))
  }

  /// The result's page as a printer shows it: its code is a pointer.
  private func pageWithPointer() async throws -> String {
    let page = folder.path("page")
    _ = try await KanheProgram.run(
      URL(fileURLWithPath: "/usr/bin/pdftoppm"),
      ["-r", "150", "-png", "-singlefile", pdf, page])
    return page + ".png"
  }
}
