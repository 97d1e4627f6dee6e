import Hummingbird

/// `GET /b/{locator}` and `GET /b/{locator}/page1`: the encrypted PDF and the encrypted picture of
/// its first page. Only who holds the code can open them.
struct HiddenFileRoute {
  let results: any PublicResults
  let pages: Pages

  @Sendable func pdf(_ request: Request, context: HallContext) async -> Response {
    await answer(to: request, context) { try await results.hiddenPDF($0) }
  }

  @Sendable func picture(_ request: Request, context: HallContext) async -> Response {
    await answer(to: request, context) { try await results.hiddenPicture($0) }
  }

  private func answer(
    to request: Request, _ context: HallContext,
    from find: (String) async throws -> [UInt8]?
  ) async -> Response {
    await PublicAnswer(pages: pages).answer(to: request, context) {
      try await LocatorLookup(text: context.parameters.get("locator"))(find)
    } with: {
      .bytes($0, type: "application/octet-stream")
    }
  }
}
