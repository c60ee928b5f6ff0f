import { isSessionEnd, type SessionEnd, sessionEnds } from "@dianan/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChargingInput,
  type ChargingSession,
  LOST_END,
  noSessions,
  type PortSessions,
  stepPort,
} from "./charging.ts";

const T = 1_790_000_000_000;
const MIN = 60_000;
type Told = Extract<ChargingInput, { kind: "told" }>["event"];
const told = (event: Partial<Told>): Told => ({
  ...{ phase: "progress", order: null, elapsed: null, energy: null, amount: null, end: null, rawCode: "", at: null },
  ...event,
});

/** Runs events of a port and keeps what is stored by id. */
const runPort = () => {
  let state: PortSessions = noSessions;
  let ids = 0;
  const nextId = (): string => {
    ids += 1;
    return `s${ids}`;
  };
  const stored = new Map<string, ChargingSession>();
  const take = (input: ChargingInput): readonly ChargingSession[] => {
    const step = stepPort(state, input);
    state = step.state;
    for (const session of step.effects) stored.set(session.id, session);
    return step.effects;
  };
  return {
    tell: (event: Partial<Told>, now: number) => take({ kind: "told", event: told(event), now, nextId }),
    power: (power: number) => take({ kind: "power", power }),
    stored,
    state: () => state,
  };
};

describe("a session from its start to its end", () => {
  test("CP-3.1: start, progress, power, settlement are one session", () => {
    const port = runPort();
    port.tell({ phase: "started", order: "o1", elapsed: 0 }, T);
    port.tell({ order: "o1", elapsed: 600, energy: 2_000 }, T + 10 * MIN);
    port.power(1_860);
    port.power(1_200);
    port.tell(
      { phase: "ended", order: "o1", elapsed: 3_600, energy: 8_200, amount: 120, end: "full", rawCode: "stop:11" },
      T + 60 * MIN,
    );
    expect([...port.stored.values()]).toEqual([
      {
        ...{ id: "s1", order: "o1", startedAt: T, endedAt: T + 60 * MIN, energy: 8_200, amount: 120 },
        ...{ maxPower: 1_860, end: "full", isAbnormal: false, rawCode: "stop:11" },
      },
    ]);
  });

  test.each(Object.keys(sessionEnds).filter(isSessionEnd))(
    "CP-3.2: %s is counted as the table says",
    (end: SessionEnd) => {
      const port = runPort();
      port.tell({ phase: "ended", order: "o1", elapsed: 60, end }, T);
      expect([...port.stored.values()][0]).toMatchObject({ end, isAbnormal: sessionEnds[end].isAbnormal });
    },
  );

  test("a lost start: progress makes the session, begun when its elapsed time says", () => {
    const port = runPort();
    port.tell({ order: "o1", elapsed: 600 }, T);
    expect(port.state().open).toMatchObject({ id: "s1", startedAt: T - 10 * MIN, endedAt: null });
  });

  test("everything but the settlement is lost: the session is stored whole", () => {
    const port = runPort();
    port.tell(
      { phase: "ended", order: "o1", elapsed: 1_800, energy: 500, end: "shortCircuit", at: (T - MIN) as never },
      T,
    );
    expect([...port.stored.values()][0]).toMatchObject({ startedAt: T - 31 * MIN, endedAt: T - MIN, isAbnormal: true });
  });

  test("a lost end: the next order ends it, not as abnormal, and a settlement that comes late still tells why", () => {
    const port = runPort();
    port.tell({ phase: "started", order: "o1", elapsed: 0 }, T);
    port.tell({ phase: "started", order: "o2", elapsed: 0 }, T + 90 * MIN);
    expect(port.stored.get("s1")).toMatchObject({
      end: null,
      isAbnormal: false,
      rawCode: LOST_END,
      endedAt: T + 90 * MIN,
    });
    port.tell(
      { phase: "ended", order: "o1", elapsed: 3_600, energy: 900, end: "overCurrent", rawCode: "stop:6" },
      T + 95 * MIN,
    );
    expect(port.stored.get("s1")).toMatchObject({
      end: "overCurrent",
      isAbnormal: true,
      energy: 900,
      rawCode: "stop:6",
    });
    expect(port.state().open).toMatchObject({ id: "s2", endedAt: null });
    expect(port.stored.size).toBe(2);
  });

  test("a settlement that is sent until it is confirmed changes nothing, and neither does progress that was on its way", () => {
    for (const order of ["o1", null]) {
      const port = runPort();
      port.tell({ phase: "started", order, elapsed: 0 }, T);
      const end = { phase: "ended", order, elapsed: 60, end: "userStopped" } as const;
      expect(port.tell(end, T + MIN)).toHaveLength(1);
      for (let n = 1; n < 5; n += 1) expect(port.tell(end, T + MIN + n * 15_000)).toEqual([]);
      expect(port.tell({ order, elapsed: 55 }, T + 2 * MIN)).toEqual([]);
      expect(port.stored.size).toBe(1);
    }
  });

  test("a clock that is wrong by years is not believed", () => {
    for (const at of [0, T + 3_600_000, 4_102_444_800_000]) {
      const port = runPort();
      port.tell({ phase: "ended", order: "o", elapsed: 60, end: "full", at: at as never }, T);
      expect([...port.stored.values()][0]).toMatchObject({ startedAt: T - MIN, endedAt: T });
    }
  });
});

