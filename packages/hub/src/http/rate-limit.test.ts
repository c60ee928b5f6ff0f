import { tenantId } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Caller } from "../ports/caller.ts";
import { BUCKETS_MAX, createRateLimits, sourceOf, take } from "./rate-limit.ts";

const caller = (actor: string, tenant = "t"): Caller => ({
  tenant: tenantId(tenant),
  actor,
  name: "",
  role: "platform",
  scope: {},
  scopes: null,
  by: "key",
  credential: "k",
  factorAt: null,
});
const reads = { rateClass: "read" } as const;
/** How many of so many requests at one time are let through. */
const passed = (count: number, ask: () => { readonly refusal: unknown }): number =>
  Array.from({ length: count }, ask).filter(({ refusal }) => refusal === null).length;

test("SEC-API-08: a burst passes at once, the next one is refused and told how long to wait, and then passes", () => {
  const limits = createRateLimits(() => 1);
  const ask = (now: number) => limits.ask(reads, caller("key:a"), "10.0.0.1", now);
  expect(ask(0).headers).toEqual({ RateLimit: '"read";r=99;t=1', "RateLimit-Policy": '"read";q=100;w=2' });
  expect(passed(150, () => ask(0))).toBe(99);
  const refused = ask(0);
  expect(refused.refusal).toMatchObject({ code: "too-many-requests", headers: { "Retry-After": "1" } });
  expect(refused.headers.RateLimit).toBe('"read";r=0;t=2');
  expect(passed(150, () => ask(1000))).toBe(50);
});

test("SEC-API-08: an hourly class says minutes, not one second", () => {
  const limits = createRateLimits(() => 1);
  const ask = () => limits.ask({ rateClass: "export" }, caller("key:a"), "s", 0);
  expect(passed(10, ask)).toBe(6);
  expect(ask().refusal).toMatchObject({ headers: { "Retry-After": "600" } });
});

test("callers, tenants and classes have budgets of their own; sign-in and nobody have their source's", () => {
  const limits = createRateLimits(() => 1);
  expect(passed(200, () => limits.ask(reads, caller("key:a"), "s", 0))).toBe(100);
  expect(passed(200, () => limits.ask(reads, caller("key:b"), "s", 0))).toBe(100);
  expect(passed(200, () => limits.ask(reads, caller("key:a", "other"), "s", 0))).toBe(100);
  expect(passed(200, () => limits.ask({ rateClass: "write" }, caller("key:a"), "s", 0))).toBe(100);
  expect(passed(200, () => limits.ask(reads, null, "s", 0))).toBe(100);
  expect(passed(6, () => limits.ask({ rateClass: "signIn" }, caller("key:a"), "s", 0))).toBe(6);
  expect(passed(6, () => limits.ask({ rateClass: "signIn" }, null, "s", 0))).toBe(4);
});

test("a factor raises burst and rate alike, and the policy says so", () => {
  const limits = createRateLimits(() => 10);
  const ask = () => limits.ask(reads, caller("key:a"), "s", 0);
  expect(passed(2000, ask)).toBe(1000);
  expect(ask().headers["RateLimit-Policy"]).toBe('"read";q=1000;w=2');
});

test("what is remembered is bounded, and a flood of sources forgets no caller", () => {
  const limits = createRateLimits(() => 1);
  expect(passed(200, () => limits.ask(reads, caller("key:a"), "s", 0))).toBe(100);
  expect(passed(200, () => limits.ask(reads, null, "first", 0))).toBe(100);
  for (let n = 0; n < BUCKETS_MAX; n += 1) limits.ask(reads, null, `source-${n}`, 0);
  expect(limits.ask(reads, caller("key:a"), "s", 0).refusal).not.toBeNull();
  expect(limits.ask(reads, null, "first", 0).refusal).toBeNull();
});

test("an address in any of its forms is one source; an IPv6 host is its /64", () => {
  expect(sourceOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
  expect(sourceOf("192.0.2.7")).not.toBe(sourceOf("192.0.2.8"));
  expect(sourceOf("2001:db8:1:2:3:4:5:6")).toBe(sourceOf("2001:0db8:0001:2::9"));
  expect(sourceOf("2001:db8:1:3::9")).not.toBe(sourceOf("2001:db8:1:2::9"));
  expect(sourceOf("fe80::1%eth0")).toBe("fe80:0:0:0");
  expect(sourceOf("::1")).toBe("0:0:0:0");
});

test("in no stretch of time pass more than the burst and what came back; a clock put back locks nobody out", () => {
  const budget = fc.record({
    requests: fc.integer({ min: 1, max: 100 }),
    perSeconds: fc.integer({ min: 1, max: 3600 }),
    burst: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(
      budget,
      fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 400 }),
      (one, steps) => {
        let now = 0;
        let fullAt = 0;
        const passedAt: number[] = [];
        for (const step of steps) {
          now += step;
          const taken = take(fullAt, now, one);
          fullAt = taken.fullAt;
          if (taken.isTaken) passedAt.push(now);
          else expect(take(fullAt, now + taken.waitMs, one).isTaken).toBe(true);
          expect(taken.left).toBeGreaterThanOrEqual(0);
          expect(taken.left).toBeLessThan(one.burst);
        }
        const first = passedAt[0] ?? 0;
        passedAt.forEach((at, n) => {
          const allowed = one.burst + ((at - first) * one.requests) / (one.perSeconds * 1000);
          expect(n + 1).toBeLessThanOrEqual(allowed + 1e-3);
        });
        const tokenMs = (one.perSeconds * 1000) / one.requests;
        const before = take(fullAt, -1e9, one);
        expect(before.isTaken || before.waitMs <= tokenMs + 1e-3).toBe(true);
      },
    ),
  );
});
