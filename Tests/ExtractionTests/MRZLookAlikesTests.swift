import Testing

@testable import Extraction

/// What no check digit tells.
struct MRZLookAlikesTests {
  @Test(arguments: [
    // 24 × 7 and 24 × 3 are ten times 24: seen on a photograph, where all models read 00.
    ("OOLNNPMBLCBOCB", "00LNNPMBLCBOCB"), ("00", "OO"), ("S", "8"), ("AG", "A6"),
  ])
  func whatWeighsAlikeMayHide(_ printed: String, _ read: String) {
    #expect(MRZ.checkDigit(over: printed) == MRZ.checkDigit(over: read))
    #expect(MRZLookAlikes.mayHide(in: printed) && MRZLookAlikes.mayHide(in: read))
  }

  @Test(arguments: ["", "L", "ACEFHJKLMNPRTU", "O", "AO", "1", "B"])
  func whatIsLikeNothingOrShowsIsProven(_ number: String) {
    #expect(!MRZLookAlikes.mayHide(in: number))
  }

  /// Every change of one or two look-alikes that no check digit shows is known of.
  @Test func nothingThatHidesIsMissed() {
    let letters = Array("ABO0DQ1I2Z5S86GLN")
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let number = (0..<14).map { _ in letters.randomElement(using: &random) ?? "A" }
      var other = number
      for (from, to) in [("O", "0"), ("I", "1"), ("Z", "2"), ("S", "5"), ("B", "8"), ("G", "6")] {
        let place = Int.random(in: 0..<14, using: &random)
        if other[place] == Character(from) { other[place] = Character(to) }
      }
      let changes = zip(number, other).count { $0 != $1 }
      guard (1...2).contains(changes), MRZ.checkDigit(over: number) == MRZ.checkDigit(over: other)
      else { continue }
      #expect(MRZLookAlikes.mayHide(in: number), "\(String(number)) \(String(other))")
    }
  }
}
