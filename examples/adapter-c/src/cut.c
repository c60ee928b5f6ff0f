#include "parts.h"

/* The size of what may be a packet here: 0 when it is none, -1 when bytes are missing. */
static long candidate(const unsigned char *here, size_t size) {
  if (here[0] != '@' || (size > 1 && here[1] != '@')) return 0;
  if (size < LENGTH_AT + 2) return -1;
  size_t length = number_of(here + LENGTH_AT, 2), whole_size = OVERHEAD + length;
  if (length > DATA_MAX) return 0;
  if (size < whole_size) return -1;
  return here[whole_size - 2] == '#' && here[whole_size - 1] == '#' ? (long)whole_size : 0;
}

static int is_sound(const unsigned char *packet, size_t size) {
  unsigned sum = 0;
  for (size_t i = 2; i < size - 3; i += 1) sum += packet[i];
  return packet[size - 3] == (sum & 0xff);
}

struct cut gb26875_cut(const unsigned char *stream, size_t size) {
  for (size_t at = 0; at < size; at += 1) {
    long found = candidate(stream + at, size - at);
    if (found < 0) return (struct cut){at, 0};
    if (found == 0) continue;
    size_t packet = (size_t)found;
    /* A false start may hold a sound packet whole: then that is the one that was sent. */
    if (!is_sound(stream + at, packet))
      for (size_t i = 1; i + OVERHEAD <= packet; i += 1) {
        long inner = candidate(stream + at + i, packet - i);
        if (inner > 0 && is_sound(stream + at + i, (size_t)inner)) return (struct cut){at + i, (size_t)inner};
      }
    return (struct cut){at, packet};
  }
  return (struct cut){size, 0};
}
