import type { CoordinateSystem } from "@dianan/model";
import library from "gcoord";

/** A place on the map. Degrees. */
export type Point = { readonly latitude: number; readonly longitude: number };

type Library = { readonly transform: (place: [number, number], from: string, to: string) => [number, number] };
// Bundlers and Node resolve it to two builds of the same object, of which its types describe one.
const { transform } = library as unknown as Library;

// CGCS2000 and WGS 84 differ by well under a metre: they are one here.
const crs = {
  CGCS2000: "WGS84",
  WGS84: "WGS84",
  GCJ02: "GCJ02",
  BD09: "BD09",
} as const satisfies { readonly [S in CoordinateSystem]: unknown };

/**
 * A point in another coordinate system (坐标系转换). CGCS2000 and WGS 84 are taken as equal; outside mainland China GCJ-02 and
 * BD-09 have no shift. Rounded to 7 decimals, one centimetre.
 */
export const convertPoint = ({ latitude, longitude }: Point, from: CoordinateSystem, to: CoordinateSystem): Point => {
  if (crs[from] === crs[to]) return { latitude, longitude };
  const [east, north] = transform([longitude, latitude], crs[from], crs[to]);
  return { latitude: rounded(north), longitude: rounded(east) };
};

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** Whether a point lies in the box around China, 3 to 54 N and 73 to 136 E. */
export const isInChina = ({ latitude, longitude }: Point): boolean =>
  latitude >= 3 && latitude <= 54 && longitude >= 73 && longitude <= 136;

/** Whether latitude and longitude were written in each other's place: the commonest mistake. */
export const looksSwapped = ({ latitude, longitude }: Point): boolean =>
  !isInChina({ latitude, longitude }) && isInChina({ latitude: longitude, longitude: latitude });

/** A record with a place, in another system; it says in which one it now is. @param assumed - of a record that says nothing */
export const inSystem = <T extends Point & { readonly coordinateSystem?: string }>(
  record: T,
  to: CoordinateSystem,
  assumed: CoordinateSystem,
): T => {
  const from = (record.coordinateSystem ?? assumed) as CoordinateSystem;
  if (!Object.hasOwn(crs, from)) throw new RangeError(`coordinateSystem: ${from} is not known, it cannot be converted`);
  return { ...record, ...convertPoint(record, from, to), coordinateSystem: to };
};
