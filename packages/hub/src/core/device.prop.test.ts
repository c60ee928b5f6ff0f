import { type AlarmType, alarmTypes, type ComponentKey, type Instant, type ModelEvent } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type DeviceInput, stepDevice } from "./device.ts";
import type { DeviceEffect } from "./device-effect.ts";
import { type DeviceState, newDeviceState, restoredState, storedState } from "./device-state.ts";

const MINUTE = 60_000;
const START = 1_764_000_000_000;
const rules = { offlineAfterMs: 15 * MINUTE, linkGraceMs: MINUTE, componentsMax: 1_024 };

/** One thing that happens, `after` milliseconds later than the one before. */
type Happening =
  | { readonly kind: "frame"; readonly after: number; readonly events: readonly Told[] }
  | { readonly kind: "resend"; readonly after: number; readonly back: number }
  | { readonly kind: "tick"; readonly after: number }
  | { readonly kind: "clear"; readonly after: number; readonly pick: number };
type Told = {
  readonly component: string | null;
  readonly type: AlarmType;
  readonly present: boolean;
  readonly skew: number | null;
};

const told = fc.record({
  component: fc.constantFrom(null, "1/1/17/1", "1/1/18/2"),
  type: fc.constantFrom<AlarmType[]>("fireAlarm", "residualCurrentOver", "deviceFault", "temperatureHigh", "selfCheck"),
  present: fc.boolean(),
  // Few different times, so that the same occurrence is told again; null and far away are clocks that are not believed.
  skew: fc.constantFrom(null, 0, -1_000, -60_000, 60_000, -86_400_000),
});
const after = fc.constantFrom(0, 1_000, MINUTE, 20 * MINUTE, 7 * 60 * MINUTE);
const happenings = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant("frame" as const), after, events: fc.array(told, { maxLength: 4 }) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("resend" as const), after, back: fc.nat(20) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("tick" as const), after }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("clear" as const), after, pick: fc.nat() }) },
  ),
  { maxLength: 40 },
);

type Shown = {
  type: string;
  component: string | null;
  state: "raised" | "cleared";
  repeats: number;
  recovered: boolean;
};

/** Runs the happenings through the core and folds the effects into records, as the store would. */
const runCore = (list: readonly Happening[], restart: boolean) => {
  let state: DeviceState = newDeviceState;
  let now = START;
  let ids = 0;
  const nextId = (): string => `id${++ids}`;
  const sent: { readonly digest: string; readonly events: readonly ModelEvent[] }[] = [];
  const alarms = new Map<string, Shown>();
  const clearedBy = new Map<string, "hub" | "person">();
  let device = { presence: "offline", status: "offline" };
  const components = new Set<string>();

  const fold = (effects: readonly DeviceEffect[], input: DeviceInput): void => {
    for (const effect of effects) {
      if (effect.kind === "device") device = { presence: effect.presence, status: effect.status };
      if (effect.kind === "componentFound") components.add(effect.id);
      if (effect.kind !== "alarm") continue;
      const { change } = effect;
      if (effect.componentId !== null) expect(components).toContain(effect.componentId);
      const shown = alarms.get(change.id);
      switch (change.kind) {
        case "raised": {
          expect(shown).toBeUndefined();
          const twin = [...alarms.values()].find(
            (one) => one.state === "raised" && one.type === effect.type && one.component === effect.component,
          );
          if (!change.momentary) expect(twin).toBeUndefined();
          alarms.set(change.id, {
            type: effect.type,
            component: effect.component,
            state: change.momentary ? "cleared" : "raised",
            repeats: 0,
            recovered: false,
          });
          break;
        }
        case "repeated":
          expect(change.repeats).toBe((shown?.repeats ?? -9) + 1);
          Object.assign(shown ?? {}, { repeats: change.repeats, recovered: false });
          break;
        case "recovered":
          Object.assign(shown ?? {}, { recovered: true });
          break;
        case "cleared":
          expect(shown?.state).toBe("raised");
          Object.assign(shown ?? {}, { state: "cleared" });
          clearedBy.set(change.id, input.kind === "alarmCleared" ? "person" : "hub");
          break;
      }
    }
  };

  const run = (input: DeviceInput): readonly DeviceEffect[] => {
    const step = stepDevice(state, input, rules);
    fold(step.effects, input);
    state = restart
      ? restoredState(JSON.parse(JSON.stringify(storedState(step.state))) as never, step.state.components)
      : step.state;
    return step.effects;
  };

  for (const one of list) {
    now += one.after;
    switch (one.kind) {
      case "frame": {
        const events = one.events.map(
          ({ component, type, present, skew }): ModelEvent => ({
            kind: "condition",
            component: component as ComponentKey | null,
            type,
            present,
            at: skew === null ? null : ((now + skew) as Instant),
            rawCode: "",
            rawText: "",
          }),
        );
        const digest = `f${sent.length}`.padEnd(16);
        sent.push({ digest, events });
        run({ kind: "frame", at: now, digest, events, nextId });
        break;
      }
      case "resend": {
        const old = sent.at(-1 - (one.back % 16));
        if (!old) break;
        const before = state;
        const effects = run({ kind: "frame", at: now, ...old, nextId });
        // Only that it was heard: presence, and the hub's own offline alarm.
        for (const effect of effects)
          expect(effect.kind === "device" || (effect.kind === "alarm" && effect.type === "offline")).toBe(true);
        expect(state.digests).toEqual(before.digests);
        break;
      }
      case "tick":
        run({ kind: "tick", at: now, since: START, linkLostAt: null, nextId });
        break;
      case "clear": {
        const open = [...alarms].filter(([, shown]) => shown.state === "raised");
        const picked = open[one.pick % Math.max(1, open.length)];
        if (picked) run({ kind: "alarmCleared", id: picked[0], at: now });
        break;
      }
    }
  }
  return { state, alarms, device, clearedBy };
};

