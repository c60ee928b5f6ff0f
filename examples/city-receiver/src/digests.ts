import { createHash } from "node:crypto";
import { digestText, type RecordKind } from "@dianan/sharing";
import type { Kept } from "./mailbox.ts";

const LIMIT_MAX = 500;

/** A page of digests (记录摘要) along the ids: what the sender compares with what it should have sent. */
export const digestPage = (all: readonly Kept[], kind: RecordKind, query: URLSearchParams) => {
  const after = query.get("cursor") ?? "";
  const limit = Math.min(Math.max(1, Number(query.get("limit")) || LIMIT_MAX), LIMIT_MAX);
  const rows = all
    .filter((one) => one.kind === kind)
    .map(({ record, version, isDeleted }) => ({ id: String(record.id), record, version, isDeleted }))
    .filter(({ id }) => id > after)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const page = rows.slice(0, limit);
  const items = page.map(({ id, record, version, isDeleted }) => ({
    id,
    version,
    updatedAt: record.updatedAt,
    deleted: isDeleted,
    digest: createHash("sha256")
      .update(digestText({ ...record, id }), "utf8")
      .digest("hex"),
  }));
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
};
