#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "walls.h"

// open_tree(2), move_mount(2) and mount_setattr(2) are younger than the headers of some systems.
#ifndef SYS_open_tree
#define SYS_open_tree 428
#define SYS_move_mount 429
#endif
#ifndef SYS_mount_setattr
#define SYS_mount_setattr 442
#endif
enum { TREE_CLONE = 1, TREE_RECURSIVE = 0x8000, TREE_EMPTY_PATH = 0x1000, MOVE_FROM_EMPTY_PATH = 4 };
enum { ATTRIBUTE_READ_ONLY = 1, ATTRIBUTE_NO_SUID = 2, ATTRIBUTE_NO_DEVICES = 4, ATTRIBUTE_NO_PROGRAMS = 8 };
typedef struct {
  uint64_t set, clear, propagation, user_namespace;
} MountAttributes;

enum { MOST = 32 };

// A copy of what is mounted there, read-only and without programs; -1 where there is nothing.
static int copy_of(const char *path) {
  const int tree = (int)syscall(
    SYS_open_tree, AT_FDCWD, path, TREE_CLONE | TREE_RECURSIVE | O_CLOEXEC);
  if (tree < 0) return -1;
  MountAttributes attributes = {
    .set = ATTRIBUTE_READ_ONLY | ATTRIBUTE_NO_SUID | ATTRIBUTE_NO_DEVICES | ATTRIBUTE_NO_PROGRAMS};
  if (syscall(
        SYS_mount_setattr, tree, "", TREE_EMPTY_PATH | TREE_RECURSIVE, &attributes,
        sizeof attributes) != 0) {
    const int error = errno;
    close(tree);
    errno = error;
    return -1;
  }
  return tree;
}

// Makes the place, relative to the current folder, and puts the copy there.
static int attach(int tree, const char *path) {
  char place[4096];
  struct stat kind;
  while (*path == '/') path++;
  if (strlen(path) >= sizeof place || fstat(tree, &kind) != 0) return -1;
  if (*path == 0) {
    errno = EINVAL;
    return -1;
  }
  strcpy(place, path);
  for (char *slash = strchr(place, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    if (mkdir(place, 0755) != 0 && errno != EEXIST) return -1;
    *slash = '/';
  }
  if (S_ISDIR(kind.st_mode)) {
    if (mkdir(place, 0755) != 0 && errno != EEXIST) return -1;
  } else {
    const int file = open(place, O_CREAT | O_WRONLY | O_CLOEXEC, 0444);
    if (file < 0) return -1;
    close(file);
  }
  return (int)syscall(SYS_move_mount, tree, "", AT_FDCWD, place, MOVE_FROM_EMPTY_PATH);
}

// Whether one of the folders before it holds it already.
static int is_inside(const char *const *readable, const int *trees, int index) {
  for (int i = 0; i < index; i++) {
    const size_t length = strlen(readable[i]);
    if (trees[i] >= 0 && strncmp(readable[index], readable[i], length) == 0 && readable[index][length] == '/')
      return 1;
  }
  return 0;
}

static KanheWallOutcome moved_into(const char *place, const char *const *readable, int trees[MOST]) {
  const unsigned long flags = MS_NOSUID | MS_NODEV | MS_NOEXEC;
  if (chdir(place) != 0) return failing("chdir");
  for (int i = 0; readable[i] != NULL && i < MOST; i++)
    if (trees[i] >= 0 && !is_inside(readable, trees, i) && attach(trees[i], readable[i]) != 0)
      return failing("move_mount");
  if (mount(NULL, ".", NULL, MS_REMOUNT | MS_BIND | MS_RDONLY | flags, NULL) != 0)
    return failing("remount");
  // pivot_root(2): with one folder for both, the old root lies on the new one.
  if (syscall(SYS_pivot_root, ".", ".") != 0) return failing("pivot_root");
  return standing();
}

static KanheWallOutcome move_in(const char *const *readable, int trees[MOST]) {
  // Any folder will do: only this process sees what is mounted over it, and only until it has moved in.
  static const char place[] = "/usr";
  const unsigned long flags = MS_NOSUID | MS_NODEV | MS_NOEXEC;
  if (mount("tmpfs", place, "tmpfs", flags, "size=1m,mode=0755") != 0) return failing("mount");
  const KanheWallOutcome outcome = moved_into(place, readable, trees);
  if (outcome.call != NULL) {
    // Models and fonts that lie where this would have stood must stay readable.
    if (chdir("/") == 0) umount2(place, MNT_DETACH);
    return outcome;
  }
  if (umount2(".", MNT_DETACH) != 0) return failing("umount2");
  return chdir("/") == 0 ? standing() : failing("chdir");
}

KanheWallOutcome see_only(const char *const *readable) {
  int trees[MOST];
  int count = 0;
  KanheWallOutcome outcome = standing();
  // Nothing that is mounted here may show outside.
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return failing("MS_PRIVATE");
  for (; readable[count] != NULL && count < MOST; count++) {
    trees[count] = copy_of(readable[count]);
    if (trees[count] < 0 && errno != ENOENT && errno != ENOTDIR && outcome.call == NULL)
      outcome = failing("open_tree");
  }
  if (outcome.call == NULL) outcome = move_in(readable, trees);
  while (count-- > 0)
    if (trees[count] >= 0) close(trees[count]);
  return outcome;
}
