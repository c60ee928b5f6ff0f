import { createHash } from "node:crypto";

/** Members that each side counts for itself: they follow from other records, which are compared on their own. */
export const derivedMembers: readonly string[] = ["deviceCount", "componentCount"];

/** JSON of a value by RFC 8785: members in the order of their UTF-16 code units, no space. The value is JSON already. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(",")}}`;
};

/**
 * What a record is, in short (记录摘要): two sides hold the same of it when their digests are equal. SHA-256, hex, of its
 * canonical JSON (RFC 8785) with its id, without the meta members of SH-6 and without {@link derivedMembers}; of a tombstone
 * only its id and `deleted` count.
 */
export const recordDigest = (record: {
  readonly id: string;
  readonly body: { readonly [member: string]: unknown };
  readonly deleted: boolean;
}): string => {
  const { version: _v, updatedAt: _u, deleted: _d, ...body } = record.body;
  const members = Object.entries(body).filter(([name]) => !derivedMembers.includes(name));
  const said = record.deleted ? { id: record.id, deleted: true } : { ...Object.fromEntries(members), id: record.id };
  return createHash("sha256").update(canonicalJson(said), "utf8").digest("hex");
};

/** A record's place in a list of digests. */
export const digestRow = <
  T extends {
    readonly id: string;
    readonly version: number;
    readonly updatedAt: number;
    readonly deleted: boolean;
    readonly body: { readonly [member: string]: unknown };
  },
>(
  record: T,
) => ({
  id: record.id,
  version: record.version,
  updatedAt: record.updatedAt as T["updatedAt"],
  deleted: record.deleted,
  digest: recordDigest(record),
});
