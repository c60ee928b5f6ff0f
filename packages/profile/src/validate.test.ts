import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedProfiles } from "./shipped.ts";
import { validateProfile } from "./validate.ts";

const good = (id = "gb26875-electrical-fire"): Record<string, never> => structuredClone(shippedProfiles[id]) as never;

/** A profile in which the value at a path is another one; undefined takes it away. */
const changed = (path: string, value: unknown, id?: string): unknown => {
  const profile = good(id);
  const steps = path.split("/").slice(1);
  const last = steps.pop() ?? "";
  const parent = steps.reduce<Record<string, never>>((at, step) => at[step] as never, profile);
  if (value === undefined) delete parent[last];
  else parent[last] = value as never;
  return profile;
};

const refusal = (data: unknown) => {
  const result = validateProfile(data);
  return result.ok ? [] : result.error;
};

test("a shipped profile is valid and comes back as it is", () => {
  const profile = good();
  expect(validateProfile(profile)).toEqual({ ok: true, value: profile });
});

// Path of the change, its value, path of the finding, code, a word of each message.
test.each<[string, unknown, string, string, RegExp]>([
  ["/id", undefined, "/id", "missing", /Add it/],
  ["/id", "My Meter", "/id", "bad-format", /lower-case/],
  ["/profile", 2, "/profile", "bad-value", /Expected: 1/],
  ["/version", "1.0", "/version", "bad-format", /1\.0\.0/],
  ["/versoin", "1.0.0", "/versoin", "unknown-member", /There are: .*version/],
  ["/identity/vendor", "x", "/identity/vendor", "wrong-type", /object/],
  ["/identity/vendor/en", undefined, "/identity/vendor/en", "missing", /English/],
  ["/identity/models", [], "/identity/models", "wrong-size", /at least 1/],
  ["/identity/sources", undefined, "/identity/sources", "missing", /documents/],
  ["/identity/deviceType", "pile", "/identity/deviceType", "bad-value", /chargingPile/],
  ["/identity/standard", 14287, "/identity/standard", "wrong-type", /null/],
  ["/transport/protocol", "modbus", "/transport/protocol", "bad-value", /gb26875/],
  ["/transport/dialect", "no-such-dialect", "/transport/dialect", "no-such", /no dialect/],
  ["/transport/options", { nothing: true }, "/transport/options/nothing", "no-such", /no option/],
  ["/transport/poll", [{ command: "read", everySeconds: 10 }], "/transport/poll/0/command", "no-such", /first/],
  ["/transport/utcOffsetMinutes", 1000, "/transport/utcOffsetMinutes", "out-of-range", /840/],
  ["/presence/uploadSeconds", 21_601, "/presence/uploadSeconds", "out-of-range", /21600/],
  ["/presence/note", undefined, "/presence/note", "missing", /source/],
  [
    "/presence",
    { uploadSeconds: 60, offlineAfterSeconds: 59 },
    "/presence/offlineAfterSeconds",
    "contradiction",
    /60 s/,
  ],
  ["/components/1/key", "*/*/16/*", "/components/1/key", "contradiction", /taken/],
  ["/components/1/key", "port/{n}", "/components/1/count", "contradiction", /together/],
  ["/components/1/count", 3, "/components/1/count", "contradiction", /together/],
  ["/components/1/first", 3, "/components/1/first", "contradiction", /count/],
  ["/components/1/native", "1/{n}", "/components/1/native", "contradiction", /same number/],
  ["/components/1/type", 256, "/components/1/type", "out-of-range", /255/],
  ["/points/0/quantity", "leakage", "/points/0/quantity", "bad-value", /residualCurrent/],
  ["/points/0/analog", undefined, "/points/0", "contradiction", /Exactly one source/],
  ["/points/0/field", "message.x", "/points/0", "contradiction", /analog, field/],
  [
    "/points/0",
    { quantity: "voltage", register: { function: 4, address: 8 } },
    "/points/0/register",
    "contradiction",
    /modbus/,
  ],
  [
    "/points/0",
    { quantity: "voltage", register: { function: 5, address: 8 } },
    "/points/0/register/function",
    "out-of-range",
    /1 to 4/,
  ],
  [
    "/points/0",
    { quantity: "voltage", register: { function: 4, address: 30_009 * 3 } },
    "/points/0/register/address",
    "out-of-range",
    /0xFFFF/,
  ],
  [
    "/points/0",
    { quantity: "voltage", register: { function: 4, address: 8, order: "CDAB" } },
    "/points/0/register/order",
    "contradiction",
    /16-bit/,
  ],
  ["/points/0", { quantity: "voltage", field: "a..b" }, "/points/0/field", "bad-format", /path/],
  [
    "/points/0",
    { quantity: "voltage", field: "a[*]", component: "*/*/16/*" },
    "/points/0/component",
    "contradiction",
    /\{n\}/,
  ],
  [
    "/points/0",
    { quantity: "voltage", field: "a", component: "*/*/16/*" },
    "/points/0/component",
    "contradiction",
    /one component/,
  ],
  ["/points/0/component", "*/*/17/*", "/points/0/component", "contradiction", /leave component out/],
  [
    "/points/0",
    { quantity: "voltage", native: {}, component: "phase/x" },
    "/points/0/component",
    "no-such",
    /no component/,
  ],
  ["/points/0", { quantity: "voltage", field: "a", min: 5, max: 5 }, "/points/0/max", "contradiction", /above min/],
  ["/points/0/a", 0, "/points/0/a", "bad-value", /0/],
  ["/points/0/divide", 0, "/points/0/divide", "out-of-range", /above 0/],
  ["/points/0/values", { "1": 1, "0x1": 2 }, "/points/0/values/0x1", "contradiction", /same number/],
  ["/points/0/values", { "0x": 2 }, "/points/0/values/0x", "bad-format", /decimal or 0x/],
  ["/points/0/bits", { first: 31, count: 2 }, "/points/0/bits", "out-of-range", /32/],
  ["/points/0/when", [{ equals: [1] }], "/points/0/when/0", "contradiction", /source/],
  ["/match", [{ field: "a" }], "/match/0", "contradiction", /equals and differs/],
  ["/match", [{ field: "a", equals: [1], differs: [2] }], "/match/0", "contradiction", /equals and differs/],
  ["/conditions/0/flags", undefined, "/conditions/0", "contradiction", /one meaning/],
  ["/conditions/0/codes", { "1": "tripped" }, "/conditions/0", "contradiction", /one meaning/],
  ["/conditions/0/flags", { "1": "leak" }, "/conditions/0/flags/1", "bad-value", /one of residualCurrentOver/],
  ["/conditions/0/flags", { "32": "tripped" }, "/conditions/0/flags/32", "unknown-member", /name/],
  ["/conditions/0/flags", { "1": { zh: "漏电" } }, "/conditions/0/flags/1/type", "missing", /alarm type/i],
  [
    "/conditions/0/flags",
    { "1": { type: "overVoltage", class: "fault" } },
    "/conditions/0/flags/1/class",
    "contradiction",
    /is alarm/,
  ],
  [
    "/conditions/0/flags",
    { "1": { type: "overVoltage", component: "phase/x" } },
    "/conditions/0/flags/1/component",
    "no-such",
    /no component/,
  ],
  ["/conditions/0/latching", "once", "/conditions/0/latching", "contradiction", /each meaning/],
  ["/conditions/0/equals", [1], "/conditions/0/equals", "contradiction", /type/],
  [
    "/conditions/0",
    { field: "a", type: "tripped", value: { field: "b" } },
    "/conditions/0/value",
    "contradiction",
    /quantity/,
  ],
  ["/conditions/0", { field: "a", type: "overVoltage", value: {} }, "/conditions/0/value", "contradiction", /source/],
  ["/conditions/0", { native: {}, flags: { "1": "tripped" } }, "/conditions/0", "contradiction", /native/],
  ["/conditions/0", { status: {}, type: "tripped" }, "/conditions/0", "contradiction", /flags/],
  ["/ignore", [{ kind: "reading" }], "/ignore/0/why", "missing", /trusted/],
  [
    "/ignore",
    [{ kind: "reading", component: "x", why: { zh: "无", en: "none" } }],
    "/ignore/0/component",
    "no-such",
    /no component/,
  ],
  ["/commands/explode", { frame: {} }, "/commands/explode", "no-such", /canonical/],
  ["/commands/Open", { frame: {} }, "/commands/Open", "unknown-member", /canonical/],
  [
    "/commands/setClock/frame/source",
    { $slot: "nothing" },
    "/commands/setClock/frame/source",
    "no-such",
    /slots has no/,
  ],
  ["/commands/setClock/frame/source", 0, "/commands/setClock/slots/centre", "contradiction", /does not use/],
  ["/commands/setClock/frame/time", { $context: "now" }, "/commands/setClock/frame/time", "no-such", /timeLabel/],
  ["/commands/setClock/slots/centre/max", undefined, "/commands/setClock/slots/centre/max", "missing", /min and max/],
  [
    "/commands/setClock/slots/centre/values",
    { a: 1 },
    "/commands/setClock/slots/centre/values",
    "contradiction",
    /choice/,
  ],
  ["/commands/setClock/slots/centre/a", 0, "/commands/setClock/slots/centre/a", "bad-value", /not 0/],
  ["/vectors", [], "/vectors", "wrong-size", /at least 2/],
  ["/vectors/0/hex", "4040 0", "/vectors/0/hex", "bad-format", /hex/],
  ["/vectors/0/events", undefined, "/vectors/0", "contradiction", /one of four/],
  ["/vectors/0/error", { code: "truncated" }, "/vectors/0", "contradiction", /one of four/],
  ["/vectors/0/command", "open", "/vectors/0/command", "no-such", /no open/],
])("%s = %j is refused at %s: %s", (path, value, at, code, words) => {
  const found = refusal(changed(path, value));
  const one = found.find((error) => error.path === at);
  expect(one, JSON.stringify(found)).toBeDefined();
  expect(one?.code).toBe(code);
  expect(one?.message.en).toMatch(words);
  expect(one?.message.zh).toMatch(/[\u4e00-\u9fff]/);
});