/** What a pile does: sessions one after the other, of whose frames some are lost, come twice or come late. */
const sessions = fc.array(
  fc.record({
    minutes: fc.integer({ min: 1, max: 600 }),
    pause: fc.integer({ min: 11, max: 100 }),
    end: fc.constantFrom(...Object.keys(sessionEnds).filter(isSessionEnd)),
    hasStart: fc.boolean(),
    progress: fc.integer({ min: 0, max: 4 }),
    settlements: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 12 },
);

test("whatever is lost or comes twice, each order whose settlement came is one session with its end, and counts once", () => {
  fc.assert(
    fc.property(sessions, fc.boolean(), (list, hasOrders) => {
      const port = runPort();
      let now = T;
      for (const [n, one] of list.entries()) {
        const order = hasOrders ? `order-${n}` : null;
        const start = now;
        if (one.hasStart) port.tell({ phase: "started", order, elapsed: 0, energy: 0 }, now);
        for (let i = 1; i <= one.progress; i += 1) {
          now = start + Math.floor((one.minutes * MIN * i) / (one.progress + 1));
          port.tell({ order, elapsed: Math.floor((now - start) / 1_000), energy: i * 10 }, now);
        }
        now = start + one.minutes * MIN;
        for (let i = 0; i < one.settlements; i += 1) {
          port.tell({ phase: "ended", order, elapsed: one.minutes * 60, energy: 1_000 + n, end: one.end }, now);
          now += 15_000;
        }
        now += one.pause * MIN;
      }
      const stored = [...port.stored.values()];
      expect(stored).toHaveLength(list.length);
      expect(port.state().open).toBeNull();
      expect(stored.map(({ end }) => end)).toEqual(list.map(({ end }) => end));
      expect(stored.map(({ energy }) => energy)).toEqual(list.map((_, n) => 1_000 + n));
      expect(stored.filter(({ isAbnormal }) => isAbnormal)).toHaveLength(
        list.filter(({ end }) => sessionEnds[end].isAbnormal).length,
      );
      for (const { startedAt, endedAt } of stored) expect(endedAt).toBeGreaterThanOrEqual(startedAt);
    }),
    { numRuns: 500 },
  );
});

test("no event whatever ends a session before it began, or leaves one without an id of its own", () => {
  const event = fc.record({
    phase: fc.constantFrom("started" as const, "progress" as const, "ended" as const),
    order: fc.constantFrom(null, "a", "b", "c"),
    elapsed: fc.option(fc.integer({ min: -10, max: 1_000_000 })),
    energy: fc.option(fc.nat()),
    amount: fc.option(fc.nat()),
    end: fc.constantFrom(null, "full" as const, "shortCircuit" as const),
    rawCode: fc.constantFrom("", "x"),
    at: fc.option(fc.integer({ min: 0, max: 5_000_000_000_000 })),
    wait: fc.integer({ min: 0, max: 3_600_000 }),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (list) => {
      const port = runPort();
      let now = T;
      for (const { wait, ...one } of list) {
        now += wait;
        port.tell(one as Partial<Told>, now);
        const { open, last } = port.state();
        if (open !== null) expect(open.endedAt).toBeNull();
        if (last !== null) expect(last.endedAt).not.toBeNull();
        if (open !== null && last !== null) expect(open.id).not.toBe(last.id);
      }
      for (const { startedAt, endedAt } of port.stored.values()) {
        expect(startedAt).toBeLessThanOrEqual(now);
        if (endedAt !== null) expect(endedAt).toBeGreaterThanOrEqual(startedAt);
      }
    }),
    { numRuns: 500 },
  );
});
