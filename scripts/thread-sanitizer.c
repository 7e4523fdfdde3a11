// Tells the thread sanitizer what Swift's Synchronization.Mutex does when a thread has to wait. The quick way of that lock
// is compiled into our code, where the sanitizer sees its atomic operations; the slow one is in Swift's library, by a futex
// that the kernel hands over. Without this every value that a Mutex guards is reported. Loaded before Swift's library by
// scripts/check-sanitizers.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>

#define LOCK_SLOW "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK_SLOW "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define SELF __attribute__((swift_context))
#define SWIFT __attribute__((swiftcall))

// From the sanitizer, in the program.
extern void __tsan_acquire(void *) __attribute__((weak));
extern void __tsan_release(void *) __attribute__((weak));

static void *original(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

SWIFT void lock_slow(uint32_t thread, SELF void *lock) __asm__(LOCK_SLOW);
SWIFT void unlock_slow(SELF void *lock) __asm__(UNLOCK_SLOW);

SWIFT void lock_slow(uint32_t thread, SELF void *lock) {
  SWIFT void (*const rest)(uint32_t, SELF void *) = original(LOCK_SLOW);
  rest(thread, lock);
  if (__tsan_acquire) __tsan_acquire(lock);
}

SWIFT void unlock_slow(SELF void *lock) {
  SWIFT void (*const rest)(SELF void *) = original(UNLOCK_SLOW);
  if (__tsan_release) __tsan_release(lock);
  rest(lock);
}
