import { afterEach, expect, test } from "vitest";
import type { MapperError } from "../ports/mapper.ts";
import { createMapper } from "./mapper.ts";
import { GOOD_RUNS } from "./suspects.ts";

/** One step that never ends. `n` makes it another mapping. */
const endless = (n = 0): string => `$match('${"a".repeat(60 + n)}!', /^(a+)+$/)`;
/** No time passes here but by the test's hand: these are no times but names of them. */
const [SLOW, STOP, HUNG_STOP] = [1, 2, 3];

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const open = () => {
  const timers = new Set<{ readonly ms: number; readonly run: () => void }>();
  const mapper = createMapper({
    ...{ slowMs: SLOW, stopMs: STOP, hungStopMs: HUNG_STOP },
    after: (ms, run) => {
      const timer = { ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  });
  ends.push(() => mapper.close());
  const ask = (expression: string, tenant: string, name = "a", input = "1") =>
    mapper.run({ owner: { tenant, name }, expression, input, bindings: {} });
  /** Asks for what never ends. */
  const hang = (expression: string, tenant: string, name = "a") => {
    const seen = { outcome: null as string | null };
    ask(expression, tenant, name).then(
      (outcome) => {
        seen.outcome = outcome.ok ? "ok" : outcome.error.code;
      },
      (error: MapperError) => {
        seen.outcome = error.code;
      },
    );
    return seen;
  };
  /** Waits until something runs that this time is set for, and lets it be over. */
  const over = async (ms: number): Promise<void> => {
    const due = () => [...timers].filter((timer) => timer.ms === ms);
    await expect.poll(due, { timeout: 30_000 }).not.toEqual([]);
    for (const timer of due()) if (timers.delete(timer)) timer.run();
  };
  /** It hangs, and is stopped. */
  const hung = async (expression: string, tenant: string, input?: string): Promise<void> => {
    const asked = ask(expression, tenant, "a", input);
    await over(SLOW);
    await over(STOP);
    expect(await asked).toMatchObject({ ok: false, error: { code: "mapping-time" } });
  };
  return { mapper, ask, hang, over, hung };
};
const two = { ok: true, value: 2 };

test("SEC-API-05: while an expression hangs and is not stopped yet, those of others are worked out, and of its own tenant too", async () => {
  const { ask, hang, over } = open();
  const one = hang(endless(), "t1");
  const behind = ask("1 + 1", "t2");
  await over(SLOW);
  expect(await behind).toEqual(two);
  expect(await ask("1 + 1", "t1", "b")).toEqual(two);
  expect(one.outcome).toBeNull();
}, 60_000);

test("SEC-API-05: what waits behind a mapping that hangs goes over with it: the others wait for none of it", async () => {
  const { ask, hang, over } = open();
  const own = Array.from({ length: 10 }, () => hang(endless(), "t1"));
  await over(SLOW);
  for (let n = 0; n < 3; n += 1) expect(await ask("1 + 1", "t2")).toEqual(two);
  expect(own.map(({ outcome }) => outcome)).toEqual(Array(10).fill(null));
}, 60_000);

test("SEC-API-05: a tenant who hangs more than there is room for loses its own longest first, and nobody else's", async () => {
  const { ask, hang, over } = open();
  const other = hang(endless(), "t2", "slow");
  await over(SLOW);
  const own: ReturnType<typeof hang>[] = [];
  for (let n = 0; n < 4; n += 1) {
    own.push(hang(endless(n), "t1", `m${n}`));
    await over(SLOW);
    expect(await ask("1 + 1", "t3")).toEqual(two);
  }
  const codes = () => own.map(({ outcome }) => outcome);
  await expect.poll(codes, { timeout: 30_000 }).toEqual(["mapping-time", "mapping-time", "mapping-time", null]);
  expect(other.outcome).toBeNull();
}, 60_000);

test("SEC-API-05: what hung once is worked out apart: it hangs again, and the others do not even begin to wait", async () => {
  const { ask, hang, hung } = open();
  await hung(endless(), "t1");
  const [again, behind] = [hang(endless(), "t1"), hang(endless(), "t1")];
  // No time is over now, and none need be.
  for (let n = 0; n < 3; n += 1) expect(await ask("1 + 1", "t1", "b")).toEqual(two);
  // Mended it is another mapping, and no suspect.
  expect(await ask("1 + 1", "t1")).toEqual(two);
  expect([again.outcome, behind.outcome]).toEqual([null, null]);
}, 60_000);

test("SEC-API-05: a suspect that hangs again is stopped after a shorter time, and the other suspects have their turn", async () => {
  const { ask, hung, over } = open();
  await hung(endless(), "t1");
  await hung(endless(1), "t2");
  const asked = [ask(endless(), "t1"), ask(endless(), "t1"), ask(endless(1), "t2")];
  const order: number[] = [];
  for (const [n, one] of asked.entries()) void one.then(() => order.push(n));
  for (let n = 1; n <= asked.length; n += 1) {
    await over(HUNG_STOP);
    await expect.poll(() => order.length, { timeout: 30_000 }).toBe(n);
  }
  expect(await Promise.all(asked)).toMatchObject(Array(3).fill({ error: { code: "mapping-time" } }));
  expect(order).toEqual([0, 2, 1]);
}, 60_000);

test("an expression that hung with one input is trusted again after it has ended soon often enough with others", async () => {
  const { ask, hang, hung } = open();
  const expression = "$exists($match(text, /^(a+)+$/))";
  const input = (text: string) => JSON.stringify({ text });
  const good = () => ask(expression, "t1", "a", input("b"));
  await hung(expression, "t1", input(`${"a".repeat(60)}!`));
  await hung(endless(), "t2");
  for (let n = 1; n < GOOD_RUNS; n += 1) expect(await good()).toEqual({ ok: true, value: false });
  expect(await good()).toEqual({ ok: true, value: false });
  // The room of the suspects is taken for good: only who is none of them gets an answer.
  const blocked = hang(endless(), "t2");
  expect(await good()).toEqual({ ok: true, value: false });
  expect(blocked.outcome).toBeNull();
}, 60_000);

test("a tenant whose mappings pile up fills half of what may wait; the others' are taken", async () => {
  const { mapper, ask, hang, hung } = open();
  await hung(endless(), "t1");
  const own = Array.from({ length: 1_100 }, () => hang(endless(), "t1"));
  await expect.poll(() => own.filter(({ outcome }) => outcome === "busy").length).toBeGreaterThanOrEqual(99);
  expect(await ask("1 + 1", "t2")).toEqual(two);
  await mapper.close();
  await expect.poll(() => new Set(own.map(({ outcome }) => outcome))).toEqual(new Set(["busy", "closed"]));
}, 60_000);
