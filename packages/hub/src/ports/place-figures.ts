import type { DeviceType, TenantId } from "@dianan/model";
import type { Period } from "../core/periods.ts";
import type { placeDimensions } from "./alarm-figures.ts";

/** Presence within a span, by `by`: a device counts in the unit that it was in then. */
export type PresenceFigureQuery = {
  readonly from: number;
  readonly to: number;
  /** Nothing is known of later. Milliseconds UTC. */ readonly now: number;
  /** At most one of them is a period. */ readonly by: readonly (Period | (typeof placeDimensions)[number])[];
  readonly utcOffsetMinutes: number;
  /** Null: all. */ readonly units: readonly string[] | null;
  readonly limit: number;
};

/** Presence of one cell. */
export type PresenceFigure = {
  /** In the order of `by`; of a period its name. Null: its record does not say. */ readonly key: readonly (
    | string
    | null
  )[];
  readonly devices: number;
  /** Of all devices together. Seconds. */ readonly online: number;
  readonly known: number;
  /** Devices that were timed-out at some time. */ readonly timedOut: number;
};

/** Figures of devices and places (设备与场所统计), of what is stored. */
export type PlaceFigureReads = {
  /** By their keys. @returns at most `limit` */
  presenceFigures(tenant: TenantId, query: PresenceFigureQuery): Promise<readonly PresenceFigure[]>;
  /** Units in which a device of the type is registered. */
  unitsWith(tenant: TenantId, type: DeviceType): Promise<readonly string[]>;
};
