#include <math.h>
#include <stdio.h>
#include <string.h>

#include "parts.h"

/* Room for more than a packet, so that what is too long is told by one check. */
static unsigned char written[64 * 1024];
static size_t written_size;

static void put(const unsigned char *bytes, size_t size, const char *path) {
  if (written_size + size > sizeof written) refuse("bad-length", 0, path);
  memcpy(written + written_size, bytes, size);
  written_size += size;
}

static const struct json *member(const struct json *value, const char *name, const char *path) {
  const struct json *one = json_member(value, name);
  if (one == NULL) refuse("bad-value", 0, path);
  return one;
}

static long long whole(const struct json *value, double min, double max, const char *path) {
  if (value->kind != JSON_NUMBER || value->number != floor(value->number) || value->number < min || value->number > max)
    refuse("bad-value", 0, path);
  return (long long)value->number;
}

static void put_number(const struct json *value, int size, double min, double max, const char *path) {
  unsigned long long number = (unsigned long long)whole(value, min, max, path);
  unsigned char bytes[8];
  for (int i = 0; i < size; i += 1) bytes[i] = (unsigned char)(number >> (8 * i));
  put(bytes, (size_t)size, path);
}

/* Hex of a member that stands for bytes. */
static size_t raw_of(const struct json *value, const char *name, unsigned char *bytes, size_t room, const char *path) {
  const struct json *raw = member(value, name, path);
  long size = raw->kind == JSON_STRING ? hex_bytes(raw->text, bytes, room) : -1;
  if (size < 0) refuse("bad-value", 0, path);
  return (size_t)size;
}

static void put_time(const struct json *value, const char *path) {
  static const char *names[] = {"second", "minute", "hour", "day", "month", "year"};
  unsigned char raw[6] = {0};
  if (value->kind != JSON_NULL) {
    if (json_member(value, "raw") != NULL) {
      if (raw_of(value, "raw", raw, 6, path) != 6) refuse("bad-value", 0, path);
    } else {
      for (int i = 0; i < 6; i += 1) raw[i] = (unsigned char)(whole(member(value, names[i], path), i == 5 ? 2000 : 0, i == 5 ? 2099 : 255, path) - (i == 5 ? 2000 : 0));
      if (!is_time(raw)) refuse("bad-value", 0, path);
    }
  }
  put(raw, 6, path);
}

static void put_text(const struct json *value, const char *path, int is_padded) {
  unsigned char raw[TEXT_MAX] = {0};
  long size = -1;
  if (value->kind == JSON_OBJECT) size = (long)raw_of(value, "raw", raw, 255, path);
  else if (value->kind == JSON_STRING && strlen(value->text) < TEXT_MAX / 2) size = utf8_to_gb(value->text, strlen(value->text), raw);
  if (size < 0) refuse("bad-value", 0, path);
  if (size > (is_padded ? NOTE_SIZE : 255)) refuse("bad-length", 0, path);
  unsigned char length = (unsigned char)size;
  if (!is_padded) put(&length, 1, path);
  put(raw, is_padded ? NOTE_SIZE : (size_t)size, path);
}

static void put_flags(const struct json *value, const char *path, const struct flags *flags) {
  unsigned long long mask = (1ULL << flags->count) - 1;
  unsigned long long word = (unsigned long long)whole(member(value, "reserved", path), 0, (1 << 8 * flags->bytes) - 1, path);
  if ((word & mask) != 0) refuse("bad-value", 0, path);
  for (int bit = 0; bit < flags->count; bit += 1) {
    const struct json *one = member(value, flags->names[bit], path);
    if (one->kind != JSON_TRUE && one->kind != JSON_FALSE) refuse("bad-value", 0, path);
    if (one->kind == JSON_TRUE) word |= 1ULL << bit;
  }
  unsigned char bytes[2] = {(unsigned char)word, (unsigned char)(word >> 8)};
  put(bytes, (size_t)flags->bytes, path);
}

