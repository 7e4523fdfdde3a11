#include "CByteLoop.h"

uint64_t copydesk_byte_loop(const uint8_t *bytes, size_t count) {
  uint8_t isWord[256];
  for (int byte = 0; byte < 256; ++byte) {
    isWord[byte] = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte >= 0x80;
  }
  uint64_t words = 0, sum = 0;
  uint8_t before = 0;
  for (size_t index = 0; index < count; ++index) {
    uint8_t now = isWord[bytes[index]];
    words += now & (before ^ 1);
    sum += bytes[index] & (uint8_t)-now;
    before = now;
  }
  return words ^ sum;
}
