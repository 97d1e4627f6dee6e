import Cases
import Testing
import specimen_maker

@Suite struct SpecimenTests {
  @Test("a seed says all of a specimen", arguments: [SpecimenKind.front, .licence, .form])
  func sameSeed(kind: SpecimenKind) throws {
    let first = try Press(seed: 4).specimen(kind, .copier, number: 0)
    let again = try Press(seed: 4).specimen(kind, .copier, number: 0)
    let other = try Press(seed: 5).specimen(kind, .copier, number: 0)

    #expect(first.bytes == again.bytes)
    #expect(first.bytes != other.bytes)
  }

  @Test("a seed says all of a photograph", arguments: [World.phone, .hard])
  func sameSeed(world: World) throws {
    let first = try Press(seed: 4).specimen(.driving, world, number: 0)
    let again = try Press(seed: 4).specimen(.driving, world, number: 0)

    #expect(first.bytes == again.bytes)
  }

  @Test("a specimen has its fields, on its page", arguments: SpecimenKind.allCases, World.allCases)
  func truth(kind: SpecimenKind, world: World) throws {
    guard Press.prints(kind, in: world) else { return }
    let truth = try Press(seed: 11).specimen(kind, world, number: 1).truth

    #expect(ExpectedFields.of(kind).isSubset(of: Set(truth.fields.keys)))
    #expect(!truth.corners.isEmpty)
    for (name, corners) in truth.boxes.flatMap({ name, lines in lines.map { (name, $0) } })
      + (world.isPhotographed ? truth.corners.map { ($0.key, $0.value) } : [])
    {
      for corner in corners.corners {
        #expect((0...truth.size[0]).contains(corner.x), "\(name)")
        #expect((0...truth.size[1]).contains(corner.y), "\(name)")
      }
    }
    if truth.corners.count == 1, let paper = truth.corners.values.first {
      #expect(truth.boxes.values.flatMap { $0 }.allSatisfy { isInside($0, paper) })
    }
    expectValidNumbers(truth.fields)
  }

  /// Whether all of a line lies inside a paper whose corners go clockwise.
  private func isInside(_ line: Polygon, _ paper: Polygon) -> Bool {
    line.corners.allSatisfy { point in
      paper.corners.indices.allSatisfy { index in
        let (from, to) = (paper.corners[index], paper.corners[(index + 1) % 4])
        return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) > 0
      }
    }
  }

  private func expectValidNumbers(_ fields: [String: String]) {
    for name in ["id_number", "licence_number"] {
      guard let number = fields[name] else { continue }
      #expect(CheckCharacters.idNumber(String(number.prefix(17))) == number.suffix(1))
    }
    if let code = fields["credit_code"] {
      #expect(CheckCharacters.creditCode(String(code.prefix(17))) == code.suffix(1))
    }
    if let zone = fields["mrz_line2"] {
      #expect(fields["mrz_line1"]?.count == 44 && zone.count == 44)
      #expect(ExpectedFields.checkDigitsAgree(zone))
    }
  }
}
