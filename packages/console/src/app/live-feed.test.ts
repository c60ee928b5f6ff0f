import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { effectScope, watch } from "vue";
import type { HubApi, Reading, Snapshot } from "../api/hub-api.ts";
import type { AlarmRecord } from "../live/alarm-row.ts";
import type { Refusal } from "../live/link.ts";
import type { StreamSink } from "../live/stream.ts";
import { createLiveFeed, type LiveFeed } from "./live-feed.ts";

const EVENTS = 200;
const time = "2026-11-28T12:00:00+08:00";
const record = (id: string, version = 1): AlarmRecord => ({
  ...{ id, version, deviceId: "dev-1", unitId: "unit-1", type: "residualCurrentOver", class: "alarm" },
  ...{ occurredAt: time, receivedAt: time, description: "x", platformCode: "JJLY01", state: "raised" },
});

/** A feed whose hub and stream are in the test's hands, and what it drew. */
const opened = async (
  records: readonly AlarmRecord[] = [],
  meanwhile: (reading: Reading, now: () => LiveFeed) => Promise<unknown> = async () => undefined,
) => {
  const sinks: StreamSink[] = [];
  const api = {
    snapshot: async (_part: string, reading: Reading) => {
      const alarms = records.map(reading.rowOf);
      const error = (await meanwhile(reading, () => made[0] as LiveFeed)) as Refusal | undefined;
      if (error) return { ok: false, error };
      return { ok: true, value: { cursor: "c0", alarms, devices: [], units: [] } satisfies Snapshot };
    },
    unclaimed: async () => ({ ok: true, value: [] }),
  } as unknown as HubApi;
  const scope = effectScope();
  const made: LiveFeed[] = [];
  const counts = { links: 0, draws: 0 };
  const feed = scope.run(() => {
    const one = createLiveFeed(api, (_, sink) => {
      sinks.push(sink);
      return { close: () => undefined };
    });
    made.push(one);
    watch(one.link, () => (counts.links += 1), { flush: "sync" });
    watch(one.painted, () => (counts.draws += 1), { flush: "sync" });
    return one;
  });
  if (feed === undefined) throw new Error("no feed");
  feed.start();
  await vi.advanceTimersByTimeAsync(1_500);
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

test("EF-4.1: the top of a long list is there while the rest is read, and what was done to it meanwhile is not taken back", async () => {
  const seen: unknown[] = [];
  const { feed, stop } = await opened([record("al-1"), record("al-2")], async ({ rowOf, early }, now) => {
    early({ alarms: [rowOf(record("al-1"))], devices: [], units: [] });
    seen.push([now().isEarly.value, now().alarms.sorted().length, now().link.value.cursor]);
    // The hub's answer to an act is later than the page that is still under way.
    now().takeAnswer(record("al-1", 7));
  });
  expect(seen).toEqual([[true, 1, null]]);
  expect([feed.isEarly.value, feed.alarms.sorted().length, feed.link.value.cursor]).toEqual([false, 2, "c0"]);
  expect(feed.alarms.get("al-1")?.version).toBe(7);
  stop();
});

test("the top of a list stays when the hub dies while the rest is read, and says since when it is old", async () => {
  let reads = 0;
  const seen: unknown[] = [];
  const { feed, stop } = await opened([record("al-1"), record("al-2")], async ({ rowOf, early }, now) => {
    reads += 1;
    if (reads > 1) {
      seen.push([now().isEarly.value, now().alarms.sorted().length, now().link.value.heardAt !== null]);
      return;
    }
    early({ alarms: [rowOf(record("al-1"))], devices: [], units: [] });
    return { status: 0, title: { zh: "没有应答", en: "No answer" }, requestId: null };
  });
  expect(seen).toEqual([[true, 1, true]]);
  expect([reads, feed.isEarly.value, feed.alarms.sorted().length]).toEqual([2, false, 2]);
  stop();
});

test("a list that is on the screen stays while it is read again: its top alone does not take its place", async () => {
  let reads = 0;
  const { feed, sink, stop } = await opened([record("al-1"), record("al-2")], async (reading) => {
    reads += 1;
    if (reads > 1) reading.early({ alarms: [reading.rowOf(record("al-1"))], devices: [], units: [] });
    if (reads > 1) await new Promise(() => undefined);
  });
  sink.ended();
  await vi.advanceTimersByTimeAsync(3_000);
  expect([reads, feed.isEarly.value, feed.alarms.sorted().length]).toEqual([2, false, 2]);
  stop();
});
