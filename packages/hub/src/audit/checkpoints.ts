import type { Instant, TenantId } from "@dianan/model";
import { AUDIT_START, walkAudit } from "../core/audit-entry.ts";
import { type AuditCheckpoint, auditLineText, checkpointText, digestText } from "../core/audit-lines.ts";
import type { AuditBooks } from "../ports/audit.ts";
import type { JsonObject } from "../ports/records.ts";
import { type AuditDeps, entriesOf, entryWith, newestEntry } from "./audit-deps.ts";
import { sha256Hex } from "./signing.ts";

/** SEC-AUD-04. */
const EVERY_ENTRIES = 1_000;
export const EVERY_MS = 10 * 60_000;

const SEQUENCE_END = 10 ** 15;
/** Ids in whose order the newest comes first. */
const idOf = (sequence: number): string => String(SEQUENCE_END - sequence).padStart(16, "0");

export type Checkpoints = Pick<AuditBooks, "checkpoints"> & {
  /** Signs what is due: a thousand entries, or any that are ten minutes old; `must`: whatever there is. */
  sign(tenant: TenantId, now: Instant, must?: boolean): Promise<void>;
  /** The newest at or below a sequence; null: the start of the chain. */
  below(tenant: TenantId, sequence: number): Promise<AuditCheckpoint | null>;
  /** All from one sequence to another, oldest first. */
  between(tenant: TenantId, from: number, to: number): Promise<readonly AuditCheckpoint[]>;
  /** Compares the database with what was written outside of it. */ compare(): Promise<void>;
};

export const createCheckpoints = (deps: AuditDeps): Checkpoints => {
  const { access, store, signer, hashOf, sink } = deps;

  const read = async (tenant: TenantId, after: string, limit: number): Promise<readonly AuditCheckpoint[]> =>
    (await access.items(tenant, "checkpoint", after, limit)).map(({ body }) => body as unknown as AuditCheckpoint);
  const below: Checkpoints["below"] = async (tenant, sequence) =>
    (await read(tenant, idOf(sequence + 1), 1))[0] ?? null;

  const keep = async (point: Omit<AuditCheckpoint, "signature">): Promise<void> => {
    const signed: AuditCheckpoint = { ...point, signature: signer.sign(checkpointText(point)) };
    // Outside first: what is in the database is then outside too.
    await sink
      .append(auditLineText({ kind: "checkpoint", ...signed }))
      .catch(() => deps.log("audit: a checkpoint could not be written outside of the database 审计检查点未能写到库外"));
    const item = { kind: "checkpoint", id: idOf(signed.sequence), lookup: null, expiresAt: null } as const;
    await store.commit({
      tenant: signed.tenant as TenantId,
      writes: [{ kind: "item", item: { ...item, body: signed as unknown as JsonObject }, ifVersion: null }],
    });
  };

  /** Goes along the chain behind a checkpoint and signs every thousandth entry; nothing behind a break is signed. */
  const signFrom = async (
    tenant: TenantId,
    last: AuditCheckpoint | null,
    head: number,
    now: Instant,
    /** The last one too. */ withRest: boolean,
  ): Promise<void> => {
    let end = { sequence: last?.sequence ?? 0, hash: last?.hash ?? AUDIT_START };
    let digest = last?.digest ?? AUDIT_START;
    let signedTo = end.sequence;
    const point = () => ({ ...end, tenant, digest, at: now, keyId: signer.keyId });
    for await (const entries of entriesOf(access, tenant, end.sequence, head))
      for (const entry of entries) {
        const step = walkAudit(tenant, [entry], hashOf, end);
        if (!step.ok) {
          deps.onBreak(tenant, step);
          return;
        }
        end = { sequence: step.sequence, hash: step.hash };
        digest = sha256Hex(digestText(digest, tenant, entry));
        if (end.sequence - signedTo < EVERY_ENTRIES) continue;
        await keep(point());
        signedTo = end.sequence;
      }
    if (withRest && end.sequence > signedTo) await keep(point());
  };

  return {
    below,
    between: async (tenant, from, to) => {
      const found: AuditCheckpoint[] = [];
      for (let after = idOf(to + 1); ; ) {
        const some = await read(tenant, after, 500);
        found.push(...some.filter(({ sequence }) => sequence >= from));
        const oldest = some.at(-1);
        if (oldest === undefined || oldest.sequence < from || some.length < 500) return found.reverse();
        after = idOf(oldest.sequence);
      }
    },
    sign: async (tenant, now, must = false) => {
      const [newest, last] = await Promise.all([newestEntry(access, tenant), below(tenant, SEQUENCE_END - 1)]);
      const head = newest?.sequence ?? 0;
      const behind = head - (last?.sequence ?? 0);
      if (behind < 0) deps.onBreak(tenant, { sequence: head + 1, why: "gap" });
      if (behind <= 0) return;
      const oldest = await entryWith(access, tenant, (last?.sequence ?? 0) + 1);
      // A first entry that is not there is a break, which the walk finds.
      const isDue = must || now - (oldest?.at ?? 0) >= EVERY_MS;
      if (isDue || behind >= EVERY_ENTRIES) await signFrom(tenant, last, head, now, isDue);
    },
    checkpoints: async (tenant, { after, from, to, limit }) => {
      const items: AuditCheckpoint[] = [];
      let at = after === null ? "" : idOf(after);
      for (;;) {
        const some = await read(tenant, at, 500);
        items.push(...some.filter((one) => (from === null || one.at >= from) && (to === null || one.at < to)));
        const oldest = some.at(-1);
        const isOver = oldest === undefined || some.length < 500;
        if (items.length > limit) return { items: items.slice(0, limit), next: String(items[limit - 1]?.sequence) };
        if (isOver) return { items, next: null };
        at = idOf(oldest.sequence);
      }
    },
    compare: async () => {
      for (const [tenant, outside] of await sink.newest()) {
        if (outside.keyId !== signer.keyId) continue;
        const entry = await entryWith(access, tenant as TenantId, outside.sequence);
        if (entry !== null && entry.hash === outside.hash) continue;
        const head = (await newestEntry(access, tenant as TenantId))?.sequence ?? 0;
        const isCut = head < outside.sequence;
        deps.onBreak(tenant as TenantId, {
          sequence: isCut ? head + 1 : outside.sequence,
          why: isCut || entry === null ? "gap" : "hash",
        });
      }
    },
  };
};
