import Cases

/// Draws one specimen of a kind in a world; the seed, the kind, the world and the number say all of it.
package struct Press {
  package var seed: UInt64
  package var format: PictureFormat
  /// Faces for what is filled in; none means those that the kinds choose from.
  var typefaces: [Typeface]

  package init(seed: UInt64, format: PictureFormat = .jpg, typefaces: [String] = []) {
    self.seed = seed
    self.format = format
    self.typefaces = typefaces.map(Typeface.init)
  }

  package static func prints(_ kind: SpecimenKind, in world: World) -> Bool {
    switch kind {
    case .front, .back, .licence, .driving, .vehicle, .passport: world != .digital
    case .pair: world == .copier || world.isPhotographed
    case .form: true
    }
  }

  package func specimen(_ kind: SpecimenKind, _ world: World, number: Int) throws -> Specimen {
    let digits = String(String(1000 + number).suffix(3))
    let name = "\(kind.rawValue)-\(world.rawValue)-\(number < 1000 ? digits : String(number))"
    var random = Randomness(seed: seed, name)
    let quality = random.whole(85...92)
    if kind == .form { return try form(world, name, number, quality, &random) }
    let papers = papers(kind, &random)
    if world.isPhotographed { return try photograph(papers, kind, world, name, &random) }
    let scan = try scan(papers, world, &random)
    switch format {
    case .jpg: return try .jpeg(scan, kind, world, name: name + ".jpg", quality: quality)
    case .png: return try .png(scan, kind, world, name: name + ".png")
    case .tif: return try .tiff([scan], kind, world, name: name + ".tif")
    }
  }

  private static let holders: [Company.Kind] = [
    .company, .company, .company, .company, .company, .company, .individual, .individual,
    .individual, .partnership, .branch, .proprietorship,
  ]

  /// What lies on the glass or the desk: one document, or the two sides of a card.
  private func papers(_ kind: SpecimenKind, _ random: inout Randomness) -> [any Drawing] {
    switch kind {
    case .front, .back, .pair:
      let person = Person.any(&random)
      let look = CardLook.varied(typefaces, &random)
      let front = CardFront(person: person, look: look)
      let back = CardBack(person: person, look: look)
      return kind == .front ? [front] : kind == .back ? [back] : [front, back]
    case .driving: return [DrivingLicence(driver: .any(&random), look: .varied(typefaces, &random))]
    case .vehicle:
      return [VehicleLicence(vehicle: .any(&random), look: .varied(typefaces, &random))]
    case .passport: return [Passport(traveller: .any(&random), look: .varied(typefaces, &random))]
    case .licence, .form:
      let company = Company.any(random.pick(Self.holders), &random)
      return [Licence(company: company, look: .varied(typefaces, &random))]
    }
  }

  private func scan(
    _ papers: [any Drawing], _ world: World, _ random: inout Randomness
  ) throws -> Scan {
    let paper = papers[0]
    let isCard = paper.radius > 0
    if world == .flatbed {
      let bed =
        isCard
        ? Flatbed.card(&random, for: (paper.width, paper.height)) : Flatbed.paper(paper, &random)
      return try bed.scan(paper, &random)
    }
    if papers.count == 2 {
      return try Copier.any(landscape: false, &random).pair(papers[0], papers[1], &random)
    }
    if !isCard { return try Copier.any(landscape: true, &random).page(paper, &random) }
    let piece = Copier.Piece(
      drawing: paper, x: random.real(20...min(95, 195 - paper.width)), y: random.real(30...120),
      degrees: random.real(-2.4...2.4))
    return try Copier.any(landscape: false, &random).copy([piece], &random)
  }

  private func photograph(
    _ papers: [any Drawing], _ kind: SpecimenKind, _ world: World, form: FormKind? = nil,
    _ name: String, _ random: inout Randomness
  ) throws -> Specimen {
    let scene =
      papers.count == 2 ? Scene(papers[0], above: papers[1], &random) : Scene(papers[0])
    let photographer = Photographer(world, scene, &random)
    let scan = try photographer.photograph(scene, &random)
    return try .jpeg(
      scan, kind, world, form: form, name: name + ".jpg", quality: photographer.shot.quality)
  }

  private func form(
    _ world: World, _ name: String, _ number: Int, _ quality: Int, _ random: inout Randomness
  ) throws -> Specimen {
    let kind = FormKind.allCases[number % FormKind.allCases.count]
    let form = Form(application: .any(kind, &random), look: .varied(typefaces, &random))
    switch world {
    case .digital: return try .digital(form, name: name + ".pdf")
    case .phone, .hard: return try photograph([form], .form, world, form: kind, name, &random)
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
