import type { TenantId } from "@dianan/model";
import type { Write } from "../ports/write.ts";
import type { OurStations } from "./our-stations.ts";
import type { PartnerBook } from "./partner-book.ts";
import type { PartnerItem } from "./partner-item.ts";
import { queuedWrite } from "./push-rows.ts";
import { wireStatus } from "./station-queries.ts";
import type { TcecDeps } from "./tcec-deps.ts";

/** Of what a port's state is made: a site, a pile, or a port that has changed. */
export type Touched = { readonly kind: "unit" | "device" | "component"; readonly id: string };

/** Sites looked at before others get their turn. */
const ROUND = 50;

/** Says to partners what state each connector is in, when it is another than they were told (SH-4). */
export type ToldStates = {
  touched(tenant: TenantId, what: Touched): void;
  /** Everything that a partner is given is compared with what it was told. */ sweep(item: PartnerItem): void;
  /** Tries again what failed. */ poke(): void;
  idle(): Promise<void>;
};

/**
 * What a partner was told is kept, and written in the commit that queues what is new: so a hub that was killed in between compares again and
 * nothing is lost.
 *
 * @param mayQueue - whether the partner's queue has room for so many
 * @param queued - told when something was queued
 */
export const createToldStates = (
  deps: TcecDeps,
  book: PartnerBook,
  ours: OurStations,
  mayQueue: (partnerId: string, count: number) => Promise<boolean>,
  queued: (partnerId: string) => void,
): ToldStates => {
  const { store, access } = deps;
  /** By tenant; a partner's id where one alone is to be told. */
  const waiting = new Map<
    string,
    { readonly tenant: TenantId; readonly what: Touched; readonly only: string | null }
  >();
  /** Sites of partners whose queue is full: looked at again later, while others go on. */
  const full = new Map<string, { readonly tenant: TenantId; readonly what: Touched; readonly only: string }>();
  const sweeps = new Map<string, PartnerItem>();
  let running: Promise<void> | null = null;

  const add = (tenant: TenantId, what: Touched, only: string | null): void =>
    void waiting.set(`${tenant}/${what.kind}/${what.id}/${only ?? ""}`, { tenant, what, only });

  const unitOf = async (tenant: TenantId, { kind, id }: Touched): Promise<string | null> => {
    if (kind === "unit") return id;
    const member = kind === "component" ? "deviceId" : "unitId";
    const body = (await store.record(tenant, kind, id))?.body;
    const next = body?.[member];
    if (typeof next !== "string") return null;
    return kind === "component" ? unitOf(tenant, { kind: "device", id: next }) : next;
  };

  const tell = async (item: PartnerItem, unitId: string): Promise<void> => {
    const { tenant, id, body } = item;
    if (!(await ours.isGiven(tenant, body, unitId))) return;
    const place = `${id}/${unitId}`;
    const told = await access.item(tenant, "tcecTold", place);
    const before = (told?.body.ports ?? {}) as { readonly [connectorId: string]: number };
    const ports = (await store.chargingPorts(tenant, [unitId])).map(wireStatus);
    const news = ports.filter(({ ConnectorID, Status }) => before[ConnectorID] !== Status);
    if (news.length === 0) return;
    if (!(await mayQueue(id, news.length))) {
      full.set(place, { tenant, what: { kind: "unit", id: unitId }, only: id });
      return;
    }
    const now = deps.clock();
    const writes: readonly Write[] = [
      ...news.map(({ ConnectorID, Status }) =>
        queuedWrite(id, deps.nextId(), { kind: "status", connectorId: ConnectorID, status: Status }, now),
      ),
      {
        kind: "item",
        item: {
          ...{ kind: "tcecTold", id: place, lookup: null, expiresAt: null },
          body: { ports: Object.fromEntries(ports.map(({ ConnectorID, Status }) => [ConnectorID, Status])) },
        },
        ifVersion: null,
      },
    ];
    await store.commit({ tenant, writes });
    queued(id);
  };

  const run = async (): Promise<void> => {
    for (;;) {
      for (const item of [...sweeps.values()]) {
        for (const id of await ours.ids(item.tenant, item.body)) add(item.tenant, { kind: "unit", id }, item.id);
        sweeps.delete(item.id);
      }
      const some = [...waiting].slice(0, ROUND);
      if (some.length === 0) return;
      for (const [key, { tenant, what, only }] of some) {
        // Taken out first: what changes meanwhile comes in again.
        waiting.delete(key);
        try {
          const unitId = await unitOf(tenant, what);
          if (unitId !== null)
            for (const item of book.pushing(tenant)) if (only === null || item.id === only) await tell(item, unitId);
        } catch (error) {
          waiting.set(key, { tenant, what, only });
          throw error;
        }
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  let toldAt = 0;
  const poke = (): void => {
    if (running === null)
      for (const [key, { tenant, what, only }] of full) {
        full.delete(key);
        add(tenant, what, only);
      }
    if (waiting.size + sweeps.size === 0) return;
    running ??= run()
      .catch((error: unknown) => {
        if (deps.clock() - toldAt < 60_000) return;
        toldAt = deps.clock();
        deps.log(`tcec: states wait: ${error instanceof Error ? error.message : "?"} 状态推送等待中`);
      })
      .finally(() => {
        running = null;
      });
  };

  return {
    touched: (tenant, what) => {
      add(tenant, what, null);
      poke();
    },
    sweep: (item) => {
      sweeps.set(item.id, item);
      poke();
    },
    poke,
    idle: async () => {
      await running;
    },
  };
};
