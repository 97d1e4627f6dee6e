#define _GNU_SOURCE
#include <signal.h>
#include <sys/resource.h>

#include "walls.h"

// Enough for a library that opens a font while it reads another file.
enum { MOST_DESCRIPTORS = 64 };

static int limit(int resource, rlim_t value) {
  struct rlimit now;
  if (getrlimit(resource, &now) != 0) return -1;
  // What was lower before stays so: nobody may raise it.
  if (now.rlim_max < value) value = now.rlim_max;
  const struct rlimit wanted = {value, value};
  return setrlimit(resource, &wanted);
}

// A process inherits what the thread that started it had blocked; Swift's threads block nearly everything, and with it the
// signal that ends whoever used up its processor time.
static int hear_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  signal(SIGXCPU, SIG_DFL);
  // Whoever writes into a file is told that it may not, and lives.
  signal(SIGXFSZ, SIG_IGN);
  return sigprocmask(SIG_SETMASK, &none, NULL);
}

KanheWallOutcome limit_resources(uint64_t memory, uint64_t cpu_seconds) {
  if (hear_signals() != 0) return failing("sigprocmask");
  if (limit(RLIMIT_CORE, 0) != 0) return failing("RLIMIT_CORE");
  if (limit(RLIMIT_FSIZE, 0) != 0) return failing("RLIMIT_FSIZE");
  if (limit(RLIMIT_NOFILE, MOST_DESCRIPTORS) != 0) return failing("RLIMIT_NOFILE");
  // No more processes or threads than there are: for root it is the filter of system calls that says so.
  if (limit(RLIMIT_NPROC, 0) != 0) return failing("RLIMIT_NPROC");
  if (limit(RLIMIT_AS, memory) != 0) return failing("RLIMIT_AS");
  if (limit(RLIMIT_MEMLOCK, 0) != 0) return failing("RLIMIT_MEMLOCK");
  if (limit(RLIMIT_MSGQUEUE, 0) != 0) return failing("RLIMIT_MSGQUEUE");
  if (limit(RLIMIT_CPU, cpu_seconds) != 0) return failing("RLIMIT_CPU");
  return standing();
}
