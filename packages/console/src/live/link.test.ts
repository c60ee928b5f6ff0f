import { expect, test } from "vitest";
import { firstLink, isStale, type Link, type LinkInput, REOPEN_AFTER_MS, STALE_AFTER_MS, stepLink } from "./link.ts";

const refusal = (status: number) => ({ status, title: { zh: "x", en: "x" }, requestId: null });

/** Plays inputs and gives the last state and all effects in order. */
const play = (...inputs: readonly LinkInput[]): { link: Link; effects: string[] } => {
  let link = firstLink;
  const effects: string[] = [];
  for (const input of inputs) {
    const step = stepLink(link, input);
    link = step.link;
    effects.push(...step.effects.map((one) => (one.kind === "open" ? `open ${one.after}` : one.kind)));
  }
  return { link, effects };
};
const start: LinkInput = { kind: "start", at: 0 };
const snapshot: LinkInput = { kind: "snapshot", at: 10, cursor: "c1" };
const heard: LinkInput = { kind: "heard", at: 100, cursor: "c2" };

test("EF-4.1: a snapshot, then the stream from its cursor", () => {
  const { link, effects } = play(start, snapshot, heard);
  expect(effects).toEqual(["close", "read", "open c1"]);
  expect(link).toMatchObject({ phase: "live", cursor: "c2", heardAt: 100 });
});

test("a stream that ends for good (410, a gap) leads to a new snapshot", () => {
  const { link, effects } = play(start, snapshot, heard, { kind: "streamEnded", at: 200 }, { kind: "tick", at: 1_000 });
  expect(effects.slice(3)).toEqual(["close", "read"]);
  expect(link.phase).toBe("reading");
});

test("SEC-USR-06: 401 asks for the sign-in and retries nothing until it is done", () => {
  const out = play(start, { kind: "refused", at: 1, problem: refusal(401) }, { kind: "tick", at: 99_000 });
  expect(out.link.phase).toBe("signedOut");
  expect(out.effects).toEqual(["close", "read", "close"]);
  expect(stepLink(out.link, { kind: "signedIn", at: 99_001 }).effects).toEqual([{ kind: "close" }, { kind: "read" }]);
});

test("a late sign of life does not undo a sign-out", () => {
  const { link } = play(start, snapshot, heard, { kind: "refused", at: 200, problem: refusal(401) }, heard);
  expect(link.phase).toBe("signedOut");
});

test.each([0, 403, 429, 500, 503])("status %i is retried with growing pauses of at most 8 s, and shown", (status) => {
  let { link } = play(start);
  const waits: number[] = [];
  for (let n = 0, at = 0; n < 7; n += 1) {
    link = stepLink(link, { kind: "refused", at, problem: refusal(status) }).link;
    expect(link.problem?.status).toBe(status);
    waits.push((link.retryAt ?? Number.NaN) - at);
    at = link.retryAt ?? 0;
    link = stepLink(link, { kind: "tick", at }).link;
    expect(link.phase).toBe("reading");
  }
  expect(waits).toEqual([0, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
});

test("a tick before its time does nothing", () => {
  const once = play(start, { kind: "refused", at: 0, problem: refusal(500) }, { kind: "tick", at: 0 });
  const twice = stepLink(once.link, { kind: "refused", at: 0, problem: refusal(500) });
  expect(stepLink(twice.link, { kind: "tick", at: 999 }).effects).toEqual([]);
});

test("silence is not health: stale after 12 s without a beat, not before, and never before there was data", () => {
  const { link } = play(start, snapshot, heard);
  expect(isStale(link, 100 + STALE_AFTER_MS)).toBe(false);
  expect(isStale(link, 100 + STALE_AFTER_MS + 1)).toBe(true);
  expect(isStale(firstLink, 1e12)).toBe(false);
});

test("an open stream that says nothing is opened again from the last cursor, once per 20 s", () => {
  const { link } = play(start, snapshot, heard);
  const again = stepLink(link, { kind: "tick", at: 100 + REOPEN_AFTER_MS });
  expect(again.effects).toEqual([{ kind: "close" }, { kind: "open", after: "c2" }]);
  expect(stepLink(again.link, { kind: "tick", at: 101 + REOPEN_AFTER_MS }).effects).toEqual([]);
  expect(isStale(again.link, 100 + REOPEN_AFTER_MS)).toBe(true);
});
