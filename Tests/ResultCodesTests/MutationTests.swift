import Foundation
import Testing
import Verification

@testable import ResultCodes

/// No change to a genuine code is ever taken for genuine, and none ends the program. `Scripts/soak results` runs the same
/// at full size, with other seeds.
@Suite struct MutationTests {
  let golden: Golden
  let trust: TrustStore
  let frame: [UInt8]
  let now = Date(timeIntervalSince1970: 1_800_000_000)

  init() throws {
    golden = try Golden.load()
    let key = try #require(IssuingKey(pem: golden.keyPem, isTest: false))
    trust = TrustStore(issuingKeys: [CodeVerifierTests.trusted(key)])
    frame = try ResultURL(parsing: golden.fullUrl).frame.encoded
  }

  @Test func everyBitOfTheFrameCounts() throws {
    for bit in 0..<frame.count * 8 {
      var changed = frame
      changed[bit / 8] ^= 1 << (bit % 8)
      #expect(try !isTaken(changed), "bit \(bit)")
    }
  }

  @Test func randomChangesAreRefused() throws {
    var random = SeededGenerator(state: UInt64(seed))
    for round in 0..<number("KANHE_MUTATED_FRAMES", 3_000) {
      let changed = mutation(round % 6, of: frame, with: &random)
      guard changed != frame else { continue }
      #expect(try !isTaken(changed), "seed \(seed), round \(round)")
    }
  }

  @Test func randomCharactersInTheTextAreRefused() throws {
    var random = SeededGenerator(state: UInt64(seed))
    let text = Array(golden.fullUrl.utf8)
    // The host is where the code leads; no signature covers it.
    let start = Array("https://fw.example.gov.cn/".utf8).count
    for round in 0..<number("KANHE_MUTATED_FRAMES", 3_000) / 3 {
      var changed = text
      let place = Int.random(in: start..<text.count, using: &random)
      switch round % 3 {
      case 0: changed[place] = UInt8.random(in: 0x20...0x7E, using: &random)
      case 1: changed.remove(at: place)
      default: changed.insert(UInt8.random(in: 0x30...0x39, using: &random), at: place)
      }
      guard changed != text else { continue }
      let verdict = try? CodeVerifier.judge(
        text: String(decoding: changed, as: UTF8.self), trust: trust, at: now)
      #expect(verdict?.unaltered.answer != .yes, "round \(round)")
    }
  }

  @Test func theOtherFormOfTheSignatureIsRefused() throws {
    let record = try SignedRecord(decoding: bytes(hex: golden.record))
    let twin = SignedRecord(
      kid: record.kid, payload: record.payload, signature: highTwin(of: record.signature))
    #expect(LowS.canonical(twin.signature) == record.signature)
    #expect(try !isTaken(Array(frame.prefix(17)) + twin.encoded))
  }

  /// Whether a code with this frame, at the address that belongs to it, is found unaltered.
  private func isTaken(_ frame: [UInt8]) throws -> Bool {
    let secret = ResultSecret(bytes: frame.dropFirst().prefix(16))
    for locator in [golden.locator, secret?.locator.digits ?? golden.locator] {
      let text = "https://fw.example.gov.cn/q/\(locator)#\(DecimalPacking.digits(of: frame))"
      let verdict = try CodeVerifier.judge(text: text, trust: trust, at: now)
      guard verdict.unaltered.answer != .yes, verdict.claims == nil else { return true }
    }
    return false
  }

  private var seed: Int { number("KANHE_SEED", 20_261_123) }

  /// The number in the environment, or what fits into `Scripts/test`.
  private func number(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? usual
  }

  private func mutation(
    _ kind: Int, of frame: [UInt8], with random: inout SeededGenerator
  ) -> [UInt8] {
    var changed = frame
    let place = Int.random(in: 1..<frame.count, using: &random)
    let byte = UInt8.random(in: .min ... .max, using: &random)
    switch kind {
    case 0: changed[place] = byte
    case 1: changed.removeLast(Int.random(in: 1..<frame.count, using: &random))
    case 2: changed.insert(byte, at: place)
    case 3: changed.remove(at: place)
    case 4: for _ in 0..<4 { changed[Int.random(in: 1..<frame.count, using: &random)] ^= byte }
    default:
      changed = [0x10] + (0..<place).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }
    return changed
  }

  /// (r, n−s) for (r, s): as valid to ECDSA as the original.
  private func highTwin(of signature: [UInt8]) -> [UInt8] {
    let order = bytes(hex: "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
    var borrow = 0
    let high = zip(order.reversed(), signature.suffix(32).reversed()).map { left, right -> UInt8 in
      let digit = Int(left) - Int(right) - borrow
      borrow = digit < 0 ? 1 : 0
      return UInt8(truncatingIfNeeded: digit)
    }
    return signature.prefix(32) + high.reversed()
  }
}
