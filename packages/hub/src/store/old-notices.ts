import type { DatabaseSync } from "node:sqlite";

/**
 * Removes notices that are older than a limit, with their receipts, and then what was only kept for them: requests that caps are counted
 * by, and cases that nobody is told of any more. What still waits or is on its way stays, whatever its age.
 *
 * @returns how many notices went
 */
export const createOldNotices = (database: DatabaseSync) => {
  const old = database.prepare(
    `SELECT id FROM notice INDEXED BY notice_listed WHERE tenant = ? AND at < ? AND state NOT IN ('queued', 'sending')
     ORDER BY at, id LIMIT ?`,
  );
  const receipts = database.prepare("DELETE FROM notice_receipt WHERE tenant = ? AND notice = ?");
  const notice = database.prepare("DELETE FROM notice WHERE tenant = ? AND id = ?");
  const sends = database.prepare("DELETE FROM notice_send WHERE tenant = ? AND at < ?");
  const cases = database.prepare(
    `DELETE FROM notice_case WHERE tenant = ?1 AND started_at < ?2 AND calls = 0 AND NOT EXISTS (
       SELECT 1 FROM notice INDEXED BY notice_alarm WHERE tenant = ?1 AND alarm = notice_case.alarm)`,
  );
  return (tenant: string, before: number, limit: number): number => {
    const ids = old.all(tenant, before, limit).map(({ id }) => String(id));
    for (const id of ids) {
      receipts.run(tenant, id);
      notice.run(tenant, id);
    }
    if (ids.length < limit) {
      sends.run(tenant, before);
      cases.run(tenant, before);
    }
    return ids.length;
  };
};
