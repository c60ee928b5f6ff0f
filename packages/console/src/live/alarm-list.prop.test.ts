import fc from "fast-check";
import { expect, test } from "vitest";
import { type AlarmFilter, type FilterScene, isListed } from "./alarm-filter.ts";
import { createAlarmList } from "./alarm-list.ts";
import { type AlarmRow, alarmRow } from "./alarm-row.ts";
import { type AlarmStore, createAlarmStore } from "./store.ts";

const ids = fc.integer({ min: 0, max: 12 }).map((n) => `al-${n}`);
const row = fc
  .record({
    id: ids,
    version: fc.integer({ min: 1, max: 9 }),
    class: fc.constantFrom("alarm", "offline"),
    state: fc.constantFrom("raised", "cleared"),
    stage: fc.constantFrom("unacknowledged", "acknowledged", "closed"),
    isShelved: fc.boolean(),
    rootId: fc.option(ids),
  })
  .map(({ stage, isShelved, rootId, ...some }) =>
    alarmRow({
      ...some,
      handling: { stage, rootId, ...(isShelved ? { shelvedUntil: "2026-01-02T12:04:05+08:00" } : {}) },
      ...{ deviceId: "dev-1", unitId: "unit-1", type: "offline", platformCode: "JJLY01", description: "x" },
      ...{ occurredAt: "2026-01-02T11:04:05+08:00", receivedAt: "2026-01-02T11:04:05+08:00" },
    }),
  );
const step = fc.oneof(
  { weight: 8, arbitrary: row.map((one) => ({ kind: "put" as const, row: one })) },
  { weight: 2, arbitrary: ids.map((id) => ({ kind: "remove" as const, id })) },
  { weight: 1, arbitrary: fc.array(row, { maxLength: 9 }).map((rows) => ({ kind: "snapshot" as const, rows })) },
  { weight: 5, arbitrary: fc.constant({ kind: "draw" as const }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("open" as const, "unacknowledged" as const)
      .map((view) => ({ kind: "filter" as const, view })),
  },
);
const open: AlarmFilter = { view: "open", classes: [], find: "", me: null };

test("EF-4.2: whatever happens between two drawings, the list is what the filter passes of the sorted alarms, and knows every group", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const store = createAlarmStore(3);
      const told = new Set<string>();
      let isAnyTold = false;
      const list = createAlarmList(store, (some) => {
        isAnyTold ||= some === null;
        for (const id of some ?? []) told.add(id);
      });
      const scene: FilterScene = { textOf: () => "", latest: store.get };
      let filter = open;
      const drawn = (): readonly AlarmRow[] => [...list.rows()];
      list.catchUp(filter, scene);
      for (const one of [...steps, { kind: "draw" as const }]) {
        const before = drawn();
        if (one.kind === "put") store.put(one.row);
        else if (one.kind === "remove") store.remove(one.id);
        else if (one.kind === "snapshot") store.replaceAll(one.rows);
        else if (one.kind === "filter") filter = { ...open, view: one.view };
        // Nothing changes its place until it is drawn.
        expect(drawn()).toEqual(before);
        if (one.kind !== "draw") continue;
        told.clear();
        isAnyTold = false;
        list.catchUp(filter, scene);
        const truth = store.sorted().filter((each) => isListed(each, filter, scene));
        expect(list.rows()).toEqual(truth);
        expect(list.standing()).toBe(truth.filter(({ rank }) => rank !== 2).length);
        for (let n = 0; n <= 12; n += 1)
          expect(list.members(`al-${n}`)).toEqual(
            store.sorted().filter(({ rootId, rank }) => rootId === `al-${n}` && rank !== 2),
          );
        // Whoever is another row now was named.
        const others = new Set([...before, ...truth].filter((each) => before.includes(each) !== truth.includes(each)));
        if (!isAnyTold) for (const { id } of others) expect(told.has(id)).toBe(true);
      }
    }),
  );
});

const many = 2_000;
const plain = (n: number, version = 1): AlarmRow =>
  alarmRow({
    ...{ id: `al-${n}`, version, deviceId: "dev-1", unitId: "unit-1", type: "offline", platformCode: "JJLY01" },
    ...{ description: "x", occurredAt: "2026-01-02T11:04:05+08:00", receivedAt: "2026-01-02T11:04:05+08:00" },
  });
/** A store that counts how often somebody walks through all of it. */
const walked = (): AlarmStore & { walks: number } => {
  const store = createAlarmStore();
  const counted = {
    ...store,
    walks: 0,
    sorted: () => {
      counted.walks += 1;
      return store.sorted();
    },
  };
  return counted;
};

test("EF-4.1: an event costs its own row and not the list: nothing is sorted or filtered anew, whatever the number of alarms", () => {
  const store = walked();
  store.replaceAll(Array.from({ length: many }, (_, n) => plain(n)));
  let asked = 0;
  const scene: FilterScene = {
    latest: store.get,
    textOf: () => {
      asked += 1;
      return "x";
    },
  };
  const filter = { ...open, find: "x" };
  const list = createAlarmList(store);
  list.catchUp(filter, scene);
  expect([store.walks, asked]).toEqual([1, many]);
  for (let n = 0; n < 500; n += 1) {
    store.put(plain(n, 2));
    store.put(plain(many + n));
    list.catchUp(filter, scene);
  }
  expect(list.rows()).toHaveLength(many + 500);
  expect([store.walks, asked]).toEqual([1, many + 1_000]);
  // Another filter, and more than is worth taking in one by one, do walk through it.
  list.catchUp({ ...filter }, scene);
  expect(store.walks).toBe(2);
  for (let n = 0; n <= many; n += 1) store.put(plain(n, 3));
  list.catchUp(filter, scene);
  expect(store.walks).toBe(3);
});

test("a list that nobody looks at any more hears nothing", () => {
  const store = createAlarmStore();
  const scene: FilterScene = { textOf: () => "", latest: store.get };
  const list = createAlarmList(store);
  list.catchUp(open, scene);
  list.close();
  store.put(plain(1));
  list.catchUp(open, scene);
  expect(list.rows()).toEqual([]);
  expect(list.members("nobody")).toEqual([]);
});
