/** Members that each side counts for itself: they follow from other records, which are compared on their own. */
const derived: readonly string[] = ["deviceCount", "componentCount"];
/** Members of SH-6, which each side gives in its own way. */
const meta: readonly string[] = ["version", "updatedAt", "deleted"];

/** Members that do not count when two sides compare a record (对账). */
export const undigestedMembers: readonly string[] = [...meta, ...derived];

/** JSON of a value by RFC 8785: members in the order of their UTF-16 code units, no space. The value is JSON already. */
const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(",")}}`;
};

/**
 * The text whose SHA-256 is a record's digest (记录摘要): two sides hold the same of a record when their digests are equal. Canonical
 * JSON (RFC 8785) of the record with its id, without {@link undigestedMembers}; of a tombstone only its id and `deleted`.
 *
 * @param record - as it is shared; its UTF-8 is what is hashed
 */
export const digestText = (record: { readonly id: string; readonly [member: string]: unknown }): string =>
  canonicalJson(
    record.deleted === true
      ? { id: record.id, deleted: true }
      : Object.fromEntries(Object.entries(record).filter(([name]) => !undigestedMembers.includes(name))),
  );
