import { type Instant, tenantId } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Caller } from "../ports/caller.ts";
import { operationAt } from "./gate.ts";
import { createAnswerMemory, type Remembered, type RequestKey } from "./remembered.ts";

const row = operationAt("GET", "/api/v1/devices/{id}");
const caller = (until?: number): Caller => ({
  ...{
    tenant: tenantId("t"),
    actor: "key:k",
    name: "k",
    role: "platform",
    scope: {},
    scopes: null,
    by: "key" as const,
  },
  ...{ credential: "k", factorAt: null },
  ...(until === undefined ? {} : { until: until as Instant }),
});
const answer = (body: string, until?: number, id: string | null = null): Remembered => ({
  ...{ row, caller: caller(until), headers: {}, about: id === null ? null : { kind: "device", id } },
  parts: { body, status: 200, headers: {} },
});
const key = (path: string, more: Partial<RequestKey> = {}): RequestKey => ({
  ...{ authorization: "Bearer a", path, has: "", source: "10.0.0.1" },
  ...more,
});

/** One device's answer, or a list's. */
const paths = { "/a": "a", "/b": "b", "/list": null } as const;
const path = fc.constantFrom("/a" as const, "/b" as const, "/list" as const);
/** What happens to a memory: time passes, something changes, an answer that was looked up a while ago is kept, one is asked for. */
const happenings = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 600 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant("change" as const), id: fc.constantFrom("a", "b", "c") }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("changeAll" as const) }) },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant("keep" as const),
        path,
        lag: fc.integer({ min: 0, max: 2 }),
        forMs: fc.constantFrom(1_000, 60_000),
        until: fc.option(fc.integer({ min: 0, max: 8_000 }), { nil: undefined }),
      }),
    },
    { weight: 8, arbitrary: fc.record({ do: fc.constant("find" as const), path }) },
  ),
  { maxLength: 60 },
);

test("what is found was looked up after the last change of what it tells, is not too old, and its credential has not ended", () => {
  let found = 0;
  fc.assert(
    fc.property(happenings, (list) => {
      let count = 0;
      let now = 0;
      const changed = new Map<string, number>();
      const of = (id: string | null): number => (id === null ? count : (changed.get(id) ?? 0));
      const memory = createAnswerMemory({ any: () => count, records: () => count, of: (_tenant, _kind, id) => of(id) });
      const kept = new Map<string, { tick: number; ends: number }>();
      for (const [n, one] of list.entries()) {
        if (one.do === "wait") now += one.ms;
        const touched = one.do === "change" ? [one.id] : one.do === "changeAll" ? ["a", "b", "c"] : [];
        for (const id of touched) {
          count += 1;
          changed.set(id, count);
        }
        if (one.do === "keep") {
          const tick = Math.max(0, count - one.lag);
          memory.keep(key(one.path), answer(String(n), one.until, paths[one.path]), tick, now, one.forMs);
          if (one.until !== undefined) kept.set(String(n), { tick, ends: Math.min(one.until, now + one.forMs) });
        }
        if (one.do === "find") {
          const body = memory.find(key(one.path), now)?.parts.body;
          if (typeof body !== "string") continue;
          found += 1;
          const it = kept.get(body) ?? { tick: -1, ends: -1 };
          expect(it.tick).toBeGreaterThanOrEqual(of(paths[one.path]));
          expect(it.ends).toBeGreaterThan(now);
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(60);
});

test("another credential, another tag or another source is another request", () => {
  const memory = createAnswerMemory({ any: () => 1, records: () => 1, of: () => 1 });
  memory.keep(key("/a"), answer("x", 9_000), 1, 0, 60_000);
  expect(memory.find(key("/a"), 1)?.parts.body).toBe("x");
  for (const other of [{ authorization: "Bearer b" }, { has: '"1"' }, { source: "10.0.0.2" }])
    expect(memory.find(key("/a", other), 1)).toBeNull();
});

test("it is bounded: what does not fit makes room for what comes", () => {
  const memory = createAnswerMemory({ any: () => 1, records: () => 1, of: () => 1 });
  const large = "x".repeat(3 * 1024 * 1024);
  for (let i = 0; i < 20; i += 1) memory.keep(key(`/large/${i}`), answer(large, 9_000), 1, 0, 60_000);
  const left = Array.from({ length: 20 }, (_, i) => memory.find(key(`/large/${i}`), 1)).filter((one) => one !== null);
  expect(left.length).toBeLessThanOrEqual(5);
  expect(left.length).toBeGreaterThan(0);
  for (let i = 0; i < 30_000; i += 1) memory.keep(key(`/small/${i}`), answer("x", 9_000), 1, 0, 60_000);
  const small = Array.from({ length: 30_000 }, (_, i) => memory.find(key(`/small/${i}`), 1)).filter(Boolean);
  expect(small.length).toBeLessThanOrEqual(20_000);
});
