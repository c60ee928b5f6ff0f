import type { Instant, TenantId } from "@dianan/model";
import type { AccessDraft, AccessItem, AccessStore } from "../ports/access-store.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";

/** What is to be told: the state of a connector, a charge under way, or one that has ended. */
export type PushMatter =
  | { readonly kind: "status"; readonly connectorId: string; readonly status: number }
  | { readonly kind: "running" | "order"; readonly sessionId: string; readonly connectorId: string };

/** A push as it waits (`tcecPush`), or as the partner did not take it (`tcecDead`). */
export type PushRow = {
  readonly partnerId: string;
  readonly matter: PushMatter;
  readonly queuedAt: number;
  /** Of what was not taken: why, and when. */ readonly reason?: string;
  readonly endedAt?: number;
};
export type PushItem = { readonly id: string; readonly row: PushRow };
export type PushState = "pending" | "dead";

const kindOf = { pending: "tcecPush", dead: "tcecDead" } as const;
/** How long what was not taken can be replayed. */
const DEAD_KEPT_MS = 30 * 86_400_000;

const draftOf = (state: PushState, id: string, row: PushRow, expiresAt: Instant | null): AccessDraft => ({
  ...{ kind: kindOf[state], id, body: row as unknown as JsonObject, lookup: null, expiresAt },
});
const drop = (state: PushState, id: string): Write => ({ kind: "dropItem", item: kindOf[state], id, must: false });

/** @param id - unique and in the order of time: the queue goes by it */
export const queuedWrite = (partnerId: string, id: string, matter: PushMatter, now: number): Write => ({
  kind: "item",
  item: draftOf("pending", `${partnerId}/${id}`, { partnerId, matter, queuedAt: now }, null),
  // A batch may be written again.
  ifVersion: null,
});
export const takenWrite = ({ id }: PushItem): Write => drop("pending", id);
export const deadWrites = ({ id, row }: PushItem, reason: string, now: number): readonly Write[] => [
  drop("pending", id),
  {
    kind: "item",
    item: draftOf("dead", id, { ...row, reason, endedAt: now }, (now + DEAD_KEPT_MS) as Instant),
    ifVersion: null,
  },
];
/** Into the queue again, with the time of now: it has its whole schedule before it. */
export const replayWrites = ({ id, row: { partnerId, matter } }: PushItem, now: number): readonly Write[] => [
  drop("dead", id),
  { kind: "item", item: draftOf("pending", id, { partnerId, matter, queuedAt: now }, null), ifVersion: null },
];

const itemOf = ({ id, body }: AccessItem): PushItem => ({ id, row: body as unknown as PushRow });

/** In the order in which they were queued. @param after - id of the last one seen; empty: from the first */
export const pushRows = async (
  access: Pick<AccessStore, "items">,
  tenant: TenantId,
  partnerId: string,
  state: PushState,
  after: string,
  limit: number,
): Promise<readonly PushItem[]> =>
  (await access.items(tenant, kindOf[state], after === "" ? `${partnerId}/` : after, limit))
    .filter(({ body }) => body.partnerId === partnerId)
    .map(itemOf);

/** All that a partner's removal removes. */
export const droppedRows = async (
  access: Pick<AccessStore, "items">,
  tenant: TenantId,
  partnerId: string,
): Promise<readonly Write[]> => {
  const writes: Write[] = [];
  for (const item of ["tcecPush", "tcecDead", "tcecTold", "tcecPull"] as const) {
    let after = `${partnerId}/`;
    for (;;) {
      const some = (await access.items(tenant, item, after, 500)).filter(({ id }) => id.startsWith(`${partnerId}/`));
      writes.push(...some.map(({ id }) => ({ kind: "dropItem", item, id, must: false }) as const));
      after = some.at(-1)?.id ?? "";
      if (some.length < 500) break;
    }
  }
  return writes;
};