test("a profile without a refused frame, without a read frame, or with an unproven command is refused", () => {
  const profile = good() as unknown as { vectors: { events?: unknown; error?: unknown; command?: unknown }[] };
  const without = (drop: (one: (typeof profile.vectors)[number]) => boolean) =>
    refusal({ ...profile, vectors: profile.vectors.filter((one) => !drop(one)) }).map(
      ({ code, path }) => `${code} ${path}`,
    );
  expect(without(({ error }) => error !== undefined)).toEqual(["untested /vectors"]);
  expect(without(({ events }) => events !== undefined)).toEqual(["untested /vectors"]);
  expect(without(({ command }) => command !== undefined)).toEqual(["untested /commands/setClock"]);
});

test("two vectors of one name are refused", () => {
  const profile = good() as unknown as { vectors: { name: string }[] };
  const [first, second, ...rest] = profile.vectors as [{ name: string }, { name: string }];
  expect(refusal({ ...profile, vectors: [first, { ...second, name: first.name }, ...rest] })).toMatchObject([
    { code: "contradiction", path: "/vectors/1/name" },
  ]);
});

test("one place has one finding", () => {
  const found = refusal({ profile: 1, id: 5, conditions: [{ flags: { "1": 5 } }] });
  const paths = found.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toContain("/conditions/0/flags/1");
});

test("no JSON whatever makes it throw", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      expect(validateProfile(data).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});

const places = (value: unknown, path = ""): readonly string[] =>
  typeof value !== "object" || value === null
    ? [path]
    : [path, ...Object.entries(value).flatMap(([name, inner]) => places(inner, `${path}/${name}`))].filter(
        (one) => one !== "",
      );

test("a shipped profile with anything at any place is valid or refused with findings that point into it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...places(good())), fc.jsonValue(), (path, value) => {
      if (path.split("/").some((step) => step.includes("~"))) return;
      const result = validateProfile(changed(path, value));
      if (!result.ok) for (const one of result.error) expect(one.path === "" || one.path.startsWith("/")).toBe(true);
    }),
    { numRuns: 500 },
  );
});
