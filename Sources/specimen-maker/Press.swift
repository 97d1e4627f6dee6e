import Cases

/// Draws one specimen of a kind in a world; the seed, the kind, the world and the number say all of it.
package struct Press {
  package var seed: UInt64
  package var format: PictureFormat

  package init(seed: UInt64, format: PictureFormat = .jpg) {
    self.seed = seed
    self.format = format
  }

  package static func prints(_ kind: SpecimenKind, in world: World) -> Bool {
    switch kind {
    case .front, .back, .licence: world != .digital
    case .pair: world == .copier
    case .form: true
    }
  }

  package func specimen(_ kind: SpecimenKind, _ world: World, number: Int) throws -> Specimen {
    let digits = String(String(1000 + number).suffix(3))
    let name = "\(kind.rawValue)-\(world.rawValue)-\(number < 1000 ? digits : String(number))"
    var random = Randomness(seed: seed, name)
    let quality = random.whole(85...92)
    if kind == .form { return try form(world, name, number, quality, &random) }
    let scan = try scan(kind, world, &random)
    switch format {
    case .jpg: return try .jpeg(scan, kind, world, name: name + ".jpg", quality: quality)
    case .png: return try .png(scan, kind, world, name: name + ".png")
    case .tif: return try .tiff([scan], kind, world, name: name + ".tif")
    }
  }

  private func scan(
    _ kind: SpecimenKind, _ world: World, _ random: inout Randomness
  ) throws -> Scan {
    let person = Person.any(&random)
    let look = CardLook.any(&random)
    let front = CardFront(person: person, look: look)
    let back = CardBack(person: person, look: look)
    switch kind {
    case .front: return try card(front, world, &random)
    case .back: return try card(back, world, &random)
    case .pair: return try Copier.any(landscape: false, &random).pair(front, back, &random)
    case .licence, .form: return try licence(world, &random)
    }
  }

  private func card(
    _ card: some Drawing, _ world: World, _ random: inout Randomness
  ) throws -> Scan {
    if world == .flatbed { return try Flatbed.card(&random).scan(card, &random) }
    let piece = Copier.Piece(
      drawing: card, x: random.real(30...95), y: random.real(30...120),
      degrees: random.real(-2.4...2.4))
    return try Copier.any(landscape: false, &random).copy([piece], &random)
  }

  private func licence(_ world: World, _ random: inout Randomness) throws -> Scan {
    let company = Company.any(random.chance(0.65) ? .company : .individual, &random)
    let licence = Licence(company: company, look: .any(&random))
    if world == .flatbed { return try Flatbed.paper(licence, &random).scan(licence, &random) }
    return try Copier.any(landscape: true, &random).page(licence, &random)
  }

  private func form(
    _ world: World, _ name: String, _ number: Int, _ quality: Int, _ random: inout Randomness
  ) throws -> Specimen {
    let kind = FormKind.allCases[number % FormKind.allCases.count]
    let form = Form(application: .any(kind, &random), look: .any(&random))
    switch world {
    case .digital: return try .digital(form, name: name + ".pdf")
    case .flatbed:
      let bed = Flatbed.paper(form, &random)
      return try .imagePDF(
        bed.scan(form, &random), kind, world, name: name + ".pdf", quality: quality,
        dotsPerInch: bed.dotsPerInch)
    case .copier:
      let copier = Copier.any(landscape: false, &random)
      return try .imagePDF(
        copier.page(form, &random), kind, world, name: name + ".pdf", quality: quality,
        dotsPerInch: copier.dotsPerInch)
    }
  }
}
