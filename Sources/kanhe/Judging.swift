import Cases
import Foundation
import Intake
import MainPath
import Settings
import Verification

/// Finds out what it was given - a PDF, a picture of codes, or the text of one - and has it judged.
struct Judging {
  let trust: TrustStore

  /// - Throws: `no_code`, `unreadable_file` or what intake says, where there is nothing to judge.
  func verdicts(on subject: String) async throws -> [Verdict] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: subject, isDirectory: &isFolder),
      !isFolder.boolValue
    else { return [try verdict(onText: subject)] }
    guard let data = FileManager.default.contents(atPath: subject) else {
      throw Problem.unreadableFile(subject)
    }
    let bytes = Array(data)
    // Before intake: a PDF whose end was tampered with is to be judged, not to be sent back.
    if PDFVerifier.looksLikePDF(bytes) { return [await PDFVerifier.judge(bytes, trust: trust)] }
    if let text = Self.codeText(in: bytes) { return [try verdict(onText: text)] }
    let texts = try await Self.codes(in: try Intake.accept(name: subject, bytes: bytes))
    return try texts.map(verdict(onText:))
  }

  private func verdict(onText text: String) throws(Problem) -> Verdict {
    try CodeVerifier.judge(
      text: text.trimmingCharacters(in: .whitespacesAndNewlines), trust: trust, at: Date())
  }

  /// A short file of text is the text of a code, as `code.txt` is.
  private static func codeText(in bytes: [UInt8]) -> String? {
    guard bytes.count < 4_096, let text = String(validating: bytes, as: UTF8.self),
      text.hasPrefix("http://") || text.hasPrefix("https://")
    else { return nil }
    return text
  }

  /// The picture is decoded and scanned in a reader process, like everything that comes from outside.
  private static func codes(in file: AcceptedFile) async throws -> [String] {
    let scanner = CodeScanner(executable: Locations.executable)
    let texts = try await scanner.codes(in: file)
    guard !texts.isEmpty else { throw Problem.noCodeInPicture }
    return texts
  }
}

extension Problem {
  fileprivate static let noCodeInPicture = Problem(
    "no_code", exit: .unusableInput,
    zh: "图片中没有找到二维码。", en: "No QR code was found in the picture.",
    remedyZh: "请拍摄清晰、完整的二维码。", remedyEn: "Take a sharp picture of the whole code.")
}
