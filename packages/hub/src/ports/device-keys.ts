import type { Instant, TenantId } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";

/** A key of a device (设备密钥) without its secret. */
export type DeviceKeyView = {
  readonly id: string;
  readonly deviceId: string;
  readonly createdAt: Instant;
  /** To the hour. */ readonly lastUsedAt: Instant | null;
  /** Null: it works. */ readonly revokedAt: Instant | null;
};
export type NewDeviceKey = { readonly view: DeviceKeyView; readonly secret: string };

/** Keys of devices that speak HTTP or MQTT (SEC-DEV-15, SEC-DEV-16); whether a device is there is for the caller to see. */
export type DeviceKeys = {
  /** The newest first, revoked ones too. */ list(
    tenant: TenantId,
    deviceId: string,
  ): Promise<readonly DeviceKeyView[]>;
  /** Another key beside those that work; `full`: as many work as a device may have. */
  issue(who: Caller, deviceId: string, at: Circumstance): Promise<NewDeviceKey | "full">;
  revoke(who: Caller, deviceId: string, id: string, at: Circumstance): Promise<"done" | "absent">;
  /** A secret that works once, within a day, for who installs the device. */
  invite(
    who: Caller,
    deviceId: string,
    at: Circumstance,
  ): Promise<{ readonly secret: string; readonly expiresAt: Instant }>;
  /** Trades it for a key. Null: there is no such secret, or it was used. */
  enrol(secret: string, at: Circumstance): Promise<NewDeviceKey | "full" | null>;
  /** The device whose key it is, as a caller that sees nothing. */
  bySecret(secret: string, now: Instant): Promise<Caller | null>;
};
