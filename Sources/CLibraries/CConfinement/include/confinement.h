// What a process gives up before it touches hostile bytes. Linux only; every wall stands for itself, so that one that
// cannot be had takes no other with it.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef enum {
  // No program that it starts gets more rights than it has: prctl(2), PR_SET_NO_NEW_PRIVS.
  KANHE_WALL_PRIVILEGES,
  // No descriptor but standard input, output and error.
  KANHE_WALL_DESCRIPTORS,
  // A network namespace without a single interface.
  KANHE_WALL_NETWORK,
  // Namespaces of its own for System V IPC, message queues and names of the host.
  KANHE_WALL_IPC,
  // A mount namespace in which only the readable folders exist, read-only.
  KANHE_WALL_VIEW,
  // Memory, processor time, no core, no bytes in files, few descriptors: setrlimit(2).
  KANHE_WALL_LIMITS,
  // Landlock: reading below the readable folders, and nothing else.
  KANHE_WALL_FILES,
  // No capabilities, neither now nor later; root keeps reading what lies in other people's folders.
  KANHE_WALL_CAPABILITIES,
  // It is killed when the thread that started it ends.
  KANHE_WALL_ORPHAN,
  // seccomp: only the system calls that decoding needs.
  KANHE_WALL_SYSTEM_CALLS,
  KANHE_WALLS
} KanheWall;

typedef struct {
  // Absolute paths of folders and files that may be read, a folder before what is in it, ended by NULL. What is not
  // there is left out.
  const char *const *readable;
  // Bytes of address space.
  uint64_t memory;
  // Of processor time for the whole life of the process.
  uint64_t cpu_seconds;
} KanheConfinementOrder;

typedef struct {
  // 0 where the wall stands, else errno.
  int error;
  // The call that failed; NULL where the wall stands.
  const char *call;
} KanheWallOutcome;

// Builds every wall that can be had, in the order of `KanheWall`, around the calling process, which must have a single
// thread: namespaces and Landlock bind the calling thread and what it starts later.
void kanhe_confine(const KanheConfinementOrder *order, KanheWallOutcome outcomes[KANHE_WALLS]);
