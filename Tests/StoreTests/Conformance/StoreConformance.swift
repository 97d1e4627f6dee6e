import Testing

/// What every database must do alike; each test runs on SQLite and on PostgreSQL.
@Suite struct StoreConformance {}