/** The naive model: what must be open after a list of happenings, worked out from a flat history. */
const openInModel = (list: readonly Happening[]): ReadonlyMap<string, number> => {
  type Row = { key: string; open: boolean; times: number[]; lastAt: number | null; repeats: number };
  const rows: Row[] = [];
  let now = START;
  for (const one of list) {
    now += one.after;
    if (one.kind === "frame")
      for (const { component, type, present, skew } of one.events) {
        if (!present || alarmTypes[type].class === "event") continue;
        const key = `${type}|${component}`;
        const at = skew === null ? null : now + skew;
        const mine = rows.filter((row) => row.key === key);
        const times = mine.flatMap((row) => row.times).slice(-8);
        const standing = mine.find((row) => row.open);
        const believable = at !== null && Math.abs(at - now) <= 5 * MINUTE;
        if (at !== null && times.includes(at)) continue;
        if (standing) {
          if (at !== null && at === standing.lastAt) continue;
          standing.repeats += 1;
          standing.lastAt = at;
          if (believable) standing.times.push(at);
        } else rows.push({ key, open: true, times: believable ? [at] : [], lastAt: at, repeats: 0 });
      }
  }
  return new Map(rows.filter((row) => row.open).map((row) => [row.key, row.repeats]));
};

test("never two open alarms per (device, component, type), and only a person or the hub's own rule clears one", () => {
  fc.assert(
    fc.property(happenings, (list) => {
      const { alarms, clearedBy } = runCore(list, false);
      for (const [id, by] of clearedBy) expect(by === "person" || alarms.get(id)?.type === "offline").toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("no effect is lost: the records that the effects make say what the state says", () => {
  fc.assert(
    fc.property(happenings, (list) => {
      const { state, alarms, device } = runCore(list, false);
      const open = Object.values(state.slots).flatMap((slot) => (slot.open ? [slot.open] : []));
      const shown = [...alarms].filter(([, one]) => one.state === "raised");
      expect(new Map(shown.map(([id, one]) => [id, [one.repeats, one.recovered]]))).toEqual(
        new Map(open.map((one) => [one.id, [one.repeats, one.recoveredAt !== null]])),
      );
      expect(device).toEqual({ presence: state.presence.kind, status: state.status });
    }),
    { numRuns: 500 },
  );
});

test("a state that is stored and read back between any two steps behaves the same", () => {
  fc.assert(
    fc.property(happenings, (list) => {
      const { state, alarms } = runCore(list, true);
      const whole = runCore(list, false);
      expect(state).toEqual(whole.state);
      expect(alarms).toEqual(whole.alarms);
    }),
    { numRuns: 200 },
  );
});

test("what stands, and how often it was repeated, is what a naive reading of the history says", () => {
  const withoutClears = happenings.map((list) => list.filter((one) => one.kind !== "clear"));
  fc.assert(
    fc.property(withoutClears, (list) => {
      const { alarms } = runCore(list, false);
      const shown = [...alarms.values()].filter((one) => one.state === "raised" && one.type !== "offline");
      expect(new Map(shown.map((one) => [`${one.type}|${one.component}`, one.repeats]))).toEqual(openInModel(list));
    }),
    { numRuns: 500 },
  );
});
