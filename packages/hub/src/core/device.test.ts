import type { ComponentKey, Instant, ModelEvent } from "@dianan/model";
import { expect, test } from "vitest";
import { stepDevice } from "./device.ts";
import type { DeviceEffect } from "./device-effect.ts";
import { type DeviceState, newDeviceState, restoredState, storedState } from "./device-state.ts";

const MINUTE = 60_000;
const rules = { offlineAfterMs: 15 * MINUTE, linkGraceMs: MINUTE, componentsMax: 4 };
const key = "1/1/17/5" as ComponentKey;
const NOW = 1_764_000_000_000;

/** A device and what its steps brought. */
const subject = (start: DeviceState = newDeviceState) => {
  let state = start;
  let ids = 0;
  let frames = 0;
  const nextId = (): string => `id${++ids}`;
  const run = (input: Parameters<typeof stepDevice>[1]): readonly DeviceEffect[] => {
    const step = stepDevice(state, input, rules);
    state = step.state;
    return step.effects;
  };
  return {
    get state() {
      return state;
    },
    frame: (at: number, events: readonly ModelEvent[], digest = `f${++frames}`) =>
      run({ kind: "frame", at, digest: digest.padEnd(16), events, nextId }),
    tick: (at: number) => run({ kind: "tick", at, since: 0, linkLostAt: null, nextId }),
    clear: (id: string, at: number) => run({ kind: "alarmCleared", id, at }),
  };
};
const condition = (present: boolean, at: number | null, more: Partial<ModelEvent> = {}): ModelEvent =>
  ({
    kind: "condition",
    component: key,
    type: "residualCurrentOver",
    present,
    at: at as Instant | null,
    rawCode: "status:1",
    rawText: "",
    ...more,
  }) as ModelEvent;
const kinds = (effects: readonly DeviceEffect[]) =>
  effects.map((effect) => (effect.kind === "alarm" ? effect.change.kind : effect.kind));

test("EF-4.2: a condition raises one alarm with its component, and the device and component show it", () => {
  const device = subject();
  const effects = device.frame(NOW, [condition(true, NOW - 1_000)]);
  expect(kinds(effects)).toEqual(["componentFound", "raised", "device"]);
  expect(effects[0]).toMatchObject({ key, status: "alarm" });
  expect(effects[1]).toMatchObject({
    componentId: "id1",
    change: { id: "id2", occurredAt: NOW - 1_000, deviceTime: null },
  });
  expect(effects[2]).toMatchObject({ presence: "online", status: "alarm", lastSeenAt: NOW });
});

test("the same occurrence told again while it stands is no repeat, another one is", () => {
  const device = subject();
  device.frame(NOW, [condition(true, NOW)]);
  expect(kinds(device.frame(NOW + 5_000, [condition(true, NOW)]))).toEqual([]);
  const [effect] = device.frame(NOW + 9_000, [condition(true, NOW + 9_000)]);
  expect(effect).toMatchObject({ change: { kind: "repeated", repeats: 1, lastOccurredAt: NOW + 9_000 } });
});

test("SEC-DEV-03: a device that reports its alarm gone marks it recovered; the alarm stands", () => {
  const device = subject();
  device.frame(NOW, [condition(true, NOW)]);
  const effects = device.frame(NOW + MINUTE, [condition(false, NOW + MINUTE)]);
  expect(kinds(effects)).toEqual(["recovered"]);
  expect(device.state.status).toBe("alarm");
  expect(kinds(device.frame(NOW + 2 * MINUTE, [condition(false, NOW + 2 * MINUTE)]))).toEqual([]);
});

test("a recovery that is older than the last occurrence says nothing about it", () => {
  const device = subject();
  device.frame(NOW, [condition(true, NOW)]);
  expect(kinds(device.frame(NOW + 1_000, [condition(false, NOW - 1_000)]))).toEqual([]);
});

test("SEC-DEV-06: after a person has cleared it, a replay raises nothing and a new occurrence raises a new alarm", () => {
  const device = subject();
  device.frame(NOW, [condition(true, NOW)]);
  expect(kinds(device.clear("id2", NOW + MINUTE))).toEqual(["cleared", "componentStatus", "device"]);
  expect(device.state.status).toBe("normal");
  expect(kinds(device.frame(NOW + 2 * MINUTE, [condition(true, NOW)]))).toEqual([]);
  expect(kinds(device.frame(NOW + 3 * MINUTE, [condition(true, NOW + 3 * MINUTE)]))).toContain("raised");
});

