#ifndef CSHA_H
#define CSHA_H

#include <stddef.h>
#include <stdint.h>

/// Takes whole blocks of 64 bytes into a SHA-256 state with the processor's own instructions.
/// Returns 0, and changes nothing, if it has none.
int csha256_blocks(uint32_t state[8], const uint8_t *bytes, size_t blocks, const uint32_t constants[64]);

#endif
