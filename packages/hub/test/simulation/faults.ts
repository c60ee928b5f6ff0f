// Broken hubs, each wrong in one way that somebody could build by mistake: the simulation must notice every one.
import { bothWays, noReceipt } from "../../src/ports/commit.ts";
import type { Outbound } from "../../src/ports/outbound.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Write } from "../../src/ports/write.ts";
import type { SqliteStore } from "../../src/store/sqlite-store.ts";
import type { Sabotage } from "./hub-process.ts";
import type { Options } from "./simulate.ts";

export type Fault = {
  readonly name: string;
  /** The invariant that it breaks, as the judge words it. */ readonly breaks: string;
  readonly options: Options;
};

const withStore = (change: (store: Store) => Partial<Store>): Sabotage => ({
  store: (sqlite) => ({ ...sqlite, store: { ...sqlite.store, ...change(sqlite.store) } }),
});
const withWrites = (change: (writes: readonly Write[]) => readonly Write[]): Sabotage =>
  withStore((store) => bothWays(({ tenant, writes }) => store.commit({ tenant, writes: change(writes) })));
/** Every so many-th time. */
const each = (count: number): (() => boolean) => {
  let n = 0;
  return () => {
    n += 1;
    return n % count === 0;
  };
};
const isAlarm = (write: Write): write is Extract<Write, { kind: "put" }> =>
  write.kind === "put" && write.record === "alarm";

const withAccess = (change: (sqlite: SqliteStore, now: () => number) => Partial<SqliteStore["access"]>): Sabotage => ({
  store: (sqlite, { now }) => ({ ...sqlite, access: { ...sqlite.access, ...change(sqlite, now) } }),
});
const trusting = (outbound: Outbound): Outbound => ({
  ...outbound,
  post: async (request) => {
    const outcome = await outbound.post(request);
    if (outcome.ok && outcome.value.status === 200) return outcome;
    const { items } = JSON.parse(String(request.body)) as { items: { id: string }[] };
    const body = Buffer.from(JSON.stringify({ results: items.map(({ id }) => ({ id, status: "updated" })) }));
    return { ok: true, value: { status: 200, body, retryAfter: null, ms: 1 } };
  },
});

/** Made anew for each run: some of them count. */
export const faults: readonly (() => Fault)[] = [
  () => ({
    name: "confirms before the commit",
    breaks: "what is confirmed is stored",
    options: {
      sabotage: withStore((store) =>
        bothWays(async (batch) => {
          const isFrame = batch.writes.some(({ kind }) => kind === "frame");
          const work = store.commit(batch);
          if (!isFrame) return work;
          work.catch(() => {});
          return noReceipt;
        }),
      ),
    },
  }),
  () => ({
    name: "has a disk that says that it has written before it has",
    breaks: "what is confirmed is stored",
    options: { disk: { lies: true } },
  }),
  () => ({
    name: "forgets at a restart what it has taken",
    breaks: "stored once",
    options: {
      // Only a process that ends between a frame's commit and its confirm gets it again.
      disk: { crashes: 0.02 },
      sabotage: withStore((store) => ({
        deviceStates: async (tenant) =>
          (await store.deviceStates(tenant)).map(({ key, state }) => ({ key, state: { ...state, digests: "" } })),
      })),
    },
  }),
  () => ({
    name: "stores what nobody sent",
    breaks: "nothing stored that was not sent",
    options: {
      sabotage: withWrites((writes) =>
        writes.map((write) =>
          write.kind === "reading"
            ? {
                ...write,
                row: { ...write.row, values: write.row.values.map((one) => ({ ...one, value: one.value + 1 })) },
              }
            : write,
        ),
      ),
    },
  }),
  () => ({
    name: "takes frames that come together in the wrong order",
    breaks: "order per device",
    options: {
      sabotage: {
        driver: (driver) => ({
          ...driver,
          cut: (carry, chunk) => {
            const cut = driver.cut(carry, chunk);
            return { ...cut, frames: cut.frames.toReversed() };
          },
        }),
      },
    },
  }),
  () => ({
    name: "loses an alarm now and then",
    breaks: "no alarm is lost",
    options: {
      sabotage: (() => {
        const isTurn = each(10);
        return withWrites((writes) =>
          writes.filter((write) => !(isAlarm(write) && write.how === "create" && isTurn())),
        );
      })(),
    },
  }),
  () => ({
    name: "keeps no alarms of devices that nobody has registered yet",
    breaks: "no alarm is lost",
    options: {
      sabotage: withWrites((writes) =>
        writes.map((write) => (write.kind === "stranger" ? { ...write, alarms: [] } : write)),
      ),
    },
  }),
  () => ({
    name: "takes a device's word that an alarm is gone",
    breaks: "no alarm is cleared without cause",
    options: {
      sabotage: withWrites((writes) =>
        writes.map((write) =>
          isAlarm(write) && typeof write.set.recoveredAt === "string"
            ? { ...write, set: { ...write.set, state: "cleared", clearedAt: write.set.recoveredAt } }
            : write,
        ),
      ),
    },
  }),
  () => ({
    name: "forgets at a restart which alarms stand",
    breaks: "one alarm stands at most",
    options: {
      sabotage: withStore((store) => ({
        deviceStates: async (tenant) =>
          (await store.deviceStates(tenant)).map(({ key, state }) => ({ key, state: { ...state, slots: {} } })),
      })),
    },
  }),
  () => ({
    name: "never looks at the time of alarms",
    breaks: "who is late is told in time",
    options: { sabotage: withStore(() => ({ alarmsDue: async () => [] })) },
  }),
  () => ({
    name: "never notices silence",
    breaks: "who is silent is offline in time",
    options: { sabotage: { isWithoutTick: true } },
  }),
  () => ({
    name: "counts the time in which it was down as silence",
    breaks: "nobody is offline who is not silent",
    options: {
      disk: { crashes: 0.002 },
      sabotage: withAccess(({ access }, now) => ({
        item: async (tenant, kind, id) => {
          const item = await access.item(tenant, kind, id);
          return item !== null && kind === "setting" && id === "hearing"
            ? { ...item, body: { at: now(), gaps: [] } }
            : item;
        },
      })),
    },
  }),
  () => ({
    name: "sends a command anew after a restart",
    breaks: "a command is one command",
    options: {
      disk: { crashes: 0.003 },
      askEveryMs: 90_000,
      sabotage: withAccess(({ access }) => ({
        item: async (tenant, kind, id) => {
          const item = await access.item(tenant, kind, id);
          if (item === null || kind !== "command" || item.body.state !== "sent") return item;
          return { ...item, body: { ...item.body, state: "queued", serial: null } };
        },
      })),
    },
  }),
  () => ({
    name: "believes that the city has what it never took",
    breaks: "the city has the last version",
    options: { sabotage: { outbound: trusting } },
  }),
];
