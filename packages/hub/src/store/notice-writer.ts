import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { AlarmLife } from "../core/alarm-life-state.ts";
import { BY_HAND, type NoticeAct, type NoticeDraft, type NoticeSet } from "../ports/notice-store.ts";
import { StoreError } from "../ports/store-error.ts";

/** Cases, notices and receipts. Methods throw StoreError `conflict`, which undoes the whole batch. */
export type NoticeWriter = {
  act(tenant: string, act: NoticeAct): void;
  /** An alarm has changed: opens its case, or cancels what waits for it, in the transaction of the change. */
  follow(
    tenant: string,
    alarmId: string,
    before: string | undefined,
    after: string | undefined,
    deleted: boolean,
    at: number,
  ): void;
  /** Forgets what a transaction that was undone has said. */ reset(): void;
};

const lifeOf = (text: string | undefined): AlarmLife | null =>
  text === undefined ? null : (JSON.parse(text) as AlarmLife);
/** Whether an alarm calls for people: nobody has it in hand, and nobody has put it aside. */
const calls = (life: AlarmLife | null): boolean =>
  life !== null && life.stage === "unacknowledged" && life.shelf === null;

const columnOf: { readonly [M in keyof Required<NoticeSet>]: string } = {
  ...{ state: "state", dueAt: "due_at", isFallback: "is_fallback", unknowns: "unknowns" },
  ...{ providerId: "provider_id", error: "error", endedAt: "ended_at" },
};

