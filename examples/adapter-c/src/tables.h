#ifndef TABLES_H
#define TABLES_H

enum field_kind { BYTE, WORD, SIGNED, ADDRESS4, ADDRESS6, AT_MOST_102, TIME, NOTE, DESCRIPTION, SPARE, FLAGS };

/* Names of bits from the lowest on; the others are kept as `reserved`. */
struct flags {
  int bytes, count;
  const char *names[14];
};
struct field {
  const char *name;
  enum field_kind kind;
  const struct flags *flags;
};
struct type {
  int number;
  const char *kind;
  int most; /* objects; 0: exactly one */
  int count;
  const struct field *fields;
};
extern const struct type types[];
extern const int type_count;

#endif
