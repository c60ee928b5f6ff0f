import { createHash } from "node:crypto";
import { digestText } from "@dianan/sharing";

/** What a record is, in short (记录摘要): SHA-256, hex, of its `digestText`. */
export const recordDigest = (record: {
  readonly id: string;
  readonly body: { readonly [member: string]: unknown };
  readonly deleted: boolean;
}): string =>
  createHash("sha256")
    .update(digestText({ ...record.body, id: record.id, deleted: record.deleted }), "utf8")
    .digest("hex");

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
