#define _GNU_SOURCE
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "walls.h"

static KanheWallOutcome gain_no_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? standing() : failing("PR_SET_NO_NEW_PRIVS");
}

static KanheWallOutcome close_descriptors(void) {
  if (syscall(SYS_close_range, 3u, ~0u, 0u) == 0) return standing();
  // Before Linux 5.9.
  for (int descriptor = 3; descriptor < 65536; descriptor++) close(descriptor);
  return standing();
}

// The pipe's end tells an honest reader that its service is gone; this tells one that never looks.
static KanheWallOutcome die_with_parent(void) {
  return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 ? standing() : failing("PR_SET_PDEATHSIG");
}

void kanhe_confine(const KanheConfinementOrder *order, KanheWallOutcome outcomes[KANHE_WALLS]) {
  outcomes[KANHE_WALL_PRIVILEGES] = gain_no_privileges();
  outcomes[KANHE_WALL_DESCRIPTORS] = close_descriptors();
  const Namespaces namespaces = enter_namespaces();
  outcomes[KANHE_WALL_NETWORK] = namespaces.network;
  outcomes[KANHE_WALL_IPC] = namespaces.ipc;
  outcomes[KANHE_WALL_VIEW] =
    namespaces.mounts.call == NULL ? see_only(order->readable) : namespaces.mounts;
  outcomes[KANHE_WALL_LIMITS] = limit_resources(order->memory, order->cpu_seconds);
  outcomes[KANHE_WALL_FILES] = read_only(order->readable);
  outcomes[KANHE_WALL_CAPABILITIES] =
    drop_capabilities(outcomes[KANHE_WALL_FILES].call == NULL);
  // A change of credentials takes this back, so that it comes after them.
  outcomes[KANHE_WALL_ORPHAN] = die_with_parent();
  outcomes[KANHE_WALL_SYSTEM_CALLS] = filter_system_calls();
}
