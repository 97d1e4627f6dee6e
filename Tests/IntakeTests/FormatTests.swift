import Cases
import Intake
import Testing

@Suite struct FormatTests {
  @Test func anEmptyFileIsRefused() {
    #expect(refusal(of: []) == "empty_file")
  }

  @Test func theNameSaysNothing() {
    #expect(refusal(of: Array("姓名,身份证号\n".utf8)) == "unknown_format")
    #expect(throws: Problem.unknownFormat) {
      try Intake.accept(name: "card.jpg", bytes: Array("not a picture at all".utf8))
    }
  }

  @Test(arguments: [
    (SmallFiles.jpeg, FileFormat.jpeg), (SmallFiles.png, .png), (SmallTIFF().bytes, .tiff),
    (SmallFiles.webp, .webp), (SmallFiles.bmp, .bmp), (SmallFiles.pdf, .pdf),
  ])
  func theContentSaysWhatItIs(bytes: [UInt8], format: FileFormat) throws {
    let file = try Intake.accept(name: "upload.bin", bytes: bytes)

    #expect(file.format == format)
    #expect(file.bytes == bytes)
    #expect(file.name == "upload.bin")
  }

  @Test(arguments: [
    SmallFiles.jpeg, SmallFiles.png, SmallTIFF().bytes, SmallFiles.webp, SmallFiles.bmp,
    SmallFiles.pdf,
  ])
  func aFileOfItsFirstBytesOnlyIsRefused(bytes: [UInt8]) {
    for count in 0..<8 { #expect(refusal(of: Array(bytes.prefix(count))) != nil) }
  }

  /// What phones make is called by its name, so that its owner knows what to do.
  @Test(arguments: ["heic", "heix", "mif1", "avif"])
  func aPhonesPictureIsCalledByItsName(brand: String) {
    let bytes = [0, 0, 0, 24] + Array("ftyp\(brand)".utf8) + [UInt8](repeating: 0, count: 40)
    #expect(refusal(of: bytes) == "heif_picture")
    #expect(refusal(of: [0, 0, 0, 24] + Array("ftypisom".utf8)) == "unknown_format")
  }

  @Test func theHashIsTheFilesSHA256() throws {
    let file = try Intake.accept(name: "a", bytes: SmallFiles.jpeg(width: 1, height: 1))

    // sha256sum of the same 41 bytes.
    #expect(
      file.sha256 == "2c9893ab3bfb7ddd65f9c5b8dd20912608920b8a5f6b5547b29c71808ca3cd7a")
  }

  @Test func tooManyBytesAreRefused() {
    var limits = IntakeLimits.standard
    limits.bytes = SmallFiles.pdf.count

    #expect(refusal(of: SmallFiles.pdf, limits: limits) == nil)
    #expect(refusal(of: SmallFiles.pdf + [10], limits: limits) == "too_many_bytes")
  }

  @Test func everyRefusalSpeaksBothLanguages() {
    let problems: [Problem] = [
      .emptyFile, .unknownFormat, .heifPicture, .animatedPicture, .unsupportedBMP, .truncatedImage,
      .damagedImage, .truncatedPDF, .damagedPDF,
      .tooManyBytes(2, limit: 1), .tooManyPages(2, limit: 1), .tooManyPixels(2, 2, limit: 1),
      .unreadableFile("x"),
    ]
    for problem in problems {
      #expect(![problem.zh, problem.en, problem.remedyZh, problem.remedyEn].contains(""))
    }
  }
}
