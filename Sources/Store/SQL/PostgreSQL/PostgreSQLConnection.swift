import CPostgreSQL
import Glibc

/// One connection. Not Sendable: whoever took it out of the pool is alone with it.
final class PostgreSQLConnection {
  private let handle: OpaquePointer
  private let options: PostgreSQLOptions
  private var prepared = PreparedStatements()

  /// - Throws: `PostgreSQLFault.lost`.
  init(to address: PostgreSQLAddress, _ options: PostgreSQLOptions) throws {
    let handle = Self.connect(address, options)
    guard let handle, PQstatus(handle) == CONNECTION_OK, PQsetnonblocking(handle, 1) == 0 else {
      let reason = handle.map { Self.firstLine(of: $0) } ?? "no memory"
      PQfinish(handle)
      throw PostgreSQLFault.lost(reason)
    }
    guard PQserverVersion(handle) >= 130_000 else {
      PQfinish(handle)
      throw PostgreSQLFault.lost("PostgreSQL 13 or later is needed")
    }
    kanhe_drop_notices(handle)
    (self.handle, self.options) = (handle, options)
    _ = try run(script: options.sessionSettings)
  }

  deinit { PQfinish(handle) }

  /// Whether it may be used for another transaction.
  var isAtRest: Bool {
    PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
  }

  /// Statements without arguments; what the last one answered.
  ///
  /// - Throws: `PostgreSQLFault`.
  func run(script: String) throws -> PostgreSQLResult {
    try sent(PQsendQuery(handle, script))
    return try answer()
  }

  /// One statement with `?` for its arguments.
  ///
  /// - Throws: `PostgreSQLFault`.
  func run(_ sql: String, _ values: [SQLValue]) throws -> PostgreSQLResult {
    let parameters = PostgreSQLParameters(values)
    let name = try name(of: sql, parameters)
    try parameters.withPointers { pointers, lengths, formats in
      try sent(
        PQsendQueryPrepared(handle, name, Int32(values.count), pointers, lengths, formats, 1))
    }
    return try answer()
  }

  /// Waits for a notification; the channel's name, or nil after the time, or where it was called back.
  ///
  /// - Throws: `PostgreSQLFault.lost`.
  func notification(within milliseconds: Int32) throws -> String? {
    if let name = nextNotification() { return name }
    var descriptor = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return nil }
    guard PQconsumeInput(handle) == 1 else { throw lost() }
    return nextNotification()
  }

  private func nextNotification() -> String? {
    guard let notification = PQnotifies(handle) else { return nil }
    defer { PQfreemem(notification) }
    return String(cString: notification.pointee.extra)
  }

  private func name(of sql: String, _ parameters: PostgreSQLParameters) throws -> String {
    if let name = prepared.name(of: sql, parameters.types) { return name }
    if prepared.isFull {
      _ = try run(script: "DEALLOCATE ALL")
      prepared = PreparedStatements()
    }
    let name = prepared.nextName
    let types = parameters.types
    try sent(PQsendPrepare(handle, name, numberedPlaceholders(sql), Int32(types.count), types))
    _ = try answer()
    prepared.remember(sql, types)
    return name
  }

  private func sent(_ status: Int32) throws {
    guard status == 1 else { throw lost() }
  }

  /// The last answer to what was sent, when all have come.
  private func answer() throws -> PostgreSQLResult {
    let deadline = ContinuousClock.now + .seconds(options.answerWithin)
    var last: PostgreSQLResult?
    while true {
      try exchange(until: deadline)
      guard let result = PQgetResult(handle) else { break }
      let next = PostgreSQLResult(result)
      if last?.fault == nil { last = next }
    }
    guard let last else { throw lost() }
    if PQstatus(handle) != CONNECTION_OK { throw lost() }
    if let fault = last.fault { throw fault }
    return last
  }

  /// Sends what is left to be sent and receives until there is an answer.
  private func exchange(until deadline: ContinuousClock.Instant) throws {
    while true {
      let unsent = PQflush(handle)
      guard unsent >= 0 else { throw lost() }
      if unsent == 0, PQisBusy(handle) == 0 { return }
      let rest = deadline - .now
      guard rest > .zero else { throw PostgreSQLFault.lost("no answer") }
      let events = Int16(POLLIN) | (unsent == 1 ? Int16(POLLOUT) : 0)
      var descriptor = pollfd(fd: PQsocket(handle), events: events, revents: 0)
      let ready = poll(&descriptor, 1, Int32(clamping: rest.components.seconds * 1000 + 1000))
      if ready < 0, errno != EINTR { throw lost() }
      if ready > 0, PQconsumeInput(handle) == 0 { throw lost() }
    }
  }

  private func lost() -> PostgreSQLFault { .lost(Self.firstLine(of: handle)) }

  /// What libpq says of the connection: host and reason, neither a password nor values.
  private static func firstLine(of handle: OpaquePointer) -> String {
    guard PQstatus(handle) != CONNECTION_OK, let message = PQerrorMessage(handle) else {
      return "no answer"
    }
    return String(String(cString: message).prefix { !$0.isNewline })
  }

  private static func connect(_ address: PostgreSQLAddress, _ options: PostgreSQLOptions)
    -> OpaquePointer?
  {
    // What comes later counts, so the address may say otherwise.
    let settings = options.connectionSettings + [("dbname", address.text)]
    let keywords = settings.map { strdup($0.0) } + [nil]
    let values = settings.map { strdup($0.1) } + [nil]
    defer { (keywords + values).forEach { free($0) } }
    return PQconnectdbParams(
      keywords.map { UnsafePointer($0) }, values.map { UnsafePointer($0) }, 1)
  }
}
