import type { Language } from "./words.ts";

/** Alarms by class of one span or day. */
export type ClassCounts = { readonly alarm: number; readonly warning: number; readonly fault: number };

/** One kind of hazard at one component in the period (隐患). Times are as they are shown. */
export type HazardFacts = {
  /** Slug of the alarm's type. */ readonly type: string;
  readonly title: string;
  readonly place: string;
  readonly first: string;
  readonly last: string;
  readonly count: number;
  /** With its unit. */ readonly most: string | null;
  readonly state: string;
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  /** Advice that a person wrote (整改意见), the latest. */ readonly written: string | null;
};

export type DeviceFacts = {
  readonly name: string;
  readonly type: string;
  readonly onlineShare: number | null;
  readonly status: string;
  /** Last day of free repair and of free maintenance (EF-5.2). */ readonly repairUntil: string | null;
  readonly maintenanceUntil: string | null;
};

/** One quantity of one component in the period; values have their unit. */
export type MeasurementFacts = {
  readonly place: string;
  readonly quantity: string;
  readonly count: number;
  readonly mean: string;
  readonly most: string;
  readonly least: string;
};

export type ChargingFacts = {
  readonly sessions: number;
  readonly abnormal: number;
  readonly energy: string;
  readonly ports: readonly { readonly name: string; readonly sessions: number; readonly abnormal: number }[];
};

/** What a monitoring report (用电安全监测报告) says of one unit, EF-4.3. */
export type MonitoringFacts = {
  readonly language: Language;
  readonly number: string;
  readonly title: string;
  /** When it was made, milliseconds UTC. */ readonly at: number;
  readonly madeOn: string;
  readonly from: string;
  readonly to: string;
  readonly unit: {
    readonly name: string;
    readonly address: string;
    readonly placeType: string;
    readonly community: string;
  };
  readonly operator: { readonly name: string; readonly phone: string } | null;
  readonly counts: ClassCounts & {
    readonly devices: number;
    readonly components: number;
    readonly open: number;
    readonly overdue: number;
    readonly asFalse: number;
  };
  /** The period before, as long; null: nothing is known of it. */ readonly before: ClassCounts | null;
  readonly onlineShare: number | null;
  /** From receipt to acknowledgement, and to rectification. Minutes; null: none was. */
  readonly acknowledgeMinutes: number | null;
  readonly rectifyMinutes: number | null;
  readonly days: readonly (ClassCounts & { readonly day: string })[];
  readonly hours: readonly number[];
  readonly hazards: readonly HazardFacts[];
  readonly devices: readonly DeviceFacts[];
  readonly measurements: readonly MeasurementFacts[];
  readonly charging: ChargingFacts | null;
  /** What a person adds to this report (补充建议); empty: nothing. */ readonly advice: string;
  /** What is not complete in it, such as lists that were cut. */ readonly notes: readonly string[];
};
