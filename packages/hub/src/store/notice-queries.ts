import type { DatabaseSync } from "node:sqlite";
import type { SentNotice } from "../core/notify-budget.ts";
import type { DueCase, NoticeQuery, NoticeReceipt, NoticeRow } from "../ports/notice-store.ts";

type Row = { readonly [column: string]: string | number | null };

const noticeOf = (row: Row): NoticeRow =>
  ({
    ...{
      tenant: row.tenant,
      id: row.id,
      alarmId: row.alarm,
      personId: row.person,
      channel: row.channel,
      step: row.step,
      n: row.n,
    },
    ...{
      class: row.class,
      unitId: row.unit,
      rootId: row.root,
      at: row.at,
      dueAt: row.due_at,
      expiresAt: row.expires_at,
    },
    ...{ address: row.address, target: row.target, recipient: JSON.parse(String(row.recipient)), note: row.note },
    ...{ state: row.state, tries: row.tries, unknowns: row.unknowns, isFallback: row.is_fallback === 1 },
    ...{ courierId: row.courier, lead: row.lead, count: row.count, providerId: row.provider_id, error: row.error },
    ...{ facts: row.facts, sentAt: row.sent_at, endedAt: row.ended_at },
  }) as NoticeRow;

const caseOf = (row: Row): DueCase =>
  ({
    ...{ tenant: row.tenant, alarmId: row.alarm, generation: row.generation, startedAt: row.started_at },
    state: row.state === null ? null : JSON.parse(String(row.state)),
  }) as DueCase;

/** A provider gives our id back cut. */
const CUT = 15;

/** What is read of notices, as plain functions of plain arguments. */
export const createNoticeQueries = (database: DatabaseSync) => {
  const all = (sql: string) => {
    const statement = database.prepare(sql);
    return (...args: (string | number | null)[]): readonly Row[] => statement.all(...args) as Row[];
  };
  const dueCases = all(
    `SELECT * FROM notice_case INDEXED BY notice_case_due WHERE next_at IS NOT NULL AND next_at <= ? ORDER BY next_at LIMIT ?`,
  );
  const due = all(
    `SELECT * FROM notice INDEXED BY notice_due WHERE state = 'queued' AND due_at <= ? ORDER BY class <> 'alarm', due_at, id LIMIT ?`,
  );
  const nextCase = all(
    "SELECT min(next_at) AS at FROM notice_case INDEXED BY notice_case_due WHERE next_at IS NOT NULL",
  );
  const nextDue = all("SELECT min(due_at) AS at FROM notice INDEXED BY notice_due WHERE state = 'queued'");
  const sending = all("SELECT * FROM notice INDEXED BY notice_sending WHERE state = 'sending' ORDER BY tenant, id");
  const sentTo = all("SELECT sent FROM notice_send WHERE tenant = ? AND person = ? AND at >= ? ORDER BY at");
  const oneCase = all("SELECT * FROM notice_case WHERE tenant = ? AND alarm = ?");
  const one = all("SELECT * FROM notice WHERE tenant = ? AND id = ?");
  const begins = all("SELECT * FROM notice WHERE tenant = ? AND id >= ? AND id < ? AND courier = ? LIMIT 2");
  const byProvider = all(
    "SELECT * FROM notice INDEXED BY notice_provider WHERE tenant = ? AND courier = ? AND provider_id = ? LIMIT 1",
  );
  const ledBy = all("SELECT * FROM notice INDEXED BY notice_lead WHERE tenant = ? AND lead = ?");
  const ofTurn = all(
    `SELECT * FROM notice INDEXED BY notice_alarm WHERE tenant = ? AND alarm = ? AND person = ? AND step = ? AND n = ?`,
  );
  const filter = "AND (?1 IS NULL OR alarm = ?1) AND (?2 IS NULL OR unit = ?2) AND (?3 IS NULL OR channel = ?3)";
  const range = "AND at >= ?4 AND at < ?5 AND (at, id) < (?6, ?7) ORDER BY at DESC, id DESC LIMIT ?8";
  const page = all(`SELECT * FROM notice INDEXED BY notice_listed WHERE tenant = ?9 ${filter} ${range}`);
  const pageOfAlarm = all(
    `SELECT * FROM notice INDEXED BY notice_alarm WHERE tenant = ?9 ${filter} AND alarm = ?1 ${range}`,
  );
  const receipts = all(
    "SELECT at, state, code, key, raw_hash FROM notice_receipt WHERE tenant = ? AND notice = ? ORDER BY sequence",
  );
  const first = (rows: readonly Row[]): NoticeRow | null => (rows[0] === undefined ? null : noticeOf(rows[0]));

  return {
    noticeCasesDue: (now: number, limit: number) => dueCases(now, limit).map(caseOf),
    noticesDue: (now: number, limit: number) => due(now, limit).map(noticeOf),
    noticesNextAt: (): number | null => {
      const times = [nextCase()[0]?.at, nextDue()[0]?.at].filter((at) => typeof at === "number");
      return times.length === 0 ? null : Math.min(...times);
    },
    noticesSending: () => sending().map(noticeOf),
    noticesSentTo: (tenant: string, person: string, since: number) =>
      sentTo(tenant, person, since).map(({ sent }) => JSON.parse(String(sent)) as SentNotice),
    noticeCase: (tenant: string, alarm: string) => {
      const [row] = oneCase(tenant, alarm);
      return row === undefined ? null : caseOf(row);
    },
    notice: (tenant: string, id: string) => first(one(tenant, id)),
    noticeByProvider: (
      tenant: string,
      courier: string,
      key: { readonly id?: string; readonly providerId?: string },
    ) => {
      if (key.id !== undefined) {
        // One that begins alike and no other: what fits two is nobody's.
        const found = key.id.length < CUT ? [] : begins(tenant, key.id, `${key.id}~`, courier);
        if (found.length === 1) return first(found);
      }
      return key.providerId === undefined ? null : first(byProvider(tenant, courier, key.providerId));
    },
    noticesLedBy: (tenant: string, id: string) => ledBy(tenant, id).map(noticeOf),
    noticesOfTurn: (tenant: string, alarm: string, person: string, step: number, n: number) =>
      ofTurn(tenant, alarm, person, step, n).map(noticeOf),
    noticePage: (tenant: string, query: NoticeQuery) => {
      const { alarmId, unitId, channel, from, to, before, limit } = query;
      const last = Number.MAX_SAFE_INTEGER;
      const look = alarmId === null ? page : pageOfAlarm;
      return look(
        alarmId,
        unitId,
        channel,
        from ?? 0,
        to ?? last,
        before?.at ?? last,
        before?.id ?? "",
        limit,
        tenant,
      ).map(noticeOf);
    },
    noticeReceipts: (tenant: string, id: string) =>
      receipts(tenant, id).map(({ raw_hash, ...row }) => ({ ...row, rawHash: raw_hash }) as unknown as NoticeReceipt),
  };
};
