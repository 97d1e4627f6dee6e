import Hummingbird

/// The table of everything that the service answers.
struct HallRoutes: Sendable {
  let settings: HallSettings
  let documents: any DocumentExtracting
  let results: any PublicResults
  let log: any PublicLog
  let status: any PublicStatus
  let pages: Pages

  func router() -> Router<BasicRequestContext> {
    let resultPage = ResultPageRoute(
      results: results, pages: pages, publicAddress: settings.publicAddress)
    let record = SignedRecordRoute(results: results, pages: pages)
    let log = LogRoutes(log: log, pages: pages)
    let submission = DocumentRoute(
      documents: documents, largest: settings.largestDocument,
      largestBody: settings.largestBody,
      admission: Admission(places: settings.documentsAtOnce))

    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestLog())
    router.add(middleware: SecurityHeaders())
    router.add(middleware: UnknownPaths(pages: pages))
    router.get("livez") { _, _ in "ok\n" }
    router.get("style.css") { _, _ in pages.styleSheet }
    router.get("q/:locator", use: resultPage.show)
    router.get("c/:locator", use: record.show)
    router.get("c/:locator/proof", use: log.proof)
    router.get("status/:list", use: StatusListRoute(status: status, pages: pages).show)
    router.get("log/checkpoint", use: log.checkpoint)
    router.get("log/tile/**", use: log.tile)
    router.group("v1")
      .add(middleware: CallerCheck(tokens: settings.tokens))
      .post("documents", use: submission.read)
    return router
  }
}
