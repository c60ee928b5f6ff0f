import { dianan, gb26875, type Protocol, protocols } from "@dianan/codec";
import type { ModelEvent } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyProfile, createProfileReader } from "./apply.ts";
import { dialectOf } from "./dialect.ts";
import { showEvent } from "./expected-events.ts";
import type { Profile } from "./generated/types.ts";
import { hexBytes } from "./hex.ts";
import { shippedProfiles } from "./shipped.ts";
import { validateProfile } from "./validate.ts";

const detector = shippedProfiles["dianan-detector"] as Profile;
const transmitter = shippedProfiles["gb26875-electrical-fire"] as Profile;
const frameOf = (profile: Profile, name: RegExp): unknown => {
  const vector = profile.vectors.find((one) => name.test(one.name));
  const protocol = profile.transport.protocol === "dianan" ? dianan : gb26875;
  const decoded = protocol.decodeFrame(hexBytes(vector?.hex ?? ""));
  if (!decoded.ok) throw new Error(`${name} does not decode`);
  return decoded.value;
};
const context = { receivedAt: 0 };
/** A shipped profile with some members of its own: still valid. */
const changed = (profile: Profile, members: Partial<Profile>): Profile => {
  const result = validateProfile({ ...profile, ...members });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const shown = (events: readonly ModelEvent[]): string[] => events.map((event) => JSON.stringify(showEvent(event)));

const reading = frameOf(detector, /full reading/);
const alarm = frameOf(detector, /residual-current alarm/);
const leak = frameOf(transmitter, /residual-current alarm/);

test("the same profile, frame and context give the same events, and nothing is changed", () => {
  const before = JSON.stringify(detector);
  const first = applyProfile(detector, reading, context);
  expect(applyProfile(detector, reading, context)).toEqual(first);
  expect(createProfileReader(detector).events(reading, context)).toEqual(first);
  expect(JSON.stringify(detector)).toBe(before);
});

test("without points and conditions the protocol speaks for itself", () => {
  const plain = changed(detector, { points: [], conditions: [] });
  expect(shown(applyProfile(plain, reading, context)).sort()).toEqual(
    shown(applyProfile(detector, reading, context)).sort(),
  );
});

test("a native reading can be scaled anew; the protocol's own value is replaced, not doubled", () => {
  const own = changed(detector, {
    points: [{ component: "current/{n}", quantity: "residualCurrent", native: {}, a: 2 }],
  });
  const values = applyProfile(own, reading, context).filter(
    (one) => one.kind === "reading" && one.quantity === "residualCurrent",
  );
  expect(values).toMatchObject([{ component: "current/1", value: 246, quality: "good" }]);
});

test("one quantity of the protocol can be another of the profile", () => {
  const own = changed(detector, {
    points: [{ component: "phase/a", quantity: "apparentPower", native: { quantity: "current" }, a: 230 }],
  });
  expect(shown(applyProfile(own, reading, context))).toContainEqual(
    expect.stringMatching(/"component":"phase\/a","quantity":"apparentPower","value":"2839.4 VA"/),
  );
});

test("a missing value of the protocol stays missing, whatever the scale", () => {
  const own = changed(detector, {
    points: [{ component: "temperature/3", quantity: "temperature", native: {}, b: 50 }],
  });
  const third = applyProfile(own, reading, context).find(
    (one) => one.kind === "reading" && one.component === "temperature/3",
  );
  expect(third).toMatchObject({ value: 0, quality: "missing" });
});

test("§9: a profile may class a condition anew; raw code and value are kept", () => {
  const own = changed(detector, {
    conditions: [{ component: "current/{n}", native: { type: "residualCurrentOver" }, type: "residualCurrentHigh" }],
  });
  const events = applyProfile(own, alarm, context).filter(({ kind }) => kind === "condition");
  expect(events).toMatchObject([
    { type: "residualCurrentHigh", present: true, value: 6890, threshold: 5000, rawCode: "alarm:1:1" },
  ]);
});

test("one raw code of the protocol can mean a test", () => {
  const own = changed(detector, {
    conditions: [
      { component: "current/{n}", native: { rawCode: "alarm:1:1" }, type: "residualCurrentOver", test: true },
    ],
  });
  const [, event] = applyProfile(own, alarm, context);
  expect(event).toMatchObject({ kind: "condition", type: "selfCheck", present: true });
  expect(event).not.toHaveProperty("value");
});

test("what a profile ignores is gone, and nothing else", () => {
  const why = { zh: "未接", en: "not wired" };
  const own = changed(detector, {
    points: [],
    ignore: [{ kind: "reading", component: "phase/c", quantity: "voltage", why }],
  });
  const all = shown(applyProfile(changed(detector, { points: [] }), reading, context));
  const left = shown(applyProfile(own, reading, context));
  expect(all.filter((one) => !left.includes(one))).toEqual([
    expect.stringContaining('"component":"phase/c","quantity":"voltage"'),
  ]);
});

test("components go by the profile's names, types included", () => {
  const own = changed(transmitter, {
    components: [
      { key: "leak/{n}", native: "1/1/17/{n}", first: 1, count: 400, zh: "漏电 {n}", en: "leak {n}", type: 129 },
    ],
  });
  const low = gb26875.decodeFrame(
    hexBytes("404001000101030508140b1a010000000000000000000000120002030101011101000000090300030508140b1ace2323"),
  );
  if (!low.ok) throw new Error("does not decode");
  expect(applyProfile(own, low.value, context)).toMatchObject([
    { component: "leak/1", quantity: "residualCurrent", value: 3000 },
  ]);
  // 327682 lies outside the family: the event is kept under the protocol's name, and told.
  expect(applyProfile(own, leak, context)).toContainEqual(
    expect.objectContaining({
      kind: "diagnostic",
      code: "unknown-component",
      text: expect.stringContaining("1/1/17/327682"),
    }),
  );
});

test("a frame of another device is told and loses nothing", () => {
  const own = changed(transmitter, { match: [{ field: "version.user", equals: [9] }] });
  const events = applyProfile(own, leak, context);
  expect(events).toContainEqual(expect.objectContaining({ kind: "diagnostic", code: "profile-mismatch" }));
  expect(events).toContainEqual(
    expect.objectContaining({ kind: "condition", type: "residualCurrentOver", present: true }),
  );
  const right = changed(transmitter, {
    match: [
      { field: "version.user", equals: [1] },
      { field: "nothing", equals: [1] },
    ],
  });
  expect(applyProfile(right, leak, context)).toEqual(applyProfile(transmitter, leak, context));
});

test("a point with a guard is read only while it holds", () => {
  const point = { quantity: "eventCount", field: "serial" } as const;
  const counts = (equals: number) =>
    applyProfile(
      changed(transmitter, { points: [{ ...point, when: [{ field: "command", equals: [equals] }] }] }),
      leak,
      context,
    ).filter(({ kind }) => kind === "reading");
  expect(counts(2)).toMatchObject([{ quantity: "eventCount", value: 1, component: null }]);
  expect(counts(3)).toEqual([]);
});

test("a field of every item belongs to the item's component", () => {
  const own = changed(detector, {
    components: [
      ...detector.components,
      { key: "record/{n}", zh: "记录 {n}", en: "record {n}", type: 16, count: 9, first: 0 },
    ],
    points: [{ component: "record/{n}", quantity: "eventCount", field: "records[*].content.series[0].quantity" }],
  });
  expect(applyProfile(own, reading, context)).toContainEqual(
    expect.objectContaining({ component: "record/0", quantity: "eventCount", value: 128 }),
  );
});

test("the profile's time zone comes before the receiver's", () => {
  const own = changed(transmitter, { transport: { protocol: "gb26875", utcOffsetMinutes: 0 } });
  const at = (profile: Profile): unknown =>
    applyProfile(profile, leak, { ...context, utcOffsetMinutes: 480 }).flatMap((one) =>
      one.kind === "condition" ? [one.at] : [],
    )[0];
  expect(at(own)).toBe(Date.UTC(2026, 10, 20, 8, 5, 3));
  expect(at(transmitter)).toBe(Date.UTC(2026, 10, 20, 0, 5, 3));
});

test("only the bits that a profile describes are taken from the standard's own reading", () => {
  const own = changed(transmitter, {
    conditions: [{ status: { componentType: 17 }, flags: { "0": null, "1": "arcDetected" } }],
  });
  expect(applyProfile(own, leak, context)).toMatchObject([
    { kind: "componentState", status: "alarm" },
    { type: "sensorFault", present: false, rawCode: "status:fault" },
    { type: "mainsSupplyFault", present: false, rawCode: "status:powerFault" },
    { type: "arcDetected", present: true, rawCode: "status.bit1" },
  ]);
});

test("no bytes that decode make any shipped profile throw", () => {
  for (const profile of Object.values(shippedProfiles)) {
    const codec = protocols[profile.transport.protocol] as Protocol<unknown>;
    const dialect = dialectOf(profile.transport);
    const seeds = profile.vectors.flatMap(({ hex, command, request }) =>
      hex === undefined || command !== undefined
        ? []
        : [{ bytes: hexBytes(hex), asked: request === undefined ? {} : { request: hexBytes(request) } }],
    );
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.nat(), fc.nat({ max: 255 }), (seed, place, byte) => {
        const bytes = seed.bytes.slice();
        bytes[place % bytes.length] = byte;
        const given = { dialect, ...seed.asked };
        const lenient = codec.decodeLenient?.(bytes, given).frame ?? null;
        const strict = codec.decodeFrame(bytes, given);
        for (const frame of [lenient, strict.ok ? strict.value : null])
          if (frame !== null) applyProfile(profile, frame, context).map(showEvent);
      }),
      { numRuns: 100 },
    );
  }
});
