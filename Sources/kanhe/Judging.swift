import Cases
import Foundation
import Intake
import MainPath
import Settings
import Verification

/// Finds out what it was given - a PDF, a picture of codes, or the text of one - and has it judged.
struct Judging {
  let trust: TrustStore
  /// Whether the authority named in a code may be asked.
  let online: Bool
  /// Whether readers must be confined completely.
  let isStrict: Bool

  /// - Throws: `no_code`, `unreadable_file` or what intake says, where there is nothing to judge.
  func verdicts(on subject: String) async throws -> [Verdict] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: subject, isDirectory: &isFolder),
      !isFolder.boolValue
    else { return [try await verdict(onText: subject)] }
    guard let data = FileManager.default.contents(atPath: subject) else {
      throw Problem.unreadableFile(subject)
    }
    let bytes = Array(data)
    // Before intake: a PDF whose end was tampered with is to be judged, not to be sent back.
    if PDFVerifier.looksLikePDF(bytes) { return try await verdicts(onPDF: bytes, named: subject) }
    if let text = Self.codeText(in: bytes) { return [try await verdict(onText: text)] }
    let verdicts = try await verdicts(onCodes: try await codes(on: subject, bytes))
    guard !verdicts.isEmpty else { throw Problem.noCodeInPicture }
    return verdicts
  }

  /// The seal is judged where there is one. A PDF without may be the scan of a printed result: then its codes are, and
  /// what they say is to be compared with the page, since a true code can be copied onto a false paper.
  private func verdicts(onPDF bytes: [UInt8], named name: String) async throws -> [Verdict] {
    let seal = await PDFVerifier.judge(bytes, trust: trust)
    guard seal.sealedBy.answer == .nobody, seal.unaltered.answer == .notChecked else {
      return [online ? await asked(about: seal, of: bytes, named: name) : seal]
    }
    guard let codes = try? await codes(on: name, bytes) else { return [seal] }
    let verdicts = try await verdicts(onCodes: codes)
    return verdicts.isEmpty ? [seal] : verdicts.map(\.ofAPageWithoutSeal)
  }

  /// The register is found by the code on the page.
  private func asked(about seal: Verdict, of bytes: [UInt8], named name: String) async -> Verdict {
    await OnlineVerifier(trust: trust, fetch: PublicPart.at).judge(
      seal, of: bytes, bearing: try? await codes(on: name, bytes), at: Date())
  }

  /// Papers bear other codes too; those that are no result's are passed over.
  private func verdicts(onCodes texts: [String]) async throws(Problem) -> [Verdict] {
    var verdicts: [Verdict] = []
    for text in texts {
      do throws(Problem) { verdicts.append(try await verdict(onText: text)) } catch {
        guard error == .noCode else { throw error }
      }
    }
    return verdicts
  }

  private func verdict(onText text: String) async throws(Problem) -> Verdict {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard online else { return try CodeVerifier.judge(text: text, trust: trust, at: Date()) }
    let verifier = OnlineVerifier(trust: trust, fetch: PublicPart.at)
    return try await verifier.judge(text: text, at: Date())
  }

  /// A short file of text is the text of a code, as `code.txt` is.
  private static func codeText(in bytes: [UInt8]) -> String? {
    guard bytes.count < 4_096, let text = String(validating: bytes, as: UTF8.self),
      text.hasPrefix("http://") || text.hasPrefix("https://")
    else { return nil }
    return text
  }

  /// The picture is decoded and scanned in a reader process, like everything that comes from outside.
  private func codes(on name: String, _ bytes: [UInt8]) async throws -> [String] {
    let file = try Intake.accept(name: name, bytes: bytes)
    return try await CodeScanner(executable: Locations.executable, isStrict: isStrict)
      .codes(in: file)
  }
}

extension Verdict {
  /// A genuine code says nothing of the page around it.
  fileprivate var ofAPageWithoutSeal: Verdict {
    guard unaltered.answer == .yes else { return self }
    var verdict = self
    verdict.unaltered = .init(.notChecked, reasons: [.pageNotCovered])
    return verdict
  }
}

extension Reason {
  fileprivate static let pageNotCovered = Reason(
    code: "page_not_covered",
    zh: "文件本身没有电子印章；其中的二维码真实有效，请与页面内容逐项核对。",
    en:
      "The file bears no seal. The code on it is genuine: compare the page with what it says, item by item."
  )
}

extension Problem {
  fileprivate static let noCodeInPicture = Problem(
    "no_code", exit: .unusableInput,
    zh: "图片中没有找到结果二维码。", en: "No result's QR code was found in the picture.",
    remedyZh: "请拍摄清晰、完整的二维码。", remedyEn: "Take a sharp picture of the whole code.")
}
