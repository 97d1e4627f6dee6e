#pragma once
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <linux/openat2.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/inotify.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

// Debian 12's C library has no openat2. Opens `name` below `folder`: no link on the way, nothing outside, no other
// mount. A kernel before 5.6 (ENOSYS), or a filter that knows openat2 as little (EPERM), is told to the caller.
static inline int kanhe_open_beneath(int folder, const char *name, int flags) {
  struct open_how how = {0};
  how.flags = (uint64_t)(flags | O_NOFOLLOW | O_CLOEXEC);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV;
  return (int)syscall(SYS_openat2, folder, name, &how, sizeof how);
}

// The same for an absolute path, whose links were resolved before: none may have come into it since.
static inline int kanhe_open_without_links(const char *path, int flags) {
  struct open_how how = {0};
  how.flags = (uint64_t)(flags | O_NOFOLLOW | O_CLOEXEC);
  how.resolve = RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  return (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
}

// renameat2 is declared for _GNU_SOURCE only, which the importer does not set. 1 is RENAME_NOREPLACE.
static inline int kanhe_rename_new(int from, const char *name, int to, const char *new_name) {
  return (int)syscall(SYS_renameat2, from, name, to, new_name, 1u);
}
