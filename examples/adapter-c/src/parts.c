#include "parts.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

jmp_buf refused;
struct refusal *reason;

_Noreturn void refuse(const char *code, size_t offset, const char *path) {
  reason->code = code;
  reason->offset = offset;
  snprintf(reason->path, sizeof reason->path, "%s", path);
  longjmp(refused, 1);
}

size_t gb_to_utf8(const unsigned char *bytes, size_t size, char *utf8) {
  iconv_t how = iconv_open("UTF-8", "GB18030");
  if (how == (iconv_t)-1) abort();
  char *in = (char *)bytes, *out = utf8;
  size_t left = size, room = TEXT_MAX;
  while (left > 0 && iconv(how, &in, &left, &out, &room) == (size_t)-1 && errno != E2BIG) {
    memcpy(out, "\xef\xbf\xbd", 3);
    out += 3;
    room -= 3;
    size_t wrong = errno == EINVAL ? left : 1;
    in += wrong;
    left -= wrong;
    iconv(how, NULL, NULL, NULL, NULL);
  }
  iconv_close(how);
  return (size_t)(out - utf8);
}

long utf8_to_gb(const char *utf8, size_t size, unsigned char *bytes) {
  iconv_t how = iconv_open("GB18030", "UTF-8");
  if (how == (iconv_t)-1) abort();
  char *in = (char *)utf8, *out = (char *)bytes;
  size_t left = size, room = TEXT_MAX;
  size_t done = iconv(how, &in, &left, &out, &room);
  iconv_close(how);
  return done == (size_t)-1 ? -1 : (long)((unsigned char *)out - bytes);
}

unsigned long long number_of(const unsigned char *bytes, int size) {
  unsigned long long number = 0;
  for (int i = size - 1; i >= 0; i -= 1) number = number << 8 | bytes[i];
  return number;
}

int is_time(const unsigned char *raw) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int second = raw[0], minute = raw[1], hour = raw[2], day = raw[3], month = raw[4], year = raw[5];
  if (second > 59 || minute > 59 || hour > 23 || month < 1 || month > 12 || year > 99 || day < 1) return 0;
  return day <= days[month - 1] + (month == 2 && year % 4 == 0);
}

int is_known(long command) { return (command >= 1 && command <= 6) || command >= 128; }

const struct field serial = {"serial", WORD, NULL}, source = {"source", ADDRESS6, NULL}, destination = {"destination", ADDRESS6, NULL};
