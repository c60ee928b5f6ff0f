import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as model from "@dianan/model";
import { expect, test } from "vitest";
import { common, kinds, recordSchema } from "../scripts/schemas.ts";
import { recordKinds, validate } from "./index.ts";
import type { RecordKind } from "./kinds.ts";

type Example = {
  readonly file: string;
  readonly name: string;
  readonly kind: RecordKind;
  readonly record: unknown;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly clause: string }[];
};

const folder = fileURLToPath(new URL("../../../specs/sharing/examples/", import.meta.url));
const examples = (verdict: "valid" | "invalid"): readonly Example[] =>
  readdirSync(`${folder}${verdict}`).map((file) => ({
    file,
    ...JSON.parse(readFileSync(`${folder}${verdict}/${file}`, "utf8")),
  }));

test.each(examples("valid"))("$file is accepted: $name", ({ kind, record }) => {
  const before = structuredClone(record);
  const result = validate(kind, record);
  expect(result).toEqual({ ok: true, value: before });
  expect(result.ok && result.value).toBe(record);
});

test.each(examples("invalid"))("$file is refused with path, code and clause: $name", ({ kind, record, errors }) => {
  const result = validate(kind, record);
  const found = result.ok ? [] : result.error.map(({ path, code, clause }) => ({ path, code, clause }));
  expect(found).toEqual(errors);
});

test("each kind has valid and invalid examples, and at least 40 % are invalid", () => {
  const good = examples("valid");
  const bad = examples("invalid");
  expect(bad.length / (good.length + bad.length)).toBeGreaterThanOrEqual(0.4);
  for (const kind of recordKinds) {
    expect(good.filter((one) => one.kind === kind).length, kind).toBeGreaterThanOrEqual(2);
    expect(bad.filter((one) => one.kind === kind).length, kind).toBeGreaterThanOrEqual(2);
  }
});

test("the examples inside the schemas and of each member fit", () => {
  for (const kind of recordKinds) {
    const { examples: records, properties, required } = recordSchema(kind);
    for (const record of records) expect(validate(kind, record), kind).toMatchObject({ ok: true });
    const least = records[0];
    expect(Object.keys(least ?? {}), kind).toEqual(required);
    for (const [member, { examples: values }] of Object.entries(properties))
      for (const value of values)
        expect(validate(kind, { ...least, [member]: value }), `${kind}.${member}`).toMatchObject({ ok: true });
  }
});

test("the schemas hold the members of the plan as required ones: SH-1 to SH-5", () => {
  const required = Object.fromEntries(
    kinds.map((kind) => [recordSchema(kind)["x-clause"], recordSchema(kind).required]),
  );
  expect(required).toEqual({
    "SH-1": [
      "id",
      "name",
      "operatorId",
      "address",
      "latitude",
      "longitude",
      "regionCode",
      "deviceCount",
      "platformCode",
    ],
    "SH-2": ["id", "name", "code", "address", "contactName", "contactPhone"],
    "SH-3": [
      ...["id", "name", "type", "address", "latitude", "longitude", "operatorId", "unitId", "platformCode"],
      ...["installedOn", "status", "manufacturer", "componentCount"],
    ],
    "SH-4": ["id", "name", "address", "deviceId", "manufacturer", "installedOn", "status", "type"],
    // A device may have an alarm as a whole: its component may be null.
    "SH-5": ["id", "deviceId", "unitId", "occurredAt", "description", "type", "platformCode"],
  });
  expect(Object.keys(recordSchema("alarm").properties)).toContain("componentId");
});

test("SH-6: code lists are open, their known codes stand in the model and in the examples of the schema", () => {
  const tables: { readonly [name: string]: unknown } = model;
  for (const kind of kinds)
    for (const [member, { "x-codeList": list, $ref, examples: codes }] of Object.entries(
      recordSchema(kind).properties,
    )) {
      if (list === undefined) continue;
      expect($ref, `${kind}.${member}`).toBe("common.schema.json#/$defs/code");
      for (const code of codes) expect(Object.keys(tables[list] as object), `${kind}.${member}`).toContain(code);
    }
});

test("every member has words in Chinese and English, every shape says what it expects", () => {
  for (const kind of kinds)
    for (const [member, { title, description, "x-title-en": en }] of Object.entries(recordSchema(kind).properties)) {
      expect(en, `${kind}.${member}`).toMatch(/^[A-Z][ -~]*$/);
      expect(title.length, `${kind}.${member}`).toBeGreaterThan(0);
      expect(description, `${kind}.${member}`).toMatch(/\p{Script=Han}.*。 .*[a-z]/u);
    }
  for (const [name, shape] of Object.entries(common.$defs)) {
    expect(shape["x-expect-zh"], name).toMatch(/\p{Script=Han}|true/u);
    expect(shape["x-expect-en"].length, name).toBeGreaterThan(0);
  }
});

test("the shapes use only the keywords that have an error code", () => {
  const checked = ["type", "minLength", "maxLength", "minimum", "maximum", "pattern", "format"];
  const used = Object.values(common.$defs).flatMap((shape) =>
    Object.keys(shape).filter((keyword) => !keyword.startsWith("x-")),
  );
  expect([...new Set(used)].sort()).toEqual(checked.sort());
});
