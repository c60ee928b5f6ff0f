import { expect, test } from "vitest";
import { neverHeard, type PresenceState, presenceDueAt, stepPresence } from "./presence.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const rules = { offlineAfterMs: 15 * MINUTE, linkGraceMs: MINUTE };
const online: PresenceState = { kind: "online", heardAt: 0 };
const tick = (at: number, more: { since?: number; linkLostAt?: number | null } = {}) =>
  ({ kind: "tick", at, since: 0, linkLostAt: null, ...more }) as const;

test("EF-4.1: any valid frame makes a device online, whatever it was", () => {
  for (const kind of ["online", "offline", "timedOut"] as const)
    expect(stepPresence({ kind, heardAt: 1 }, { kind: "heard", at: 5 }, rules)).toEqual({ kind: "online", heardAt: 5 });
});

test("EF-4.4.2: silent for 6 h it is not timed-out, one millisecond later it is", () => {
  const offline: PresenceState = { kind: "offline", heardAt: 0 };
  expect(stepPresence(offline, tick(6 * HOUR), rules).kind).toBe("offline");
  expect(stepPresence(offline, tick(6 * HOUR + 1), rules).kind).toBe("timedOut");
});

test("EF-4.4.2: an operator may want it sooner, never later", () => {
  const offline: PresenceState = { kind: "offline", heardAt: 0 };
  const sooner = { ...rules, timedOutAfterMs: HOUR };
  expect(stepPresence(offline, tick(HOUR), sooner).kind).toBe("offline");
  expect(stepPresence(offline, tick(HOUR + 1), sooner).kind).toBe("timedOut");
  expect(presenceDueAt(offline, { since: 0, linkLostAt: null }, sooner)).toBe(HOUR + 1);
  const later = { ...rules, timedOutAfterMs: 7 * HOUR };
  expect(stepPresence(offline, tick(6 * HOUR + 1), later).kind).toBe("timedOut");
});

test("silence up to offlineAfter is not offline, one millisecond more is", () => {
  expect(stepPresence(online, tick(15 * MINUTE), rules)).toBe(online);
  expect(stepPresence(online, tick(15 * MINUTE + 1), rules).kind).toBe("offline");
});

test("a link that is lost for longer than the grace makes offline, a reconnect within it does not", () => {
  expect(stepPresence(online, tick(MINUTE, { linkLostAt: 0 }), rules)).toBe(online);
  expect(stepPresence(online, tick(MINUTE + 1, { linkLostAt: 0 }), rules).kind).toBe("offline");
  expect(stepPresence(online, tick(MINUTE + 1, { linkLostAt: null }), rules)).toBe(online);
});

test("a restart of the hub raises no false offline: silence counts from its start", () => {
  const start = 100 * HOUR;
  expect(stepPresence(online, tick(start + 15 * MINUTE, { since: start }), rules)).toBe(online);
  expect(stepPresence(online, tick(start + 15 * MINUTE + 1, { since: start }), rules).kind).toBe("offline");
});

test("time alone never makes a device better, and an older frame never moves heardAt back", () => {
  const timedOut: PresenceState = { kind: "timedOut", heardAt: 0 };
  expect(stepPresence(timedOut, tick(1, { since: 1 }), rules)).toBe(timedOut);
  expect(stepPresence({ kind: "online", heardAt: 9 }, { kind: "heard", at: 5 }, rules).heardAt).toBe(9);
});

test("a tick before the due time changes nothing, a tick at it does", () => {
  for (const [state, linkLostAt] of [
    [online, null],
    [online, 5 * MINUTE],
    [{ kind: "offline", heardAt: 0 }, null],
    [neverHeard, null],
  ] as const) {
    const due = presenceDueAt(state, { since: 0, linkLostAt }, rules);
    expect(stepPresence(state, tick(due - 1, { linkLostAt }), rules)).toBe(state);
    expect(stepPresence(state, tick(due, { linkLostAt }), rules)).not.toBe(state);
  }
  expect(presenceDueAt({ kind: "timedOut", heardAt: 0 }, { since: 0, linkLostAt: 0 }, rules)).toBe(
    Number.POSITIVE_INFINITY,
  );
});
