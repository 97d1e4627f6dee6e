#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "walls.h"

// The system calls that decoding needs, found by tracing readings of samples and of broken files (strace -f). What is
// not listed fails as if it were forbidden, so that a library that only tries goes on; what no decoder ever tries ends
// the process.
#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "system calls are known for x86_64 and aarch64"
#endif

// Both architectures are little-endian: the low half of an argument comes first.
#define FIELD(name) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, name))
#define ARGUMENT(n) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[n]))
#define ANSWER(action) BPF_STMT(BPF_RET | BPF_K, action)
#define FAIL(error) ANSWER(SECCOMP_RET_ERRNO | (error))
// Skip one or more of the next instructions.
#define UNLESS_EQUAL(value, skipped) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, skipped)
#define IF_EQUAL(value, skipped) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, skipped, 0)
#define IF_ANY_BIT(bits, skipped) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, skipped, 0)

#define ALLOW(call) UNLESS_EQUAL(SYS_##call, 1), ANSWER(SECCOMP_RET_ALLOW)
#define KILL(call) UNLESS_EQUAL(SYS_##call, 1), ANSWER(SECCOMP_RET_KILL_PROCESS)
// Only where the argument has none of these bits.
#define ALLOW_WITHOUT(call, argument, bits, error)                                           \
  UNLESS_EQUAL(SYS_##call, 4), ARGUMENT(argument), IF_ANY_BIT(bits, 1), ANSWER(SECCOMP_RET_ALLOW), FAIL(error)
// Only where the argument, of 32 bits, is this.
#define ALLOW_FOR(call, argument, value, error)                                              \
  UNLESS_EQUAL(SYS_##call, 4), ARGUMENT(argument), UNLESS_EQUAL(value, 1), ANSWER(SECCOMP_RET_ALLOW), FAIL(error)

#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY))

KanheWallOutcome filter_system_calls(void) {
  const unsigned self = (unsigned)getpid();
  const struct sock_filter program[] = {
    // Numbers mean something else on another architecture, and on x86_64 also in the x32 ABI.
    FIELD(arch), IF_EQUAL(ARCHITECTURE, 1), ANSWER(SECCOMP_RET_KILL_PROCESS), FIELD(nr),
#if defined(__x86_64__)
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), ANSWER(SECCOMP_RET_KILL_PROCESS),
#endif

    // Descriptors that it has.
    ALLOW(read), ALLOW(write), ALLOW(readv), ALLOW(writev), ALLOW(pread64), ALLOW(lseek),
    ALLOW(close), ALLOW(ppoll), ALLOW(dup), ALLOW(dup3),
#if defined(__x86_64__)
    ALLOW(poll), ALLOW(dup2),
#endif
    UNLESS_EQUAL(SYS_fcntl, 8), ARGUMENT(1), IF_EQUAL(F_DUPFD, 5), IF_EQUAL(F_DUPFD_CLOEXEC, 4),
    IF_EQUAL(F_GETFD, 3), IF_EQUAL(F_SETFD, 2), IF_EQUAL(F_GETFL, 1), FAIL(EPERM),
    ANSWER(SECCOMP_RET_ALLOW),
    // Whether it is a terminal.
    ALLOW_FOR(ioctl, 1, TCGETS, ENOTTY),

    // Memory; nothing new can be run.
    ALLOW(brk), ALLOW(munmap), ALLOW(mremap), ALLOW(madvise),
    ALLOW_WITHOUT(mmap, 2, PROT_EXEC, EACCES), ALLOW_WITHOUT(mprotect, 2, PROT_EXEC, EACCES),

    // Files, to be read.
    ALLOW_WITHOUT(openat, 2, WRITING, EACCES), ALLOW(newfstatat), ALLOW(fstat), ALLOW(statx),
    ALLOW(faccessat), ALLOW(faccessat2), ALLOW(readlinkat), ALLOW(getdents64), ALLOW(getcwd),
    ALLOW(statfs), ALLOW(fstatfs), ALLOW(fadvise64),
#if defined(__x86_64__)
    ALLOW_WITHOUT(open, 1, WRITING, EACCES), ALLOW(stat), ALLOW(lstat), ALLOW(access),
    ALLOW(readlink),
#endif

    // Itself: waiting for itself, its signals, its end.
    ALLOW(futex), ALLOW(sched_yield), ALLOW(sched_getaffinity), ALLOW(set_robust_list),
    ALLOW(rseq), ALLOW(getpid), ALLOW(getppid), ALLOW(gettid), ALLOW(getuid), ALLOW(geteuid),
    ALLOW(getgid), ALLOW(getegid), ALLOW(sigaltstack), ALLOW(rt_sigaction),
    ALLOW(rt_sigprocmask), ALLOW(rt_sigreturn), ALLOW(restart_syscall), ALLOW(exit),
    ALLOW(exit_group), ALLOW_FOR(tgkill, 0, self, EPERM),
    // Its own limits, which can only be lowered.
    ALLOW_FOR(prlimit64, 0, 0, EPERM), ALLOW(getrusage),

    // Time, chance, and what machine this is.
    ALLOW(clock_gettime), ALLOW(clock_getres), ALLOW(clock_nanosleep), ALLOW(nanosleep),
    ALLOW(gettimeofday), ALLOW(times), ALLOW(getrandom), ALLOW(uname), ALLOW(sysinfo),
#if defined(__x86_64__)
    ALLOW(time),
#endif

    // No library that decodes tries these: whoever does is not decoding.
    KILL(execve), KILL(execveat), KILL(ptrace), KILL(process_vm_readv), KILL(process_vm_writev),
    KILL(mount), KILL(umount2), KILL(pivot_root), KILL(chroot), KILL(unshare), KILL(setns),
    KILL(init_module), KILL(finit_module), KILL(kexec_load), KILL(bpf), KILL(perf_event_open),
    KILL(keyctl), KILL(add_key), KILL(request_key), KILL(userfaultfd), KILL(io_uring_setup),
    KILL(open_by_handle_at), KILL(kill), KILL(tkill), KILL(rt_sigqueueinfo),

    // The C library then does without: openat, or clone, which fails.
    UNLESS_EQUAL(SYS_clone3, 1), FAIL(ENOSYS), UNLESS_EQUAL(SYS_openat2, 1), FAIL(ENOSYS),
    FAIL(EPERM),
  };
  const struct sock_fprog filter = {
    .len = sizeof program / sizeof *program, .filter = (struct sock_filter *)program};
  const long done =
    syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &filter);
  // A positive answer is a thread that could not be bound.
  if (done > 0) errno = EBUSY;
  return done == 0 ? standing() : failing("seccomp");
}
