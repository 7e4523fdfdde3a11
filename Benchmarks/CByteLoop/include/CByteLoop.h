/// The yardstick of the text benchmark: what a byte costs at least on this machine.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Counts the runs of letters, digits and bytes from 80 on, with a table of 256 bytes and a checksum.
uint64_t copydesk_byte_loop(const uint8_t *bytes, size_t count);

/// How often this process has asked for memory so far (malloc, calloc, realloc, posix_memalign).
uint64_t copydesk_allocations(void);

/// How many bytes it has asked for and not given back.
uint64_t copydesk_held_bytes(void);
