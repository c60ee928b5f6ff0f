import { type AlarmClass, alarmClasses } from "@dianan/model";
import type { AlarmRow } from "./alarm-row.ts";
import type { DeviceRecord, UnitRecord } from "./directory.ts";
import { type PlanUnit, systemOf } from "./unit-plan.ts";

/** A unit with what stands there now (单位状态). */
export type UnitRow = {
  readonly unit: UnitRecord;
  readonly devices: number;
  readonly silent: number;
  /** Not over and not shelved, by class; events are no alarms of anybody. */
  readonly open: { readonly [C in AlarmClass]: number };
  readonly alarms: number;
  readonly worst: AlarmClass | null;
};

const classes = Object.keys(alarmClasses) as AlarmClass[];
const rankOf = ({ worst }: UnitRow): number => (worst === null ? classes.length : classes.indexOf(worst));

/** Every unit, worst class first, then the most of it, then those with silent devices, then by name and id. */
export const unitRows = (
  units: Iterable<UnitRecord>,
  devices: Iterable<DeviceRecord>,
  alarms: readonly AlarmRow[],
): readonly UnitRow[] => {
  type Growing = { devices: number; silent: number; open: { [C in AlarmClass]: number } };
  const found = new Map<string, Growing>();
  const of = (id: string): Growing => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const made = { devices: 0, silent: 0, open: { alarm: 0, warning: 0, fault: 0, offline: 0, event: 0 } };
    found.set(id, made);
    return made;
  };
  for (const { unitId, presence } of devices) {
    const one = of(unitId);
    one.devices += 1;
    if (presence !== "online") one.silent += 1;
  }
  for (const row of alarms)
    if (row.rank !== 2 && row.stage !== "closed" && row.shelvedUntil === null) of(row.unitId).open[row.class] += 1;
  return [...units]
    .map((unit): UnitRow => {
      const one = of(unit.id);
      const worst = classes.find((name) => name !== "event" && one.open[name] > 0) ?? null;
      const sum = classes.reduce((all, name) => all + (name === "event" ? 0 : one.open[name]), 0);
      return { unit, ...one, alarms: sum, worst };
    })
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        (b.worst === null ? 0 : b.open[b.worst]) - (a.worst === null ? 0 : a.open[a.worst]) ||
        Number(b.silent > 0) - Number(a.silent > 0) ||
        (a.unit.name < b.unit.name ? -1 : a.unit.name > b.unit.name ? 1 : a.unit.id < b.unit.id ? -1 : 1),
    );
};

/** Whether the unit has each word of a search, in lower case, in its name, address, community or id. */
export const isFound = ({ unit }: UnitRow, find: string): boolean => {
  const text = `${unit.name} ${unit.address} ${unit.community ?? ""} ${unit.id}`.toLowerCase();
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** A unit as the plan draws it. */
export const planUnit = ({ unit, worst, alarms }: UnitRow): PlanUnit => ({
  ...{ id: unit.id, name: unit.name, community: unit.community ?? "", latitude: unit.latitude },
  ...{ longitude: unit.longitude, system: systemOf(unit.coordinateSystem), worst, alarms },
});
