#include <stdio.h>
#include <string.h>

#include "parts.h"

/* Bytes from a place on. What lies behind the data is `bad-length`, behind the packet `truncated`: `cut` says which. */
struct reader {
  const unsigned char *data;
  size_t size, at, base;
  const char *cut;
};

static const unsigned char *take(struct reader *reader, size_t size, const char *path) {
  if (reader->at + size > reader->size) refuse(reader->cut, reader->base + reader->at, path);
  reader->at += size;
  return reader->data + reader->at - size;
}

static void read_time(struct reader *reader, struct text *out, const char *path) {
  const unsigned char *raw = take(reader, 6, path);
  if (number_of(raw, 6) == 0) {
    text_add(out, "null");
  } else if (!is_time(raw)) {
    text_add(out, "{\"raw\":\"");
    text_add_hex(out, raw, 6);
    text_add(out, "\"}");
  } else {
    text_add(out, "{\"second\":%d,\"minute\":%d,\"hour\":%d,\"day\":%d,\"month\":%d,\"year\":%d}", raw[0], raw[1], raw[2], raw[3], raw[4], 2000 + raw[5]);
  }
}

/* Text, and the bytes beside it where writing the text would not give them. */
static void read_text(struct reader *reader, struct text *out, const char *path, int is_padded) {
  size_t size = is_padded ? NOTE_SIZE : *take(reader, 1, path);
  const unsigned char *raw = take(reader, size, path), *from = raw;
  size_t kept = size;
  if (is_padded) {
    while (kept > 0 && *from == 0) from += 1, kept -= 1;
    const unsigned char *end = memchr(from, 0, kept);
    if (end != NULL) kept = (size_t)(end - from);
    while (kept > 0 && *from == ' ') from += 1, kept -= 1;
    while (kept > 0 && from[kept - 1] == ' ') kept -= 1;
  }
  char utf8[TEXT_MAX];
  unsigned char again[TEXT_MAX];
  size_t length = gb_to_utf8(from, kept, utf8);
  long written = utf8_to_gb(utf8, length, again);
  int is_plain = written >= 0 && (size_t)written <= size;
  if (is_plain && is_padded) memset(again + written, 0, size - (size_t)written);
  if (is_plain && !is_padded) is_plain = (size_t)written == size;
  is_plain = is_plain && memcmp(again, raw, size) == 0;
  if (!is_plain) text_add(out, "{\"text\":");
  text_add_string(out, utf8, length);
  if (is_plain) return;
  text_add(out, ",\"raw\":\"");
  text_add_hex(out, raw, size);
  text_add(out, "\"}");
}

static void read_flags(struct reader *reader, struct text *out, const char *path, const struct flags *flags) {
  unsigned long long word = number_of(take(reader, (size_t)flags->bytes, path), flags->bytes);
  text_add(out, "{");
  for (int bit = 0; bit < flags->count; bit += 1) text_add(out, "\"%s\":%s,", flags->names[bit], word >> bit & 1 ? "true" : "false");
  text_add(out, "\"reserved\":%llu}", word & ~((1ULL << flags->count) - 1));
}

static void read_field(struct reader *reader, struct text *out, const struct field *field, const char *path) {
  switch (field->kind) {
    case BYTE: text_add(out, "%d", *take(reader, 1, path)); break;
    case WORD: text_add(out, "%llu", number_of(take(reader, 2, path), 2)); break;
    case SIGNED: text_add(out, "%d", (short)number_of(take(reader, 2, path), 2)); break;
    case ADDRESS4: text_add(out, "%llu", number_of(take(reader, 4, path), 4)); break;
    case ADDRESS6: text_add(out, "%llu", number_of(take(reader, 6, path), 6)); break;
    case AT_MOST_102:
    case SPARE: {
      int value = *take(reader, 1, path);
      if (value > (field->kind == SPARE ? 0 : 102)) refuse("bad-value", reader->base + reader->at - 1, path);
      text_add(out, "%d", value);
      break;
    }
    case TIME: read_time(reader, out, path); break;
    case NOTE: read_text(reader, out, path, 1); break;
    case DESCRIPTION: read_text(reader, out, path, 0); break;
    case FLAGS: read_flags(reader, out, path, field->flags); break;
  }
}

