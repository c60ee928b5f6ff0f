// The way to a fire centre on a real store and real sockets, with a clock that a test moves.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { openCentres } from "../src/centre/open-centres.ts";
import { createOutbound } from "../src/outbound/outbound.ts";
import { createResolve } from "../src/outbound/resolve.ts";
import type { CentreLine, CentreSettings, Centres } from "../src/ports/centre.ts";
import type { JsonObject, RecordKind } from "../src/ports/records.ts";
import { openSqliteStore, type SqliteStore } from "../src/store/sqlite-store.ts";
import { until } from "./http-fixture.ts";

export const tenant = tenantId("t");
export const CENTRE = "c1";
/** 2026-11-20 08:05:03 in China: the time of the fact sheet's packet. */
export const START = Date.UTC(2026, 10, 20, 0, 5, 3) as Instant;

/** Time that stands still until a test moves it. */
export const createStillTime = (start: number) => {
  let now = start;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    clock: (): Instant => now as Instant,
    timer: (run: () => void, ms: number): (() => void) => {
      const one = { at: now + ms, run };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    /** Runs what is due on the way, in its order. */
    advance: (ms: number): void => {
      const end = now + ms;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        waiting = waiting.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
  };
};
export type StillTime = ReturnType<typeof createStillTime>;

export type LineWorld = {
  readonly time: StillTime;
  readonly centres: Centres;
  readonly log: readonly string[];
  store(): SqliteStore;
  line(): CentreLine;
  /** Records as they are put. */ put(kind: RecordKind, body: JsonObject & { readonly id: string }): Promise<void>;
  raise(id: string, more?: JsonObject): Promise<void>;
  recover(id: string): Promise<void>;
  clear(id: string): Promise<void>;
  /** Ends the line and begins it again, as after a restart. */ again(
    settings?: Partial<CentreSettings>,
    isPaused?: boolean,
  ): Promise<void>;
  /** Moves time in steps until something is so. */
  pass<T>(stepMs: number, look: () => Promise<T> | T, isGood: (value: T) => boolean, steps?: number): Promise<T>;
  queue(): ReturnType<Centres["queueState"]>;
};

/** @param changes - kept in the feed */
export const openLineWorld = async (
  ends: (() => Promise<void>)[],
  port: number,
  settings: Partial<CentreSettings> = {},
  changes = 100_000,
): Promise<LineWorld> => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-centre-"));
  const time = createStillTime(START);
  const log: string[] = [];
  const hints = new Set<(head: number) => void>();
  const store = await openSqliteStore({
    file: join(folder, "hub.db"),
    ...{ changes, undecodable: 10, auditKey: new Uint8Array(32) },
  });
  const centres = openCentres({
    ...{ store: store.store, access: store.access, outbox: store.outbox, queues: store.webhooks },
    outbound: createOutbound({ isEmpty: false, holds: () => true }, createResolve()),
    hints: {
      hint: () => {},
      onHint: (listener) => {
        hints.add(listener);
        return () => hints.delete(listener);
      },
    },
    ...{ clock: time.clock, timer: time.timer, random: () => 0, utcOffsetMinutes: 480 },
    ...{ platformName: "灵源用电安全平台", version: [1, 2], log: (line: string) => void log.push(line) },
  });
  const whole: CentreSettings = {
    ...{ sourceAddress: 1, centreAddress: 0, unitIds: [], systemType: 1, systemAddress: 1 },
    ...{ heartbeatSeconds: 30, answerSeconds: 10, resends: 3, ...settings },
  };
  const url = `gb26875://127.0.0.1:${port}`;
  const destination = { name: CENTRE, url, kinds: [] };
  await store.store.commit({
    tenant,
    writes: [
      { kind: "outbox", write: { act: "set", destination, owe: [], at: time.clock() } },
      ...(await centres.opening(tenant, CENTRE, time.clock())),
    ],
  });
  const start = (more: Partial<CentreSettings> = {}, isPaused = false): CentreLine =>
    centres.start({ tenant, id: CENTRE, url, settings: { ...whole, ...more }, isPaused });
  let line = start();
  // What is open already was looked at: from now on every change is one state.
  await until(
    () => store.access.item(tenant, "centrePoint", CENTRE),
    (item) => item !== null,
  );
  ends.push(async () => {
    // What waits for a moment that never comes by itself.
    const closing = line.close();
    time.advance(2_000);
    await closing;
    await store.store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const text = (at: number): string => new Date(at).toISOString();
  const write = async (kind: RecordKind, id: string, set: JsonObject, how: "replace" | "merge"): Promise<void> => {
    await store.store.commit({ tenant, writes: [{ kind: "put", record: kind, id, set, at: time.clock(), how }] });
    for (const hint of hints) hint(0);
  };
  return {
    ...{ time, centres, log },
    store: () => store,
    line: () => line,
    put: (kind, body) => write(kind, body.id, body, "replace"),
    raise: (id, more = {}) =>
      write(
        "alarm",
        id,
        {
          ...{ deviceId: "d1", unitId: "u1", componentId: "k1", type: "residualCurrentOver", class: "alarm" },
          ...{ state: "raised", occurredAt: text(time.clock()), description: "x", platformCode: "JJLY01", ...more },
        },
        "replace",
      ),
    recover: (id) => write("alarm", id, { recoveredAt: text(time.clock()) }, "merge"),
    clear: (id) => write("alarm", id, { state: "cleared", clearedAt: text(time.clock()) }, "merge"),
    again: async (more = {}, isPaused = false) => {
      const closing = line.close();
      time.advance(2_000);
      await closing;
      line = start(more, isPaused);
    },
    pass: async (stepMs, look, isGood, steps = 2_000) => {
      for (let step = 0; step < steps; step += 1) {
        const value = await look();
        if (isGood(value)) return value;
        time.advance(stepMs);
        // Sockets and the store have their own pace.
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return until(look, isGood);
    },
    queue: () => centres.queueState(tenant, CENTRE),
  };
};

/** A device of the protocol with components `k1` to `k9`, of which the first stands at zone 2, point 5. */
export const putComponents = async (world: LineWorld): Promise<void> => {
  await world.put("device", { id: "d1", name: "监控装置", protocol: "gb26875", wireAddress: "889", unitId: "u1" });
  for (let n = 1; n <= 9; n += 1)
    await world.put("component", {
      ...{ id: `k${n}`, deviceId: "d1", name: " ", componentKey: `1/1/17/${0x00050002 + (n - 1)}` },
    });
};
