#ifndef CWORKER_H
#define CWORKER_H

#include <stddef.h>
#include <stdint.h>

// What Swift has no words for: processes that are forked, not started anew, and what they leave behind when they die.

/// What a worker process notes of its work, in memory that its parent sees too: read only after the worker has died.
struct copydesk_box {
  /// The document in hand, counted from the first one of its batch.
  uint32_t document;
  /// The stage that the document is in.
  uint32_t stage;
  /// The signal that ended the worker, if it could still be noted; else 0.
  int32_t signal;
  /// `errno` at that moment: ENOMEM after memory was refused.
  int32_t error;
  /// The rule that last gave something: ASCII, ended by a zero.
  char rule[48];
  /// Where the processor was, counted from the beginning of the program's code; 0 if it is not known.
  uint64_t place;
};

/// Where a worker's notes go; NULL in every other process, which makes none.
extern struct copydesk_box *_Nullable copydesk_box;

/// Whether this process is a worker: that is settled before it has anything to do.
static inline int copydesk_takes_notes(void) { return copydesk_box != 0; }

/// Notes the document in hand.
static inline void copydesk_note_document(uint32_t document) {
  if (copydesk_box) __atomic_store_n(&copydesk_box->document, document, __ATOMIC_RELAXED);
}

/// Notes the stage in hand.
static inline void copydesk_note_stage(uint32_t stage) {
  if (copydesk_box) __atomic_store_n(&copydesk_box->stage, stage, __ATOMIC_RELAXED);
}

/// Notes a rule: so many bytes, of which the first 47 are kept.
static inline void copydesk_note_rule(const uint8_t *_Nonnull rule, size_t count) {
  size_t kept = count < sizeof copydesk_box->rule ? count : sizeof copydesk_box->rule - 1;
  __builtin_memcpy(copydesk_box->rule, rule, kept);
  copydesk_box->rule[kept] = 0;
}

/// The rule in a box; NULL if what stands there is none.
const char *_Nullable copydesk_box_rule(const struct copydesk_box *_Nonnull box);

/// What a run notes for the process that watches over it: how much of its output is out, and what it is reading.
struct copydesk_run_log {
  /// The bytes that standard output has taken.
  uint64_t written;
  /// The number of the record that is being read, in its input, from 0.
  uint64_t record;
  /// Whether something is being read at all.
  uint32_t is_reading;
  /// The input, ended by a zero; empty if its name is longer.
  char path[4096];
};

/// Where a run's notes go; NULL if nobody watches over this process.
extern struct copydesk_run_log *_Nullable copydesk_run_log;

/// Whether somebody watches over this process: that is settled before it reads anything.
static inline int copydesk_is_watched(void) { return copydesk_run_log != 0; }

/// Lets notes go to a log.
static inline void copydesk_log_to(struct copydesk_run_log *_Nullable log) { copydesk_run_log = log; }

/// Notes that standard output has taken bytes. One thread writes at a time.
static inline void copydesk_log_written(uint64_t count) {
  if (copydesk_run_log) copydesk_run_log->written += count;
}

/// Notes what is being read. One thread reads at a time.
static inline void copydesk_log_reading(int is_reading, uint64_t record) {
  if (!copydesk_run_log) return;
  copydesk_run_log->record = record;
  copydesk_run_log->is_reading = (uint32_t)is_reading;
}

/// Notes the input that is read from now on.
void copydesk_log_input(const char *_Nonnull path);

/// Calls a function on a new thread and waits for its end; 0 if there was one. The main thread of a forked process is not fit
/// for work with others: Swift's locks name their owner by the thread's number, which they have learned before the fork.
int copydesk_on_new_thread(void (*_Nonnull body)(void *_Nonnull), void *_Nonnull context);

/// Hands interrupts on to a child: those that somebody sent to this process alone. A terminal sends them to both.
void copydesk_forward_interrupts(int32_t child);

/// Ends this process as a child of it was ended by a signal.
void copydesk_end_by(int32_t signal_number);

/// Zeros, shared with all processes that are forked later, of which memory is taken when it is used; NULL if there is none.
void *_Nullable copydesk_share(size_t size);

/// `fork`; the new process dies when the thread that called this dies.
int32_t copydesk_fork(void);

/// A pair of connected sockets, closed on exec; 0 if all went well.
int copydesk_socket_pair(int ends[_Nonnull 2]);

/// Puts `/dev/null` in place of standard input, output and error, and lets a worker or its server be without a core file
/// and deaf to the user's interrupt, which its parent answers.
void copydesk_detach(void);

/// Makes ready for documents: notes go to the box, deadly signals are noted there, and the process gets no more than so
/// many bytes of memory of its own (0: as many as there are). The kernel, if it has no memory left, takes workers first.
void copydesk_become_worker(struct copydesk_box *_Nonnull box, uint64_t memory);

/// Sends bytes and, if it is not negative, a descriptor; 0 if all went well.
int copydesk_send(int socket, const void *_Nonnull bytes, size_t count, int descriptor);

/// Receives exactly so many bytes and a descriptor that came with them, else -1; 0 if all went well.
int copydesk_receive(int socket, void *_Nonnull bytes, size_t count, int *_Nonnull descriptor);

/// Sends two pieces one after the other, never with a signal; 0 if all went well.
int copydesk_send_pieces(
    int socket, const void *_Nullable first, size_t first_count, const void *_Nullable second, size_t second_count);

/// How a process ended.
struct copydesk_end {
  /// The exit status, or -1.
  int32_t status;
  /// The signal that ended it, or 0.
  int32_t signal;
  /// The most memory it held, in bytes.
  uint64_t memory;
  /// The most memory that this process held; what it forks has so much in common with it at most.
  uint64_t shared;
};

/// Waits for the end of a child; 0 if all went well.
int copydesk_await(int32_t child, struct copydesk_end *_Nonnull end);

/// The processor time of a process in nanoseconds; -1 if there is none of that number.
int64_t copydesk_processor_time(int32_t process);

#endif
