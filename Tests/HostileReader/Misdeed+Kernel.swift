import CRawCalls
import Foundation

extension Misdeed {
  /// The kernel's own doors: namespaces, mounts, keys, programs inside the kernel, new code.
  static let kernel: [String: Deed] = [
    "mounts": call(Int(SYS_mount)), "unmounts": call(Int(SYS_umount2)),
    "pivots": call(Int(SYS_pivot_root)), "chroots": call(Int(SYS_chroot)),
    "unshares": call(Int(SYS_unshare), Int(CLONE_NEWUSER)), "joins": call(Int(SYS_setns)),
    "bpf": call(Int(SYS_bpf)), "io-uring": call(Int(SYS_io_uring_setup), 8),
    "userfaultfd": call(Int(SYS_userfaultfd)), "perf": call(Int(SYS_perf_event_open)),
    "keys": call(Int(SYS_keyctl)), "adds-key": call(Int(SYS_add_key)),
    "module": call(Int(SYS_init_module)), "kexec": call(Int(SYS_kexec_load)),
    "log": call(Int(SYS_syslog), 2), "reboots": call(Int(SYS_reboot)),
    "clock": call(Int(SYS_clock_settime)), "becomes-root": call(Int(SYS_setuid)),
    "shared-memory": call(Int(SYS_shmget), 0, 4096, 0o1600),
    "message-queue": call(Int(SYS_mq_open)), "quota": call(Int(SYS_quotactl)),
    "new-filter": call(Int(SYS_seccomp), 1), "capabilities": call(Int(SYS_capset)),
    "asks-a-device": { _ in
      // A pipe answers this one.
      var waiting: Int32 = 0
      return outcome(Int(ioctl(0, UInt(FIONREAD), &waiting)), errno)
    },
    "new-code": { _ in mapped(PROT_READ | PROT_EXEC) },
    "changed-code": { _ in
      let memory = mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      return outcome(Int(mprotect(memory, 4096, PROT_READ | PROT_EXEC)), errno)
    },
    "more-files": { _ in
      var limit = rlimit(rlim_cur: 1 << 20, rlim_max: 1 << 20)
      return outcome(Int(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)), errno)
    },
  ]

  private static func call(_ number: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) -> Deed {
    { _ in outcome(raw_call(number, a, b, c, 0, 0), errno) }
  }

  private static func mapped(_ protection: Int32) -> String {
    let memory = mmap(nil, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    return memory == MAP_FAILED ? "held \(errno)" : "escaped"
  }
}
