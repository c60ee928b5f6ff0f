import type { AlarmClass, CoordinateSystem } from "@dianan/model";

export type { CoordinateSystem };

const systems: readonly string[] = ["CGCS2000", "WGS84", "GCJ02", "BD09"] satisfies readonly CoordinateSystem[];
/** What a record or a map says; one that says nothing is in the system of the plan's records. */
export const systemOf = (told: string | undefined): CoordinateSystem =>
  told !== undefined && systems.includes(told) ? (told as CoordinateSystem) : "CGCS2000";
/** CGCS2000 and WGS 84 differ by well under a metre: on a screen they are one. */
export const familyOf = (system: CoordinateSystem): Exclude<CoordinateSystem, "CGCS2000"> =>
  system === "CGCS2000" ? "WGS84" : system;

/** A unit on the plan (单位分布): where it is, and the worst class that stands there. */
export type PlanUnit = {
  readonly id: string;
  readonly name: string;
  readonly community: string;
  readonly latitude: number;
  readonly longitude: number;
  /** In which its latitude and longitude are. */ readonly system: CoordinateSystem;
  readonly worst: AlarmClass | null;
  readonly alarms: number;
};
/** What is looked at: metres per pixel follow from it. */
export type PlanView = { readonly latitude: number; readonly longitude: number; readonly metres: number };
/** One unit, or several that are too near each other to be told apart. */
export type PlanMark = {
  readonly x: number;
  readonly y: number;
  readonly units: readonly PlanUnit[];
  readonly worst: AlarmClass | null;
  readonly alarms: number;
};
export type Plan = {
  readonly marks: readonly PlanMark[];
  readonly names: readonly { readonly x: number; readonly y: number; readonly name: string }[];
  /** The scale bar: what it says and how long it is. */ readonly bar: {
    readonly metres: number;
    readonly length: number;
  };
};

export const PLAN_WIDTH = 800;
export const PLAN_HEIGHT = 520;
const METRES_OF_DEGREE = 111_320;
/** Marks nearer than this are one. Pixels. */
const CELL = 44;
/** Room that a name of a community takes. Pixels. */
const NAME_WIDTH = 90;
const NAME_HEIGHT = 24;
const order: readonly (AlarmClass | null)[] = ["alarm", "warning", "fault", "offline", "event", null];

const has = ({ latitude, longitude }: PlanUnit): boolean =>
  Number.isFinite(latitude) && Number.isFinite(longitude) && (latitude !== 0 || longitude !== 0);
const eastOf = (latitude: number): number => METRES_OF_DEGREE * Math.cos((latitude * Math.PI) / 180);

/** The view that shows every unit, with a margin; null where none has a place. */
export const wholeView = (units: readonly PlanUnit[]): PlanView | null => {
  const placed = units.filter(has);
  if (placed.length === 0) return null;
  let [south, north, west, east] = [90, -90, 180, -180];
  for (const { latitude, longitude } of placed) {
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
  }
  const latitude = (south + north) / 2;
  const wide = (east - west) * eastOf(latitude);
  const high = (north - south) * METRES_OF_DEGREE;
  return {
    latitude,
    longitude: (west + east) / 2,
    metres: Math.max(200, wide, (high * PLAN_WIDTH) / PLAN_HEIGHT) * 1.35,
  };
};

/** 1, 2 or 5 times a power of ten, at most a quarter of the width. */
const barOf = (metres: number): Plan["bar"] => {
  const most = metres / 4;
  const ten = 10 ** Math.floor(Math.log10(most));
  const long = [5, 2, 1].map((n) => n * ten).find((n) => n <= most) ?? ten;
  return { metres: long, length: (long / metres) * PLAN_WIDTH };
};

/**
 * Units to scale on plain ground: a local projection, no map data and no network (EF-4.3). A unit without a place, or outside the
 * view, is not drawn; the list beside it has every one.
 */
export const planOf = (units: readonly PlanUnit[], view: PlanView): Plan => {
  const pixel = PLAN_WIDTH / view.metres;
  const at = ({ latitude, longitude }: PlanUnit) => ({
    x: PLAN_WIDTH / 2 + (longitude - view.longitude) * eastOf(view.latitude) * pixel,
    y: PLAN_HEIGHT / 2 - (latitude - view.latitude) * METRES_OF_DEGREE * pixel,
  });
  const cells = new Map<string, { x: number; y: number; units: PlanUnit[] }>();
  const areas = new Map<string, { x: number; y: number; count: number }>();
  for (const unit of units.filter(has)) {
    const { x, y } = at(unit);
    if (x < 0 || x > PLAN_WIDTH || y < 0 || y > PLAN_HEIGHT) continue;
    const name = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
    const cell = cells.get(name) ?? { x: 0, y: 0, units: [] };
    cells.set(name, { x: cell.x + x, y: cell.y + y, units: [...cell.units, unit] });
    const area = areas.get(unit.community) ?? { x: 0, y: 0, count: 0 };
    areas.set(unit.community, { x: area.x + x, y: area.y + y, count: area.count + 1 });
  }
  const marks = [...cells.values()].map(
    ({ x, y, units: here }): PlanMark => ({
      x: x / here.length,
      y: y / here.length,
      units: here,
      worst: order.find((one) => here.some(({ worst }) => worst === one)) ?? null,
      alarms: here.reduce((sum, { alarms }) => sum + alarms, 0),
    }),
  );
  const names: { name: string; x: number; y: number }[] = [];
  for (const [name, { x, y, count }] of areas) {
    const here = { name, x: x / count, y: y / count };
    // A name over another is no name: the units say their community themselves.
    const isFree = names.every(
      (one) => Math.abs(one.x - here.x) > NAME_WIDTH || Math.abs(one.y - here.y) > NAME_HEIGHT,
    );
    if (name !== "" && isFree) names.push(here);
  }
  // What is wrong is drawn last, so that nothing lies over it.
  return {
    marks: marks.sort((a, b) => order.indexOf(b.worst) - order.indexOf(a.worst)),
    names,
    bar: barOf(view.metres),
  };
};
