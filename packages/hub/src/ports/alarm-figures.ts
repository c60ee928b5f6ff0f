import type { TenantId } from "@dianan/model";
import type { FigureSum } from "../core/alarm-figure-fold.ts";
import type { AlarmQuality } from "../core/alarm-quality.ts";
import type { Period } from "../core/periods.ts";

/** What figures are told apart by, beside periods (统计维度). */
export const placeDimensions = [
  ...(["regionCode", "community", "placeType", "unitId", "operatorId"] as const),
  ...(["vendorId", "deviceType"] as const),
] as const;
export const alarmDimensions = ["type", "class", "severity"] as const;
export type Dimension = Period | (typeof placeDimensions)[number] | (typeof alarmDimensions)[number];

/** Alarms that came within a span, by `by`. A unit, an operator or a region is what the unit's record says now. */
export type AlarmFigureQuery = {
  readonly from: number;
  readonly to: number;
  /** What is overdue now is counted. Milliseconds UTC. */ readonly now: number;
  /** At most one of them is a period. */ readonly by: readonly Dimension[];
  readonly utcOffsetMinutes: number;
  /** Whoever acknowledges within it is in time. */ readonly acknowledgeWithinMs: number;
  readonly type: string | null;
  readonly class: string | null;
  /** Null: all, also those whose unit is not known. */ readonly units: readonly string[] | null;
  readonly limit: number;
};

/** Alarms of one cell. */
export type AlarmFigure = FigureSum & {
  /** In the order of `by`; of a period its name. Null: its record does not say. */ readonly key: readonly (
    | string
    | null
  )[];
};
export type AlarmFigures = {
  /** By their keys; at most `limit`. */ readonly cells: readonly AlarmFigure[];
  /** Of all alarms, whatever the limit. */ readonly total: FigureSum;
};

export type AlarmQualityQuery = Pick<AlarmFigureQuery, "from" | "to" | "units">;

/** What was still standing at the end of the span beside how alarms came. Neither counts events, which are over at once. */
export type AlarmQualityRow = AlarmQuality & {
  readonly standing: number;
  /** Standing for more than 24 hours. */ readonly stale: number;
};

/** Which of the alarms of a cell: all, or those of which people have done something, or not in time. */
export type CountedAs =
  | "raised"
  | "acknowledged"
  | "acknowledgedInTime"
  | "rectified"
  | "rectifiedInTime"
  | "closed"
  | "overdue"
  | "false";

/** The alarms that a cell counts: those of a span of which each dimension says the value. */
export type AlarmCellQuery = Pick<
  AlarmFigureQuery,
  "from" | "to" | "now" | "units" | "limit" | "acknowledgeWithinMs"
> & {
  readonly counted: CountedAs;
  readonly where: readonly (readonly [dimension: Exclude<Dimension, Period>, value: string | null])[];
  /** Position behind which the page begins; null: at the newest. */ readonly after: string | null;
};

/** Figures of alarms (告警统计), of what is stored. */
export type AlarmFigureReads = {
  /** Newest first: exactly those that {@link AlarmFigureReads.alarmFigures} counts in the cell. */
  alarmsOfCell(
    tenant: TenantId,
    query: AlarmCellQuery,
  ): Promise<{ readonly ids: readonly string[]; readonly next: string | null }>;
  alarmFigures(tenant: TenantId, query: AlarmFigureQuery): Promise<AlarmFigures>;
  alarmQuality(tenant: TenantId, query: AlarmQualityQuery): Promise<AlarmQualityRow>;
};
