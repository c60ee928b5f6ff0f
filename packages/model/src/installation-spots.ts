import type { CodeRow } from "./table.ts";

/**
 * Where in a place a device stands (安装部位). `charging: false`: no charging there, in evacuation walkways, stairwells and safety
 * exits (疏散走道、楼梯间、安全出口), CP-1.4.
 */
export const installationSpots = {
  distributionRoom: { code: 1, zh: "配电间", en: "Distribution room", charging: true },
  indoorRoom: { code: 2, zh: "室内房间", en: "Room indoors", charging: true },
  chargingRoom: { code: 3, zh: "独立充电间", en: "Separate charging room", charging: true },
  carport: { code: 4, zh: "车棚", en: "Carport", charging: true },
  outdoor: { code: 5, zh: "室外", en: "Outdoors", charging: true },
  underground: { code: 6, zh: "地下室", en: "Underground", charging: true },
  evacuationWalkway: { code: 20, zh: "疏散走道", en: "Evacuation walkway", charging: false },
  stairwell: { code: 21, zh: "楼梯间", en: "Stairwell", charging: false },
  safetyExit: { code: 22, zh: "安全出口", en: "Safety exit", charging: false },
  other: { code: 99, zh: "其他", en: "Other", charging: true },
} as const satisfies { readonly [slug: string]: CodeRow & { readonly charging: boolean } };

/** Slug of {@link installationSpots}. */
export type InstallationSpot = keyof typeof installationSpots;
