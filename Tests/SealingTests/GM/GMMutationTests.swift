import Cases
import Testing
import Verification

/// Files of profile `gm` changed at random: none is ever taken for unaltered, none ends the program, and no genuine one is
/// refused. `Scripts/soak results` runs the same at full size, with other seeds.
@Suite struct GMMutationTests {
  private let seed = Soak.number("KANHE_SEED", 20_261_123)

  @Test func changedFilesAreRefused() async throws {
    let hall = try GMHall()
    let files = try [
      hall.sealed(), hall.sealed(drawnSample(sampleContent(values: ["business_item": "糕点"]))),
    ]
    var random = SplitMix(state: UInt64(seed))
    let mutation = SealMutation(of: files[0], with: files[1])

    for round in 0..<Soak.number("KANHE_MUTATED_PDFS", 300) {
      let changed = mutation.made(round, &random)
      guard changed != files[0], changed != files[1] else { continue }
      let verdict = await PDFVerifier.judge(changed, trust: hall.trust, at: day)
      #expect(verdict.unaltered.answer != .yes, "seed \(seed), round \(round)")
      #expect(verdict.exit == .notGenuine, "seed \(seed), round \(round)")
    }
  }

  /// Every bit of what the file's signature does not cover, the SES_Signature itself.
  @Test func everyByteOfTheSignatureCounts() async throws {
    let hall = try GMHall()
    let sealed = try hall.sealed()
    let hole = try #require(ContentsHole(in: sealed))
    var random = SplitMix(state: UInt64(seed))
    let count = hole.cms.count

    for place in stride(from: 0, to: count, by: max(1, count / 400)) {
      var ses = hole.cms
      ses[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let verdict = await PDFVerifier.judge(
        hole.filled(with: ses), trust: hall.trust, at: day)
      #expect(verdict.unaltered.answer == .no, "seed \(seed), byte \(place)")
    }
  }
}
