import Testing
import specimen_maker

@Suite struct SpecimenTests {
  @Test("check characters are those of the standards' own examples")
  func checkCharacters() {
    #expect(CheckCharacters.idNumber("11010519491231002") == "X")
    #expect(CheckCharacters.idNumber("44052418800101001") == "4")
    #expect(CheckCharacters.organisationCode("D2143569") == "X")
    #expect(CheckCharacters.creditCode("91350100M000100Y4") == "3")
  }

  @Test("a seed says all of a specimen", arguments: [SpecimenKind.front, .licence, .form])
  func sameSeed(kind: SpecimenKind) throws {
    let first = try Press(seed: 4).specimen(kind, .copier, number: 0)
    let again = try Press(seed: 4).specimen(kind, .copier, number: 0)
    let other = try Press(seed: 5).specimen(kind, .copier, number: 0)

    #expect(first.bytes == again.bytes)
    #expect(first.bytes != other.bytes)
  }

  @Test("every printed line lies on its page", arguments: SpecimenKind.allCases, World.allCases)
  func boxesOnPage(kind: SpecimenKind, world: World) throws {
    guard Press.prints(kind, in: world) else { return }
    let truth = try Press(seed: 11).specimen(kind, world, number: 1).truth

    #expect(!truth.fields.isEmpty)
    for (field, lines) in truth.boxes {
      for corner in lines.flatMap(\.corners) {
        #expect((0...truth.size[0]).contains(corner.x), "\(field)")
        #expect((0...truth.size[1]).contains(corner.y), "\(field)")
      }
    }
  }
}
