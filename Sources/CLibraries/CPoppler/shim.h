#pragma once
#include <poppler.h>

// Function-like macros, which Swift does not import.
static inline int kanhe_is_poppler_error(const GError *error, int code) {
  return g_error_matches(error, POPPLER_ERROR, code);
}
