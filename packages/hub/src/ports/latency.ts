import type { TenantId } from "@dianan/model";
import type { LatencyFigure } from "../core/latency.ts";

/** When an alarm of this hub's devices got how far (告警时延). Milliseconds UTC; null: not said here. */
export type AlarmTimes = {
  /** Its commit was durable. */ readonly storedAt: number | null;
  /** It was first given to a live stream. */ readonly pushedAt: number | null;
  /** It was first painted by a console. */ readonly shownAt: number | null;
};

/** Takes down how alarms go, and writes it once a second: a hub that is killed forgets the last second of it. */
export type LatencyTrace = {
  /** A live stream was given the alarm. Only the first counts, and only of one that came lately: a replay is no delivery. */
  pushed(tenant: TenantId, alarm: string): void;
  shown(tenant: TenantId, alarm: string, at: number): void;
  flush(): Promise<void>;
};

export type LatencyQuery = {
  readonly from: number;
  readonly to: number;
  /** Null: all. */ readonly units: readonly string[] | null;
};

/** How fast alarms that were received within a span went (时延统计), of what is stored. */
export type LatencyReads = {
  latencyFigures(tenant: TenantId, query: LatencyQuery): Promise<readonly LatencyFigure[]>;
};
