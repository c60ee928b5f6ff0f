import type { Instant } from "@dianan/model";

/** A device came online, went offline or timed out (在线状态变化). */
export type PresenceChange = {
  readonly deviceId: string;
  /** The unit that it was in then. */ readonly unitId: string;
  readonly presence: string;
  readonly before: string;
  readonly at: Instant;
  /** When it was last heard before; null: never. */ readonly heardAt: Instant | null;
};

/** Which changes, newest first. `after` is the store's own opaque position. */
export type PresenceQuery = {
  readonly deviceId: string | null;
  readonly unitId: string | null;
  readonly presence: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly after: string | null;
  readonly limit: number;
};

/** From `at` on the device was this, in this unit; `presence` is empty while nobody says it, or the device is deleted. */
export type PresenceMark = { readonly at: Instant; readonly unitId: string; readonly presence: string };

/** Devices of a unit that are alike now. `neverHeard`: registered, and no frame has come yet. */
export type PresenceCount = {
  readonly unitId: string;
  readonly presence: string;
  readonly neverHeard: boolean;
  readonly devices: number;
};
