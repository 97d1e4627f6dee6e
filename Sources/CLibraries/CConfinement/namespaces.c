#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "walls.h"

static int write_once(const char *path, const char *text) {
  const int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return -1;
  const ssize_t written = write(file, text, strlen(text));
  close(file);
  return written == (ssize_t)strlen(text) ? 0 : -1;
}

// An ordinary user may make namespaces only in a user namespace of its own, where it stays who it was
// (user_namespaces(7)).
static KanheWallOutcome enter_user_namespace(void) {
  const uid_t user = geteuid();
  const gid_t group = getegid();
  char map[64];
  if (unshare(CLONE_NEWUSER) != 0) return failing("unshare(CLONE_NEWUSER)");
  snprintf(map, sizeof map, "%u %u 1", user, user);
  if (write_once("/proc/self/uid_map", map) != 0) return failing("uid_map");
  if (write_once("/proc/self/setgroups", "deny") != 0) return failing("setgroups");
  snprintf(map, sizeof map, "%u %u 1", group, group);
  if (write_once("/proc/self/gid_map", map) != 0) return failing("gid_map");
  return standing();
}

// There is no PID namespace: only a child would be in it, and a reader has none. Other processes are out of reach
// because no system call that names one is allowed and /proc cannot be seen.
Namespaces enter_namespaces(void) {
  Namespaces found = {standing(), standing(), standing()};
  if (geteuid() != 0) {
    const KanheWallOutcome user = enter_user_namespace();
    if (user.call != NULL) return (Namespaces){user, user, user};
  }
  if (unshare(CLONE_NEWNET) != 0) found.network = failing("unshare(CLONE_NEWNET)");
  if (unshare(CLONE_NEWIPC | CLONE_NEWUTS) != 0) found.ipc = failing("unshare(CLONE_NEWIPC)");
  if (unshare(CLONE_NEWNS) != 0) found.mounts = failing("unshare(CLONE_NEWNS)");
  return found;
}
