import type { DatabaseSync } from "node:sqlite";
import type { AuditDraft, AuditEntry } from "../core/audit-entry.ts";
import type { AccessItem, AuditQuery } from "../ports/access-store.ts";
import type { Page } from "../ports/records.ts";

type Row = {
  readonly tenant: string;
  readonly kind: string;
  readonly id: string;
  readonly body: string;
  readonly version: number;
  readonly lookup: Uint8Array | null;
  readonly expires_at: number | null;
};

const itemOf = ({ tenant, kind, id, body, version, lookup, expires_at }: Row): AccessItem =>
  ({ tenant, kind, id, body: JSON.parse(body), version, lookup, expiresAt: expires_at }) as AccessItem;

/** What is read of who may do what, as plain functions of plain arguments. */
export const createAccessQueries = (database: DatabaseSync) => {
  const one = database.prepare("SELECT * FROM access WHERE tenant = ? AND kind = ? AND id = ?");
  const found = database.prepare("SELECT * FROM access WHERE kind = ? AND lookup = ?");
  const some = database.prepare("SELECT * FROM access WHERE tenant = ? AND kind = ? AND id > ? ORDER BY id LIMIT ?");
  const counted = database.prepare("SELECT count(*) AS n FROM access WHERE tenant = ? AND kind = ?");
  const tenants = database.prepare("SELECT * FROM access WHERE kind = 'tenant' ORDER BY tenant");
  const auditIn = (order: "ASC" | "DESC") =>
    database.prepare(
      `SELECT sequence, entry, hash FROM audit WHERE tenant = ? AND sequence ${order === "ASC" ? ">" : "<"} ?
       AND at >= ? AND at < ? AND (? IS NULL OR actor = ?) AND (? IS NULL OR act = ?)
       AND (? IS NULL OR entry ->> 'result' = ?) AND (? IS NULL OR entry ->> 'object' = ?)
       ORDER BY sequence ${order} LIMIT ?`,
    );
  const audits = { oldest: auditIn("ASC"), newest: auditIn("DESC") };
  return {
    accessItem: (tenant: string, kind: string, id: string): AccessItem | null => {
      const row = one.get(tenant, kind, id);
      return row ? itemOf(row as Row) : null;
    },
    accessFind: (kind: string, lookup: Uint8Array): AccessItem | null => {
      const row = found.get(kind, lookup);
      return row ? itemOf(row as Row) : null;
    },
    accessItems: (tenant: string, kind: string, after: string, limit: number): readonly AccessItem[] =>
      (some.all(tenant, kind, after, limit) as Row[]).map(itemOf),
    accessCount: (tenant: string, kind: string): number => Number(counted.get(tenant, kind)?.n),
    tenants: (): readonly AccessItem[] => (tenants.all() as Row[]).map(itemOf),
    audit: (tenant: string, query: AuditQuery): Page<AuditEntry> => {
      const last = Number.MAX_SAFE_INTEGER;
      const { first, actor, act, result, object, limit } = query;
      const after = query.after ?? (first === "oldest" ? 0 : last);
      const filters = [actor, actor, act, act, result, result, object, object];
      const rows = audits[first].all(tenant, after, query.from ?? 0, query.to ?? last, ...filters, limit + 1);
      const items = rows.slice(0, limit).map((row) => ({
        ...(JSON.parse(String(row.entry)) as AuditDraft),
        sequence: Number(row.sequence),
        hash: String(row.hash),
      }));
      return { items, next: rows.length > limit ? String(items.at(-1)?.sequence) : null };
    },
  };
};
