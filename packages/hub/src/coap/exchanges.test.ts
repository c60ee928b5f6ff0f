import { expect, test } from "vitest";
import { createBoundedMap, createRates } from "./bounded.ts";
import { createExchanges } from "./exchanges.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);

test("RFC 7252 §4.5: the same message is told, until its id means nothing; another one with its id is a new one", () => {
  let now = 0;
  const exchanges = createExchanges(
    () => now,
    () => 0,
  );
  const open = (peer: string, id: number, text: string) => exchanges.open(peer, id, bytes(text)).isRepeat;
  expect(open("a:1", 7, "x")).toBe(false);
  expect(open("a:1", 7, "x")).toBe(true);
  expect([open("a:2", 7, "x"), open("b:1", 7, "x"), open("a:1", 8, "x")]).toEqual([false, false, false]);
  // Behind one address of a NAT another device may come with the same id.
  expect(open("a:1", 7, "y")).toBe(false);
  now = 247_001;
  expect(open("a:1", 7, "y")).toBe(false);
  exchanges.forget("a:1", 7);
  expect(open("a:1", 7, "y")).toBe(false);
});

test("RFC 7252 §4.2: an answer of its own is sent four times again, further apart each time, then given up; an ack ends it", () => {
  let now = 0;
  const exchanges = createExchanges(
    () => now,
    () => 0.5,
  );
  const sentAt: number[] = [];
  exchanges.sendUntilAcked("a:1", 1, bytes("x"), () => void sentAt.push(now));
  exchanges.sendUntilAcked("a:1", 2, bytes("y"), () => void sentAt.push(-1));
  exchanges.settled("b:1", 1);
  exchanges.settled("a:1", 2);
  let given = 0;
  for (; now < 120_000; now += 500) given += exchanges.sweep(now);
  expect(sentAt).toEqual([0, -1, 2_500, 7_500, 17_500, 37_500]);
  expect(given).toBe(1);
});

test("SEC-DEV-08: strangers cannot fill memory: exchanges, answers and rates are bounded", () => {
  const exchanges = createExchanges(
    () => 0,
    () => 0,
  );
  for (let n = 0; n < 20_001; n += 1) exchanges.open(`a:${n}`, 1, bytes("x"));
  expect(exchanges.open("a:1", 1, bytes("x")).isRepeat).toBe(true);
  expect(exchanges.open("a:0", 1, bytes("x")).isRepeat).toBe(false);
  let taken = 0;
  for (let n = 0; n < 2_000; n += 1) taken += Number(exchanges.sendUntilAcked("a:1", n, bytes("x"), () => {}));
  expect(taken).toBe(1_024);
  const map = createBoundedMap<number>(2, 1_000, () => 0);
  for (const n of [1, 2, 3]) map.set(String(n), n);
  expect([map.size(), map.get("1"), map.get("3")]).toEqual([2, undefined, 3]);
  map.sweep(1_000);
  expect(map.size()).toBe(0);
});

test("SEC-DEV-10: a rate holds for each key by itself, and fills again with time", () => {
  let now = 0;
  const rates = createRates(
    { perSecond: 2, burst: 3 },
    () => 1,
    () => now,
  );
  expect(["a", "a", "a", "a", "b"].map(rates.take)).toEqual([true, true, true, false, true]);
  now = 500;
  expect([rates.take("a"), rates.take("a")]).toEqual([true, false]);
});
