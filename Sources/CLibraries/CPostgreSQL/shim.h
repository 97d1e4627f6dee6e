#pragma once
#include <libpq-fe.h>

// The letters that name the parts of an error are macros of characters, which Swift does not import.
static inline const char *kanhe_sqlstate(const PGresult *result) {
  return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}

// What the server says while it works goes to standard error unless somebody takes it; it may hold values of rows.
static inline void kanhe_drop_notice(void *nobody, const char *message) {
  (void)nobody;
  (void)message;
}
static inline void kanhe_drop_notices(PGconn *connection) {
  PQsetNoticeProcessor(connection, kanhe_drop_notice, NULL);
}
