import { expect, test } from "vitest";
import { newSender, type SenderEffect, type SenderInput, type SenderState, senderDueAt, stepSender } from "./sender.ts";

const rules = { resendAfterMs: 10_000, resends: 3, window: 1 };

const play = (inputs: readonly SenderInput[], from: SenderState = newSender): [SenderState, SenderEffect[]] => {
  let state = from;
  const effects: SenderEffect[] = [];
  for (const input of inputs) {
    const step = stepSender(state, input, rules);
    state = step.state;
    effects.push(...step.effects);
  }
  return [state, effects];
};

const up: SenderInput = { kind: "linkUp", at: 0 };
const send = (id: number): SenderInput => ({ kind: "send", id, at: 0 });

test("GB/T 26875.3 §6.6: serials begin at 0 and grow by 1 for each new packet", () => {
  const [, effects] = play([
    up,
    send(7),
    { kind: "answer", answer: "confirm", serial: 0, at: 5 },
    send(8),
    { kind: "answer", answer: "confirm", serial: 1, at: 9 },
  ]);
  expect(effects).toEqual([
    { kind: "transmit", id: 7, serial: 0 },
    { kind: "settled", id: 7, outcome: "confirmed" },
    { kind: "transmit", id: 8, serial: 1 },
    { kind: "settled", id: 8, outcome: "confirmed" },
  ]);
});

test("§6.5: without an answer a packet goes out 1 + 3 times with one serial, then the exchange has failed", () => {
  const ticks = [10_000, 20_000, 30_000, 40_000].map((at): SenderInput => ({ kind: "tick", at }));
  const [state, effects] = play([up, send(1), ...ticks]);
  expect(effects.filter(({ kind }) => kind === "transmit")).toEqual(
    Array(4).fill({ kind: "transmit", id: 1, serial: 0 }),
  );
  expect(effects.at(-1)).toEqual({ kind: "settled", id: 1, outcome: "unconfirmed" });
  expect(senderDueAt(state)).toBeNull();
});

test("§6.5: a tick before the timeout resends nothing", () => {
  const [state, effects] = play([up, send(1), { kind: "tick", at: 9_999 }]);
  expect(effects).toHaveLength(1);
  expect(senderDueAt(state)).toBe(10_000);
});

test("§6.5.3: a deny is answered by a resend at once, and the fourth deny ends it", () => {
  const denies = [1, 2, 3, 4].map((at): SenderInput => ({ kind: "answer", answer: "deny", serial: 0, at }));
  const [, effects] = play([up, send(1), ...denies]);
  expect(effects.filter(({ kind }) => kind === "transmit")).toHaveLength(4);
  expect(effects.at(-1)).toEqual({ kind: "settled", id: 1, outcome: "denied" });
});

test("an answer with a serial that nobody waits for settles nothing", () => {
  const [state, effects] = play([up, send(1), { kind: "answer", answer: "confirm", serial: 9, at: 1 }]);
  expect(effects).toHaveLength(1);
  expect(state.inFlight).toHaveLength(1);
});

test("a second confirm of the same serial settles nothing again", () => {
  const confirm: SenderInput = { kind: "answer", answer: "confirm", serial: 0, at: 1 };
  const [, effects] = play([up, send(1), confirm, confirm]);
  expect(effects.filter(({ kind }) => kind === "settled")).toHaveLength(1);
});

test("nothing goes out while the link is down, and all of it when it is up", () => {
  const [waiting, none] = play([send(1), { kind: "tick", at: 99_999 }]);
  expect(none).toEqual([]);
  expect(play([up], waiting)[1]).toEqual([{ kind: "transmit", id: 1, serial: 0 }]);
});

test("a link that breaks in between resends the same serial on the new link", () => {
  const [, effects] = play([
    up,
    send(1),
    { kind: "linkDown", at: 1 },
    { kind: "tick", at: 60_000 },
    { kind: "linkUp", at: 60_001 },
  ]);
  expect(effects).toEqual(Array(2).fill({ kind: "transmit", id: 1, serial: 0 }));
});

test("serials begin again at 0 behind 65535", () => {
  const [state] = play([up, send(1)], { ...newSender, nextSerial: 65_535 });
  expect(state.inFlight[0]?.serial).toBe(65_535);
  expect(state.nextSerial).toBe(0);
});
