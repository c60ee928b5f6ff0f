import fc from "fast-check";
import { expect, test } from "vitest";
import { common, recordSchema, shapeOf } from "../scripts/schemas.ts";
import { type RecordKind, recordKinds, type SharingError, validate } from "./index.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };
type AnyRecord = { readonly [member: string]: unknown };

const text = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: "binary", minLength: 1, maxLength })
    .filter((one) => /\S/.test(one) && !one.includes("\u0000") && [...one].length <= maxLength);
const aDate = fc.date({
  min: new Date("0001-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59Z"),
  noInvalidDate: true,
});
const aTime = fc
  .tuple(aDate, fc.constantFrom("Z", "+08:00", "-11:30", "+23:59"), fc.constantFrom("", ".5", ".123456789"))
  .map(([date, offset, fraction]) => `${date.toISOString().slice(0, 19)}${fraction}${offset}`);
const matching = (pattern: RegExp): fc.Arbitrary<string> => fc.stringMatching(pattern);
const anId = matching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/);

/** Valid values of each shape of common.schema.json. */
const valid: { readonly [shape: string]: fc.Arbitrary<unknown> } = {
  recordId: anId,
  recordIdOrNull: fc.option(anId),
  name: text(100),
  address: text(200),
  description: text(500),
  personName: text(50),
  phone: matching(/^\+?[0-9-]{7,20}$/),
  creditCode: matching(/^[0-9A-HJ-NP-RTUW-Y]{18}$/),
  imei: matching(/^[0-9]{15}$/),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  regionCode: matching(/^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$/),
  count: fc.maxSafeNat(),
  platformCode: matching(/^[A-Z0-9][A-Z0-9_-]{1,31}$/),
  code: matching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
  date: aDate.map((date) => date.toISOString().slice(0, 10)),
  time: aTime,
  wireAddress: matching(/^[\x21-\x7e]{1,64}$/),
  value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  unitOfMeasure: matching(/^[\x21-\x7e]{1,32}$/),
  flag: fc.boolean(),
  version: fc.integer({ min: 1 }),
};

/** Text that breaks the pattern or format of a shape while its length fits. */
const malformed: { readonly [shape: string]: readonly string[] } = {
  recordId: ["-a", "a b", "a/b", "设备", "a\n"],
  recordIdOrNull: [".a", "null ", "a\t"],
  name: [" ", "\n\t", "\u3000"],
  address: [" ", "\u00a0"],
  description: ["  "],
  personName: [" "],
  phone: ["1234567x", "++8659585", "0595 85600000"],
  creditCode: ["91350100M000100I43", "91350100m000100Y43", "9135010 M000100Y43"],
  imei: ["49015420323751X", "490154203 37518"],
  regionCode: ["050582", "3505821", "35058201201a", " 350582"],
  platformCode: ["jjly01", "-A1", "A B", "A1\n"],
  code: ["-a", "a b", "报警", "a/b"],
  date: ["2026-1-2", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "1900-02-29", "20260102", "2026-01-02Z"],
  time: [
    ...[
      "2026-01-02T11:04:05",
      "2026-01-02 11:04:05Z",
      "2026-01-02t11:04:05z",
      "2026-01-02T24:00:00Z",
      "2026-01-02T11:60:00Z",
    ],
    ...[
      "2026-01-02T11:04:60Z",
      "2026-02-29T00:00:00Z",
      "2026-01-02T11:04:05+8",
      "2026-01-02T11:04:05+24:00",
      "2026-01-02T11:04Z",
    ],
    ...["2026-01-02T11:04:05+08:60", "2026-01-02T11:04:05.Z", "2026-01-02T11:04:05.1234567890Z", "1767323045", ""],
  ],
  wireAddress: ["a b", "地址", "a\u007f"],
  unitOfMeasure: ["m A", "℃"],
};

const shapeName = (kind: RecordKind, member: string): string =>
  recordSchema(kind).properties[member]?.$ref.split("/").at(-1) ?? "";
const members = (kind: RecordKind): readonly string[] => Object.keys(recordSchema(kind).properties);
const shapeValue = (kind: RecordKind, member: string): fc.Arbitrary<unknown> =>
  valid[shapeName(kind, member)] ?? fc.constant(undefined);

/** A valid record with any of the optional members and any unknown ones. */
const aRecord = (kind: RecordKind): fc.Arbitrary<AnyRecord> => {
  const requiredKeys = [...recordSchema(kind).required];
  const known = fc.record(Object.fromEntries(members(kind).map((member) => [member, shapeValue(kind, member)])), {
    requiredKeys,
  });
  const unknown = fc.dictionary(matching(/^x[a-z]{1,8}$/), fc.jsonValue({ maxDepth: 3, stringUnit: "grapheme" }));
  return fc.tuple(unknown, known).map(([extra, record]) => ({ ...extra, ...record }));
};
const aKind = fc.constantFrom(...recordKinds);
const aKindAndRecord = aKind.chain((kind) => fc.tuple(fc.constant(kind), aRecord(kind)));

const findings = (kind: RecordKind, record: unknown): readonly Pick<SharingError, "path" | "code">[] => {
  const result = validate(kind, record);
  return result.ok ? [] : result.error.map(({ path, code }) => ({ path, code }));
};

test("every shape of common.schema.json is generated here", () => {
  expect(Object.keys(valid).sort()).toEqual(Object.keys(common.$defs).sort());
});

