import type { TenantId } from "@dianan/model";
import type { SessionRow } from "../ports/charging.ts";
import { seenThrough } from "../ports/commit.ts";
import type { Store } from "../ports/store.ts";
import type { Batch, Write } from "../ports/write.ts";
import type { PartnerBook } from "./partner-book.ts";
import { queuedWrite } from "./push-rows.ts";
import type { TcecDeps } from "./tcec-deps.ts";
import type { ToldStates } from "./told-states.ts";

/** A charge under way is told at most this often; its start and its end always. */
const RUNNING_EVERY_MS = 60_000;
/** Charges under way that are remembered for it. */
const RUNNING_MAX = 100_000;

/** Looks at what is committed: sessions are queued for partners in the very commit that writes them. */
export type Committed = {
  /** Writes to add to a batch. */ writesFor(batch: Batch): readonly Write[];
  /** The batch is durable. */ done(batch: Batch, queued: number): void;
};

export const createCommitted = (
  deps: Pick<TcecDeps, "nextId" | "clock">,
  book: Pick<PartnerBook, "pushing">,
  states: Pick<ToldStates, "touched">,
  queued: (tenant: TenantId) => void,
): Committed => {
  const toldAt = new Map<string, number>();
  const isDue = ({ id, endedAt }: SessionRow, now: number): boolean => {
    if (endedAt !== null) {
      toldAt.delete(id);
      return true;
    }
    if (now - (toldAt.get(id) ?? 0) < RUNNING_EVERY_MS) return false;
    toldAt.delete(id);
    toldAt.set(id, now);
    const [oldest] = toldAt.keys();
    if (toldAt.size > RUNNING_MAX && oldest !== undefined) toldAt.delete(oldest);
    return true;
  };
  return {
    writesFor: ({ tenant, writes }) => {
      const partners = book.pushing(tenant);
      if (partners.length === 0) return [];
      const now = deps.clock();
      return writes.flatMap((write) => {
        if (write.kind !== "session" || !isDue(write.row, now)) return [];
        const { id: sessionId, componentId: connectorId, endedAt, unitId } = write.row;
        const kind = endedAt === null ? ("running" as const) : ("order" as const);
        return partners
          .filter(({ body }) => body.unitIds.length === 0 || body.unitIds.includes(unitId))
          .map(({ id }) => queuedWrite(id, deps.nextId(), { kind, sessionId, connectorId }, now));
      });
    },
    done: ({ tenant, writes }, count) => {
      if (book.pushing(tenant).length === 0) return;
      for (const write of writes) {
        if (write.kind === "session") states.touched(tenant, { kind: "unit", id: write.row.unitId });
        else if ((write.kind === "put" || write.kind === "delete") && write.record === "component")
          states.touched(tenant, { kind: "component", id: write.id });
        else if ((write.kind === "put" || write.kind === "delete") && write.record === "device")
          states.touched(tenant, { kind: "device", id: write.id });
      }
      if (count > 0) queued(tenant);
    },
  };
};

/** Most batches only bring what was measured. */
const isOfInterest = ({ writes }: Batch): boolean => {
  for (const { kind } of writes) if (kind === "session" || kind === "put" || kind === "delete") return true;
  return false;
};

/** The store, through which what is committed is seen. */
export const createWatchedStore = (store: Store): { readonly store: Store; connect(committed: Committed): void } => {
  let committed: Committed | null = null;
  const commitThen: Store["commitThen"] = (batch, done) => {
    const watching = committed;
    if (watching === null || !isOfInterest(batch)) return store.commitThen(batch, done);
    const more = watching.writesFor(batch);
    const all = more.length === 0 ? batch : { ...batch, writes: [...batch.writes, ...more] };
    store.commitThen(all, (error, receipt) => {
      if (error === null) watching.done(batch, more.length);
      done(error, receipt);
    });
  };
  return {
    store: seenThrough(store, commitThen),
    connect: (to) => {
      committed = to;
    },
  };
};
