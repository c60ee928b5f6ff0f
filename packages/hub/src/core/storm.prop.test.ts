import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  noStorms,
  type PastAlarm,
  restoredStorms,
  STORM_MIN,
  STORM_WINDOW_MS,
  type StormAlarm,
  type StormInput,
  type Storms,
  stepStorm,
} from "./storm.ts";

const CLASSES = ["alarm", "warning", "fault", "offline", "event"];
const T = Date.UTC(2026, 10, 20);

/** Takes alarms the way of the hub: raised, and stored a little later, in any order. */
const createWorld = () => {
  let state: Storms = noStorms;
  /** What each alarm is grouped under, as it is stored. */ const groups = new Map<string, string | null>();
  const apply = (input: StormInput): string | null => {
    const step = stepStorm(state, input);
    state = step.state;
    let placed: string | null = null;
    for (const effect of step.effects)
      if (effect.kind === "placed") placed = effect.rootId;
      else groups.set(effect.id, effect.rootId);
    return placed;
  };
  const raise = (alarm: StormAlarm): (() => void) => {
    const rootId = apply({ kind: "raised", alarm });
    return () => {
      groups.set(alarm.id, rootId);
      apply({ kind: "stored", alarm, rootId });
    };
  };
  return { apply, raise, groups, state: () => state };
};
const alarmOf = (n: number, more: Partial<StormAlarm> = {}): StormAlarm => ({
  ...{ id: `a${n}`, class: "offline", root: "gateway:g", isRoot: false, at: T + n },
  ...more,
});

/** Rows that somebody who sees these alarms has before them: one for all under one head, or under a head that they do not see. */
const rowsOf = (groups: ReadonlyMap<string, string | null>, sees: (id: string) => boolean): ReadonlySet<string> => {
  const top = (id: string): string => {
    const root = groups.get(id) ?? null;
    return root === null ? id : top(root);
  };
  return new Set([...groups.keys()].filter(sees).map(top));
};

test("EF-4.2: 1,000 devices behind one root in one second give a person at most 5 groups, whoever they are, and other units their own", () => {
  const one = fc.record({
    class: fc.constantFrom(...CLASSES),
    unit: fc.nat(49),
    at: fc.nat(999),
    delay: fc.nat(40),
    isElsewhere: fc.nat(99).map((n) => n === 0),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1_000, maxLength: 1_000 }), fc.nat(999), (drafts, gateway) => {
      const world = createWorld();
      const unitOf = new Map<string, string>();
      const events = drafts.flatMap(({ unit, at, delay, isElsewhere, ...draft }, n) => {
        const root = isElsewhere ? `unit:other${n}` : "gateway:g";
        const alarm = alarmOf(n, { ...draft, root, at: T + at, isRoot: !isElsewhere && n === gateway });
        unitOf.set(alarm.id, isElsewhere ? `other${n}` : `unit${unit}`);
        let stored = (): void => {};
        return [
          {
            at,
            run: () => {
              stored = world.raise(alarm);
            },
          },
          { at: at + delay, run: () => stored() },
        ];
      });
      for (const { run } of events.sort((a, b) => a.at - b.at)) run();
      const isInStorm = (id: string): boolean => unitOf.get(id)?.startsWith("unit") === true;
      expect(rowsOf(world.groups, isInStorm).size).toBeLessThanOrEqual(5);
      for (const unit of new Set(unitOf.values())) {
        const rows = rowsOf(world.groups, (id) => unitOf.get(id) === unit);
        expect(rows.size).toBeGreaterThanOrEqual(1);
        expect(rows.size).toBeLessThanOrEqual(5);
        // Whoever is elsewhere has rows of their own, which no storm has swallowed.
        if (unit.startsWith("other")) for (const row of rows) expect(unitOf.get(row)).toBe(unit);
      }
      // A group holds one class: nothing hides behind the alarms of another.
      const classOf = new Map(drafts.map((draft, n) => [`a${n}`, draft.class]));
      for (const [id, root] of world.groups) if (root !== null) expect(classOf.get(root)).toBe(classOf.get(id));
      if (drafts[gateway]?.isElsewhere !== true) expect(world.groups.get(`a${gateway}`)).toBeNull();
    }),
    { numRuns: 20 },
  );
});

