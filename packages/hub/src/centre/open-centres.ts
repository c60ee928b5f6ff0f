import type { Instant, TenantId } from "@dianan/model";
import type { Centres } from "../ports/centre.ts";
import type { RefusedRow } from "../ports/outbox.ts";
import { StoreError } from "../ports/store-error.ts";
import type { Delivery, DeliveryDraft } from "../ports/webhook-store.ts";
import type { Write } from "../ports/write.ts";
import type { CentreDeps } from "./centre-deps.ts";
import { draftOf, queuedReport } from "./draft.ts";
import { startCentreLine } from "./line.ts";
import { allPoints, pointPage, readPointBook } from "./point-book.ts";

/** Dead letters that are counted, and those that are shown with the destination. */
const DEAD_MAX = 500;
const REFUSED_SHOWN = 20;
const END = Number.MAX_SAFE_INTEGER as Instant;

const refusedRow = (delivery: Delivery): RefusedRow => {
  const { alarmId, version } = queuedReport(delivery);
  return { kind: "alarm", id: alarmId, version, since: delivery.at, error: delivery.lastError ?? "" };
};

/** Place of a page in a queue: of what waits first, then of what was given up. */
const positionOf = (text: string | null): { readonly state: "pending" | "failed"; readonly before: number | null } => {
  if (text === null) return { state: "pending", before: null };
  const [, state, before] = /^(pending|failed)\/(\d{1,16})$/.exec(text) ?? [];
  if (state === undefined) throw new StoreError("bad-position", `${JSON.stringify(text)} is no position`);
  return { state: state as "pending" | "failed", before: Number(before) };
};

/** Fire centres (消防监控中心): a line to each, and what people see and do about its queue. */
export const openCentres = (deps: CentreDeps): Centres => {
  const { queues, access, store } = deps;
  const failed = (tenant: TenantId, id: string, limit: number): Promise<readonly Delivery[]> =>
    queues.deliveries(tenant, id, { state: "failed", from: null, to: null, before: null, limit });
  const oldest = async (tenant: TenantId, id: string): Promise<Instant | null> =>
    (await queues.due(tenant, id, END, 1, false))[0]?.at ?? null;

  return {
    check: (url) => deps.outbound.checkDial(url),
    start: (target) => startCentreLine(deps, target),
    opening: async (tenant, id, now) => {
      const { head } = await store.feed(tenant);
      return [{ kind: "webhook", id, act: { do: "open", position: head, at: now } }];
    },
    closing: async (tenant, id) => [
      { kind: "webhook", id, act: { do: "close" } },
      ...[id, ...(await allPoints(access, tenant, id)).map((one) => one.id)].map(
        (item): Write => ({ kind: "dropItem", item: "centrePoint", id: item, must: false }),
      ),
    ],
    retrying: async (tenant, id, now) => {
      const dead = await failed(tenant, id, DEAD_MAX);
      if (dead.length === 0) return [];
      const book = await readPointBook(access, tenant, id);
      const replays = dead.map(
        (one): Write => ({ kind: "webhook", id, act: { do: "replay", eventId: one.id, at: now } }),
      );
      // An old state that is told late must not be the last that the centre hears of its component.
      const events = [...new Map(dead.map((one) => [one.subject, one]))].flatMap(
        ([key, one]): readonly DeliveryDraft[] => {
          const point = book.get(key);
          if (point === undefined) return [];
          const { alarmId, version } = queuedReport(one);
          return [draftOf(id, key, point, { alarmId, version, why: `retried ${now}` }, 0, now)];
        },
      );
      return [...replays, { kind: "webhook", id, act: { do: "queue", events, bound: Number.MAX_SAFE_INTEGER } }];
    },
    queueState: async (tenant, id) => {
      const [state, first, dead] = await Promise.all([
        queues.state(tenant, id),
        oldest(tenant, id),
        failed(tenant, id, DEAD_MAX),
      ]);
      return {
        pending: state?.pending ?? 0,
        oldestPendingAt: first,
        dead: dead.length,
        refused: dead.slice(0, REFUSED_SHOWN).map(refusedRow),
      };
    },
    debt: async (tenant, id, ofOutbox) => {
      const isCentre = (await queues.state(tenant, id)) !== null;
      if (!isCentre) return ofOutbox;
      const { alarms, records } = ofOutbox;
      return { alarms: { ...alarms, since: await oldest(tenant, id) }, records: { ...records, since: null } };
    },
    owed: async (tenant, id, { state, after, limit }) => {
      const from =
        state === "refused" && after === null ? { state: "failed" as const, before: null } : positionOf(after);
      const query = { from: null, to: null, limit: limit + 1 };
      const found = await queues.deliveries(tenant, id, { ...query, ...from });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const isMore = found.length > limit && last !== undefined;
      const goesOver = !isMore && from.state === "pending" && state === null;
      return {
        items: page.map((delivery) => {
          const { since, ...row } = refusedRow(delivery);
          const { alarmId: _, version: __, ...body } = queuedReport(delivery);
          return { ...row, since, error: delivery.state === "failed" ? row.error : null, body };
        }),
        next: isMore ? `${from.state}/${last.sequence}` : goesOver ? `failed/${END}` : null,
      };
    },
    points: async (tenant, id, { after, limit }) => {
      const found = await pointPage(access, tenant, id, after ?? "", limit + 1);
      const page = found.slice(0, limit);
      return {
        items: page.map(({ point }) => point),
        next: found.length > limit ? (page.at(-1)?.key ?? null) : null,
      };
    },
  };
};