test("SEC-DEV-07: a clock that is absent or more than 5 min off gives the time of receipt and keeps the device's", () => {
  for (const [at, deviceTime] of [
    [null, null],
    [0, 0],
    [NOW - 5 * MINUTE - 1, NOW - 5 * MINUTE - 1],
    [NOW + 5 * MINUTE + 1, NOW + 5 * MINUTE + 1],
  ] as const)
    expect(subject().frame(NOW, [condition(true, at)])[1]).toMatchObject({ change: { occurredAt: NOW, deviceTime } });
  for (const at of [NOW - 5 * MINUTE, NOW + 5 * MINUTE])
    expect(subject().frame(NOW, [condition(true, at)])[1]).toMatchObject({
      change: { occurredAt: at, deviceTime: null },
    });
});

test("a stuck clock that was never believable is no proof of a replay: a cleared alarm is raised again", () => {
  const device = subject();
  device.frame(NOW, [condition(true, 0)]);
  device.clear("id2", NOW + 1);
  expect(kinds(device.frame(NOW + 2, [condition(true, 0)]))).toContain("raised");
});

test("an event happens and is over: each occurrence has a record and nothing stays open", () => {
  const device = subject();
  const selfCheck = (at: number) => condition(true, at, { type: "selfCheck" } as Partial<ModelEvent>);
  expect(device.frame(NOW, [selfCheck(NOW)])[1]).toMatchObject({ change: { kind: "raised", momentary: true } });
  expect(kinds(device.frame(NOW + 1, [selfCheck(NOW)]))).toEqual([]);
  expect(kinds(device.frame(NOW + 2, [selfCheck(NOW + 2)]))).toEqual(["raised"]);
  expect(device.state.status).toBe("normal");
});

test("EF-4.4.2: offline raises an alarm of the hub, hearing the device again clears it, and it is raised anew", () => {
  const device = subject();
  device.frame(NOW, []);
  const lost = device.tick(NOW + 15 * MINUTE + 1);
  expect(kinds(lost)).toEqual(["raised", "device"]);
  expect(lost[0]).toMatchObject({ type: "offline", componentId: null });
  expect(kinds(device.tick(NOW + 7 * 60 * MINUTE))).toEqual(["device"]);
  expect(device.state.presence.kind).toBe("timedOut");
  const back = device.frame(NOW + 8 * 60 * MINUTE, []);
  expect(kinds(back)).toEqual(["cleared", "device"]);
  expect(kinds(device.tick(NOW + 9 * 60 * MINUTE))).toContain("raised");
});

test("a device that was never heard goes timed-out without an alarm: it waits to be installed", () => {
  expect(kinds(subject().tick(NOW))).toEqual(["device"]);
});

test("a resend changes nothing but that the device is heard", () => {
  const device = subject();
  device.frame(NOW, [condition(true, NOW)], "same");
  expect(device.frame(NOW + 1_000, [condition(true, NOW)], "same")).toEqual([]);
  device.tick(NOW + 16 * MINUTE);
  expect(kinds(device.frame(NOW + 17 * MINUTE, [condition(true, NOW)], "same"))).toEqual(["cleared", "device"]);
});

test("more components than the bound make no more records, and their alarms are still raised", () => {
  const device = subject();
  const keys = Array.from({ length: 6 }, (_, n) => `1/1/17/${n}` as ComponentKey);
  const effects = device.frame(
    NOW,
    keys.map((component, n) => condition(true, NOW + n, { component } as Partial<ModelEvent>)),
  );
  expect(kinds(effects).filter((kind) => kind === "componentFound")).toHaveLength(4);
  expect(kinds(effects).filter((kind) => kind === "raised")).toHaveLength(5);
  expect(effects.at(-2)).toMatchObject({ componentId: null, change: { kind: "repeated", repeats: 1 } });
});

test("readings are grouped by instant; an impossible time becomes the time of receipt", () => {
  const reading = (at: number | null, value: number): ModelEvent =>
    ({ kind: "reading", component: null, quantity: "temperature", value, quality: "good", at }) as ModelEvent;
  const effects = subject().frame(NOW, [
    reading(NOW - 1, 1),
    reading(NOW - 1, 2),
    reading(null, 3),
    reading(NOW + 400_000, 4),
  ]);
  expect(effects.filter(({ kind }) => kind === "measured")).toMatchObject([
    { at: NOW - 1, values: [{ value: 1 }, { value: 2 }] },
    { at: NOW, values: [{ value: 3 }, { value: 4 }] },
  ]);
});

test("the stored state is plain JSON with a version, without the components, and an unknown version is refused", () => {
  const device = subject();
  device.frame(NOW, [condition(true, NOW)]);
  const stored = JSON.parse(JSON.stringify(storedState(device.state))) as Record<string, unknown>;
  expect(stored).not.toHaveProperty("components");
  expect(restoredState(stored, device.state.components)).toEqual(device.state);
  expect(() => restoredState({ ...stored, version: 2 }, {})).toThrow("version 2 is unknown");
});

test("a frame's input is not changed by the step", () => {
  const before = JSON.stringify(newDeviceState);
  subject().frame(NOW, [condition(true, NOW)]);
  expect(JSON.stringify(newDeviceState)).toBe(before);
});