static void put_field(const struct json *object, const struct field *field, const char *path) {
  static const unsigned char zero = 0;
  if (field->kind == SPARE) {
    put(&zero, 1, path);
    return;
  }
  const struct json *value = member(object, field->name, path);
  switch (field->kind) {
    case BYTE: put_number(value, 1, 0, 255, path); break;
    case WORD: put_number(value, 2, 0, 65535, path); break;
    case SIGNED: put_number(value, 2, -32768, 32767, path); break;
    case ADDRESS4: put_number(value, 4, 0, 4294967295.0, path); break;
    case ADDRESS6: put_number(value, 6, 0, 281474976710655.0, path); break;
    case AT_MOST_102: put_number(value, 1, 0, 102, path); break;
    case TIME: put_time(value, path); break;
    case NOTE: put_text(value, path, 1); break;
    case DESCRIPTION: put_text(value, path, 0); break;
    case FLAGS: put_flags(value, path, field->flags); break;
    case SPARE: break;
  }
}

static void put_object(const struct json *object, const struct type *type, const char *path) {
  char inner[128];
  for (int i = 0; i < type->count; i += 1) {
    snprintf(inner, sizeof inner, "%s.%s", path, type->fields[i].name);
    put_field(object, &type->fields[i], inner);
  }
}

static void put_data(const struct json *message) {
  static const struct field flag = {"typeFlag", BYTE, NULL};
  const char *kind = json_text(message, "kind");
  if (strcmp(kind, "empty") == 0) return;
  if (strcmp(kind, "unknown") == 0) {
    unsigned char bytes[4 * DATA_MAX];
    put_field(message, &flag, "message.typeFlag");
    put(bytes, raw_of(message, "bytes", bytes, sizeof bytes, "message.bytes"), "message.bytes");
    return;
  }
  for (int i = 0; i < type_count; i += 1) {
    const struct type *type = &types[i];
    if (strcmp(type->kind, kind) != 0) continue;
    const struct json *items = type->most == 0 ? NULL : member(message, "items", "message.items");
    int count = type->most == 0 ? 1 : 0;
    if (items != NULL && items->kind == JSON_LIST)
      for (const struct json *one = items->first; one != NULL; one = one->next) count += 1;
    if (count < 1 || count > (type->most == 0 ? 1 : type->most)) refuse("bad-value", 0, "message.items");
    unsigned char head[2] = {(unsigned char)type->number, (unsigned char)count};
    put(head, 2, "message");
    if (items == NULL) put_object(message, type, "message");
    else
      for (const struct json *one = items->first; one != NULL; one = one->next) put_object(one, type, "message.items");
    return;
  }
  refuse("bad-value", 0, "message.kind");
}

size_t gb26875_encode(const struct json *value, unsigned char *packet, struct refusal *why) {
  reason = why;
  if (setjmp(refused) != 0) return 0;
  written_size = 0;
  put((const unsigned char *)"@@", 2, "start");
  put_field(value, &serial, "serial");
  const struct json *version = member(value, "version", "version");
  put_number(member(version, "main", "version.main"), 1, 0, 255, "version.main");
  put_number(member(version, "user", "version.user"), 1, 0, 255, "version.user");
  put_time(member(value, "time", "time"), "time");
  put_field(value, &source, "source");
  put_field(value, &destination, "destination");
  long long command = whole(member(value, "command", "command"), 0, 255, "command");
  if (!is_known((long)command)) refuse("bad-value", 0, "command");
  unsigned char head[3] = {0, 0, (unsigned char)command};
  put(head, 3, "command");
  put_data(member(value, "message", "message"));
  size_t length = written_size - DATA_AT;
  if (length > DATA_MAX) refuse("bad-length", 0, "message");
  written[LENGTH_AT] = (unsigned char)length;
  written[LENGTH_AT + 1] = (unsigned char)(length >> 8);
  unsigned sum = 0;
  for (size_t i = 2; i < written_size; i += 1) sum += written[i];
  unsigned char tail[3] = {(unsigned char)sum, '#', '#'};
  put(tail, 3, "end");
  memcpy(packet, written, written_size);
  return written_size;
}
