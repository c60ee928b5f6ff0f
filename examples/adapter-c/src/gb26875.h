/* GB/T 26875.3-2011 in plain C, written from the standard's tables alone. */
#ifndef GB26875_H
#define GB26875_H
#include <stddef.h>

#include "json.h"

enum { PACKET_MAX = 30 + 1024 };

/* Why bytes or a value were refused: code, place of the byte, name of the member. */
struct refusal {
  const char *code;
  size_t offset;
  char path[160];
};

/* One whole packet as JSON into `value`. Returns 0 when it is refused. */
int gb26875_decode(const unsigned char *packet, size_t size, struct text *value, struct refusal *why);
/* The packet of a value; its size, or 0 when it is refused. `packet` has room for PACKET_MAX bytes. */
size_t gb26875_encode(const struct json *value, unsigned char *packet, struct refusal *why);
/* Where the first packet of a stream stands; `size` 0: none is whole yet, and bytes from `at` on are kept. */
struct cut {
  size_t at, size;
};
struct cut gb26875_cut(const unsigned char *stream, size_t size);

#endif
