package import Cases
import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// The HTTP service. It takes no new connections once shutdown begins, answers what it has taken,
/// and closes idle connections.
package struct HallServer: Service {
  private let settings: HallSettings
  private let routes: HallRoutes
  private let logger: Logger
  private let onListening: @Sendable (Int) async -> Void

  /// `onListening` is told the port once the service answers on it.
  package init(
    settings: HallSettings, documents: any DocumentExtracting, cases: any CaseFiling,
    results: any PublicResults,
    keys: IssuingKeySet = IssuingKeySet(), log: any PublicLog, status: any PublicStatus,
    pages: Pages, logger: Logger,
    onListening: @escaping @Sendable (Int) async -> Void = { _ in }
  ) throws(Problem) {
    guard settings.listen.isLoopback || !settings.tokens.isEmpty else {
      throw .tokensNeeded("\(settings.listen.host):\(settings.listen.port)")
    }
    for proxy in settings.proxies where CallerAddress(proxy) == nil { throw .badProxy(proxy) }
    self.settings = settings
    self.logger = logger
    self.onListening = onListening
    routes = HallRoutes(
      settings: settings, documents: documents, cases: cases, results: results, log: log,
      status: status,
      keys: keys, pages: pages)
  }

  package func run() async throws {
    let hasListened = Atomic(false)
    do {
      try await application { hasListened.store(true, ordering: .relaxed) }.run()
    } catch  where !hasListened.load(ordering: .relaxed) {
      throw Problem.cannotListen("\(settings.listen.host):\(settings.listen.port)", "\(error)")
    }
  }

  private func application(
    didListen: @escaping @Sendable () -> Void
  ) -> Application<RouterResponder<HallContext>> {
    Application(
      router: routes.router(),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [ContinueHandler(largestBody: settings.largestBody)],
          idleTimeout: .seconds(60))),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.listen.host, port: settings.listen.port),
        availableConnectionsDelegate: .maximum(512, logger: logger)),
      onServerRunning: { channel in
        didListen()
        await onListening(channel.localAddress?.port ?? settings.listen.port)
      },
      logger: logger)
  }
}
