import type { Instant, TenantId } from "@dianan/model";
import type { ChargingSession } from "../core/charging.ts";
import type { Page } from "./records.ts";

/** A session and where it was: port, pile, site. */
export type SessionRow = ChargingSession & {
  readonly deviceId: string;
  readonly componentId: string;
  readonly unitId: string;
};

/** A page of sessions, the last begun first. */
export type SessionQuery = {
  readonly after: string | null;
  readonly limit: number;
  /** Begun at this time or later. */ readonly from: Instant | null;
  /** Begun before this time. */ readonly to: Instant | null;
  readonly unitId: string | null;
  readonly deviceId: string | null;
  readonly componentId: string | null;
  readonly abnormal: boolean | null;
};

/** A charging port as its records and its sessions say it now. */
export type PortRow = {
  readonly componentId: string;
  readonly deviceId: string;
  readonly unitId: string;
  /** Body of its component record. */ readonly name: string;
  readonly address: string;
  readonly status: string;
  /** Presence of its pile. */ readonly presence: string;
  /** The session under way. */ readonly open: SessionRow | null;
  /** End of the last session that has ended; null: none. */ readonly lastEndedAt: number | null;
};

/** Lengths of periods. */
export const buckets = ["hour", "day", "week", "month"] as const;
export type ChargingBucket = (typeof buckets)[number];

/** What sums are asked for. Sessions count in the period in which they began. */
export type FigureQuery = {
  /** Starts of whole hours. */ readonly from: number;
  readonly to: number;
  readonly bucket: ChargingBucket;
  /** Zone in which days, weeks (from Monday) and months begin: whole hours. Minutes. */ readonly utcOffsetMinutes: number;
  readonly perPort: boolean;
  /** Null: all. */ readonly units: readonly string[] | null;
  readonly componentId: string | null;
  readonly after: string | null;
  readonly limit: number;
};

/** What the sessions of a site or port that began in one period come to. */
export type ChargingFigure = {
  /** Start of the period. */ readonly from: number;
  readonly unitId: string;
  /** Null: the site as a whole. */ readonly componentId: string | null;
  readonly sessions: number;
  readonly abnormal: number;
  /** Scaled integer of `energyImport`. */ readonly energy: number;
  /** Of sessions that have ended. Milliseconds. */ readonly chargedMs: number;
  readonly ends: { readonly [end: string]: number };
};

/** What is read of charging. */
export type ChargingReads = {
  session(tenant: TenantId, id: string): Promise<SessionRow | null>;
  sessions(tenant: TenantId, query: SessionQuery): Promise<Page<SessionRow>>;
  /** Units with charging piles, by id. */
  chargingUnits(tenant: TenantId, after: string, limit: number): Promise<readonly string[]>;
  /** Ports of the piles of these units, in the order of unit, pile and address. */
  chargingPorts(tenant: TenantId, units: readonly string[]): Promise<readonly PortRow[]>;
  /** Maintained sums, in the order of period, unit and port. */
  chargingFigures(tenant: TenantId, query: FigureQuery): Promise<Page<ChargingFigure>>;
};
