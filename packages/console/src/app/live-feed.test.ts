import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { effectScope, watch } from "vue";
import type { HubApi, Snapshot } from "../api/hub-api.ts";
import type { AlarmRecord } from "../live/alarm-row.ts";
import type { StreamSink } from "../live/stream.ts";
import { createLiveFeed } from "./live-feed.ts";

const EVENTS = 200;
const time = "2026-11-28T12:00:00+08:00";
const record = (id: string, version = 1): AlarmRecord => ({
  ...{ id, version, deviceId: "dev-1", unitId: "unit-1", type: "residualCurrentOver", class: "alarm" },
  ...{ occurredAt: time, receivedAt: time, description: "x", platformCode: "JJLY01", state: "raised" },
});

/** A feed whose hub and stream are in the test's hands, and what it drew. */
const opened = async (records: readonly AlarmRecord[] = []) => {
  const sinks: StreamSink[] = [];
  const snapshot: Snapshot = { cursor: "c0", alarms: records, devices: [], units: [] };
  const api = {
    snapshot: async () => ({ ok: true, value: snapshot }),
    unclaimed: async () => ({ ok: true, value: [] }),
  } as unknown as HubApi;
  const scope = effectScope();
  const counts = { links: 0, draws: 0 };
  const feed = scope.run(() => {
    const made = createLiveFeed(api, (_, sink) => {
      sinks.push(sink);
      return { close: () => undefined };
    });
    watch(made.link, () => (counts.links += 1), { flush: "sync" });
    watch(made.painted, () => (counts.draws += 1), { flush: "sync" });
    return made;
  });
  if (feed === undefined) throw new Error("no feed");
  feed.start();
  await vi.advanceTimersByTimeAsync(200);
  const sink = sinks.at(-1);
  if (sink === undefined) throw new Error("no stream");
  const tell = (one: AlarmRecord, cursor: string): void =>
    sink.change(cursor, { kind: "alarm", id: one.id, version: one.version ?? 1, record: one });
  return { feed, sink, tell, counts, stop: () => scope.stop() };
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", { hidden: false });
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => setTimeout(run, 16));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("EF-4.4.1: events of one moment draw once, and what is known of the connection is told once and not for each", async () => {
  const { feed, tell, counts, stop } = await opened();
  tell(record("al-first"), "c1");
  await vi.advanceTimersByTimeAsync(20);
  Object.assign(counts, { links: 0, draws: 0 });
  for (let n = 0; n < EVENTS; n += 1) tell(record(`al-${n}`), `c${n + 2}`);
  await vi.advanceTimersByTimeAsync(20);
  expect(counts).toEqual({ links: 0, draws: 1 });
  expect(feed.alarms.sorted()).toHaveLength(EVENTS + 1);
  // The second that passes tells how far it is.
  await vi.advanceTimersByTimeAsync(1_000);
  expect(counts.links).toBe(1);
  expect(feed.link.value.cursor).toBe(`c${EVENTS + 1}`);
  stop();
});

test("a connection that changes is told at once", async () => {
  const { feed, sink, tell, stop } = await opened();
  expect(feed.link.value.phase).toBe("opening");
  tell(record("al-1"), "c1");
  expect(feed.link.value.phase).toBe("live");
  sink.ended();
  expect([feed.link.value.phase, feed.link.value.failures]).toEqual(["waiting", 1]);
  // It goes on from what came last, though no second has passed.
  expect(feed.link.value.cursor).toBe("c1");
  stop();
});

test("what an older version says, and a hub that only beats, draw nothing", async () => {
  const { tell, sink, counts, stop } = await opened([record("al-1", 3)]);
  sink.beat("c1", time);
  await vi.advanceTimersByTimeAsync(20);
  Object.assign(counts, { links: 0, draws: 0 });
  tell(record("al-1", 2), "c2");
  sink.beat("c3", time);
  await vi.advanceTimersByTimeAsync(300);
  expect(counts).toEqual({ links: 0, draws: 0 });
  stop();
});
