import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Delivery } from "../ports/webhook-store.ts";
import { type Circuit, circuitAfter, deliveryAfter, FAILING_MAX_MS, freshCircuit } from "./outcome.ts";
import type { Attempt } from "./sending.ts";

const attempt = (status: number | null, error: Attempt["error"] = null): Attempt => ({
  ...{ status, error, ms: 5, retryAfter: null },
});
const delivery: Delivery = {
  ...{ sequence: 1, id: "evt-1", type: "t", subject: "s", rank: 1, at: 0 as Instant, of: null, data: {} },
  ...{ state: "pending", attempts: 0, refusals: 0, nextAt: 0 as Instant, lastAt: null },
  ...{ lastStatus: null, lastError: null, lastMs: null },
};
const failures: fc.Arbitrary<Attempt> = fc.oneof(
  fc
    .integer({ min: 300, max: 599 })
    .filter((status) => status !== 410)
    .map((status) => attempt(status)),
  fc
    .constantFrom("timeout", "noConnection", "tlsRefused", "nameNotFound", "addressForbidden")
    .map((error) => attempt(null, error)),
);

test("SEC-OUT-05: however long a receiver is away, no event is given up before the receiver is (generated)", () => {
  fc.assert(
    fc.property(
      fc.array(failures, { minLength: 1, maxLength: 400 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, random) => {
        let circuit: Circuit = { ...freshCircuit, isVerified: true, lastOkAt: 1 as Instant };
        let one: Delivery = delivery;
        let now = 10 as Instant;
        for (const next of all) {
          const set = deliveryAfter(one, next, now, circuit, random);
          circuit = circuitAfter(circuit, next, false, now, now, random);
          one = { ...one, ...set };
          expect(one.state).toBe("pending");
          expect(circuit.nextAt).toBeGreaterThan(now);
          expect(circuit.nextAt - now).toBeLessThanOrEqual(300_000);
          expect(circuit.endedBecause === null || now - (circuit.failingSince ?? now) > FAILING_MAX_MS).toBe(true);
          now = Math.max(circuit.nextAt, one.nextAt) as Instant;
        }
        expect(circuit.fails).toBe(all.length);
        const up = circuitAfter(circuit, attempt(204), false, now, now, random);
        expect(up).toMatchObject({ fails: 0, failingSince: null, lastOkAt: now });
      },
    ),
  );
});

test("SEC-OUT-05: what a receiver refuses while it takes others is given up after thirty refusals in about a day (generated)", () => {
  fc.assert(
    fc.property(failures, fc.double({ min: 0, max: 1, noNaN: true }), (refusal, random) => {
      let one: Delivery = delivery;
      let now = 10 as Instant;
      while (one.state === "pending") {
        const circuit = { ...freshCircuit, lastOkAt: (now - 1) as Instant };
        one = { ...one, ...deliveryAfter(one, refusal, now, circuit, random) };
        expect(one.nextAt - now).toBeLessThanOrEqual(3_600_000);
        now = Math.max(now + 2, one.nextAt) as Instant;
      }
      expect([one.state, one.attempts]).toEqual(["failed", 30]);
      expect(now).toBeGreaterThan(12 * 3_600_000);
      expect(now).toBeLessThan(26 * 3_600_000);
    }),
  );
});

test("SEC-OUT-05: requests that failed together count once; what may no longer be read says nothing about the receiver", () => {
  const first = circuitAfter(freshCircuit, attempt(500), false, 10 as Instant, 20 as Instant, 0);
  const together = circuitAfter(first, attempt(500), false, 11 as Instant, 21 as Instant, 0);
  expect(together).toMatchObject({ fails: 1, nextAt: first.nextAt });
  expect(circuitAfter(first, attempt(500), false, 30 as Instant, 31 as Instant, 0)).toMatchObject({ fails: 2 });
  const forbidden = attempt(null, "notAllowed");
  expect(circuitAfter(first, forbidden, false, 30 as Instant, 31 as Instant, 0)).toBe(first);
  expect(deliveryAfter(delivery, forbidden, 31 as Instant, first, 0)).toMatchObject({
    state: "failed",
    lastError: "notAllowed",
  });
});

test("410 ends it at once and the event stays; only a test verifies an address", () => {
  const gone = circuitAfter(freshCircuit, attempt(410), false, 10 as Instant, 20 as Instant, 0);
  expect(gone).toMatchObject({ endedBecause: "gone", fails: 0 });
  expect(deliveryAfter(delivery, attempt(410), 20 as Instant, freshCircuit, 0).state).toBe("pending");
  expect(circuitAfter(freshCircuit, attempt(200), false, 10 as Instant, 20 as Instant, 0).isVerified).toBe(false);
  expect(circuitAfter(freshCircuit, attempt(200), true, 10 as Instant, 20 as Instant, 0).isVerified).toBe(true);
});
