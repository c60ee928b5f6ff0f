import type { ComponentKey, Instant, ModelEvent } from "@dianan/model";
import { expect, test } from "vitest";
import { differencesOf } from "./differences.ts";
import { showEvent, wantedEvents } from "./expected-events.ts";
import type { Expected } from "./generated/types.ts";

const component = "phase/a" as ComponentKey;
const at = Date.UTC(2026, 10, 20, 0, 5, 3) as Instant;
const voltage: ModelEvent = { kind: "reading", component, quantity: "voltage", value: 2201, quality: "good", at };
const tripped: ModelEvent = {
  kind: "condition",
  component: null,
  type: "tripped",
  present: true,
  at: null,
  rawCode: "04:0000=15",
  rawText: "分",
};

const compared = (wanted: readonly Expected[], actual: readonly ModelEvent[], time?: string): readonly string[] =>
  differencesOf(wantedEvents(wanted, time), actual).map(({ path, message }) => `${path}: ${message.en}`);

test("events are shown with units and without what goes without saying", () => {
  expect(showEvent(voltage)).toEqual({
    kind: "reading",
    component: "phase/a",
    quantity: "voltage",
    value: "220.1 V",
    at: "2026-11-20T00:05:03Z",
  });
  expect(showEvent(tripped)).toEqual({ kind: "condition", type: "tripped", rawCode: "04:0000=15", rawText: "分" });
  expect(showEvent({ ...voltage, value: 0, quality: "sentinel", at: null })).toEqual({
    kind: "reading",
    component: "phase/a",
    quantity: "voltage",
    quality: "sentinel",
  });
});

test("what is shown is what a vector may expect", () => {
  for (const event of [voltage, tripped]) expect(compared([showEvent(event) as Expected], [event])).toEqual([]);
});

test.each<[string, Expected]>([
  [
    "with its unit",
    { kind: "reading", component: "phase/a", quantity: "voltage", value: "220.1 V", at: "2026-11-20T00:05:03Z" },
  ],
  [
    "in another zone and another notation",
    { kind: "reading", component: "phase/a", quantity: "voltage", value: "220.10 V", at: "2026-11-20T08:05:03+08:00" },
  ],
  ["as a group", { component: "phase/a", readings: { voltage: "220.1V" }, at: "2026-11-20T00:05:03.000Z" }],
])("a reading %s is the same reading", (_, wanted) => {
  expect(compared([wanted], [voltage])).toEqual([]);
});

test("a time for all events is written once", () => {
  expect(
    compared([{ component: "phase/a", readings: { voltage: "220.1 V" } }], [voltage], "2026-11-20T00:05:03Z"),
  ).toEqual([]);
});

test.each<[Expected, string]>([
  [
    { component: "phase/a", readings: { voltage: "22.01 V" }, at: "2026-11-20T00:05:03Z" },
    "events/0/readings/voltage/value: reading phase/a voltage: value should be 22.01 V, is 220.1 V",
  ],
  [
    { component: "phase/a", readings: { voltage: 220.1 }, at: "2026-11-20T00:05:03Z" },
    "events/0/readings/voltage/value: reading phase/a voltage: value should be 220.1, is 220.1 V",
  ],
  [
    { component: "phase/a", readings: { voltage: "220.1 mV" }, at: "2026-11-20T00:05:03Z" },
    "events/0/readings/voltage/value: reading phase/a voltage: value should be 220.1 mV, is 220.1 V",
  ],
  [
    { component: "phase/a", readings: { voltage: "220.1 V" } },
    "events/0/readings/voltage/at: reading phase/a voltage: at should be null, is 2026-11-20T00:05:03Z",
  ],
  [
    { component: "phase/a", readings: { voltage: "220.1 V" }, at: "2026-11-20T00:05:03+08:00" },
    "events/0/readings/voltage/at: reading phase/a voltage: at should be 2026-11-20T00:05:03+08:00, is 2026-11-20T00:05:03Z",
  ],
])("%j differs", (wanted, difference) => {
  expect(compared([wanted], [voltage])).toEqual([difference]);
});

test("missing and sentinel are two outcomes", () => {
  const absent: ModelEvent = { ...voltage, value: 0, quality: "missing", at: null };
  expect(compared([{ component: "phase/a", readings: { voltage: "missing" } }], [absent])).toEqual([]);
  expect(compared([{ component: "phase/a", readings: { voltage: "sentinel" } }], [absent])).toEqual([
    "events/0/readings/voltage/quality: reading phase/a voltage: quality should be sentinel, is missing",
  ]);
});

test("an event that does not come, and one that nobody expects, are both told", () => {
  expect(compared([{ kind: "condition", type: "overCurrent" }], [tripped])).toEqual([
    "events/0: event is missing: condition overCurrent",
    'events: event is not expected: {"kind":"condition","type":"tripped","rawCode":"04:0000=15","rawText":"分"}',
  ]);
});

test("the order does not count, the number does", () => {
  const gone: ModelEvent = { ...tripped, present: false };
  expect(compared([{ gone: ["tripped"] }, { kind: "condition", type: "tripped" }], [tripped, gone])).toEqual([]);
  expect(compared([{ kind: "condition", type: "tripped" }], [tripped, tripped])).toHaveLength(1);
  expect(
    compared(
      [
        { kind: "condition", type: "tripped" },
        { kind: "condition", type: "tripped" },
      ],
      [tripped],
    ),
  ).toHaveLength(1);
});

test("present and gone are not the same, nor is a raw code that is written", () => {
  expect(compared([{ gone: ["tripped"] }], [tripped])).toEqual([
    "events/0/gone/0/present: condition tripped: present should be false, is true",
  ]);
  expect(compared([{ kind: "condition", type: "tripped", rawCode: "04:0000=240" }], [tripped])).toHaveLength(1);
});

test("facts of an identity are compared member by member", () => {
  const identity: ModelEvent = { kind: "identity", facts: { iccid: "8986", firmware: "1.26" } };
  expect(compared([{ kind: "identity", facts: { firmware: "1.26", iccid: "8986" } }], [identity])).toEqual([]);
  expect(compared([{ kind: "identity", facts: { firmware: "1.26" } }], [identity])).toHaveLength(1);
  expect(compared([{ kind: "identity", facts: { firmware: "1.27", iccid: "8986" } }], [identity])).toHaveLength(1);
});

test("a session's energy has its unit", () => {
  const session: ModelEvent = {
    kind: "session",
    component,
    phase: "ended",
    order: "A",
    elapsed: 60,
    energy: 123_400,
    amount: 12,
    end: "full",
    rawCode: "stop:1",
    at: null,
  };
  expect(
    compared(
      [
        {
          kind: "session",
          component: "phase/a",
          phase: "ended",
          order: "A",
          elapsed: 60,
          energy: "12.34 kWh",
          amount: 12,
          end: "full",
        },
      ],
      [session],
    ),
  ).toEqual([]);
  expect(
    compared(
      [{ kind: "session", component: "phase/a", phase: "ended", order: "A", elapsed: 60, amount: 12, end: "full" }],
      [session],
    ),
  ).toEqual(["events/0/energy: session phase/a ended: energy should be null, is 12.34 kWh"]);
});
