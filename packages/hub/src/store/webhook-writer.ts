import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { StoreError } from "../ports/store-error.ts";
import { type DeliveryDraft, SETTLED_KEPT_MAX, type WebhookAct, type WebhookStateSet } from "../ports/webhook-store.ts";

/** Queues and states of webhooks. Methods throw StoreError `conflict`, which undoes the whole batch. */
export type WebhookWriter = {
  act(tenant: string, id: string, act: WebhookAct): void;
  /** Removes what was delivered or given up long ago, and what belongs to no webhook, a part at a time. */
  sweep(now: number): void;
};

const DAY_MS = 86_400_000;
/** How long people can look at what became of a delivery. */
const KEPT_MS = { delivered: 7 * DAY_MS, failed: 30 * DAY_MS } as const;
/** Bounds what one sweep adds to a commit. */
const SWEPT_MAX = 2_000;

const columnOf: { readonly [M in keyof Required<WebhookStateSet>]: string } = {
  ...{ fails: "fails", failingSince: "failing_since", nextAt: "next_at", lastOkAt: "last_ok_at" },
  ...{ lastStatus: "last_status", isVerified: "is_verified", endedBecause: "ended_because" },
  ...{ position: "position", positionAt: "position_at" },
};

export const createWebhookWriter = (database: DatabaseSync): WebhookWriter => {
  const open = database.prepare(
    "INSERT INTO webhook_state VALUES (?, ?, ?, ?, 0, 0, 0, 0, NULL, 0, NULL, NULL, 0, NULL)",
  );
  const close = database.prepare("DELETE FROM webhook_state WHERE tenant = ? AND id = ?");
  const counters = database.prepare("SELECT sequence, pending FROM webhook_state WHERE tenant = ? AND id = ?");
  const count = database.prepare(
    "UPDATE webhook_state SET sequence = ?, pending = ?, dropped = dropped + ? WHERE tenant = ? AND id = ?",
  );
  const wait = database.prepare("UPDATE webhook_state SET pending = pending + ? WHERE tenant = ? AND id = ?");
  const insert = database.prepare(
    `INSERT INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0, 0, ?, NULL, NULL, NULL, NULL)
     ON CONFLICT DO NOTHING`,
  );
  const oldest = database.prepare(
    `SELECT sequence FROM delivery INDEXED BY delivery_due
     WHERE tenant = ? AND webhook = ? AND state = 'pending' AND rest = 2 ORDER BY attempts, sequence LIMIT ?`,
  );
  const giveUp = database.prepare(
    "UPDATE delivery SET state = 'failed', last_error = 'dropped' WHERE tenant = ? AND webhook = ? AND sequence = ?",
  );
  const stateOf = database.prepare("SELECT state FROM delivery WHERE tenant = ? AND webhook = ? AND sequence = ?");
  const attempt = database.prepare(
    `UPDATE delivery SET state = ?, attempts = ?, refusals = ?, next_at = ?, last_at = ?, last_status = ?,
     last_error = ?, last_ms = ? WHERE tenant = ? AND webhook = ? AND sequence = ?`,
  );
  const crowdedOut = database.prepare(
    `DELETE FROM delivery WHERE tenant = ? AND webhook = ? AND sequence = ?
     AND (state = 'delivered' OR last_error = 'dropped')`,
  );
  const named = database.prepare("SELECT sequence FROM delivery WHERE tenant = ? AND webhook = ? AND id = ?");
  const again = database.prepare(
    `UPDATE delivery SET state = 'pending', next_at = ?, refusals = 0, last_error = NULL
     WHERE tenant = ? AND webhook = ? AND sequence = ?`,
  );
  const old = database.prepare(
    `DELETE FROM delivery WHERE (tenant, webhook, sequence) IN (SELECT tenant, webhook, sequence
     FROM delivery INDEXED BY delivery_done WHERE state = ? AND state <> 'pending' AND created_at < ? LIMIT ${SWEPT_MAX})`,
  );
  const queues = database.prepare(
    "SELECT tenant, webhook FROM delivery WHERE (tenant, webhook) > (?, ?) ORDER BY tenant, webhook LIMIT 1",
  );
  const part = database.prepare(
    `DELETE FROM delivery WHERE tenant = ? AND webhook = ? AND sequence IN
     (SELECT sequence FROM delivery WHERE tenant = ? AND webhook = ? LIMIT ${SWEPT_MAX})`,
  );

  const queue = (tenant: string, id: string, events: readonly DeliveryDraft[], bound: number): void => {
    const now = counters.get(tenant, id) as { sequence: number; pending: number } | undefined;
    if (now === undefined) return;
    let { sequence, pending } = now;
    for (const { id: eventId, type, subject, rank, at, notBefore, of, data } of events) {
      const about = of === null ? [null, null, null] : [of.kind, of.version, of.position];
      const text = data === null ? null : JSON.stringify(data);
      const put = insert.run(tenant, id, sequence + 1, eventId, type, subject, 2 - rank, at, ...about, text, notBefore);
      if (put.changes === 0) continue;
      sequence += 1;
      pending += 1;
    }
    const dropped = pending > bound ? oldest.all(tenant, id, pending - bound) : [];
    for (const row of dropped) {
      giveUp.run(tenant, id, Number(row.sequence));
      crowdedOut.run(tenant, id, Number(row.sequence) - SETTLED_KEPT_MAX);
    }
    count.run(sequence, pending - dropped.length, dropped.length, tenant, id);
  };

  const set = (tenant: string, id: string, members: WebhookStateSet): void => {
    const given = Object.entries(members) as [keyof WebhookStateSet, SQLInputValue | boolean][];
    if (given.length === 0) return;
    const columns = given.map(([member]) => `${columnOf[member]} = ?`).join(", ");
    const values = given.map(([, value]) => (typeof value === "boolean" ? Number(value) : value));
    database.prepare(`UPDATE webhook_state SET ${columns} WHERE tenant = ? AND id = ?`).run(...values, tenant, id);
  };

  return {
    act: (tenant, id, act) => {
      switch (act.do) {
        case "open":
          open.run(tenant, id, act.position, act.at);
          break;
        case "queue":
          queue(tenant, id, act.events, act.bound);
          break;
        case "set":
          set(tenant, id, act.set);
          break;
        case "attempt": {
          const { state, attempts, refusals, nextAt, lastAt, lastStatus, lastError, lastMs } = act.set;
          const before = stateOf.get(tenant, id, act.sequence)?.state;
          if (before === undefined) break;
          const told = [lastAt, lastStatus, lastError, lastMs] as const;
          attempt.run(state, attempts, refusals, nextAt, ...told, tenant, id, act.sequence);
          wait.run(Number(state === "pending") - Number(before === "pending"), tenant, id);
          // One in, one out: what a busy webhook has delivered or dropped does not fill the disk before it is swept.
          if (state === "delivered") crowdedOut.run(tenant, id, act.sequence - SETTLED_KEPT_MAX);
          break;
        }
        case "replay": {
          const sequence = named.get(tenant, id, act.eventId)?.sequence;
          if (sequence === undefined) throw new StoreError("conflict", `webhook ${id} has no event ${act.eventId}`);
          const wasPending = stateOf.get(tenant, id, Number(sequence))?.state === "pending";
          again.run(act.at, tenant, id, Number(sequence));
          wait.run(Number(!wasPending), tenant, id);
          break;
        }
        case "close":
          close.run(tenant, id);
          break;
      }
    },
    sweep: (now) => {
      for (const [state, ms] of Object.entries(KEPT_MS)) old.run(state, now - ms);
      let last = { tenant: "", webhook: "" };
      for (;;) {
        const next = queues.get(last.tenant, last.webhook) as typeof last | undefined;
        if (next === undefined) return;
        last = next;
        if (counters.get(next.tenant, next.webhook) !== undefined) continue;
        part.run(next.tenant, next.webhook, next.tenant, next.webhook);
        return;
      }
    },
  };
};
