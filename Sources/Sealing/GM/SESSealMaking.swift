package import Cases
import Foundation

extension SESSeal {
  /// The seal of a record: its picture as SVG, and the certificates that may use it.
  /// - Throws: `picture_not_for_gm`, `sealing_failed`.
  package static func made(
    of record: SealRecord, for certificates: [[UInt8]], by maker: any SealKey,
    certificate: [UInt8]
  ) throws(Problem) -> SESSeal {
    let (width, height) = (
      try millimetres(record.picture.width), try millimetres(record.picture.height)
    )
    guard let svg = SealSVG.made(of: record.picture.stream, width: width, height: height) else {
      throw .pictureNotForGM("SVG")
    }
    let info = SESSealInfo(
      sealID: record.code, name: "\(record.organ)\(record.kind)",
      certificates: .certificates(certificates), createdAt: record.validFrom,
      validFrom: record.validFrom, validUntil: record.validUntil,
      picture: SESPicture(type: SealSVG.type, data: svg, width: width, height: height))
    do {
      return SESSeal(
        info: info, makerCertificate: certificate, signature: try maker.sign(info.encoded()))
    } catch let problem as Problem { throw problem } catch {
      throw .sealingFailed(String(describing: error))
    }
  }

  /// GB/T 38540 writes sizes in whole millimetres.
  private static func millimetres(_ points: Double) throws(Problem) -> Int {
    let length = (points / SealDrawing.millimetre).rounded()
    guard (1...100).contains(length), abs(length * SealDrawing.millimetre - points) < 0.01 else {
      throw .pictureNotForGM("mm")
    }
    return Int(length)
  }
}