export const createNoticeWriter = (database: DatabaseSync): NoticeWriter => {
  const tenants = database.prepare("SELECT tenant FROM notice_tenant");
  const addTenant = database.prepare("INSERT INTO notice_tenant VALUES (?) ON CONFLICT DO NOTHING");
  const openCase = database.prepare(
    `INSERT INTO notice_case VALUES (?, ?, 1, 1, ?, NULL, ?) ON CONFLICT (tenant, alarm) DO UPDATE
     SET generation = generation + 1, calls = 1, started_at = excluded.started_at, state = NULL, next_at = excluded.next_at`,
  );
  const endCase = database.prepare("UPDATE notice_case SET calls = 0, next_at = NULL WHERE tenant = ? AND alarm = ?");
  const planCase = database.prepare(
    `UPDATE notice_case SET state = ?, next_at = ? WHERE tenant = ? AND alarm = ? AND generation = ? AND calls = 1`,
  );
  const insert = database.prepare(
    `INSERT INTO notice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0, 0, 0, NULL, NULL, 1,
     NULL, NULL, NULL, NULL, NULL) ON CONFLICT DO NOTHING`,
  );
  const waiting = database.prepare(
    "SELECT id, step FROM notice INDEXED BY notice_alarm WHERE tenant = ? AND alarm = ? AND state = 'queued'",
  );
  const cancel = database.prepare("UPDATE notice SET state = 'cancelled', ended_at = ? WHERE tenant = ? AND id = ?");
  const free = database.prepare(
    `UPDATE notice SET state = 'queued', lead = NULL, due_at = ? WHERE tenant = ? AND lead = ? AND alarm <> ? AND state = 'merged'`,
  );
  const begin = database.prepare(
    `UPDATE notice SET state = 'sending', tries = tries + 1, courier = ?, sent_at = ?, count = ?, facts = ?
     WHERE tenant = ? AND id = ? AND state = 'queued'`,
  );
  const merge = database.prepare(
    "UPDATE notice SET state = 'merged', lead = ? WHERE tenant = ? AND id = ? AND state = 'queued'",
  );
  const send = database.prepare(
    "INSERT INTO notice_send SELECT ?, person, ?, id, tries, ? FROM notice WHERE tenant = ? AND id = ?",
  );
  const read = database.prepare("SELECT state, alarm, step FROM notice WHERE tenant = ? AND id = ?");
  const lifeNow = database.prepare("SELECT handling, deleted FROM alarm WHERE tenant = ? AND id = ?");
  const addReceipt = database.prepare(
    `INSERT INTO notice_receipt SELECT ?, ?, 1 + coalesce(max(sequence), 0), ?, ?, ?, ?, ? FROM notice_receipt
     WHERE tenant = ? AND notice = ?`,
  );
  let known: Set<string> | null = null;

  const isOn = (tenant: string): boolean => {
    known ??= new Set((tenants.all() as { tenant: string }[]).map((row) => row.tenant));
    return known.has(tenant);
  };
  const add = (tenant: string, row: NoticeDraft): void => {
    insert.run(
      ...[tenant, row.id, row.alarmId, row.personId, row.channel, row.step, row.n, row.class, row.unitId, row.rootId],
      ...[row.at, row.dueAt, row.expiresAt, row.address, row.target, JSON.stringify(row.recipient), row.note],
    );
  };
  const set = (tenant: string, id: string, members: NoticeSet): void => {
    const given = Object.entries(members).filter(([, value]) => value !== undefined) as [
      keyof NoticeSet,
      SQLInputValue | boolean,
    ][];
    const columns = given.map(([member]) => `${columnOf[member]} = ?`).join(", ");
    const values = given.map(([, value]) => (typeof value === "boolean" ? Number(value) : value));
    database.prepare(`UPDATE notice SET ${columns} WHERE tenant = ? AND id = ?`).run(...values, tenant, id);
  };
  /** Whether the alarm of a notice still calls, as this transaction sees it. */
  const isCalling = (tenant: string, alarm: string): boolean => {
    const row = lifeNow.get(tenant, alarm) as { handling: string; deleted: number } | undefined;
    return row !== undefined && row.deleted === 0 && calls(lifeOf(row.handling));
  };

  return {
    act: (tenant, act) => {
      switch (act.do) {
        case "open":
          addTenant.run(tenant);
          known = null;
          break;
        case "plan": {
          const { alarmId, generation, state, rows } = act;
          const planned = planCase.run(JSON.stringify(state), state.nextAt, tenant, alarmId, generation);
          if (planned.changes > 0) for (const row of rows) add(tenant, row);
          break;
        }
        case "ask":
          for (const row of act.rows) add(tenant, row);
          break;
        case "begin": {
          const { id, others, courierId, at, sent, facts } = act;
          const began = begin.run(courierId, at, others.length + 1, facts, tenant, id);
          if (began.changes === 0) throw new StoreError("conflict", `notice ${id} does not wait any more`);
          for (const other of others) merge.run(id, tenant, other);
          send.run(tenant, at, JSON.stringify(sent), tenant, id);
          break;
        }
        case "settle": {
          const row = read.get(tenant, act.id) as { state: string; alarm: string; step: number } | undefined;
          if (row === undefined || (row.state !== "sending" && act.set.state !== "acknowledged")) break;
          const isOver = act.set.state === "queued" && row.step !== BY_HAND && !isCalling(tenant, row.alarm);
          set(
            tenant,
            act.id,
            isOver ? { state: "cancelled", endedAt: act.at as NoticeSet["endedAt"] & number } : act.set,
          );
          if (isOver) free.run(act.at, tenant, act.id, row.alarm);
          break;
        }
        case "move":
          for (const id of act.ids) {
            const row = read.get(tenant, id) as { state: string } | undefined;
            if (row !== undefined && (act.from as readonly string[]).includes(row.state)) set(tenant, id, act.set);
          }
          break;
        case "receipt": {
          const { at, state, code, key, rawHash } = act.receipt;
          addReceipt.run(tenant, act.id, at, state, code, key, rawHash, tenant, act.id);
          set(tenant, act.id, { state: act.state });
          break;
        }
      }
    },
    follow: (tenant, alarmId, before, after, deleted, at) => {
      const [was, now] = [calls(lifeOf(before)), !deleted && calls(lifeOf(after))];
      if (now && !was && isOn(tenant)) openCase.run(tenant, alarmId, at, at);
      const isClosed = deleted || lifeOf(after)?.stage === "closed";
      if (now || !(was || isClosed)) return;
      endCase.run(tenant, alarmId);
      for (const { id, step } of waiting.all(tenant, alarmId) as { id: string; step: number }[]) {
        if (step === BY_HAND && !isClosed) continue;
        cancel.run(at, tenant, id);
        // What it stood for has not been told: it waits again.
        free.run(at, tenant, id, alarmId);
      }
    },
    reset: () => {
      known = null;
    },
  };
};
