import type { AlarmType, Presence, Status } from "@dianan/model";
import type { SlotEffect } from "./alarm-slot.ts";
import type { ChargingSession } from "./charging.ts";
import type { MeasuredEffect } from "./readings.ts";

/** Something happened to an alarm of the device. `componentId` is the record's id; null: the device as a whole. */
export type AlarmEffect = {
  readonly kind: "alarm";
  readonly type: AlarmType;
  readonly component: string | null;
  readonly componentId: string | null;
  readonly change: SlotEffect;
  /** Of the event that caused it; empty or undefined for what the hub computed. */ readonly rawCode: string;
  readonly rawText: string;
  readonly value: number | undefined;
  readonly threshold: number | undefined;
};

export type DeviceEffect =
  | MeasuredEffect
  | AlarmEffect
  | {
      readonly kind: "componentFound";
      readonly key: string;
      readonly id: string;
      /** The device's own words; may be empty. */ readonly note: string;
      readonly status: Status;
    }
  /** A session that is new or has changed. `componentId`: the port's record; null: beyond the bound of components. */
  | { readonly kind: "session"; readonly componentId: string | null; readonly session: ChargingSession }
  | { readonly kind: "componentStatus"; readonly id: string; readonly status: Status }
  | {
      readonly kind: "device";
      readonly presence: Presence;
      readonly status: Status;
      readonly lastSeenAt: number | null;
    };
