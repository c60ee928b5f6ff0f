import type { Instant, TenantId } from "@dianan/model";
import type { RecordKind } from "./store.ts";

/** A city or department platform that receives our records (共享目的地). */
export type Destination = { readonly name: string; readonly url: string };

/** What is owed to a destination: the row says which record changed; the courier sends the record as it is now. */
export type OutboxRow = {
  readonly destination: string;
  readonly kind: RecordKind;
  readonly id: string;
  /** Version when the row was last written: a later one keeps the row after an older one was sent. */
  readonly version: number;
  readonly since: Instant;
};

/** How a destination fares. Survives a restart. */
export type DestinationState = {
  readonly destination: string;
  /** Failures in a row. */ readonly fails: number;
  readonly nextAt: Instant;
  readonly lastOkAt: Instant | null;
  readonly lastError: string | null;
  readonly pending: number;
  /** Refused for good by the receiver, kept and visible. */ readonly dead: number;
  /** The latest of them, newest first, at most 20. */ readonly refused: readonly RefusedRow[];
};

/** A record that the receiver refused for good, and why. It is owed again when it changes. */
export type RefusedRow = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
  readonly since: Instant;
  /** The receiver's words. */ readonly error: string;
};

/** Sent or refused rows of one attempt. */
export type OutboxResult = {
  readonly row: OutboxRow;
  readonly outcome: "sent" | "dead";
  readonly error: string | null;
};

/** Rows are written by the store in the record's own transaction, one per known destination. */
export type Outbox = {
  /** From now on, changes are owed to exactly these. A new destination is owed every record that exists. */
  setDestinations(tenant: TenantId, destinations: readonly Destination[]): Promise<void>;
  /** Up to `limit` rows of one kind: alarms first, then in push order, oldest first. Empty when nothing is owed. */
  next(tenant: TenantId, destination: string, limit: number): Promise<readonly OutboxRow[]>;
  settle(tenant: TenantId, destination: string, at: Instant, results: readonly OutboxResult[]): Promise<void>;
  failed(tenant: TenantId, destination: string, at: Instant, nextAt: Instant, error: string): Promise<void>;
  state(tenant: TenantId, destination: string): Promise<DestinationState>;
};
