import Cases
import Hummingbird

/// The table of everything that the service answers.
struct HallRoutes: Sendable {
  let settings: HallSettings
  let documents: any DocumentExtracting
  let cases: any CaseFiling
  let results: any PublicResults
  let log: any PublicLog
  let status: any PublicStatus
  let keys: IssuingKeySet
  let pages: Pages

  private var limit: RateLimit {
    RateLimit(
      allowance: RequestAllowance(perMinute: settings.requestsPerMinute),
      proxies: Set(settings.proxies.compactMap { CallerAddress($0) }), pages: pages)
  }

  func router() -> Router<HallContext> {
    let resultPage = ResultPageRoute(results: results, pages: pages)
    let verifyPage = VerifyPageRoute(pages: pages)
    let record = SignedRecordRoute(results: results, pages: pages)
    let log = LogRoutes(log: log, pages: pages)
    let file = HiddenFileRoute(results: results, pages: pages)
    let opening = OpenRoute(results: results, keys: keys, pages: pages)
    let keyList = keys.json
    let submission = DocumentRoute(
      documents: documents, largest: settings.largestDocument,
      largestBody: settings.largestBody,
      admission: Admission(places: settings.documentsAtOnce))
    let cases = CaseRoutes(
      cases: cases, largestBody: settings.largestBody,
      admission: Admission(places: settings.documentsAtOnce))

    let result = HandOverRoutes(cases: self.cases, role: .final)
    let notice = HandOverRoutes(cases: self.cases, role: .notice)
    let router = Router(context: HallContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestLog())
    router.add(middleware: SecurityHeaders())
    router.add(middleware: UnknownPaths(pages: pages))
    if settings.requestsPerMinute > 0 { router.add(middleware: limit) }
    router.get("livez") { _, _ in "ok\n" }
    router.get("assets/:version/:name", use: pages.asset)
    router.get(".well-known/kanhe/jwks.json") { _, _ in
      Response.bytes(keyList, type: "application/jwk-set+json")
    }
    router.get("verify", use: verifyPage.show)
    router.get("q/:locator", use: resultPage.show)
    router.post("q/:locator/open", use: opening.open)
    router.get("b/:locator", use: file.pdf)
    router.get("b/:locator/page1", use: file.picture)
    router.get("c/:locator", use: record.show)
    router.get("c/:locator/proof", use: log.proof)
    router.get("status/:list", use: StatusListRoute(status: status, pages: pages).show)
    router.get("log/checkpoint", use: log.checkpoint)
    router.get("log/tile/**", use: log.tile)
    router.get("f/:sha256", use: record.find)
    router.group("v1")
      .add(middleware: CallerCheck(tokens: settings.tokens))
      .post("documents", use: submission.read)
      .post("cases", use: cases.open)
      .get("cases/:id", use: cases.show)
      .post("cases/:id/papers", use: cases.add)
      .get("cases/:id/result", use: result.pdf)
      .delete("cases/:id/result", use: result.confirm)
      .get("cases/:id/code", use: result.code)
      .get("cases/:id/notice", use: notice.pdf)
      .delete("cases/:id/notice", use: notice.confirm)
      .get("cases/:id/notice/code", use: notice.code)
    return router
  }
}
