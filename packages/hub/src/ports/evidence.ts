import type { Instant, TenantId } from "@dianan/model";
import type { JsonObject, Page } from "./records.ts";

/** A received frame kept as evidence (原始报文). Exactly one row per confirmed frame that was not a repeat. */
export type FrameRow = {
  /** UUIDv7 text. */ readonly id: string;
  readonly protocol: string;
  readonly wireAddress: string;
  readonly deviceId: string | null;
  readonly receivedAt: Instant;
  readonly remote: string;
  readonly bytes: Uint8Array;
};

/** Bytes that were refused, with the reason: nothing is dropped silently. */
export type UndecodableRow = {
  readonly id: string;
  readonly protocol: string;
  readonly receivedAt: Instant;
  readonly remote: string;
  readonly bytes: Uint8Array;
  /** The DecodeError as plain JSON. */ readonly error: JsonObject;
};

/** An address that speaks but is not registered (未登记设备). */
export type StrangerRow = {
  readonly protocol: string;
  readonly wireAddress: string;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  readonly frames: number;
  readonly alarms: readonly JsonObject[];
  /** When somebody took it off the list; null: it is on it. */ readonly dismissedAt: Instant | null;
};

/** Which frames, newest first. `after` is the store's own opaque position. */
export type FrameQuery = {
  readonly deviceId: string | null;
  readonly protocol: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly after: string | null;
  readonly limit: number;
};

/** Reads what arrived as it arrived. */
export type EvidenceReads = {
  /** Those on the list, newest first. */ strangers(tenant: TenantId, limit: number): Promise<readonly StrangerRow[]>;
  /** One address, also when it was taken off the list. */
  stranger(tenant: TenantId, protocol: string, wireAddress: string): Promise<StrangerRow | null>;
  undecodable(tenant: TenantId, limit: number): Promise<readonly UndecodableRow[]>;
  refusedFrame(tenant: TenantId, id: string): Promise<UndecodableRow | null>;
  frame(tenant: TenantId, id: string): Promise<FrameRow | null>;
  /** A page looks through a bounded part of all frames: it may be short, even empty, and have a next one all the same. */
  frames(tenant: TenantId, query: FrameQuery): Promise<Page<FrameRow>>;
};
