import Cases
import Foundation
import Testing

@testable import ResultCodes

@Suite struct QRTests {
  let golden: Golden

  init() throws { golden = try Golden.load() }

  @Test func typicalCodesStaySmall() throws {
    let longer = golden.fullUrl.replacing("fw.example", with: "fwdt.example")
    #expect(longer.hasPrefix("https://fwdt.example.gov.cn/q/"), "a host of 19 characters")
    let full = try QRCoder.symbol(for: ResultURL(parsing: longer))
    #expect(full.version == 13 && full.width == 69)
    let pointer = try QRCoder.symbol(for: ResultURL(parsing: golden.pointerUrl))
    #expect(pointer.version == 4 && pointer.width == 33)
  }

  @Test func framesThatAreTooLargeAreRefused() throws {
    let secret = ResultSecret()
    var claims = golden.claims
    claims.issuer = String(repeating: "局", count: 42)
    claims.number = String(repeating: "号", count: 42)
    let record = try IssuingKey(isTest: true).sign(claims, for: secret.locator)
    let size = 17 + record.encoded.count
    #expect(throws: Problem.codeTooLarge(bytes: size, limit: 362)) {
      try ResultURL(PublicAddress("https://a.cn"), .full(secret, record))
    }
  }

  @Test func symbolsThatAreTooLargeAreRefused() throws {
    let secret = ResultSecret()
    let address = try PublicAddress("https://" + String(repeating: "a", count: 60) + ".gov.cn")
    var claims = golden.claims
    claims.kind = String(repeating: "证", count: 35)
    let record = try IssuingKey(isTest: true).sign(claims, for: secret.locator)
    let url = try ResultURL(address, .full(secret, record))
    #expect(throws: Problem.symbolTooLarge(version: 16, limit: 15)) { try QRCoder.symbol(for: url) }
  }

  @Test(arguments: [3, 6])
  func zbarReadsWhatWeDraw(_ dots: Int) throws {
    for text in [golden.fullUrl, golden.pointerUrl] {
      let symbol = try QRCoder.symbol(for: ResultURL(parsing: text))
      #expect(try QRScanner.texts(in: picture(of: symbol, dots: dots)) == [text])
    }
  }

  @Test func zbarReadsColourPicturesAndFindsNothingInNone() throws {
    let symbol = try QRCoder.symbol(for: ResultURL(parsing: golden.pointerUrl))
    let grey = picture(of: symbol, dots: 4)
    let colour = PageImage(
      width: grey.width, height: grey.height, channels: 3, dotsPerInch: 300,
      pixels: grey.pixels.flatMap { [$0, $0 / 2, 0] })
    #expect(try QRScanner.texts(in: colour) == [golden.pointerUrl])
    let empty = PageImage(width: 0, height: 0, channels: 1, dotsPerInch: 0, pixels: [])
    let white = PageImage(
      width: 64, height: 64, channels: 1, dotsPerInch: 0, pixels: .init(repeating: 255, count: 4096)
    )
    #expect(try QRScanner.texts(in: empty).isEmpty)
    #expect(try QRScanner.texts(in: white).isEmpty)
  }

  @Test func pngSaysItsSizeAndResolution() throws {
    let symbol = try QRCoder.symbol(for: ResultURL(parsing: golden.fullUrl))
    let png = try QRPicture.png(symbol)
    let side = (symbol.width + 8) * 6
    #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(Array(png[16..<20]) == [0, 0, UInt8(side >> 8), UInt8(side & 0xFF)])
    #expect(Array(png[37..<41]) == Array("pHYs".utf8))
    #expect(png.suffix(8).prefix(4) == Array("IEND".utf8)[...])
    #expect(throws: Problem.self) { try QRPicture.png(symbol, dotsPerModule: 0) }
  }

  @Test func svgIsOnePathOfWholeDots() throws {
    let symbol = try QRCoder.symbol(for: ResultURL(parsing: golden.fullUrl))
    let svg = try QRPicture.svg(symbol)
    #expect(svg.contains("width=\"39.116mm\""))
    #expect(svg.contains("viewBox=\"0 0 77 77\""))
    #expect(svg.components(separatedBy: "<path").count == 2)
    #expect(svg.contains("M4 4h7v1h-7z"))
  }

  /// The symbol with its quiet zone as the page that a scanner would see.
  private func picture(of symbol: QRSymbol, dots: Int) -> PageImage {
    let side = (symbol.width + 8) * dots
    let pixels = (0..<side * side).map { place -> UInt8 in
      let (row, column) = (place / side / dots - 4, place % side / dots - 4)
      let range = 0..<symbol.width
      guard range.contains(row), range.contains(column) else { return 255 }
      return symbol.modules[row * symbol.width + column] ? 0 : 255
    }
    return PageImage(width: side, height: side, channels: 1, dotsPerInch: 300, pixels: pixels)
  }
}
