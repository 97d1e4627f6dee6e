#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "walls.h"

// landlock(7). Rights that are younger than the headers of some systems are written as the kernel's documentation
// numbers them.
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif
enum { VERSION = 1, PATH_BENEATH = 1 };
enum { READ_FILE = 1 << 2, READ_FOLDER = 1 << 3 };

typedef struct {
  uint64_t files, network, scopes;
} Ruleset;
typedef struct __attribute__((packed)) {
  uint64_t allowed;
  int32_t parent;
} PathRule;

// All that the kernel knows how to forbid.
static Ruleset everything(long version) {
  // Version 1: from running a program (bit 0) to making a link (bit 12).
  uint64_t files = (1 << 13) - 1;
  if (version >= 2) files |= 1 << 13;  // Moving to another folder.
  if (version >= 3) files |= 1 << 14;  // Truncating.
  if (version >= 5) files |= 1 << 15;  // ioctl(2) on devices.
  return (Ruleset){
    .files = files,
    .network = version >= 4 ? 3 : 0,  // Binding and connecting TCP.
    .scopes = version >= 6 ? 3 : 0,   // Abstract sockets and signals of other processes.
  };
}

static size_t size_known_to(long version) {
  return version >= 6 ? 24 : version >= 4 ? 16 : 8;
}

static int allow_reading(int rules, const char *path) {
  struct stat kind;
  const int folder = open(path, O_PATH | O_CLOEXEC);
  // Not every machine has every folder of fonts.
  if (folder < 0) return errno == ENOENT || errno == ENOTDIR || errno == EACCES ? 0 : -1;
  PathRule rule = {.allowed = READ_FILE, .parent = folder};
  if (fstat(folder, &kind) == 0 && S_ISDIR(kind.st_mode)) rule.allowed |= READ_FOLDER;
  const long added = syscall(SYS_landlock_add_rule, rules, PATH_BENEATH, &rule, 0);
  const int error = errno;
  close(folder);
  errno = error;
  return (int)added;
}

KanheWallOutcome read_only(const char *const *readable) {
  const long version = syscall(SYS_landlock_create_ruleset, NULL, 0, VERSION);
  if (version < 1) return failing("landlock_create_ruleset");
  const Ruleset handled = everything(version);
  const int rules = (int)syscall(
    SYS_landlock_create_ruleset, &handled, size_known_to(version), 0);
  if (rules < 0) return failing("landlock_create_ruleset");
  KanheWallOutcome outcome = standing();
  for (; *readable != NULL && outcome.call == NULL; readable++)
    if (allow_reading(rules, *readable) != 0) outcome = failing("landlock_add_rule");
  if (outcome.call == NULL && syscall(SYS_landlock_restrict_self, rules, 0) != 0)
    outcome = failing("landlock_restrict_self");
  close(rules);
  return outcome;
}
