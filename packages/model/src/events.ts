import type { AlarmType } from "./alarm-types.ts";
import type { ComponentKey, Instant } from "./ids.ts";
import type { Quality } from "./qualities.ts";
import type { Quantity } from "./quantities.ts";
import type { SessionEnd } from "./session-ends.ts";
import type { Status } from "./statuses.ts";

/** A measured value (测量值). */
export type ReadingEvent = {
  readonly kind: "reading";
  /** Null: the device as a whole. */ readonly component: ComponentKey | null;
  readonly quantity: Quantity;
  /** Scaled integer of the quantity; 0 and without meaning when the quality is `missing` or `sentinel`. */ readonly value: number;
  readonly quality: Quality;
  /** The device's own time; null when it sent none or one that is no date. */ readonly at: Instant | null;
};

/** A condition that the device says is there or gone (报警、故障、事件). */
export type ConditionEvent = {
  readonly kind: "condition";
  readonly component: ComponentKey | null;
  readonly type: AlarmType;
  /** True raises or repeats an alarm. False: the device reports it gone, which is unverified and clears nothing (SEC-DEV-03). */
  readonly present: boolean;
  readonly at: Instant | null;
  /** The protocol's own code, such as `status:1`, kept so that a wrong mapping can be corrected later. */ readonly rawCode: string;
  /** The device's own words; may be empty. */ readonly rawText: string;
  /** Scaled integer of the type's quantity. */ readonly value?: number;
  /** Set point (设定值), same scale. */ readonly threshold?: number;
};

/** State of one component (部件状态). */
export type ComponentStateEvent = {
  readonly kind: "componentState";
  readonly component: ComponentKey;
  /** GB/T 26875.3 table 5, 0 to 255; 128 and above are user-defined. */ readonly componentType: number;
  readonly status: Status;
  /** The device's description of the component (部件说明); may be empty. */ readonly note: string;
  readonly at: Instant | null;
};

/** What the device's clock says (设备时间). */
export type DeviceClockEvent = { readonly kind: "deviceClock"; readonly at: Instant };

/** Something a person who integrates the device should know, such as an unknown type that was kept. */
export type DiagnosticEvent = { readonly kind: "diagnostic"; readonly code: string; readonly text: string };

/** A charging session (充电会话) on one port, as the device tells it, CP-3.1, CP-3.2. */
export type SessionEvent = {
  readonly kind: "session";
  /** The port. */ readonly component: ComponentKey;
  readonly phase: "started" | "progress" | "ended";
  /** The device's or platform's order number (订单号); null when the frame has none. */ readonly order: string | null;
  /** Seconds. */ readonly elapsed: number | null;
  /** Scaled integer of `energyImport`, of this session. */ readonly energy: number | null;
  /** Fen (分). */ readonly amount: number | null;
  /** Only of phase `ended`. */ readonly end: SessionEnd | null;
  /** The protocol's own reason, such as `stop:11`; empty before the end. */ readonly rawCode: string;
  readonly at: Instant | null;
};

/** What became of a command (命令结果). */
export type CommandResultEvent = {
  readonly kind: "commandResult";
  readonly component: ComponentKey | null;
  /** Slug of the protocol's commands. */ readonly command: string;
  readonly outcome: "done" | "refused" | "failed";
  /** Number that the command's frame carried; null when the protocol has none. */ readonly serial: number | null;
  readonly rawCode: string;
};

/** What a device says of itself (设备标识): `iccid`, `imei`, `firmware`, `hardware`, `model`, `ports` … as text. */
export type IdentityEvent = { readonly kind: "identity"; readonly facts: Readonly<Record<string, string>> };

/** What a codec makes of a frame, in words that no longer depend on the protocol. */
export type ModelEvent =
  | ReadingEvent
  | ConditionEvent
  | ComponentStateEvent
  | SessionEvent
  | CommandResultEvent
  | IdentityEvent
  | DeviceClockEvent
  | DiagnosticEvent;
