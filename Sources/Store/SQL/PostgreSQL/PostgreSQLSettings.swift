extension PostgreSQLOptions {
  /// For libpq, in the client.
  var connectionSettings: [(String, String)] {
    [
      ("application_name", "kanhe"), ("client_encoding", "UTF8"),
      ("connect_timeout", String(connectWithin)),
      ("keepalives_idle", String(probe)), ("keepalives_interval", String(probe)),
      ("keepalives_count", "2"), ("tcp_user_timeout", String(vanishedWithin * 1000)),
    ]
  }

  /// For the server. It looks after its client while it works too (from version 14 on), and a commit waits for the disk
  /// whatever the server's own setting is.
  var sessionSettings: String {
    """
    SET statement_timeout = '\(statementWithin)s';
    SET idle_in_transaction_session_timeout = '\(idleInTransaction)s';
    SET tcp_keepalives_idle = \(probe);
    SET tcp_keepalives_interval = \(probe);
    SET tcp_keepalives_count = 2;
    SET tcp_user_timeout = \(vanishedWithin * 1000);
    SELECT set_config('client_connection_check_interval', '\(probe)s', false)
      WHERE current_setting('client_connection_check_interval', true) IS NOT NULL;
    SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') IN ('off', 'local')
    """
  }

  /// Seconds from the last sign of life to the first probe, and from probe to probe: three of them make the time.
  private var probe: Int { max(1, vanishedWithin / 3) }
}
