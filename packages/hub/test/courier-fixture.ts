import { type Instant, tenantId } from "@dianan/model";
import { createFeedHints } from "../src/ingest/feed-hints.ts";
import { createOutbound } from "../src/outbound/outbound.ts";
import { createResolve } from "../src/outbound/resolve.ts";
import type { FeedHints } from "../src/ports/live.ts";
import type { Mapper } from "../src/ports/mapper.ts";
import type { JsonObject, RecordKind } from "../src/ports/records.ts";
import { type Courier, startCourier } from "../src/share/courier.ts";
import type { CourierDeps } from "../src/share/courier-deps.ts";
import { cityDestination } from "../src/share/settings.ts";
import { openSqliteStore, type SqliteStore } from "../src/store/sqlite-store.ts";

export const tenant = tenantId("t");

/** Of worlds in which nobody has a mapping. */
export const noMapper: Mapper = {
  run: () => Promise.reject(new Error("nothing is mapped here")),
  check: () => Promise.reject(new Error("nothing is mapped here")),
  close: async () => {},
};

/** A time that stands still until a test moves it: nothing is due but by its hand. */
export const openTime = () => {
  let now = 1_800_000_000_000;
  const due = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    clock: (): Instant => now as Instant,
    timer: (run: () => void, ms: number): (() => void) => {
      const one = { at: now + ms, run };
      due.add(one);
      return () => void due.delete(one);
    },
    /** How many sleep until it is moved. */ sleeping: (): number => due.size,
    pass: (ms: number): void => {
      now += ms;
      for (const one of [...due]) if (one.at <= now && due.delete(one)) one.run();
    },
  };
};
export type Time = ReturnType<typeof openTime>;

export type CourierWorld = {
  readonly name: string;
  readonly ports: SqliteStore;
  readonly courier: Courier;
  readonly hints: FeedHints;
  readonly log: readonly string[];
  /** Writes a record as the hub does: committed, then hinted at. */
  put(kind: RecordKind, bodies: readonly (JsonObject & { readonly id: string })[]): Promise<void>;
  state(): ReturnType<SqliteStore["outbox"]["state"]>;
  close(): Promise<void>;
};

/** A real store and a real courier towards an address, in a time of the test's own. */
export const openCourier = async (
  file: string,
  address: string,
  time: Pick<Time, "clock" | "timer">,
  around: (ports: SqliteStore) => Partial<Pick<CourierDeps, "store" | "outbox" | "settings">> = () => ({}),
): Promise<CourierWorld> => {
  const { id, settings } = cityDestination({ url: address, key: null, secret: null });
  const ports = await openSqliteStore({ file, changes: 100_000, undecodable: 10, auditKey: new Uint8Array(32) });
  await ports.outbox.setDestinations(tenant, [{ name: id, url: settings.url, kinds: settings.kinds }], time.clock());
  const log: string[] = [];
  const hints = createFeedHints((line) => log.push(line));
  const outbound = createOutbound({ isEmpty: false, holds: () => true }, createResolve());
  const courier = startCourier({
    ...{ tenant, hints, clock: time.clock, timer: time.timer, random: () => 0, utcOffsetMinutes: 480 },
    target: { id, url: settings.url, secret: null, headers: {}, outbound },
    settings: { coordinateSystem: "CGCS2000", personalData: "full", periodSeconds: 1, rate: null },
    ...{ outbox: ports.outbox, store: ports.store, log: (line) => log.push(line) },
    ...around(ports),
  });
  return {
    ...{ name: id, ports, courier, hints, log },
    put: async (kind, bodies) => {
      const at = time.clock();
      const { head } = await ports.store.commit({
        tenant,
        writes: bodies.map((set) => ({ kind: "put", record: kind, id: set.id, set, at, how: "replace" })),
      });
      hints.hint(head);
    },
    state: () => ports.outbox.state(tenant, id),
    close: async () => {
      await courier.close();
      await ports.store.close();
    },
  };
};
