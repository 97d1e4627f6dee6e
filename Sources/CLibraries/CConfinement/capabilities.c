#define _GNU_SOURCE
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "walls.h"

// Root reads folders of others by CAP_DAC_READ_SEARCH. It may stay where Landlock says which folders those are.
KanheWallOutcome drop_capabilities(int keeps_reading) {
  const int kept = keeps_reading && geteuid() == 0 ? CAP_DAC_READ_SEARCH : -1;
  for (int capability = 0; prctl(PR_CAPBSET_READ, capability) >= 0; capability++)
    // Whoever has no right to do this has no capabilities either.
    if (capability != kept && prctl(PR_CAPBSET_DROP, capability) != 0 && errno != EPERM)
      return failing("PR_CAPBSET_DROP");
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3] = {0};
  if (syscall(SYS_capget, &header, sets) != 0) return failing("capget");
  for (int i = 0; i < _LINUX_CAPABILITY_U32S_3; i++) {
    const __u32 left = kept >= 0 && CAP_TO_INDEX(kept) == i ? CAP_TO_MASK(kept) : 0;
    sets[i].permitted &= left;
    sets[i].effective &= left;
    sets[i].inheritable = 0;
  }
  return syscall(SYS_capset, &header, sets) == 0 ? standing() : failing("capset");
}
