import { PLAN_HEIGHT, PLAN_WIDTH, type PlanView } from "./unit-plan.ts";

/** A tile of the base map on the plan: where it lies, in parts of the plan's width and height. */
export type MapTile = {
  readonly key: string;
  readonly url: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};
export type TileZooms = { readonly zoomMin: number; readonly zoomMax: number };

/** Metres per pixel of a web map at the equator and level 0: the earth's girth over 256. */
const METRES_OF_PIXEL = (2 * Math.PI * 6_378_137) / 256;
const METRES_OF_DEGREE = 111_320;
/** More than these are not asked for: the view is then too wide for the source's least level. */
const TILES_MAX = 80;

const cosine = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);
const columnOf = (longitude: number, z: number): number => ((longitude + 180) / 360) * 2 ** z;
const rowOf = (latitude: number, z: number): number =>
  ((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z;
const longitudeOf = (column: number, z: number): number => (column / 2 ** z) * 360 - 180;
const latitudeOf = (row: number, z: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI;

/** The level whose pixels are nearest to the plan's, of those that the source has. */
export const tileZoom = ({ latitude, metres }: PlanView, { zoomMin, zoomMax }: TileZooms): number => {
  const wanted = Math.round(Math.log2((METRES_OF_PIXEL * cosine(latitude) * PLAN_WIDTH) / metres));
  return Math.min(zoomMax, Math.max(zoomMin, wanted));
};

/**
 * Tiles (瓦片) that cover the plan, each laid by the places of its corners into the plan's own projection, so that a mark lies on its
 * place. Empty where the source has no level for so wide a view.
 */
export const mapTiles = (view: PlanView, zooms: TileZooms): readonly MapTile[] => {
  const z = tileZoom(view, zooms);
  const east = METRES_OF_DEGREE * cosine(view.latitude);
  const tall = (view.metres * PLAN_HEIGHT) / PLAN_WIDTH;
  const west = view.longitude - view.metres / 2 / east;
  const north = view.latitude + tall / 2 / METRES_OF_DEGREE;
  const leftOf = (longitude: number): number => ((longitude - west) * east) / view.metres;
  const topOf = (latitude: number): number => ((north - latitude) * METRES_OF_DEGREE) / tall;
  const most = 2 ** z - 1;
  const bounded = (n: number): number => Math.min(most, Math.max(0, Math.floor(n)));
  const columns = [bounded(columnOf(west, z)), bounded(columnOf(west + view.metres / east, z))] as const;
  const rows = [bounded(rowOf(north, z)), bounded(rowOf(north - tall / METRES_OF_DEGREE, z))] as const;
  if ((columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1) > TILES_MAX) return [];
  const tiles: MapTile[] = [];
  for (let x = columns[0]; x <= columns[1]; x += 1)
    for (let y = rows[0]; y <= rows[1]; y += 1) {
      const [left, top] = [leftOf(longitudeOf(x, z)), topOf(latitudeOf(y, z))];
      const [right, bottom] = [leftOf(longitudeOf(x + 1, z)), topOf(latitudeOf(y + 1, z))];
      const url = `/api/v1/map-tiles/${z}/${x}/${y}`;
      tiles.push({ key: `${z} ${x} ${y}`, url, left, top, width: right - left, height: bottom - top });
    }
  return tiles;
};
