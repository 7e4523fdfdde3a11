#define _GNU_SOURCE
#include "CWorker.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

extern const char __executable_start[], end[];

struct copydesk_box *copydesk_box;
struct copydesk_run_log *copydesk_run_log;

void copydesk_log_input(const char *path) {
  if (!copydesk_run_log) return;
  size_t length = strlen(path);
  if (length >= sizeof copydesk_run_log->path) length = 0;
  memcpy(copydesk_run_log->path, path, length);
  copydesk_run_log->path[length] = 0;
}

struct call {
  void (*body)(void *);
  void *context;
};

static void *begin(void *argument) {
  struct call *call = argument;
  call->body(call->context);
  return NULL;
}

int copydesk_on_new_thread(void (*body)(void *), void *context) {
  struct call call = {body, context};
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0) return -1;
  // As much as a main thread has.
  pthread_attr_setstacksize(&attributes, 8 << 20);
  int status = pthread_create(&thread, &attributes, begin, &call);
  pthread_attr_destroy(&attributes);
  return status == 0 && pthread_join(thread, NULL) == 0 ? 0 : -1;
}

static volatile sig_atomic_t interrupted_child;

static void forward(int number, siginfo_t *info, void *context) {
  (void)context;
  if (info->si_code != SI_KERNEL) kill(interrupted_child, number);
}

void copydesk_forward_interrupts(int32_t child) {
  interrupted_child = child;
  struct sigaction action = {.sa_sigaction = forward, .sa_flags = SA_SIGINFO | SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  // A parent may have started us with it blocked, as test runners do.
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
}

void copydesk_end_by(int32_t signal_number) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  signal(signal_number, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal_number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(signal_number);
  _exit(128 + signal_number);
}

void *copydesk_share(size_t size) {
  void *room = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return room == MAP_FAILED ? NULL : room;
}

const char *copydesk_box_rule(const struct copydesk_box *box) {
  // A worker that ran wild may have written anything here.
  size_t length = strnlen(box->rule, sizeof box->rule);
  for (size_t index = 0; index < length; index++) {
    if (box->rule[index] < '!' || box->rule[index] > '~') return NULL;
  }
  return length > 0 && length < sizeof box->rule ? box->rule : NULL;
}

int32_t copydesk_fork(void) {
  // Whoever started us may have asked not to hear of children; then nobody could tell how one ended.
  signal(SIGCHLD, SIG_DFL);
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    // The parent may have died before that.
    if (getppid() != parent) _exit(0);
  }
  return child;
}

int copydesk_socket_pair(int ends[2]) { return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends); }

void copydesk_detach(void) {
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null >= 0) {
    for (int descriptor = 0; descriptor < 3; descriptor++) dup2(null, descriptor);
    if (null > 2) close(null);
  }
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  signal(SIGINT, SIG_IGN);
}

/// Notes what happened and where, then lets the signal do what it does.
static void note_signal(int signal_number, siginfo_t *info, void *context) {
  (void)info;
  copydesk_box->error = errno;
  copydesk_box->signal = signal_number;
  uintptr_t place = 0;
#if defined(__x86_64__)
  place = (uintptr_t)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
  place = (uintptr_t)((ucontext_t *)context)->uc_mcontext.pc;
#else
  (void)context;
#endif
  uintptr_t start = (uintptr_t)__executable_start;
  copydesk_box->place = place >= start && place < (uintptr_t)end ? place - start : 0;
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static int memory_score(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return -1;
  ssize_t written = write(file, "600", 3);
  close(file);
  return written == 3 ? 0 : -1;
}

void copydesk_become_worker(struct copydesk_box *box, uint64_t memory) {
  memset(box, 0, sizeof *box);
  copydesk_box = box;
  memory_score();
  if (memory > 0) {
    struct rlimit limit = {memory, memory};
    setrlimit(RLIMIT_DATA, &limit);
  }
  // A stack that overflowed has no room for a handler.
  static char stack[64 << 10];
  stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternative, NULL);
  struct sigaction action = {.sa_sigaction = note_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  const int deadly[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  for (size_t index = 0; index < sizeof deadly / sizeof *deadly; index++) sigaction(deadly[index], &action, NULL);
}

int copydesk_send(int socket, const void *bytes, size_t count, int descriptor) {
  struct iovec piece = {.iov_base = (void *)bytes, .iov_len = count};
  union {
    struct cmsghdr header;
    char room[CMSG_SPACE(sizeof(int))];
  } control;
  struct msghdr message = {.msg_iov = &piece, .msg_iovlen = 1};
  if (descriptor >= 0) {
    memset(&control, 0, sizeof control);
    message.msg_control = control.room;
    message.msg_controllen = sizeof control.room;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
  }
  ssize_t sent;
  do sent = sendmsg(socket, &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  // These messages are some bytes long: a socket takes them whole.
  return sent == (ssize_t)count ? 0 : -1;
}

int copydesk_receive(int socket, void *bytes, size_t count, int *descriptor) {
  struct iovec piece = {.iov_base = bytes, .iov_len = count};
  union {
    struct cmsghdr header;
    char room[CMSG_SPACE(sizeof(int))];
  } control;
  struct msghdr message = {.msg_iov = &piece, .msg_iovlen = 1, .msg_control = control.room,
                           .msg_controllen = sizeof control.room};
  *descriptor = -1;
  ssize_t got;
  do got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_WAITALL);
  while (got < 0 && errno == EINTR);
  for (struct cmsghdr *header = got > 0 ? CMSG_FIRSTHDR(&message) : NULL; header; header = CMSG_NXTHDR(&message, header)) {
    if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) memcpy(descriptor, CMSG_DATA(header), sizeof(int));
  }
  return got == (ssize_t)count ? 0 : -1;
}

int copydesk_send_pieces(int socket, const void *first, size_t first_count, const void *second, size_t second_count) {
  struct iovec pieces[2] = {{(void *)first, first_count}, {(void *)second, second_count}};
  struct msghdr message = {.msg_iov = pieces, .msg_iovlen = 2};
  while (message.msg_iovlen > 0) {
    if (message.msg_iov->iov_len == 0) {
      message.msg_iov++;
      message.msg_iovlen--;
      continue;
    }
    ssize_t sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return -1;
    while (message.msg_iovlen > 0 && (size_t)sent >= message.msg_iov->iov_len) {
      sent -= (ssize_t)message.msg_iov->iov_len;
      message.msg_iov++;
      message.msg_iovlen--;
    }
    if (message.msg_iovlen > 0) {
      message.msg_iov->iov_base = (char *)message.msg_iov->iov_base + sent;
      message.msg_iov->iov_len -= (size_t)sent;
    }
  }
  return 0;
}

int copydesk_await(int32_t child, struct copydesk_end *result) {
  int status;
  struct rusage usage, own;
  pid_t reaped;
  do reaped = wait4(child, &status, 0, &usage);
  while (reaped < 0 && errno == EINTR);
  if (reaped != child) return -1;
  result->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  result->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  result->memory = (uint64_t)usage.ru_maxrss << 10;
  result->shared = getrusage(RUSAGE_SELF, &own) == 0 ? (uint64_t)own.ru_maxrss << 10 : 0;
  return 0;
}

int64_t copydesk_processor_time(int32_t process) {
  clockid_t clock;
  struct timespec time;
  if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0) return -1;
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}
