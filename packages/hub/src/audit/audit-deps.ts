import type { Instant, TenantId } from "@dianan/model";
import type { AuditBreak, AuditEntry, AuditHash } from "../core/audit-entry.ts";
import type { AccessStore } from "../ports/access-store.ts";
import type { CheckpointSink } from "../ports/audit.ts";
import type { Store } from "../ports/store.ts";
import type { AuditSigner } from "./signing.ts";

/** What the audit's engine needs. */
export type AuditDeps = {
  readonly store: Pick<Store, "commit">;
  readonly access: AccessStore;
  readonly signer: AuditSigner;
  /** The keyed hash of the chain. */ readonly hashOf: AuditHash;
  readonly sink: CheckpointSink;
  /** Told of a break as often as it is met. */ readonly onBreak: (tenant: TenantId, what: AuditBreak) => void;
  /** One line for the operator. */ readonly log: (line: string) => void;
};

const ENTRIES_AT_ONCE = 500;
const ANY = { from: null, to: null, actor: null, act: null, result: null, object: null } as const;

/** Entries behind a sequence up to another, a few at a time; what is missing is not filled in. */
export const entriesOf = async function* (
  access: AccessStore,
  tenant: TenantId,
  after: number,
  last: number,
): AsyncGenerator<readonly AuditEntry[]> {
  let at = after;
  while (at < last) {
    const { items } = await access.audit(tenant, { ...ANY, first: "oldest", after: at, limit: ENTRIES_AT_ONCE });
    const some = items.filter(({ sequence }) => sequence <= last);
    if (some.length > 0) yield some;
    at = items.at(-1)?.sequence ?? last;
  }
};

/** The newest entry, or null where there is none. */
export const newestEntry = async (
  access: AccessStore,
  tenant: TenantId,
  time: Partial<Pick<Parameters<AccessStore["audit"]>[1], "from" | "to">> = {},
): Promise<AuditEntry | null> =>
  (await access.audit(tenant, { ...ANY, ...time, first: "newest", after: null, limit: 1 })).items[0] ?? null;

/** The entry with a sequence, or null. */
export const entryWith = async (
  access: AccessStore,
  tenant: TenantId,
  sequence: number,
): Promise<AuditEntry | null> => {
  const { items } = await access.audit(tenant, { ...ANY, first: "oldest", after: sequence - 1, limit: 1 });
  return items[0]?.sequence === sequence ? items[0] : null;
};

/** Entries of a time up to a sequence, oldest first, a few at a time. */
export const entriesSince = async function* (
  access: AccessStore,
  tenant: TenantId,
  from: Instant,
  last: number,
): AsyncGenerator<readonly AuditEntry[]> {
  let after: number | null = null;
  for (;;) {
    const { items } = await access.audit(tenant, { ...ANY, from, first: "oldest", after, limit: ENTRIES_AT_ONCE });
    const some = items.filter(({ sequence }) => sequence <= last);
    if (some.length > 0) yield some;
    if (some.length < ENTRIES_AT_ONCE) return;
    after = some.at(-1)?.sequence ?? last;
  }
};
