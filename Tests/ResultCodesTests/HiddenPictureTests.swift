import Cases
import Testing

@testable import ResultCodes

@Suite struct HiddenPictureTests {
  let secret = ResultSecret()
  let key = IssuingKey(isTest: true)
  let picture = [UInt8](repeating: 7, count: 40_000)

  @Test func comesBackOnlyWithItsSecretAndKey() throws {
    let stored = try HiddenPicture.hide(picture, under: secret, signedBy: key)
    #expect(stored.count == 49_152 + 28)
    #expect(
      try HiddenPicture.reveal(stored, under: secret, signedBy: key.publicKey) == picture)
    #expect(throws: Problem.hiddenPDFDamaged) {
      try HiddenPicture.reveal(stored, under: ResultSecret(), signedBy: key.publicKey)
    }
    let other = IssuingKey(isTest: true).publicKey
    #expect(throws: Problem.hiddenPDFDamaged) {
      try HiddenPicture.reveal(stored, under: secret, signedBy: other)
    }
  }

  @Test func anyChangeIsSeen() throws {
    let stored = try HiddenPicture.hide(picture, under: secret, signedBy: key)
    for place in [0, 12, stored.count / 2, stored.count - 1] {
      var changed = stored
      changed[place] ^= 1
      #expect(throws: Problem.hiddenPDFDamaged) {
        try HiddenPicture.reveal(changed, under: secret, signedBy: key.publicKey)
      }
    }
  }

  @Test func contentsThatAreNoPictureAreRefused() throws {
    let claims = try key.sign(try Golden.load().claims, for: secret.locator).encoded
    let contents: [[UInt8]] = [
      [], [0, 0], [0, 0, 0, 9], [0xFF, 0xFF, 0xFF, 0xFF, 1], [0, 0, 0, 1, 0, 1],
      // a signed record of claims is no signed picture
      [0, 0, UInt8(claims.count >> 8), UInt8(claims.count & 255)] + claims,
    ]
    for content in contents {
      let stored = try HiddenBytes.hide(content, under: secret.pictureKey, at: secret.locator)
      #expect(throws: Problem.hiddenPDFDamaged, "\(content.count)") {
        try HiddenPicture.reveal(stored, under: secret, signedBy: key.publicKey)
      }
    }
  }
}
