import type { ModelEvent } from "@dianan/model";
import type { DeviceLink, DeviceWay } from "./device-link.ts";
import type { JsonObject } from "./records.ts";
import type { TrustLevel } from "./tenants.ts";

/** Protocol of a device that speaks JSON over HTTP or MQTT, as in its record: it has no frames (JSON 直报). */
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
export type UplinkSender = {
  readonly deviceId: string;
  readonly remote: string;
  /** Absent: HTTP. */ readonly by?: DeviceWay;
};

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
  /** A connection that is kept, on which each payload is answered by itself (MQTT). */
  connect(from: UplinkPeer): UplinkConnection;
  /** The same for one request of a device that keeps no connection: nothing of it outlasts it (CoAP). */
  once(from: UplinkPeer): UplinkConnection;
  /** How what a device sent last came in; null: nothing since the start. */ wayOf(deviceId: string): DeviceWay | null;
  /** Too many frames wait for their commit: the device is to come again. */ isFull(): boolean;
};

/** An address on the wire. */
export type UplinkAddress = { readonly protocol: string; readonly wireAddress: string };

/** Who keeps a connection. `deviceId` null: a broker that has let the senders in, which proves no more than their protocol. */
export type UplinkPeer = { readonly deviceId: string | null; readonly remote: string };

/**
 * One connection and the addresses that it carries. `way` is the way down to the address: answers and commands go by it. It is the
 * same object as long as the address is on the connection.
 */
export type UplinkConnection = {
  /** Whether the peer may speak for the address: it is itself, or a device whose gateway it is (SEC-DEV-18). */
  carries(at: UplinkAddress): boolean;
  /** The device at an address that the peer may speak for; null: there is none. */ deviceAt(
    at: UplinkAddress,
  ): string | null;
  /** It can be spoken to from now on, before it has said anything. */ reachable(
    at: UplinkAddress,
    way: DeviceLink,
  ): void;
  /** All frames of one payload, in their order; one result when no whole frame is in it. */
  frames(at: UplinkAddress, way: DeviceLink, payload: Uint8Array): Promise<readonly UplinkResult[]>;
  /** The same as {@link Uplink.events}, of an address of {@link JSON_PROTOCOL}. */
  events(
    at: UplinkAddress,
    way: DeviceLink,
    bytes: Uint8Array,
    serial: number,
    events: readonly ModelEvent[],
  ): Promise<UplinkResult>;
  /** What cannot be read is kept, with why. */ broken(at: UplinkAddress, bytes: Uint8Array, error: JsonObject): void;
  /** The address has gone; the connection stays. */ lost(at: UplinkAddress): void;
  /** The connection has ended. */ closed(): void;
};
