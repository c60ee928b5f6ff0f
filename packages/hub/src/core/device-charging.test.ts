import { readFileSync } from "node:fs";
import { ap3000, bkv, juy, ykc } from "@dianan/codec";
import type { ModelEvent } from "@dianan/model";
import { describe, expect, test } from "vitest";
import { stepDevice } from "./device.ts";
import type { DeviceEffect } from "./device-effect.ts";
import { type DeviceState, newDeviceState, restoredState, storedState } from "./device-state.ts";

const rules = { offlineAfterMs: 900_000, linkGraceMs: 60_000, componentsMax: 4 };
const NOW = Date.UTC(2026, 10, 20);
const protocols = { ap3000, bkv, juy, ykc } as const;
type Name = keyof typeof protocols;

/** Model events of every frame vector of a protocol that decodes, by the vector's name. */
const eventsOf = (protocol: Name): readonly (readonly [string, readonly ModelEvent[]])[] => {
  const file = new URL(`../../../../specs/vectors/${protocol}/frames.json`, import.meta.url);
  const { vectors } = JSON.parse(readFileSync(file, "utf8")) as {
    vectors: { name: string; layout: string; hex: string; direction?: "up" | "down"; request?: string }[];
  };
  return vectors
    .filter(
      ({ layout, direction = "up", request }) => layout === "frame" && direction === "up" && request === undefined,
    )
    .flatMap(({ name, hex }) => {
      const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
      const codec = protocols[protocol] as typeof ap3000;
      const frame = codec.decodeFrame(bytes);
      return frame.ok ? [[name, codec.normalise(frame.value, { receivedAt: NOW })] as const] : [];
    });
};

let frameCount = 0;
const run = (frames: readonly (readonly ModelEvent[])[], start: DeviceState = newDeviceState) => {
  let state = start;
  let ids = 0;
  const effects: DeviceEffect[] = [];
  for (const [n, events] of frames.entries()) {
    const nextId = (): string => {
      ids += 1;
      return `id${ids}`;
    };
    const step = stepDevice(
      state,
      { kind: "frame", at: NOW + n * 1_000, digest: `f${(frameCount + n).toString()}`.padEnd(16), events, nextId },
      rules,
    );
    state = step.state;
    effects.push(...step.effects);
  }
  frameCount += frames.length;
  return { state, effects, sessions: effects.flatMap((one) => (one.kind === "session" ? [one] : [])) };
};

describe("what piles really send", () => {
  test.each(Object.keys(protocols) as Name[])(
    "%s: each session that a frame tells becomes one of its port",
    (protocol) => {
      const told = eventsOf(protocol).filter(([, events]) => events.some(({ kind }) => kind === "session"));
      expect(told.length).toBeGreaterThan(0);
      for (const [name, events] of told) {
        const { effects, sessions } = run([events]);
        expect(sessions.length, name).toBeGreaterThan(0);
        for (const { componentId, session } of sessions) {
          const port = effects.find((one) => one.kind === "componentFound" && one.id === componentId);
          expect(port, name).toBeDefined();
          expect(session.startedAt, name).toBeLessThanOrEqual(NOW);
        }
      }
    },
  );

  test("AP3000: full after an hour", () => {
    const [, events = []] = eventsOf("ap3000").find(([name]) => name === "settlement: full after an hour") ?? [];
    const { sessions } = run([events]);
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.session).toMatchObject({
      end: "full",
      isAbnormal: false,
      endedAt: NOW,
      startedAt: NOW - 3_600_000,
    });
  });

  test("CP-3.1: an end that is a protection is an alarm of its own type too", () => {
    const hot = eventsOf("ap3000").find(([name]) => name.endsWith("the port was too hot"))?.[1] ?? [];
    const { sessions, effects } = run([hot]);
    expect(sessions[0]?.session).toMatchObject({ isAbnormal: true });
    expect(
      effects.filter((one) => one.kind === "alarm").map((one) => (one.kind === "alarm" ? one.type : "")),
    ).toContain("temperatureOver");
  });
});

const session = (more: object): ModelEvent =>
  ({
    ...{ kind: "session", component: "port/1", phase: "progress", order: "o1", elapsed: 0 },
    ...{ energy: null, amount: null, end: null, rawCode: "", at: null },
    ...more,
  }) as ModelEvent;
const power = (value: number, quality = "good"): ModelEvent =>
  ({ kind: "reading", component: "port/1", quantity: "activePower", value, quality, at: null }) as ModelEvent;

test("the greatest power of a session is kept, what is no value is not", () => {
  const { state } = run([
    [power(9_000)],
    [session({ phase: "started" }), power(1_800)],
    [power(2_400)],
    [power(99_000, "outOfRange")],
    [power(1_000)],
  ]);
  expect(state.sessions?.["port/1"]?.open?.maxPower).toBe(2_400);
});

test("sessions go on where they were after a restart of the hub", () => {
  const before = run([[session({ phase: "started" })]]);
  const stored = JSON.parse(JSON.stringify(storedState(before.state))) as Record<string, unknown>;
  const after = run(
    [[session({ phase: "ended", elapsed: 60, end: "userStopped" })]],
    restoredState(stored, before.state.components),
  );
  expect(after.sessions.map(({ session: one }) => one.id)).toEqual(before.sessions.map(({ session: one }) => one.id));
});

test("a device that names ports without end keeps to its bound, and its other ports go on", () => {
  const many = Array.from({ length: 50 }, (_, n) => [
    session({ component: `port/${n}`, order: `o${n}`, phase: "started" }),
  ]);
  const { state, sessions } = run(many);
  expect(Object.keys(state.sessions ?? {})).toHaveLength(4);
  expect(sessions).toHaveLength(4);
});
