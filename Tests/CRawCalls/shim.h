// System calls by number: Swift cannot call syscall(2), which takes any number of arguments, and the C library has no
// function for some of those that a hostile program tries.
#pragma once
#include <errno.h>
#include <linux/sched.h>
#include <sys/syscall.h>
#include <unistd.h>

static inline long raw_call(long number, long a, long b, long c, long d, long e) {
  return syscall(number, a, b, c, d, e, 0L);
}
