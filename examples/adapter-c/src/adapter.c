/* Adapter of gb26875.c for `dianan-conform run codec`: JSON lines in, JSON lines out. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gb26875.h"

static unsigned char stream[1 << 20];
static size_t stream_size;

static void say_refused(struct text *line, const struct refusal *why) {
  text_add(line, "\"error\":\"%s\",\"offset\":%zu,\"path\":\"%s\"", why->code, why->offset, why->path);
}

/* What became of a packet: members of a reply, or of an event. */
static int say_decoded(struct text *line, const unsigned char *packet, size_t size) {
  static struct text value;
  struct refusal why;
  int is_good = gb26875_decode(packet, size, &value, &why);
  if (is_good) text_add(line, "\"used\":%zu,\"value\":%s", size, value.chars);
  else say_refused(line, &why);
  return is_good;
}

static void say_encoded(struct text *line, const struct json *value) {
  unsigned char packet[PACKET_MAX];
  struct refusal why;
  size_t size = gb26875_encode(value, packet, &why);
  text_add(line, ",\"ok\":%s,", size > 0 ? "true" : "false");
  if (size == 0) {
    say_refused(line, &why);
    return;
  }
  text_add(line, "\"hex\":\"");
  text_add_hex(line, packet, size);
  text_add(line, "\"");
}

static void say_events(struct text *line) {
  size_t done = 0;
  text_add(line, ",\"ok\":true,\"events\":[");
  for (int is_first = 1;; is_first = 0) {
    struct cut cut = gb26875_cut(stream + done, stream_size - done);
    done += cut.at;
    if (cut.size == 0) break;
    text_add(line, is_first ? "{" : ",{");
    say_decoded(line, stream + done, cut.size);
    text_add(line, "}");
    done += cut.size;
  }
  text_add(line, "]");
  memmove(stream, stream + done, stream_size -= done);
}

static void answer(struct text *line, const struct json *ask) {
  const char *op = json_text(ask, "op"), *hex = json_text(ask, "hex");
  const struct json *id = json_member(ask, "id");
  text_add(line, "\"id\":%.0f", id == NULL ? 0 : id->number);
  if (strcmp(op, "hello") == 0) {
    text_add(line, ",\"ok\":true,\"name\":\"gb26875.c\",\"version\":\"1\",\"lang\":\"c\",\"features\":[\"decode\",\"encode\",\"stream\"]");
  } else if (strcmp(op, "decode") == 0) {
    static unsigned char bytes[1 << 16];
    static struct text said;
    long size = hex_bytes(hex, bytes, sizeof bytes);
    text_clear(&said);
    int is_good = say_decoded(&said, bytes, size < 0 ? 0 : (size_t)size);
    text_add(line, ",\"ok\":%s,%s", is_good ? "true" : "false", said.chars);
  } else if (strcmp(op, "encode") == 0) {
    say_encoded(line, json_member(ask, "value"));
  } else if (strcmp(op, "feed") == 0) {
    long size = hex_bytes(hex, stream + stream_size, sizeof stream - stream_size);
    stream_size += size < 0 ? 0 : (size_t)size;
    say_events(line);
  } else {
    if (strcmp(op, "open") == 0) stream_size = 0;
    text_add(line, ",\"ok\":%s", strcmp(op, "open") == 0 || strcmp(op, "close") == 0 ? "true" : "false");
  }
}

int main(void) {
  char *input = NULL;
  size_t room = 0;
  struct text line = {0};
  while (getline(&input, &room, stdin) > 0) {
    struct json *ask = json_parse(input);
    if (ask == NULL || strcmp(json_text(ask, "op"), "stop") == 0) return ask == NULL;
    text_clear(&line);
    answer(&line, ask);
    printf("{%s}\n", line.chars);
    fflush(stdout);
    json_free(ask);
  }
  return 0;
}