test("SH-6: a valid record with any unknown members is accepted as it is", () => {
  fc.assert(
    fc.property(aKindAndRecord, ([kind, record]) => {
      const before = JSON.stringify(record);
      expect(findings(kind, record)).toEqual([]);
      expect(JSON.stringify(record)).toBe(before);
    }),
  );
});

test("SH-1 to SH-5: a record that lacks one required member is refused at that member", () => {
  fc.assert(
    fc.property(aKindAndRecord, fc.nat(), ([kind, record], pick) => {
      const { required } = recordSchema(kind);
      const member = required[pick % required.length] ?? "";
      const { [member]: _dropped, ...rest } = record;
      expect(findings(kind, rest)).toEqual([{ path: `/${member}`, code: "missing" }]);
    }),
  );
});

const wrongValues: readonly Json[] = [null, true, 0, 1.5, "text", [], ["a"], {}, { id: "a" }];
const typeOfJson = (value: Json): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
const allows = (types: readonly string[], value: Json): boolean =>
  types.includes(typeOfJson(value)) || (types.includes("number") && typeof value === "number");

test.each(recordKinds)("%s: a record with one member of a wrong type is refused at that member", (kind) => {
  for (const member of members(kind)) {
    const shape = recordSchema(kind).properties[member];
    const types = shape ? [shapeOf(shape).type].flat() : [];
    for (const value of wrongValues.filter((one) => !allows(types, one)))
      fc.assert(
        fc.property(aRecord(kind), (record) => {
          expect(findings(kind, { ...record, [member]: value })).toEqual([{ path: `/${member}`, code: "wrong-type" }]);
        }),
        { numRuns: 3 },
      );
  }
});

test.each(recordKinds)(
  "%s: a record with one member too short, too long, out of range or malformed is refused at that member",
  (kind) => {
    for (const member of members(kind)) {
      const schema = recordSchema(kind).properties[member];
      if (!schema) continue;
      const { minLength, maxLength, minimum, maximum } = shapeOf(schema);
      const cases: [unknown, string][] = (malformed[shapeName(kind, member)] ?? []).map((value) => [
        value,
        "bad-format",
      ]);
      if (minLength !== undefined) cases.push(["1".repeat(minLength - 1), "too-short"]);
      if (maxLength !== undefined)
        cases.push(["1".repeat(maxLength + 1), "too-long"], ["\u{1F525}".repeat(maxLength + 1), "too-long"]);
      if (minimum !== undefined) cases.push([minimum - 1, "out-of-range"]);
      if (maximum !== undefined) cases.push([maximum + 1, "out-of-range"]);
      for (const [value, code] of cases)
        fc.assert(
          fc.property(aRecord(kind), (record) => {
            expect(findings(kind, { ...record, [member]: value }), String(value)).toEqual([
              { path: `/${member}`, code },
            ]);
          }),
          { numRuns: 2 },
        );
    }
  },
);

test("text with U+0000 or a lone surrogate is refused wherever it stands, known member or not", () => {
  const badText = fc.constantFrom("\u0000", "a\u0000b", "\ud800", "a\udfff", "\udc00\ud800");
  fc.assert(
    fc.property(aKindAndRecord, badText, fc.boolean(), ([kind, record], bad, isDeep) => {
      expect(findings(kind, { ...record, name: bad, description: bad })).toContainEqual({
        path: "/name",
        code: "bad-text",
      });
      const extra = isDeep ? { extra: [{ "a/b~c": bad }] } : { extra: bad };
      expect(findings(kind, { ...record, ...extra })).toEqual([
        { path: isDeep ? "/extra/0/a~1b~0c" : "/extra", code: "bad-text" },
      ]);
      expect(findings(kind, { ...record, extra: { [bad]: 1 } })).toEqual([{ path: "/extra", code: "bad-text" }]);
    }),
  );
});

test("SEC-API-06: nesting of 32 is accepted, of 33 refused, of 100,000 refused without exhausting the stack", () => {
  const least = recordSchema("unit").examples[0];
  const nested = (levels: number): Json => {
    let value: Json = "leaf";
    for (let level = 0; level < levels; level += 1) value = [value];
    return value;
  };
  expect(findings("unit", { ...least, extra: nested(31) })).toEqual([]);
  expect(findings("unit", { ...least, extra: nested(32) })).toMatchObject([{ code: "too-deep" }]);
  expect(findings("unit", { ...least, extra: nested(100_000) })).toMatchObject([{ code: "too-deep" }]);
});

test("no JSON whatever makes it throw, and a refusal always says where, what and what to do", () => {
  fc.assert(
    fc.property(aKind, fc.jsonValue({ stringUnit: "binary" }), (kind, data) => {
      const result = validate(kind, data);
      if (result.ok) return;
      expect(result.error.length).toBeGreaterThan(0);
      for (const { path, clause, message } of result.error) {
        expect(path).toMatch(/^(\/.*)?$/s);
        expect(clause).toMatch(/^SH-[1-6]$/);
        expect(message.zh).toMatch(/\p{Script=Han}.*。$/su);
        expect(message.en).toMatch(/\.$/);
      }
    }),
  );
});

test("SEC-API-14: names of Object.prototype are inert as members and as kinds of input", () => {
  const least = recordSchema("device").examples[0];
  const data: unknown = JSON.parse(
    `{"__proto__":{"id":"x"},"constructor":1,"toString":null,${JSON.stringify(least).slice(1)}`,
  );
  expect(validate("device", data)).toEqual({ ok: true, value: data });
  expect(findings("device", JSON.parse('{"__proto__":{"id":"x"}}'))).toContainEqual({ path: "/id", code: "missing" });
});
