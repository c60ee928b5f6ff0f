import { expect, test } from "vitest";
import * as model from "./index.ts";
import { alarmTypes, deviceTypes, isSlugOf, quantities, slugOfCode, statuses } from "./index.ts";
import type { CodeTable } from "./table.ts";

const isTable = (value: unknown): value is CodeTable =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((row) => typeof row === "object" && "code" in row);
const exported: [string, unknown][] = Object.entries(model);
const tables = exported.filter((entry): entry is [string, CodeTable] => isTable(entry[1]));
const rows = tables.flatMap(([table, content]) => Object.entries(content).map(([slug, row]) => ({ table, slug, row })));

test("every code table of the package is looked at here", () => {
  expect(tables.map(([name]) => name).sort()).toEqual([
    "alarmClasses",
    "alarmStates",
    "alarmTypes",
    "coordinateSystems",
    "deviceCommands",
    "deviceTypes",
    "formCategories",
    "heritageLevels",
    "installationSpots",
    "operatorDocumentKinds",
    "placeTypes",
    "presences",
    "qualities",
    "quantities",
    "sessionEnds",
    "severities",
    "statuses",
    "workRecordKinds",
  ]);
});

test("a code stands once in its table, so that a number means one thing", () => {
  for (const [name, table] of tables) {
    const codes = Object.values(table).map(({ code }) => code);
    expect(new Set(codes).size, name).toBe(codes.length);
    expect(codes.every(Number.isInteger), name).toBe(true);
  }
});

test("every row has words in Chinese and in English, each once in its table", () => {
  for (const { table, slug, row } of rows) {
    expect(row.zh, `${table}.${slug}`).toMatch(/\p{Script=Han}/u);
    expect(row.en, `${table}.${slug}`).toMatch(/^[A-Z][ -~]+$/);
    expect(row.zh.trim(), `${table}.${slug}`).toBe(row.zh);
  }
  for (const [name, table] of tables)
    for (const language of ["zh", "en"] as const) {
      const words = Object.values(table).map((row) => row[language]);
      expect(new Set(words).size, `${name} ${language}`).toBe(words.length);
    }
});

test("SH-6: every slug may stand as a code in a shared record", () => {
  for (const { table, slug } of rows) expect(slug, table).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
});

// Written by hand from what was published. A line that fails here means that a number changed its meaning for every reader:
// put the code back and add a new row instead.
test.each([
  [alarmTypes, { residualCurrentOver: 1, temperatureOver: 2, arcDetected: 3, overCurrent: 6, fireAlarm: 21 }],
  [
    alarmTypes,
    { residualCurrentHigh: 101, sensorFault: 204, mainsSupplyFault: 212, backupSupplyFault: 216, unmapped: 299 },
  ],
  [alarmTypes, { offline: 301, chargeFull: 402, userUnplugged: 404, paramChanged: 408 }],
  [quantities, { eventCount: 1, temperature: 3, pressure: 5, voltage: 8, current: 9, windSpeed: 12 }],
  [quantities, { residualCurrent: 128, activePower: 129, arcCount: 135, insulationResistance: 139, mainsPresent: 148 }],
  [statuses, { normal: 0, alarm: 1, fault: 2, offline: 3, disabled: 4, charging: 20, full: 24 }],
  [
    deviceTypes,
    { electricalFireMonitor: 128, chargingPile: 129, userTransmissionDevice: 130, gateway: 131, other: 255 },
  ],
] as const)("published codes are never renumbered: %#", (table, published) => {
  for (const [slug, code] of Object.entries(published)) {
    expect(slugOfCode(table, code)).toBe(slug);
    expect(isSlugOf(table, slug)).toBe(true);
  }
});

test("an unknown code and an inherited name are no slugs", () => {
  expect(slugOfCode(alarmTypes, 65_535)).toBeNull();
  expect(slugOfCode(alarmTypes, 1.5)).toBeNull();
  for (const text of ["constructor", "toString", "__proto__", "", "Alarm", 1, null, undefined])
    expect(isSlugOf(statuses, text)).toBe(false);
});
