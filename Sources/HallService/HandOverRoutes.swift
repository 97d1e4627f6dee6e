import Cases
import Hummingbird

/// What a case was issued in one role, until it was handed over: `/v1/cases/{id}/result`, `/v1/cases/{id}/notice`.
struct HandOverRoutes {
  let cases: any CaseFiling
  let role: ResultRole

  /// The sealed PDF.
  @Sendable func pdf(_ request: Request, context: HallContext) async throws -> Response {
    await JSONAnswer.answering {
      .bytes(try await found(context).pdf, type: "application/pdf")
    }
  }

  /// What the QR code says. It holds the secret.
  @Sendable func code(_ request: Request, context: HallContext) async throws -> Response {
    await JSONAnswer.answering {
      .bytes(Array(try await found(context).code.utf8), type: "text/plain; charset=utf-8")
    }
  }

  /// It has arrived; PDF and secret are erased here.
  @Sendable func confirm(_ request: Request, context: HallContext) async throws
    -> Response
  {
    await JSONAnswer.answering {
      try await cases.confirmHandOver(of: try CaseRoutes.id(in: context), role)
      return Response(status: .noContent)
    }
  }

  private func found(_ context: HallContext) async throws -> CaseResult {
    guard let result = try await cases.result(of: try CaseRoutes.id(in: context), role) else {
      throw Problem.noResultWaiting
    }
    return result
  }
}
