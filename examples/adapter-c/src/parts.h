/* What reading and writing share. */
#ifndef PARTS_H
#define PARTS_H
#include <setjmp.h>

#include "gb26875.h"
#include "tables.h"

enum { OVERHEAD = 30, DATA_MAX = 1024, DATA_AT = 27, LENGTH_AT = 24, NOTE_SIZE = 31, TEXT_MAX = 4096 };

/* Whatever is wrong ends the call: one place to come back to, and what to say there. */
extern jmp_buf refused;
extern struct refusal *reason;
_Noreturn void refuse(const char *code, size_t offset, const char *path);

/* GB 18030 and UTF-8. Bytes that are no character become U+FFFD; -1: a character that GB 18030 has not. */
size_t gb_to_utf8(const unsigned char *bytes, size_t size, char *utf8);
long utf8_to_gb(const char *utf8, size_t size, unsigned char *bytes);

/* A number whose low byte comes first. */
unsigned long long number_of(const unsigned char *bytes, int size);
int is_time(const unsigned char *raw);
int is_known(long command);
extern const struct field serial, source, destination;

#endif
