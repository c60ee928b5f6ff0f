import type { Alarm, Component, Device, Operator, Unit } from "./generated/records.ts";

/** The type of each kind's record. */
export type RecordOf = {
  readonly operator: Operator;
  readonly unit: Unit;
  readonly device: Device;
  readonly component: Component;
  readonly alarm: Alarm;
};

/** One of the five shared kinds (五类记录), SH-1 to SH-5. */
export type RecordKind = keyof RecordOf;

/** The kinds in push order: a record that others refer to goes before them. */
export const recordKinds = [
  "operator",
  "unit",
  "device",
  "component",
  "alarm",
] as const satisfies readonly RecordKind[];

const plurals = {
  operator: "operators",
  unit: "units",
  device: "devices",
  component: "components",
  alarm: "alarms",
} as const satisfies { readonly [K in RecordKind]: string };

/** The word of a kind in URLs. */
export type RecordPlural = (typeof plurals)[RecordKind];

/** The word of a kind in URLs: `device` is `devices`. */
export const pluralOf = <K extends RecordKind>(kind: K): (typeof plurals)[K] => plurals[kind];

/** The kind of a word in a URL, or null for any other text. */
export const kindOfPlural = (text: string): RecordKind | null =>
  recordKinds.find((kind) => plurals[kind] === text) ?? null;
