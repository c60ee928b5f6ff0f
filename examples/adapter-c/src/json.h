/* JSON, as little of it as lines of the adapter protocol need. Numbers are doubles: every one of the protocol fits. */
#ifndef JSON_H
#define JSON_H
#include <stddef.h>

enum json_kind { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_STRING, JSON_LIST, JSON_OBJECT };

struct json {
  enum json_kind kind;
  double number;
  char *text;         /* UTF-8 of a string */
  char *name;         /* of a member of an object */
  struct json *first; /* of a list or an object */
  struct json *next;
};

/* One JSON text; NULL when it is none. Freed by json_free. */
struct json *json_parse(const char *text);
void json_free(struct json *value);
/* A member of an object; NULL when it is not there, or `value` is no object. */
const struct json *json_member(const struct json *value, const char *name);
/* The text of a member that is a string, "" otherwise. */
const char *json_text(const struct json *value, const char *name);

/* Text that grows. */
struct text {
  char *chars;
  size_t size, room;
};
void text_add(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_add_string(struct text *text, const char *utf8, size_t size);
void text_add_hex(struct text *text, const unsigned char *bytes, size_t size);
void text_clear(struct text *text);
/* Bytes of hex; -1 when it is none or does not fit. */
long hex_bytes(const char *hex, unsigned char *bytes, size_t room);

#endif
