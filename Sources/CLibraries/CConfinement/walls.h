// The walls, one a file. Each gives 0, or errno with the call that failed.
#pragma once
#include <errno.h>

#include "confinement.h"

static inline KanheWallOutcome standing(void) { return (KanheWallOutcome){0, NULL}; }

static inline KanheWallOutcome failing(const char *call) {
  return (KanheWallOutcome){errno ? errno : EINVAL, call};
}

// Namespaces.
typedef struct {
  KanheWallOutcome network, ipc, mounts;
} Namespaces;
Namespaces enter_namespaces(void);

KanheWallOutcome see_only(const char *const *readable);
KanheWallOutcome limit_resources(uint64_t memory, uint64_t cpu_seconds);
KanheWallOutcome read_only(const char *const *readable);
// - keeps_reading: whether CAP_DAC_READ_SEARCH may stay.
KanheWallOutcome drop_capabilities(int keeps_reading);
KanheWallOutcome filter_system_calls(void);
