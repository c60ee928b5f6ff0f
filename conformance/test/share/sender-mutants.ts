import { changed, type Line, lines, type Record, without } from "./town.ts";

export type SenderMutant = { readonly mistake: string; readonly caughtBy: string; readonly lines: readonly Line[] };

const of = (kind: Line["kind"], change: (record: Record, line: Line) => Record | null): readonly Line[] =>
  changed((record, line) => (line.kind === kind ? change(record, line) : record));
const set = (kind: Line["kind"], more: Record) => of(kind, (record) => ({ ...record, ...more }));

/** Wrong senders: those of the catalogue (conformance design §11) and more. */
export const senderMutants: Readonly<globalThis.Record<string, SenderMutant>> = {
  "MS-01": { mistake: "a unit without its key", caughtBy: "CS-1-01", lines: of("unit", (one) => without(one, "id")) },
  "MS-01b": {
    mistake: "the key changes with the name",
    caughtBy: "CS-KEY-01",
    lines: of("unit", (one) => (one.name === "新名制衣厂" ? { ...one, id: "unit-9" } : one)),
  },
  "MS-02": {
    mistake: "a device of a unit that was never sent",
    caughtBy: "CS-REF-01",
    lines: of("device", (one) => ({ ...one, unitId: "unit-77" })),
  },
  "MS-03": {
    mistake: "the device id of a component is a number",
    caughtBy: "CS-4-01",
    lines: set("component", { deviceId: 889 }),
  },
  "MS-04": {
    mistake: "an alarm without its unit",
    caughtBy: "CS-5-01",
    lines: of("alarm", (one) => without(one, "unitId")),
  },
  "MS-04b": {
    mistake: "an alarm without its time",
    caughtBy: "CS-5-01",
    lines: of("alarm", (one) => without(one, "occurredAt")),
  },
  "MS-04c": {
    mistake: "an alarm with another device's component",
    caughtBy: "CS-REF-02",
    lines: of("alarm", (one) => ({ ...one, componentId: one.deviceId === "dev-1" ? "dev-2-c" : "dev-1-c" })),
  },
  "MS-05": {
    mistake: "latitude and longitude exchanged",
    caughtBy: "CS-GEO-01",
    lines: of("device", ({ latitude, longitude, ...rest }) => ({ ...rest, latitude: longitude, longitude: latitude })),
  },
  "MS-05b": { mistake: "a place of 0, 0", caughtBy: "CS-GEO-01", lines: set("unit", { latitude: 0, longitude: 0 }) },
  "MS-06": { mistake: "coordinates as text", caughtBy: "CS-1-01", lines: set("unit", { latitude: "24.718012" }) },
  "MS-06b": {
    mistake: "the coordinate system is not declared",
    caughtBy: "CS-GEO-02",
    lines: of("unit", (one) => without(one, "coordinateSystem")),
  },
  "MS-07": {
    mistake: "the device count counts components",
    caughtBy: "CS-COUNT-01",
    lines: set("unit", { deviceCount: 7 }),
  },
  "MS-08": {
    mistake: "the component count is 0",
    caughtBy: "CS-COUNT-01",
    lines: set("device", { componentCount: 0 }),
  },
  "MS-09": {
    mistake: "the platform code is missing",
    caughtBy: "CS-3-01",
    lines: of("device", (one) => without(one, "platformCode")),
  },
  "MS-09b": { mistake: "two platform codes", caughtBy: "CS-KEY-02", lines: set("alarm", { platformCode: "OTHER1" }) },
  "MS-10": { mistake: "an alarm type of its own", caughtBy: "CS-CODE-01", lines: set("alarm", { type: "loudNoise" }) },
  "MS-11": {
    mistake: "an alarm of the future",
    caughtBy: "CS-TIME-01",
    lines: set("alarm", { occurredAt: "2999-01-01T00:00:00Z" }),
  },
  "MS-11b": {
    mistake: "a time without zone",
    caughtBy: "CS-5-01",
    lines: set("alarm", { occurredAt: "2026-01-02T11:04:05" }),
  },
  "MS-12": {
    mistake: "a repeated alarm has a new id",
    caughtBy: "CS-REPEAT-01",
    lines: changed((one, line, n) =>
      line.kind === "alarm" && line.full !== true ? { ...one, id: `alarm-${n}` } : one,
    ),
  },
  "MS-15": {
    mistake: "no phone for the city",
    caughtBy: "CS-2-01",
    lines: of("operator", (one) => without(one, "contactPhone")),
  },
  "MS-15b": {
    mistake: "the phone is masked",
    caughtBy: "CS-PERSON-01",
    lines: set("unit", { contactPhone: "000-0000-0000" }),
  },
  "MS-16": {
    mistake: "a deletion is never shared",
    caughtBy: "CS-DELETE-01",
    lines: of("unit", (one) => (one.deleted === true ? null : one)),
  },
  "MS-17": {
    mistake: "the full export has another content",
    caughtBy: "CS-SAME-01",
    lines: of("device", (one, { full }) => (full === true ? { ...one, status: "fault" } : one)),
  },
  "MS-18": {
    mistake: "a region code that there is not",
    caughtBy: "CS-REGION-01",
    lines: set("unit", { regionCode: "990101" }),
  },
  "MS-19": {
    mistake: "versions fall",
    caughtBy: "CS-ORDER-02",
    lines: of("alarm", (one, { full }) => (full === true ? one : { ...one, version: one.state === "cleared" ? 1 : 5 })),
  },
  "MS-20": {
    mistake: "devices before units",
    caughtBy: "CS-ORDER-03",
    lines: [...lines.filter(({ kind }) => kind === "device"), ...lines.filter(({ kind }) => kind !== "device")],
  },
  "MS-21": { mistake: "NUL in a text", caughtBy: "CS-TEXT-01", lines: set("device", { remark: "a\u0000b" }) },
  "MS-23": {
    mistake: "an alarm is cleared before it occurred",
    caughtBy: "CS-TIME-01",
    lines: of("alarm", (one) => ("clearedAt" in one ? { ...one, clearedAt: "2026-01-01T00:00:00+08:00" } : one)),
  },
  "MS-24": {
    mistake: "a unit is deleted, and its devices stay",
    caughtBy: "CS-REF-01",
    lines: lines.map((line) =>
      line.kind !== "unit"
        ? line
        : line.full === true
          ? { ...line, items: line.items.filter(({ id }) => id !== "unit-2") }
          : line.items.some(({ deleted }) => deleted === true)
            ? { ...line, items: [...line.items, { id: "unit-2", deleted: true, version: 9 }] }
            : line,
    ),
  },
  "MS-22": {
    mistake: "nested without end",
    caughtBy: "CS-DEPTH-01",
    lines: set("device", { extra: JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`) }),
  },
};

const isTomb = (one: Record): boolean => one.deleted === true;

/** Unusual and right. */
export const oddSenders: Readonly<globalThis.Record<string, readonly Line[]>> = {
  "members in another order": changed((one) => Object.fromEntries(Object.entries(one).reverse())),
  "members of its own": changed((one) => ({ ...one, "x-vendor": { 甲: [1] } })),
  "bare marks of deletion": changed((one) => (isTomb(one) ? { id: one.id, deleted: true } : one)),
  "no versions": changed((one) => without(one, "version")),
  "times in UTC": changed((one) =>
    typeof one.occurredAt === "string" ? { ...one, occurredAt: new Date(one.occurredAt).toISOString() } : one,
  ),
  "one record a push": lines.flatMap((line) => line.items.map((record) => ({ ...line, items: [record] }))),
  "a region code of 12 digits": of("unit", (one) => ({ ...one, regionCode: "350582001001" })),
  "ids that are UUIDs": changed((one) =>
    JSON.parse(JSON.stringify(one).replaceAll("dev-1", "0197f3a2-7c1e-7000-8000-000000000001")),
  ),
  "alarms of the whole device": of("alarm", (one) => ({ ...one, componentId: null })),
};