describe("one storm", () => {
  test(`fewer than ${STORM_MIN} alarms are no storm; the tenth makes one, and those before come under the first`, () => {
    const world = createWorld();
    for (let n = 1; n < STORM_MIN; n += 1) world.raise(alarmOf(n))();
    expect([...world.groups.values()].every((root) => root === null)).toBe(true);
    world.raise(alarmOf(STORM_MIN))();
    expect(world.groups.get("a1")).toBeNull();
    for (let n = 2; n <= STORM_MIN; n += 1) expect(world.groups.get(`a${n}`)).toBe("a1");
  });

  test("alarms that come further apart than a minute are no storm, and a storm ends with a minute of quiet", () => {
    const apart = createWorld();
    for (let n = 0; n < 30; n += 1) apart.raise(alarmOf(n, { at: T + n * (STORM_WINDOW_MS + 1) }))();
    expect([...apart.groups.values()].every((root) => root === null)).toBe(true);
    const world = createWorld();
    for (let n = 0; n < 20; n += 1) world.raise(alarmOf(n))();
    world.raise(alarmOf(99, { at: T + 19 + STORM_WINDOW_MS + 1 }))();
    expect(world.groups.get("a99")).toBeNull();
  });

  test("the alarm of the gateway itself comes on top, whenever it comes, and takes in what follows", () => {
    const world = createWorld();
    for (let n = 0; n < 20; n += 1) world.raise(alarmOf(n))();
    world.raise(alarmOf(50, { isRoot: true }))();
    world.raise(alarmOf(51))();
    expect([world.groups.get("a50"), world.groups.get("a0"), world.groups.get("a51")]).toEqual([null, "a50", "a50"]);
  });

  test.each(["before", "after"])(
    "what somebody has in hand hides nothing new, taken %s the new one was raised",
    (when) => {
      const world = createWorld();
      for (let n = 0; n < 20; n += 1) world.raise(alarmOf(n))();
      if (when === "before") world.apply({ kind: "taken", id: "a0" });
      const stored = world.raise(alarmOf(50));
      if (when === "after") world.apply({ kind: "taken", id: "a0" });
      stored();
      world.raise(alarmOf(51))();
      expect([world.groups.get("a50"), world.groups.get("a51"), world.groups.get("a19")]).toEqual([null, "a50", "a0"]);
    },
  );

  test("an alarm that could not be stored is nobody's head", () => {
    const world = createWorld();
    world.raise(alarmOf(0));
    for (let n = 1; n < 20; n += 1) world.raise(alarmOf(n))();
    world.apply({ kind: "failed", id: "a0" });
    expect([...world.groups.values()]).not.toContain("a0");
    expect(world.groups.get("a1")).toBeNull();
    expect(world.state().get("gateway:g")?.waiting).toEqual([]);
  });

  test("storms that are over are forgotten", () => {
    const world = createWorld();
    for (let n = 0; n < 300; n += 1) world.raise(alarmOf(n, { root: `unit:${n}`, at: T + n * 1_000 }))();
    expect(world.state().size).toBeLessThanOrEqual(62);
  });
});

test("a start in the middle of a storm goes on where the last run was: no more groups than without it", () => {
  fc.assert(
    fc.property(fc.nat(60), fc.boolean(), (before, isTaken) => {
      const world = createWorld();
      const alarms: StormAlarm[] = [];
      for (let n = 0; n < before; n += 1) {
        alarms.push(alarmOf(n));
        world.raise(alarmOf(n))();
      }
      if (isTaken) world.apply({ kind: "taken", id: "a0" });
      const past: PastAlarm[] = alarms.map((alarm) => ({
        alarm,
        rootId: world.groups.get(alarm.id) ?? null,
        isTaken: isTaken && alarm.id === "a0",
      }));
      const again = restoredStorms(past);
      for (const effect of again.effects) if (effect.kind === "moved") world.groups.set(effect.id, effect.rootId);
      let { state } = again;
      const step = stepStorm(state, { kind: "raised", alarm: alarmOf(900) });
      state = step.state;
      const placed = step.effects.find(({ kind }) => kind === "placed")?.rootId ?? null;
      const whole = createWorld();
      for (let n = 0; n < before; n += 1) whole.raise(alarmOf(n))();
      if (isTaken) whole.apply({ kind: "taken", id: "a0" });
      whole.raise(alarmOf(900));
      // Under the same head, or waiting as it would have been.
      const head = whole.state().get("gateway:g")?.heads.offline ?? null;
      expect(placed).toBe(before < STORM_MIN ? null : head);
    }),
  );
});
