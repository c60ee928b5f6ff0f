import type { Instant, TenantId } from "@dianan/model";
import type { RecordKind } from "@dianan/sharing";

/** The destination of a connected platform is called this and the platform's id. */
export const PARTY_PREFIX = "party-";

/** A city or department platform that receives our records (共享目的地). `name` is its id. */
export type Destination = {
  readonly name: string;
  readonly url: string;
  /** What it receives; changes of other kinds are not owed to it. */ readonly kinds: readonly RecordKind[];
};

/** The two ways to a destination: what is to be told at once, and all else. Neither waits for the other. */
export type OutboxLane = "alarms" | "records";

/** What is owed to a destination: the row says which record changed; the courier sends the record as it is now. */
export type OutboxRow = {
  readonly destination: string;
  readonly kind: RecordKind;
  readonly id: string;
  /** Version when the row was last written: a later one keeps the row after an older one was sent. */
  readonly version: number;
  readonly since: Instant;
};

/** How one of the two ways to a destination fares. Survives a restart. */
export type LaneState = {
  /** Failures in a row. */ readonly fails: number;
  readonly nextAt: Instant;
  /** When the receiver last answered for what was sent on it; null: never. */ readonly lastOkAt: Instant | null;
  /** Of the last attempt; null: it went well. */ readonly lastError: string | null;
  /** While what existed before is still being owed this counts tombstones too: at most so many. */
  readonly pending: number;
  /** Since when the oldest of them is owed; null: nothing is. */ readonly oldestPendingAt: Instant | null;
};

/** How a destination fares: each way, and both together. */
export type DestinationState = {
  readonly destination: string;
  readonly lanes: { readonly [L in OutboxLane]: LaneState };
  /** The most failures in a row of a way. */ readonly fails: number;
  /** The next attempt of a way that fails. */ readonly nextAt: Instant;
  /** The later one. */ readonly lastOkAt: Instant | null;
  /** Of the way that fails, of both the one that is tried next. */ readonly lastError: string | null;
  /** While what existed before is still being owed this counts tombstones too: at most so many. */
  readonly pending: number;
  /** Since when the oldest of them is owed; null: nothing is. */ readonly oldestPendingAt: Instant | null;
  /** Refused for good by the receiver, kept and visible. */ readonly dead: number;
  /** The latest of them, newest first, at most 20. */ readonly refused: readonly RefusedRow[];
};

/** Since when something is owed on each way, null: nothing is, and when something last got through. */
export type OutboxDebt = {
  readonly [L in OutboxLane]: Pick<LaneState, "lastOkAt"> & { readonly since: Instant | null };
};

/** What one way needs to know before each push. */
export type Standing = Pick<LaneState, "fails" | "nextAt"> & {
  /** Whether some of what existed before is not owed yet. */ readonly isOwing: boolean;
};

/** A record that the receiver refused for good, and why. It is owed again when it changes. */
export type RefusedRow = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
  readonly since: Instant;
  /** The receiver's words. */ readonly error: string;
};

/** A row as people look at it; `error` is null while it is owed. */
export type OwedRow = Omit<RefusedRow, "error"> & { readonly error: string | null };

/** Sent or refused rows of one attempt. */
export type OutboxResult = {
  readonly row: OutboxRow;
  readonly outcome: "sent" | "dead";
  readonly error: string | null;
};

/** What is written in a batch of the store, together with the act that it belongs to. */
export type OutboxWrite =
  /** Makes or changes a destination. `owe`: kinds of which every record is owed (again). */
  | {
      readonly act: "set";
      readonly destination: Destination;
      readonly owe: readonly RecordKind[];
      readonly at: Instant;
    }
  | { readonly act: "drop"; readonly name: string }
  /** One record is owed again, refused or not; nothing happens when there is no such record or destination. */
  | {
      readonly act: "owe";
      readonly name: string;
      readonly record: RecordKind;
      readonly id: string;
      readonly at: Instant;
    }
  /** What was refused is owed again, and the back-off of both ways ends. */
  | { readonly act: "retry"; readonly name: string }
  | {
      readonly act: "settle";
      readonly name: string;
      readonly at: Instant;
      readonly results: readonly OutboxResult[];
      /** The way on which the receiver answered; absent: nothing was sent. */ readonly answered?: OutboxLane;
    }
  /** Nothing is owed on a way: its failures are over. */
  | { readonly act: "calm"; readonly name: string; readonly lane: OutboxLane };

/** Rows are written by the store in the record's own transaction, one per known destination that takes its kind. */
export type Outbox = {
  /** From now on, changes are owed to exactly these. A new destination is owed every record that exists. */
  setDestinations(tenant: TenantId, destinations: readonly Destination[], at: Instant): Promise<void>;
  /** Up to `limit` rows of one kind, of what is owed since `until` or longer: kinds in push order, oldest first. */
  next(
    tenant: TenantId,
    destination: string,
    lane: OutboxLane,
    limit: number,
    until: Instant,
  ): Promise<readonly OutboxRow[]>;
  /** Owes the next part of what existed before. False when all of it is owed. */
  oweMore(tenant: TenantId, destination: string): Promise<boolean>;
  failed(tenant: TenantId, destination: string, lane: OutboxLane, nextAt: Instant, error: string): Promise<void>;
  standing(tenant: TenantId, destination: string, lane: OutboxLane): Promise<Standing>;
  state(tenant: TenantId, destination: string): Promise<DestinationState>;
  /** Without counting anything. */ debt(tenant: TenantId, destination: string): Promise<OutboxDebt>;
  /** Owed first, then refused. `after`: the store's own position. */
  rows(
    tenant: TenantId,
    destination: string,
    query: { readonly state: "pending" | "refused" | null; readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly items: readonly OwedRow[]; readonly next: string | null }>;
  /** Which of these records are still owed, refused ones not counted. */
  owedOf(tenant: TenantId, destination: string, kind: RecordKind, ids: readonly string[]): Promise<readonly string[]>;
};