static void read_object(struct reader *reader, struct text *out, const struct type *type, const char *path) {
  char inner[128];
  for (int i = 0; i < type->count; i += 1) {
    const struct field *field = &type->fields[i];
    size_t before = out->size;
    snprintf(inner, sizeof inner, "%s.%s", path, field->name);
    text_add(out, "%s\"%s\":", out->chars[out->size - 1] == '{' ? "" : ",", field->name);
    read_field(reader, out, field, inner);
    if (field->kind == SPARE) out->size = before; /* it says nothing */
  }
}

static const struct type *type_numbered(int number) {
  for (int i = 0; i < type_count; i += 1)
    if (types[i].number == number) return &types[i];
  return NULL;
}

static void read_unknown(const unsigned char *data, size_t size, struct text *out) {
  text_add(out, "{\"kind\":\"unknown\",\"typeFlag\":%d,\"bytes\":\"", data[0]);
  text_add_hex(out, data + 1, size - 1);
  text_add(out, "\"}");
}

static void read_data(const unsigned char *data, size_t size, size_t base, const char *cut, struct text *out) {
  const struct type *type = size == 0 ? NULL : type_numbered(data[0]);
  struct reader reader = {data, size, 1, base, cut};
  if (size == 0) {
    text_add(out, "{\"kind\":\"empty\"}");
    return;
  }
  if (type == NULL) {
    read_unknown(data, size, out);
    return;
  }
  const char *count_path = type->most == 0 ? "message.count" : "message.items";
  int count = *take(&reader, 1, count_path);
  if (count < 1 || count > (type->most == 0 ? 1 : type->most)) refuse("bad-value", base + 1, count_path);
  text_add(out, "{\"kind\":\"%s\"", type->kind);
  if (type->most == 0) {
    read_object(&reader, out, type, "message");
  } else {
    text_add(out, ",\"items\":[");
    for (int i = 0; i < count; i += 1) {
      char path[64];
      snprintf(path, sizeof path, "message.items[%d]", i);
      text_add(out, i == 0 ? "{" : ",{");
      read_object(&reader, out, type, path);
      text_add(out, "}");
    }
    text_add(out, "]");
  }
  text_add(out, "}");
  if (reader.at < size) refuse("bad-length", base + reader.at, "message");
}

int gb26875_decode(const unsigned char *packet, size_t size, struct text *out, struct refusal *why) {
  struct reader reader = {packet, size, 0, 0, "truncated"};
  reason = why;
  text_clear(out);
  if (setjmp(refused) != 0) return 0;
  if ((size > 0 && packet[0] != '@') || (size > 1 && packet[1] != '@')) refuse("bad-magic", 0, "start");
  take(&reader, 2, "start");
  text_add(out, "{\"serial\":");
  read_field(&reader, out, &serial, "serial");
  int main_version = *take(&reader, 1, "version");
  text_add(out, ",\"version\":{\"main\":%d,\"user\":%d},\"time\":", main_version, *take(&reader, 1, "version"));
  read_time(&reader, out, "time");
  text_add(out, ",\"source\":");
  read_field(&reader, out, &source, "source");
  text_add(out, ",\"destination\":");
  read_field(&reader, out, &destination, "destination");
  size_t length = number_of(take(&reader, 2, "length"), 2);
  int command = *take(&reader, 1, "command");
  if (length > DATA_MAX) refuse("bad-length", LENGTH_AT, "length");
  if (!is_known(command)) refuse("bad-value", DATA_AT - 1, "command");
  text_add(out, ",\"command\":%d,\"message\":", command);
  const unsigned char *data = packet + DATA_AT;
  size_t rest = size - DATA_AT;
  if (rest < length) {
    if (command < 128) read_data(data, rest, DATA_AT, "truncated", out);
    refuse("truncated", size, "message");
  }
  take(&reader, length, "message");
  int total = *take(&reader, 1, "sum");
  const unsigned char *end = take(&reader, rest >= length + 3 ? 2 : 3, "end");
  if (command >= 128 && length > 0) read_unknown(data, length, out);
  else read_data(data, length, DATA_AT, "bad-length", out);
  unsigned sum = 0;
  for (size_t i = 2; i < DATA_AT + length; i += 1) sum += packet[i];
  if (total != (int)(sum & 0xff)) refuse("bad-checksum", DATA_AT + length, "sum");
  if (end[0] != '#' || end[1] != '#') refuse("bad-magic", DATA_AT + length + 1, "end");
  if (reader.at < size) refuse("bad-length", reader.at, "");
  text_add(out, "}");
  return 1;
}
