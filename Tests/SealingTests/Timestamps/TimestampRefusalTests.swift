import Cases
import Foundation
import Sealing
import Testing

/// Answers that are none: nothing is sealed with them.
@Suite struct TimestampRefusalTests {
  private let stamped: StampedHall

  init() throws { stamped = try StampedHall() }

  @Test func anAnswerToAnotherQuestionIsRefused() async throws {
    let tsa = stamped.tsa
    await expectProblem(
      "bad_timestamp",
      from: OddTSA { _ in
        let other = TimestampRequest(stamping: [1, 2, 3])
        return try tsa.answer(to: other.encoded())
      })
  }

  @Test func aStampOfAnotherSignatureIsRefused() async throws {
    let tsa = stamped.tsa
    await expectProblem(
      "bad_timestamp",
      from: OddTSA { request in
        var changed = try DERNode(request)
        changed[1, 1].bytes[0] ^= 1
        return try tsa.answer(to: changed.encoded)
      })
  }

  @Test func anotherNonceIsRefused() async throws {
    let tsa = stamped.tsa
    await expectProblem(
      "bad_timestamp",
      from: OddTSA { request in
        var changed = try DERNode(request)
        changed[2].bytes[7] ^= 1
        return try tsa.answer(to: changed.encoded)
      })
    await expectProblem(
      "bad_timestamp",
      from: OddTSA { request in
        var changed = try DERNode(request)
        changed.children.remove(at: 2)
        return try tsa.answer(to: changed.encoded)
      })
  }

  @Test func aStampWithoutItsCertificateIsRefused() async throws {
    let tsa = stamped.tsa
    await expectProblem(
      "bad_timestamp",
      from: OddTSA { request in
        var changed = try DERNode(request)
        changed.children.removeLast()
        return try tsa.answer(to: changed.encoded)
      })
  }

  @Test func aRefusalIsReported() async throws {
    let tsa = stamped.tsa
    await expectProblem(
      "timestamp_refused",
      from: OddTSA { _ in
        try tsa.answer(to: [0x30, 0])
      })
  }

  @Test(arguments: ["critical,timeStamping,codeSigning", "critical,codeSigning", "timeStamping"])
  func aCertificateThatIsNotForTimeStampsAloneIsRefused(usage: String) async throws {
    let (tsa, odd) = (stamped.tsa, try TestTSA(usage: usage))
    await expectProblem(
      "bad_timestamp",
      from: OddTSA { request in
        var reply = try DERNode(tsa.answer(to: request))
        reply[1] = try DERNode(odd.token(signing: reply.timestampInfo))
        return reply.encoded
      })
  }

  /// That way of putting a token together makes one that is believed, if the certificate is one that may stamp.
  @Test func aTokenMadeByHandIsAccepted() async throws {
    let tsa = stamped.tsa
    let sealed = try await stamped.sealed(
      by: OddTSA { request in
        var reply = try DERNode(tsa.answer(to: request))
        reply[1] = try DERNode(tsa.token(signing: reply.timestampInfo))
        return reply.encoded
      })
    #expect(!sealed.isEmpty)
  }

  @Test func aCertificateThatHasExpiredIsRefused() async throws {
    let (tsa, expired) = (stamped.tsa, try TestTSA(days: 0))
    try await Task.sleep(for: .seconds(2))
    await expectProblem(
      "bad_timestamp",
      from: OddTSA { request in
        var reply = try DERNode(tsa.answer(to: request))
        reply[1] = try DERNode(expired.token(signing: reply.timestampInfo))
        return reply.encoded
      })
  }

  @Test(arguments: [400.0, 3600])
  func aClockThatIsFarFromOursIsRefused(seconds: Double) async throws {
    let hall = try StampedHall(tsa: stamped.tsa)
    let problem = await #expect(throws: Problem.self) {
      try await hall.sealed(at: hall.now.addingTimeInterval(seconds))
    }
    #expect(problem?.code == "bad_timestamp")
  }

  @Test func aStampThatDoesNotFitIsRefusedAndSaysHowLargeItIs() async throws {
    let problem = await #expect(throws: Problem.self) { try await stamped.sealed(room: 600) }
    #expect(problem?.code == "timestamp_too_long")
    #expect(problem?.remedyEn.contains("tsa.tokenBytes") == true)
  }

  @Test func noAnswerIsAProblem() async throws {
    await expectProblem(
      "timestamp_unavailable", from: OddTSA { _ in throw TestTSA.Failure(output: "") })
    await expectProblem("bad_timestamp", from: OddTSA { _ in [] })
    await expectProblem("bad_timestamp", from: OddTSA { _ in Array("<html>".utf8) })
  }

  private func expectProblem(
    _ code: String, from authority: OddTSA, at place: SourceLocation = #_sourceLocation
  ) async {
    let problem = await #expect(throws: Problem.self, sourceLocation: place) {
      try await stamped.sealed(by: authority)
    }
    #expect(problem?.code == code, "\(String(describing: problem?.en))", sourceLocation: place)
  }
}

extension DERNode {
  /// TSTInfo in a TimeStampResp.
  fileprivate var timestampInfo: [UInt8] { self[1, 1, 0, 2, 1, 0].bytes }
}
