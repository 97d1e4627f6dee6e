import Intake
import Testing

/// Bytes that went wrong in any way are accepted or refused, and never stop the service.
@Suite struct MutationTests {
  @Test(arguments: [
    SmallFiles.jpeg, SmallFiles.png, SmallFiles.webp, SmallFiles.bmp, SmallFiles.pdf,
    SmallTIFF(directories: [
      SmallTIFF.picture(), SmallTIFF.picture(offsets: [0, 4], counts: [4, 4]),
    ])
    .bytes,
    SmallTIFF(order: .big).bytes,
  ])
  func smallChangesNeverCrash(original: [UInt8]) {
    var numbers = SeededNumbers(seed: 20_250_101)
    var refused = 0
    for _ in 0..<2_000 where refusal(of: mutated(original, &numbers)) != nil {
      refused += 1
    }
    #expect(refused > 100)
  }

  private func mutated(_ original: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...6, using: &numbers) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &numbers)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: bytes.removeSubrange(place..<min(bytes.count, place + 4))
      case 1: bytes.insert(contentsOf: bytes.prefix(9), at: place)
      case 2: bytes.removeLast(bytes.count - place)
      case 3: bytes[place] = [0x00, 0xFF, 0x7F, 0x80].randomElement(using: &numbers) ?? 0
      case 4: for index in place..<min(bytes.count, place + 4) { bytes[index] = 0xFF }
      default: bytes[place] = UInt8.random(in: .min ... .max, using: &numbers)
      }
    }
    return bytes
  }
}

/// The same numbers in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
