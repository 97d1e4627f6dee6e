import Cases

/// Draws the material files of the sample cases: each look is given by a case's name and a few
/// choices, so that the samples differ from each other and stay the same from run to run.
struct Studio {
  var random: Randomness
  var face: Typeface
  var numberFace: Typeface

  init(_ name: String, face: Typeface, numberFace: Typeface = .ocrB) {
    random = Randomness(seed: 2026, name)
    self.face = face
    self.numberFace = numberFace
  }

  mutating func cards(_ person: Person) -> (front: CardFront, back: CardBack) {
    var look = CardLook.any(&random)
    look.face = face
    look.numberFace = numberFace
    look.bold = false
    return (CardFront(person: person, look: look), CardBack(person: person, look: look))
  }

  /// A bed cropped to about 1400 by 1000 pixels.
  mutating func bed(dark: Bool = false) -> Flatbed {
    var bed = Flatbed.card(&random)
    (bed.width, bed.height) = (random.real(112...119), random.real(78...85))
    bed.lid = dark ? .grey(0.33) : .grey(random.real(0.91...0.98))
    bed.offset = (random.real(-5...5), random.real(-4...4))
    return bed
  }

  mutating func flatbed(
    _ card: some Drawing, name: String, dark: Bool = false, over: (Sheet) throws -> Void = { _ in }
  ) throws -> Specimen {
    let scan = try bed(dark: dark).scan(card, &random, over: over)
    return try .jpeg(scan, card.kind, .flatbed, name: name, quality: 86)
  }

  mutating func pair(_ person: Person, name: String) throws -> Specimen {
    let (front, back) = cards(person)
    var copier = Copier.any(landscape: false, &random)
    (copier.specks, copier.black, copier.white, copier.gamma) = (70, 40, 226, 0.95)
    let scan = try copier.pair(front, back, &random)
    return try .jpeg(scan, .pair, .copier, name: name, quality: 86)
  }

  mutating func licence(_ company: Company, name: String, original: Bool) throws -> Specimen {
    var look = LicenceLook.any(&random)
    look.original = original
    look.valueFace = face
    look.codeFace = .notoSans
    (look.seal.y, look.sealAlpha) = (-11, 0.6)
    let licence = Licence(company: company, look: look)
    var bed = Flatbed.paper(licence, &random)
    bed.dotsPerInch = 200
    bed.grain = 1
    return try .jpeg(
      bed.scan(licence, &random), .licence, .flatbed, name: name, quality: 85)
  }

  mutating func form(_ application: Application) -> Form {
    var look = FormLook.any(&random)
    look.underlined = false
    return Form(application: application, look: look)
  }

  mutating func digital(_ application: Application) throws -> Specimen {
    try .digital(form(application), name: "form.pdf")
  }

  mutating func imageOnly(_ application: Application) throws -> Specimen {
    var form = form(application)
    (form.look.labelFace, form.look.valueFace) = (.notoSans, .notoSans)
    form.look.size = 4.2
    var bed = Flatbed.paper(form, &random)
    (bed.dotsPerInch, bed.width, bed.height, bed.grain) = (200, form.width, form.height, 1)
    return try .imagePDF(
      bed.scan(form, &random), application.form, .flatbed, name: "form.pdf", quality: 85,
      dotsPerInch: bed.dotsPerInch)
  }
}
