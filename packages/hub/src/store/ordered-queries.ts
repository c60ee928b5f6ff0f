import type { DatabaseSync, StatementSync } from "node:sqlite";
import { digestRow } from "../ports/record-digest.ts";
import type { DigestRow, OrderedQuery, StoredRecord } from "../ports/records.ts";
import { type RecordColumns, storedRecord } from "./page-query.ts";
import { recordKinds } from "./record-table.ts";

/** Records of one kind along their ids, and their digests, which are made in this thread: a hundred thousand hold up nobody. */
export const createOrderedQueries = (database: DatabaseSync) => {
  const pages = new Map<string, StatementSync>(
    recordKinds.map((kind) => [
      kind,
      database.prepare(
        `SELECT id, body, version, updated_at, deleted FROM ${kind}
         WHERE tenant = ? AND id > ? AND updated_at >= ? AND updated_at < ? ORDER BY id LIMIT ?`,
      ),
    ]),
  );
  const inOrder = (tenant: string, query: OrderedQuery): readonly StoredRecord[] => {
    const from = query.updatedFrom ?? 0;
    const to = query.updatedTo ?? Number.MAX_SAFE_INTEGER;
    const rows = pages.get(query.kind)?.all(tenant, query.after, from, to, query.limit) ?? [];
    return (rows as unknown as RecordColumns[]).map((row) => storedRecord(query.kind, row));
  };
  return {
    inOrder,
    digests: (tenant: string, query: OrderedQuery): readonly DigestRow[] => inOrder(tenant, query).map(digestRow),
  };
};
