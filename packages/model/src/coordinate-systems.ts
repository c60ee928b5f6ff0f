import type { CodeTable } from "./table.ts";

/**
 * Which system latitude and longitude are given in (坐标系). The plan does not say, so a record should carry it:
 * near Jinjiang GCJ-02 and WGS 84 are about 560 m apart.
 */
export const coordinateSystems = {
  CGCS2000: { code: 1, zh: "2000 国家大地坐标系", en: "China Geodetic Coordinate System 2000" },
  WGS84: { code: 2, zh: "WGS 84 坐标系", en: "WGS 84" },
  GCJ02: { code: 3, zh: "国测局坐标系 GCJ-02", en: "GCJ-02" },
  BD09: { code: 4, zh: "百度坐标系 BD-09", en: "BD-09" },
} as const satisfies CodeTable;

/** Slug of {@link coordinateSystems}. */
export type CoordinateSystem = keyof typeof coordinateSystems;
