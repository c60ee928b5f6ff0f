import { type RecordKind, recordKinds, validate } from "@dianan/sharing";
import { type JsonSchema, schemaArbitrary } from "@dianan/testkit";
import type fc from "fast-check";
import { sharingSchema } from "../suite.ts";
import type { CitySeat } from "./city-seat.ts";
import type { SharedRecord } from "./delivery.ts";

const isObject = (value: unknown): value is JsonSchema => typeof value === "object" && value !== null;

/** The shape that a `$ref` into common.schema.json names. */
const resolve = (ref: string): JsonSchema => {
  const [file = "", pointer = ""] = ref.split("#");
  let at: unknown = sharingSchema(file === "" ? "common.schema.json" : file);
  for (const step of pointer.split("/").filter((one) => one !== "")) at = isObject(at) ? at[step] : undefined;
  if (!isObject(at)) throw new TypeError(`no such schema: ${ref}`);
  return at;
};

export type Member = { readonly name: string; readonly isRequired: boolean; readonly schema: JsonSchema };

/** The members of a kind, each with its shape. */
export const membersOf = (kind: RecordKind): readonly Member[] => {
  const { properties, required } = sharingSchema(`${kind}.schema.json`);
  return Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, schema]) => ({
    name,
    isRequired: (required as readonly string[]).includes(name),
    schema: typeof schema.$ref === "string" ? { ...resolve(schema.$ref), ...schema } : schema,
  }));
};

/** Right records of a kind, made from its schema. */
export const rightRecords = (kind: RecordKind): fc.Arbitrary<SharedRecord> =>
  schemaArbitrary(sharingSchema(`${kind}.schema.json`), { resolve })
    .map((value) => {
      const { deleted: _, version: __, ...record } = value as SharedRecord;
      return record;
    })
    .filter((record) => validate(kind, record).ok);

/** Ids of one of each kind that refer to each other. */
export type Town = Readonly<Record<RecordKind, string>>;
export const newTown = (seat: Pick<CitySeat, "id">): Town => {
  const [operator, unit, device, component, alarm] = recordKinds.map(() => seat.id()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  return { operator, unit, device, component, alarm };
};

const referring: Readonly<Record<string, RecordKind>> = {
  operatorId: "operator",
  unitId: "unit",
  deviceId: "device",
  componentId: "component",
};

/** The same record with an id of its own, in a town: what it refers to is there. */
export const placed = (record: SharedRecord, id: string, town: Town, platformCode: string): SharedRecord => ({
  ...Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      const kind = referring[name];
      return [name, kind === undefined || value === null ? value : town[kind]];
    }),
  ),
  id,
  ...("platformCode" in record ? { platformCode } : {}),
});

/** The schema's own example with every member, or with the required ones alone. */
export const exampleOf = (kind: RecordKind, which: "least" | "full"): SharedRecord => {
  const { examples } = sharingSchema(`${kind}.schema.json`);
  const [least, full] = examples as [SharedRecord, SharedRecord];
  if (which === "least") return least;
  const { deleted: _, version: __, updatedAt: ___, ...record } = full;
  return kind === "alarm"
    ? { ...record, state: "raised", evidence: undefined }
    : { ...record, profileId: undefined, modelId: undefined };
};

/** Values that break one rule of a member's shape, by the rule's name. */
export const violations = ({ schema }: Member): readonly (readonly [rule: string, value: unknown])[] => {
  const number = (name: string): number | null => (typeof schema[name] === "number" ? (schema[name] as number) : null);
  const types = [schema.type].flat();
  const isText = types.includes("string");
  const all: (readonly [string, unknown])[] = [
    ["type", isText ? 7 : "7"],
    ["object", { value: 1 }],
  ];
  const [min, max, low, high] = ["minLength", "maxLength", "minimum", "maximum"].map(number) as [
    number | null,
    number | null,
    number | null,
    number | null,
  ];
  if (min !== null) all.push(["minLength", "1".repeat(min - 1)]);
  if (max !== null) all.push(["maxLength", "1".repeat(max + 1)]);
  if (typeof schema.pattern === "string") all.push(["pattern", " ".repeat(Math.max(1, min ?? 1))]);
  if (low !== null) all.push(["minimum", low - 1]);
  if (high !== null) all.push(["maximum", high + 1]);
  if (types.includes("integer")) all.push(["integer", 1.5]);
  if (schema.format === "date") all.push(["format", "2026-02-30"], ["zone", "2026-02-03T04:05:06+08:00"]);
  if (schema.format === "date-time") all.push(["format", "2026-13-01T00:00:00Z"], ["zone", "2026-02-03T04:05:06"]);
  if (isText) all.push(["nul", "12345678\u0000"]);
  return all;
};
