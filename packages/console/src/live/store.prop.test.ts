import fc from "fast-check";
import { expect, test } from "vitest";
import { type AlarmRecord, type AlarmRow, alarmRow } from "./alarm-row.ts";
import { createHold, heldView } from "./hold.ts";
import { compareAlarms } from "./order.ts";
import { createAlarmStore, isWaiting } from "./store.ts";

const row = fc
  .record({
    id: fc.integer({ min: 0, max: 25 }).map((n) => `al-${n}`),
    version: fc.integer({ min: 1, max: 6 }),
    class: fc.constantFrom("alarm", "warning", "fault", "offline", "event"),
    state: fc.constantFrom("raised", "raised", "cleared"),
    second: fc.integer({ min: 0, max: 9 }),
    stage: fc.constantFrom("unacknowledged", "unacknowledged", "acknowledged", "rectified", "closed"),
    isShelved: fc.boolean(),
    isOverdue: fc.boolean(),
    who: fc.constantFrom("u-1", "u-2", null),
  })
  .map(({ second, stage, isShelved, isOverdue, who, ...some }): AlarmRow => {
    const record: AlarmRecord = {
      ...some,
      handling: {
        ...{ stage, isOverdue },
        ...(who === null ? {} : { assignee: { kind: "person", id: who, name: who } as const }),
        ...(isShelved ? { shelvedUntil: "2026-01-02T12:04:05+08:00" } : {}),
      },
      deviceId: "dev-1",
      unitId: "unit-1",
      occurredAt: "2026-01-02T11:04:05+08:00",
      receivedAt: `2026-01-02T11:04:0${second}+08:00`,
      description: "x",
      type: "residualCurrentOver",
      platformCode: "JJLY01",
    };
    return alarmRow(record);
  });

const event = fc.oneof(
  { weight: 8, arbitrary: row.map((one) => ({ kind: "put" as const, row: one })) },
  { weight: 2, arbitrary: row.map((one) => ({ kind: "remove" as const, row: one })) },
  { weight: 1, arbitrary: fc.array(row, { maxLength: 30 }).map((rows) => ({ kind: "snapshot" as const, rows })) },
);
const events = fc.array(event, { maxLength: 120 });
const OVER_MAX = 5;

/** The plain truth: a map, sorted anew each time. */
const naive = () => {
  const map = new Map<string, AlarmRow>();
  const put = (one: AlarmRow): void => {
    if ((map.get(one.id)?.version ?? -1) < one.version) map.set(one.id, one);
  };
  const sorted = (): AlarmRow[] => [...map.values()].sort(compareAlarms);
  const trim = (): void => {
    const cleared = sorted().filter(({ rank }) => rank === 2);
    for (const one of cleared.slice(OVER_MAX)) map.delete(one.id);
  };
  return { map, put, sorted, trim };
};

type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;
const play = (happened: readonly Event[], each: (store: ReturnType<typeof createAlarmStore>) => void) => {
  const store = createAlarmStore(OVER_MAX);
  const truth = naive();
  for (const one of happened) {
    if (one.kind === "put") {
      store.put(one.row);
      truth.put(one.row);
    } else if (one.kind === "remove") {
      store.remove(one.row.id);
      truth.map.delete(one.row.id);
    } else {
      store.replaceAll(one.rows);
      truth.map.clear();
      one.rows.forEach(truth.put);
    }
    truth.trim();
    each(store);
  }
  return { store, truth };
};

test("EF-4.1: whatever happens in whatever order, the list is the sorted map", () => {
  fc.assert(
    fc.property(events, (happened) => {
      const { store, truth } = play(happened, () => undefined);
      expect(store.sorted()).toEqual(truth.sorted());
      const standing = truth.sorted().filter(isWaiting);
      for (const [name, number] of Object.entries(store.tallies()))
        expect(number).toBe(standing.filter((one) => one.class === name).length);
      const open = truth.sorted().filter(({ rank, shelvedUntil }) => rank !== 2 && shelvedUntil === null);
      const unheld = open.filter(({ rank }) => rank === 0);
      for (const [name, number] of Object.entries(store.unacknowledged()))
        expect(number).toBe(unheld.filter((one) => one.class === name).length);
      expect(store.parts("u-1")).toEqual({
        ...{ open: open.length, unacknowledged: unheld.length },
        mine: open.filter(({ holder }) => holder?.id === "u-1").length,
        overdue: open.filter(({ isOverdue }) => isOverdue).length,
        shelved: truth.sorted().filter(({ rank, shelvedUntil }) => rank !== 2 && shelvedUntil !== null).length,
      });
      expect([store.parts(null).mine, store.parts("nobody").mine]).toEqual([0, 0]);
    }),
  );
});

test("the order is total: two different alarms are never level, and turning them round turns the sign", () => {
  fc.assert(
    fc.property(row, row, (a, b) => {
      if (a.id !== b.id) expect(compareAlarms(a, b)).not.toBe(0);
      expect(Math.sign(compareAlarms(a, b)) + Math.sign(compareAlarms(b, a))).toBe(0);
    }),
  );
});

test("nothing moves under the hand: a held row keeps its place through any events, and no standing alarm is lost", () => {
  fc.assert(
    fc.property(events, events, fc.integer({ min: 0, max: 20 }), (before, during, lastVisible) => {
      const { store } = play(before, () => undefined);
      const hold = createHold();
      const shown = () => heldView(store.sorted(), hold, store.get);
      hold.through(shown(), lastVisible);
      store.watch({
        changed: (was, is) => hold.touched(new Set([was, is].flatMap((one) => (one === undefined ? [] : [one.id])))),
        replaced: () => hold.touched(null),
      });
      for (const one of during) {
        if (one.kind === "put") store.put(one.row);
        else if (one.kind === "remove") store.remove(one.row.id);
        else store.replaceAll(one.rows);
        // A hand that scrolls on holds more.
        if (one.kind === "put" && one.row.version % 3 === 0) hold.through(shown(), hold.rows.length);
        const places = hold.rows.map(({ id }) => id);
        const view = shown();
        expect(places.map((_, place) => view.at(place)?.row.id)).toEqual(places);
        const ids = Array.from({ length: view.length }, (_, place) => view.at(place)?.row.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [place, id] of ids.entries()) expect(view.placeOf(id ?? "")).toBe(place);
        expect(view.at(view.length)).toBeUndefined();
        const hidden = store.sorted().filter(({ id }) => !ids.includes(id));
        for (const { id } of hidden) expect(view.placeOf(id)).toBe(-1);
        if (places.length > 0) expect(hidden.length).toBe(view.newAbove);
        else expect(hidden).toEqual([]);
      }
    }),
  );
});
