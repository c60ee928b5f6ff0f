import { createHmac, createSecretKey } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { AUDIT_START, type AuditDraft, auditText } from "../core/audit-entry.ts";
import { StoreError } from "../ports/store-error.ts";
import type { PackedWrite } from "./message.ts";

type Of<K extends PackedWrite[0]> = Extract<PackedWrite, readonly [K, ...unknown[]]>;

/** Who may do what, and the audit chain. Methods throw StoreError `conflict`, which undoes the whole batch. */
export type AccessWriter = {
  put(tenant: string, write: Of<"item">): void;
  drop(tenant: string, write: Of<"dropItem">): void;
  audit(tenant: string, entry: AuditDraft): void;
  /** Removes a part of what has expired; how many. */ sweep(now: number): number;
  /** Reads the ends of the chains again, after a rollback. */ reset(): void;
};

const CONSTRAINT = 19;
/** Items removed at once. */
const SWEEP_MAX = 5_000;

export const createAccessWriter = (database: DatabaseSync, auditKey: Uint8Array): AccessWriter => {
  const version = database.prepare("SELECT version FROM access WHERE tenant = ? AND kind = ? AND id = ?");
  const put = database.prepare(
    `INSERT INTO access VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, kind, id) DO UPDATE
     SET body = excluded.body, version = excluded.version, lookup = excluded.lookup, expires_at = excluded.expires_at`,
  );
  const drop = database.prepare("DELETE FROM access WHERE tenant = ? AND kind = ? AND id = ?");
  // In parts: a month's differences of a comparison end together, and no frame waits for all of them.
  const sweep = database.prepare(
    `DELETE FROM access WHERE (tenant, kind, id) IN
       (SELECT tenant, kind, id FROM access WHERE expires_at <= ? ORDER BY expires_at LIMIT ${SWEEP_MAX})`,
  );
  const last = database.prepare("SELECT sequence, hash FROM audit WHERE tenant = ? ORDER BY sequence DESC LIMIT 1");
  const told = database.prepare("SELECT 1 FROM audit WHERE tenant = ? AND id = ?");
  const tell = database.prepare("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  const key = createSecretKey(auditKey);
  const ends = new Map<string, { sequence: number; hash: string }>();

  const endOf = (tenant: string): { sequence: number; hash: string } => {
    let end = ends.get(tenant);
    if (end === undefined) {
      const row = last.get(tenant) as { sequence: number; hash: string } | undefined;
      end = row ? { sequence: row.sequence, hash: row.hash } : { sequence: 0, hash: AUDIT_START };
      ends.set(tenant, end);
    }
    return end;
  };

  return {
    put: (tenant, [, kind, id, body, lookup, expiresAt, ifVersion]) => {
      const now = Number(version.get(tenant, kind, id)?.version ?? 0);
      if (ifVersion !== null && ifVersion !== now)
        throw new StoreError("conflict", `${kind} ${id} has version ${now}, not ${ifVersion}`);
      try {
        put.run(tenant, kind, id, body, now + 1, lookup, expiresAt);
      } catch (error) {
        if ((Number((error as { errcode?: number }).errcode) & 0xff) !== CONSTRAINT) throw error;
        throw new StoreError("conflict", `${kind}: another one has this lookup`, { cause: error });
      }
    },
    drop: (tenant, [, kind, id, must]) => {
      const gone = Number(drop.run(tenant, kind, id).changes) > 0;
      if (must && !gone) throw new StoreError("conflict", `${kind} ${id} is not there`);
    },
    audit: (tenant, entry) => {
      if (told.get(tenant, entry.id)) return;
      const end = endOf(tenant);
      const sequence = end.sequence + 1;
      const hash = createHmac("sha256", key)
        .update(auditText(end.hash, tenant, sequence, entry))
        .digest("hex");
      tell.run(tenant, sequence, entry.id, entry.at, entry.actor, entry.act, JSON.stringify(entry), hash);
      ends.set(tenant, { sequence, hash });
    },
    sweep: (now) => Number(sweep.run(now).changes),
    reset: () => ends.clear(),
  };
};
