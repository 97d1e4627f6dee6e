import Cases
import Foundation
import ResultDrawing
import Testing
import Verification

/// Sealed files changed at random: none is ever taken for unaltered, none ends the program, and no genuine one is
/// refused. `Scripts/soak results` runs the same at full size, with other seeds.
@Suite struct SealMutationTests {
  private let seed = Soak.number("KANHE_SEED", 20_261_123)

  @Test func changedFilesAreRefused() async throws {
    let hall = try Hall()
    let files = try [
      hall.sealed(), hall.sealed(drawnSample(sampleContent(values: ["business_item": "糕点"]))),
    ]
    var random = SplitMix(state: UInt64(seed))
    let mutation = SealMutation(of: files[0], with: files[1])

    for round in 0..<Soak.number("KANHE_MUTATED_PDFS", 600) {
      let changed = mutation.made(round, &random)
      guard changed != files[0], changed != files[1] else { continue }
      let verdict = await PDFVerifier.judge(changed, trust: hall.trust, at: day)
      #expect(verdict.unaltered.answer != .yes, "seed \(seed), round \(round)")
      #expect(verdict.exit == .notGenuine, "seed \(seed), round \(round)")
    }
  }

  @Test func genuineFilesAreNot() async throws {
    let hall = try Hall()
    var random = SplitMix(state: UInt64(seed))

    for round in 0..<Soak.number("KANHE_OWN_RESULTS", 25) {
      let drawn = try drawnSample(.random(&random))
      let verdict = await PDFVerifier.judge(try hall.sealed(drawn), trust: hall.trust, at: day)
      #expect(verdict.exit == .done, "seed \(seed), round \(round)")
    }
  }
}

/// How long a soak runs; the number in the environment, or what fits into `Scripts/test`.
enum Soak {
  static func number(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? usual
  }
}

/// Ways to change a file: bits, bytes, blocks, numbers, and pieces of another genuine file.
struct SealMutation {
  let file: [UInt8]
  let other: [UInt8]
  /// The whole file, the hole, the sealed revision, its cross-reference section.
  private let places: [Range<Int>]

  init(of file: [UInt8], with other: [UInt8]) {
    self.file = file
    self.other = other
    let hole = ContentsHole(in: file)?.range ?? 0..<file.count
    let last = max(0, file.count - 600)
    places = [
      0..<file.count, hole, max(0, hole.lowerBound - 4000)..<file.count, last..<file.count,
    ]
  }

  func made(_ kind: Int, _ random: inout SplitMix) -> [UInt8] {
    var changed = file
    let area = places[(kind / 9) % places.count]
    let place = Int.random(in: area, using: &random)
    let length = min(Int.random(in: 1...200, using: &random), file.count - place)
    let byte = UInt8.random(in: 1...255, using: &random)
    switch kind % 9 {
    case 0: changed[place] ^= 1 << (byte % 8)
    case 1: changed[place] ^= byte
    case 2: changed.remove(at: place)
    case 3: changed.insert(byte, at: place)
    case 4: changed.removeSubrange(place..<place + length)
    case 5: changed.insert(contentsOf: file[place..<place + length], at: place)
    case 6:
      let source = Int.random(in: 0..<other.count - length, using: &random)
      changed.replaceSubrange(place..<place + length, with: other[source..<source + length])
    case 7: changed = Array(file[..<place]) + other[min(place, other.count)...]
    default: changeNumber(near: place, in: &changed, &random)
    }
    return changed
  }

  /// Another number in the place of the next one.
  private func changeNumber(near place: Int, in bytes: inout [UInt8], _ random: inout SplitMix) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let start = bytes[place...].firstIndex(where: digits.contains) else {
      bytes.removeLast()
      return
    }
    let end = bytes[start...].firstIndex { !digits.contains($0) } ?? bytes.count
    let number = String(Int.random(in: 0...Int.max, using: &random)).suffix(end - start)
    bytes.replaceSubrange(start..<end, with: Array(number.utf8))
  }
}

extension ResultContent {
  /// A licence with names and addresses of any length.
  fileprivate static func random(_ random: inout SplitMix) -> ResultContent {
    sampleContent(values: .random(&random), test: Bool.random(using: &random))
  }
}
