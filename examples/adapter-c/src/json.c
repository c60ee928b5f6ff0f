#include "json.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 64 };

static void *must(void *memory) {
  if (memory == NULL) abort();
  return memory;
}

static const char *skip(const char *at) { return at + strspn(at, " \t\r\n"); }

static int hex_digit(char one) {
  const char *digits = "0123456789abcdef", *found = one == '\0' ? NULL : strchr(digits, one | 0x20);
  return found == NULL ? -1 : (int)(found - digits);
}

static long code_unit(const char *at) {
  long unit = 0;
  for (int i = 0; i < 4; i += 1) {
    int digit = hex_digit(at[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

static char *put_utf8(char *out, unsigned long point) {
  if (point < 0x80) {
    *out++ = (char)point;
  } else if (point < 0x800) {
    *out++ = (char)(0xc0 | point >> 6);
    *out++ = (char)(0x80 | (point & 0x3f));
  } else if (point < 0x10000) {
    *out++ = (char)(0xe0 | point >> 12);
    *out++ = (char)(0x80 | (point >> 6 & 0x3f));
    *out++ = (char)(0x80 | (point & 0x3f));
  } else {
    *out++ = (char)(0xf0 | point >> 18);
    *out++ = (char)(0x80 | (point >> 12 & 0x3f));
    *out++ = (char)(0x80 | (point >> 6 & 0x3f));
    *out++ = (char)(0x80 | (point & 0x3f));
  }
  return out;
}

/* A string behind its first quote; NULL when it is none. */
static const char *parse_string(const char *at, char **into) {
  char *out = *into = must(malloc(strlen(at) + 1));
  while (*at != '"') {
    if (*at == '\0') return NULL;
    if (*at != '\\') {
      *out++ = *at++;
      continue;
    }
    const char *escapes = "\"\\/bfnrt", *plain = "\"\\/\b\f\n\r\t";
    const char *found = at[1] == '\0' ? NULL : strchr(escapes, at[1]);
    if (found != NULL) {
      *out++ = plain[found - escapes];
      at += 2;
    } else if (at[1] == 'u') {
      long unit = code_unit(at + 2), low = -1;
      if (unit < 0) return NULL;
      at += 6;
      if (unit >= 0xd800 && unit < 0xdc00 && at[0] == '\\' && at[1] == 'u') low = code_unit(at + 2);
      if (low >= 0xdc00 && low < 0xe000) {
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        at += 6;
      }
      out = put_utf8(out, (unsigned long)unit);
    } else {
      return NULL;
    }
  }
  *out = '\0';
  return at + 1;
}

static const char *parse_value(const char *at, struct json **into, int depth);

/* Members of an object or items of a list, behind the opening sign. */
static const char *parse_inside(const char *at, struct json *whole, char end, int depth) {
  struct json **last = &whole->first;
  at = skip(at);
  if (*at == end) return at + 1;
  for (;;) {
    char *name = NULL;
    at = skip(at);
    if (end == '}') {
      at = *at == '"' ? parse_string(at + 1, &name) : NULL;
      if (at != NULL) at = skip(at);
      if (at == NULL || *at++ != ':') {
        free(name);
        return NULL;
      }
    }
    at = parse_value(at, last, depth);
    if (*last == NULL) {
      free(name);
      return NULL;
    }
    (*last)->name = name;
    if (at == NULL) return NULL;
    last = &(*last)->next;
    at = skip(at);
    if (*at == end) return at + 1;
    if (*at++ != ',') return NULL;
  }
}

static const char *parse_value(const char *at, struct json **into, int depth) {
  static const struct {
    const char *word;
    enum json_kind kind;
  } words[] = {{"null", JSON_NULL}, {"false", JSON_FALSE}, {"true", JSON_TRUE}};
  struct json *one = *into = must(calloc(1, sizeof *one));
  at = skip(at);
  if (depth > DEPTH_MAX) return NULL;
  for (int i = 0; i < 3; i += 1)
    if (strncmp(at, words[i].word, strlen(words[i].word)) == 0) {
      one->kind = words[i].kind;
      return at + strlen(words[i].word);
    }
  if (*at == '"') {
    one->kind = JSON_STRING;
    return parse_string(at + 1, &one->text);
  }
  if (*at == '[' || *at == '{') {
    one->kind = *at == '[' ? JSON_LIST : JSON_OBJECT;
    return parse_inside(at + 1, one, *at == '[' ? ']' : '}', depth + 1);
  }
  char *end;
  one->kind = JSON_NUMBER;
  one->number = strtod(at, &end);
  return end == at ? NULL : end;
}

struct json *json_parse(const char *text) {
  struct json *value;
  const char *end = parse_value(text, &value, 0);
  if (end != NULL && *skip(end) == '\0') return value;
  json_free(value);
  return NULL;
}

void json_free(struct json *value) {
  while (value != NULL) {
    struct json *next = value->next;
    json_free(value->first);
    free(value->text);
    free(value->name);
    free(value);
    value = next;
  }
}

const struct json *json_member(const struct json *value, const char *name) {
  if (value == NULL || value->kind != JSON_OBJECT) return NULL;
  for (const struct json *one = value->first; one != NULL; one = one->next)
    if (strcmp(one->name, name) == 0) return one;
  return NULL;
}

const char *json_text(const struct json *value, const char *name) {
  const struct json *one = json_member(value, name);
  return one == NULL || one->kind != JSON_STRING ? "" : one->text;
}

static void reserve(struct text *text, size_t more) {
  if (text->size + more < text->room) return;
  text->room = (text->size + more) * 2;
  text->chars = must(realloc(text->chars, text->room));
}

void text_add(struct text *text, const char *format, ...) {
  va_list args, again;
  va_start(args, format);
  va_copy(again, args);
  int size = vsnprintf(NULL, 0, format, args);
  reserve(text, (size_t)size + 1);
  vsnprintf(text->chars + text->size, (size_t)size + 1, format, again);
  text->size += (size_t)size;
  va_end(args);
  va_end(again);
}

void text_add_string(struct text *text, const char *utf8, size_t size) {
  text_add(text, "\"");
  for (size_t i = 0; i < size; i += 1) {
    unsigned char one = (unsigned char)utf8[i];
    if (one < 0x20 || one == '"' || one == '\\' || one == 0x7f) text_add(text, "\\u%04x", one);
    else text_add(text, "%c", one);
  }
  text_add(text, "\"");
}

void text_add_hex(struct text *text, const unsigned char *bytes, size_t size) {
  reserve(text, size * 2 + 1);
  for (size_t i = 0; i < size; i += 1) text_add(text, "%02x", bytes[i]);
}

void text_clear(struct text *text) {
  reserve(text, 1);
  text->size = 0;
  text->chars[0] = '\0';
}

long hex_bytes(const char *hex, unsigned char *bytes, size_t room) {
  size_t size = strlen(hex);
  if (size % 2 != 0 || size / 2 > room) return -1;
  for (size_t i = 0; i < size / 2; i += 1) {
    int high = hex_digit(hex[2 * i]), low = hex_digit(hex[2 * i + 1]);
    if (high < 0 || low < 0) return -1;
    bytes[i] = (unsigned char)(high << 4 | low);
  }
  return (long)(size / 2);
}
