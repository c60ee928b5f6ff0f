import type { ModelEvent } from "@dianan/model";
import type { DeviceLink } from "./device-link.ts";
import type { JsonObject } from "./records.ts";
import type { TrustLevel } from "./tenants.ts";

/** Protocol of a device that speaks JSON over HTTP, as in its record: it has no frames (JSON 直报). */
export const JSON_PROTOCOL = "json";

/** A frame that came over HTTP. */
export type UplinkFrame = {
  readonly protocol: string;
  readonly wireAddress: string;
  readonly bytes: Uint8Array;
};

/** What became of one frame or message; what is `accepted` or a `duplicate` is durable. */
export type UplinkResult = {
  readonly status: "accepted" | "duplicate" | "refused";
  /** What is to be given to the device; null: nothing. */ readonly reply: Uint8Array | null;
  /** Why it was refused, as a fault of decoding; null of what was not. */ readonly error: JsonObject | null;
};

/** Whose credential it came with, and from where. */
export type UplinkSender = { readonly deviceId: string; readonly remote: string };

/** Another platform that passes on what its devices say (平台转发), and how it can be told something back. */
export type UplinkRelay = {
  readonly remote: string;
  /** How far the way proves who speaks. */ readonly trust: TrustLevel;
  /** Whether the push may speak for this device, as far as its record says who it is. */ speaksFor(
    deviceId: string,
  ): Promise<boolean>;
  /** The way down to the device; null: there is none. */ readonly link: DeviceLink | null;
};

/** The way of frames and events that come over HTTP (设备上行): the same as that of a connection. */
export type Uplink = {
  /** One frame of the sender itself, or of a device that it carries. Resolves when it is stored or refused. */
  frame(from: UplinkSender, frame: UplinkFrame): Promise<UplinkResult>;
  /**
   * What a device of {@link JSON_PROTOCOL} says. `no-address`: its record does not name that protocol and an address.
   *
   * @param bytes - as it was sent, for evidence and to tell repeats
   */
  events(
    from: UplinkSender,
    bytes: Uint8Array,
    serial: number,
    events: readonly ModelEvent[],
  ): Promise<UplinkResult | "no-address">;
  /** One frame that a platform passes on. Its own address says whose it is; an unregistered one is listed (SEC-DEV-01). */
  relayedFrame(from: UplinkRelay, protocol: string, bytes: Uint8Array): Promise<UplinkResult>;
  /** What a platform says of a device that has no frames; `wireAddress` is the platform's name of it. */
  relayedEvents(
    from: UplinkRelay,
    wireAddress: string,
    bytes: Uint8Array,
    events: readonly ModelEvent[],
  ): Promise<UplinkResult>;
  /** Too many frames wait for their commit: the device is to come again. */ isFull(): boolean;
};
