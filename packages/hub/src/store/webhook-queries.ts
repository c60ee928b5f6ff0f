import type { DatabaseSync } from "node:sqlite";
import type { Delivery, DeliveryQuery, WebhookState } from "../ports/webhook-store.ts";

type StateRow = {
  readonly tenant: string;
  readonly id: string;
  readonly position: number;
  readonly position_at: number;
  readonly pending: number;
  readonly dropped: number;
  readonly fails: number;
  readonly failing_since: number | null;
  readonly next_at: number;
  readonly last_ok_at: number | null;
  readonly last_status: number | null;
  readonly is_verified: number;
  readonly ended_because: string | null;
};
type Row = {
  readonly sequence: number;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly rest: number;
  readonly created_at: number;
  readonly kind: string | null;
  readonly version: number | null;
  readonly position: number | null;
  readonly data: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly refusals: number;
  readonly next_at: number;
  readonly last_at: number | null;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly last_ms: number | null;
};

const stateOf = (row: StateRow): WebhookState =>
  ({
    ...{ tenant: row.tenant, id: row.id, position: row.position, positionAt: row.position_at },
    ...{ pending: row.pending, dropped: row.dropped, fails: row.fails, failingSince: row.failing_since },
    ...{ nextAt: row.next_at, lastOkAt: row.last_ok_at, lastStatus: row.last_status },
    ...{ isVerified: row.is_verified === 1, endedBecause: row.ended_because },
  }) as WebhookState;

const deliveryOf = (row: Row): Delivery =>
  ({
    ...{ sequence: row.sequence, id: row.id, type: row.type, subject: row.subject, rank: 2 - row.rest },
    ...{ at: row.created_at, state: row.state, attempts: row.attempts, refusals: row.refusals, nextAt: row.next_at },
    of: row.kind === null ? null : { kind: row.kind, version: row.version, position: row.position },
    data: row.data === null ? null : JSON.parse(row.data),
    ...{ lastAt: row.last_at, lastStatus: row.last_status, lastError: row.last_error, lastMs: row.last_ms },
  }) as Delivery;

const TEST_REST = 0;
const ALL_REST = 2;

/** What is read of webhooks, as plain functions of plain arguments. */
export const createWebhookQueries = (database: DatabaseSync) => {
  const states = database.prepare("SELECT * FROM webhook_state ORDER BY tenant, id");
  const state = database.prepare("SELECT * FROM webhook_state WHERE tenant = ? AND id = ?");
  const due = database.prepare(
    `SELECT * FROM delivery INDEXED BY delivery_due WHERE tenant = ? AND webhook = ? AND state = 'pending'
     AND rest <= ? AND next_at <= ? ORDER BY rest, attempts, sequence LIMIT ?`,
  );
  const next = database.prepare(
    `SELECT min(next_at) AS at FROM delivery INDEXED BY delivery_due
     WHERE tenant = ? AND webhook = ? AND state = 'pending' AND rest <= ?`,
  );
  const page = database.prepare(
    `SELECT * FROM delivery WHERE tenant = ? AND webhook = ? AND sequence < ? AND (? IS NULL OR state = ?)
     AND created_at >= ? AND created_at < ? ORDER BY sequence DESC LIMIT ?`,
  );
  const one = database.prepare("SELECT * FROM delivery WHERE tenant = ? AND webhook = ? AND id = ?");
  return {
    webhookStates: (): readonly WebhookState[] => (states.all() as StateRow[]).map(stateOf),
    webhookState: (tenant: string, id: string): WebhookState | null => {
      const row = state.get(tenant, id);
      return row ? stateOf(row as StateRow) : null;
    },
    dueDeliveries: (tenant: string, id: string, now: number, limit: number, tests: boolean): readonly Delivery[] =>
      (due.all(tenant, id, tests ? TEST_REST : ALL_REST, now, limit) as Row[]).map(deliveryOf),
    nextDue: (tenant: string, id: string, tests: boolean): number | null =>
      (next.get(tenant, id, tests ? TEST_REST : ALL_REST)?.at ?? null) as number | null,
    deliveries: (tenant: string, id: string, query: DeliveryQuery): readonly Delivery[] => {
      const { state: wanted, from, to, before, limit } = query;
      const last = Number.MAX_SAFE_INTEGER;
      const range = [wanted, wanted, from ?? 0, to ?? last] as const;
      return (page.all(tenant, id, before ?? last, ...range, limit) as Row[]).map(deliveryOf);
    },
    delivery: (tenant: string, id: string, eventId: string): Delivery | null => {
      const row = one.get(tenant, id, eventId);
      return row ? deliveryOf(row as Row) : null;
    },
  };
};
