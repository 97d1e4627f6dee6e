import ArgumentParser
import Cases
import Foundation
import Intake
import MainPath
import Sealing
import Settings
import Store
import Verification

/// `kanhe seal`: `put`, which need not be said, and `extend`.
struct SealGroup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal", abstract: "电子印章 / Electronic seals",
    subcommands: [SealCommand.self, SealExtensionCommand.self], defaultSubcommand: SealCommand.self)
}

/// `kanhe seal FILE.pdf --seal NAME --out FILE`: seals a PDF made elsewhere.
struct SealCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "put",
    abstract: "为其他软件制作的 PDF 加盖电子印章 / Put an electronic seal on a PDF made elsewhere")

  @Argument(help: "PDF 文件 / The PDF")
  var file: String

  @Option(help: "印章名称（kanhe keys list） / Name of the seal")
  var seal = SealKeeper.firstName

  @Option(help: "输出文件 / The file to write")
  var out: String

  @Option(help: "页码，默认末页 / The page, the last one by default")
  var page: Int?

  @Option(help: "印章中心，距页面左上角毫米数 x,y / Middle of the seal, mm from the top left of the page")
  var at: String?

  @Flag(help: "多页加盖骑缝章 / Seal across the edges of all pages, too")
  var riding = false

  @Flag(help: "在已签名的文件上追加批准签章 / Add an approval to a file that is signed already")
  var approve = false

  @Option(help: "用印事由 / Why it is sealed, as viewers show it")
  var reason = "加盖电子印章"

  @OptionGroup var data: DataOption

  func validate() throws {
    if let at, Self.point(at) == nil { throw ValidationError("--at: \(at)") }
    if let page, page < 1 { throw ValidationError("--page: \(page)") }
  }

  func run() async throws {
    let settings = try await Settings.load(dataFolder: data.data)
    let limits = IntakeLimits(
      bytes: settings.largestFile, pixels: settings.largestPicture, pages: settings.mostPages)
    let accepted = try Intake.accept(path: file, limits: limits)
    guard accepted.format == .pdf else { throw Problem.cannotBeSealed("no PDF") }
    try await CodeScanner(
      executable: Locations.executable, mostPages: settings.mostPages,
      isStrict: settings.readerIsStrict
    ).requireOpening(of: accepted)
    let folder = try DataFolder.open(at: URL(fileURLWithPath: data.data, isDirectory: true))
    let identity = try HallSeal(folder, settings.seal).identity(seal)
    let sealed = try Sealer.seal(
      foreign: accepted.bytes,
      at: ForeignPlace(page: page, middle: at.flatMap(Self.point), riding: riding),
      as: identity, reason: reason,
      caseID: "sha256:\(accepted.sha256)", approval: approve)
    try await check(sealed, by: try TrustStore.load(dataFolder: folder.url))
    try DurableFile(path: URL(fileURLWithPath: out).path).write(sealed, .replace)
    Output.line(out)
  }

  /// Nothing leaves that our own verifier finds altered, or whose seal it finds to be nobody's. Of a signature that was there
  /// before it may know nothing.
  private func check(_ sealed: [UInt8], by trust: TrustStore) async throws {
    let verdict = await PDFVerifier.judge(sealed, trust: trust)
    guard verdict.summary == .genuine || (approve && verdict.summary == .undecided) else {
      let reasons = verdict.unaltered.reasons + verdict.sealedBy.reasons + verdict.inForce.reasons
      let codes = reasons.map(\.code).joined(separator: ", ")
      // What was signed before may have been changed since: then it is no fault of ours.
      guard !approve else { throw Problem.cannotBeSealed(codes) }
      throw Problem.internalFault("a fresh seal does not verify: \(codes)")
    }
  }

  private static func point(_ text: String) -> Point? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.trimmingCharacters(in: .whitespaces)) }
    guard numbers.count == 2, let x = numbers[0], let y = numbers[1],
      x.isFinite, y.isFinite
    else { return nil }
    return Point(x, y)
  }
}
