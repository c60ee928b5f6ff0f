import type { Instant } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { Backup } from "../ports/upkeep.ts";
import { feedCursorText, pageCursorText } from "./cursor.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { type Problem, problem } from "./problem.ts";
import { readCursor, readLimit, readQuery } from "./query.ts";

const BACKUPS = "/api/v1/backups";
/** Open alerts are counted up to here. */
const ALERTS_COUNTED = 10_000;

const noBackup = (): Problem => problem("not-found", "There is no such backup. 没有此备份。");
const foreign = (): Problem =>
  problem("forbidden", "The hub is backed up by its own organisation. 备份由平台所属组织管理。");

/** State of the hub, its backups and its disk (平台总览、备份、存储), SEC-OPS-04, SEC-BAK-03, -05, -07. */
export const systemRoutes = (deps: HttpDeps): readonly Route[] => {
  const { upkeep, securityAlerts, utcOffsetMinutes, clock } = deps;
  const time = (at: Instant): string => offsetTime(at, utcOffsetMinutes);
  const timeOrNull = (at: Instant | null): string | null => (at === null ? null : time(at));
  const view = (one: Backup) => ({
    ...{ id: one.id, state: one.state, bytes: one.bytes, place: "local", isEncrypted: true, error: one.error },
    baseId: one.base,
    createdAt: time(one.createdAt),
    endedAt: timeOrNull(one.endedAt),
    feedCursor: feedCursorText({ epoch: one.epoch, positions: [one.head] }),
    restoredAt: timeOrNull(one.restoredAt),
  });
  const openAlerts = async ({ view: { tenant } }: Ask): Promise<number> => {
    const page = await securityAlerts.list(tenant, { after: null, from: null, to: null, limit: ALERTS_COUNTED });
    return page.items.filter(({ state }) => state === "open").length;
  };
  const online = async ({ view: { tenant } }: Ask): Promise<number> =>
    (await deps.store.presenceCounts(tenant))
      .filter(({ presence }) => presence === "online")
      .reduce((sum, { devices }) => sum + devices, 0);

  return [
    {
      method: "GET",
      path: "/api/v1/system",
      handle: async (ask) => {
        const query = readQuery(ask.url, []);
        if (!query.ok) return query.error;
        const { version, startedAt, troubles, framesPerSecond } = upkeep.health();
        const { madeAt, provenAt } = await upkeep.backupTimes();
        const text = troubles.join(" ").slice(0, 500);
        return json({
          ...{ version, clockOffsetMs: null, certificates: [], framesPerSecond },
          nodes: [{ name: "hub-1", state: troubles.length === 0 ? "up" : "degraded", role: "active", text }],
          startedAt: time(startedAt),
          now: time(clock()),
          lastBackupAt: timeOrNull(madeAt),
          lastRestoreProofAt: timeOrNull(provenAt),
          openSecurityAlerts: await openAlerts(ask),
          devicesOnline: await online(ask),
        });
      },
    },
    {
      method: "GET",
      path: "/api/v1/storage",
      handle: async ({ url }) => {
        const query = readQuery(url, []);
        return query.ok ? json(await upkeep.storage()) : query.error;
      },
    },
    {
      method: "GET",
      path: BACKUPS,
      handle: async ({ url, view: { tenant } }) => {
        const query = readQuery(url, ["limit", "cursor"]);
        if (!query.ok) return query.error;
        const limit = readLimit(query.value);
        if (!limit.ok) return limit.error;
        const cursor = readCursor(query.value, "backups");
        if (!cursor.ok) return cursor.error;
        const page = await upkeep.backups.list(tenant, cursor.value, limit.value);
        const next = page.next === null ? null : pageCursorText("backups", page.next);
        const link = new URL(url);
        if (next !== null) link.searchParams.set("cursor", next);
        const headers: Record<string, string> =
          next === null ? {} : { Link: `<${link.pathname}${link.search}>; rel="next"` };
        return json({ items: page.items.map(view), next }, 200, headers);
      },
    },
    {
      method: "POST",
      path: BACKUPS,
      handle: async ({ caller, circumstance }) => {
        const made = await upkeep.backups.create(caller as Caller, circumstance);
        return made === "foreign" ? foreign() : json(view(made), 202, { Location: BACKUPS });
      },
    },
    {
      method: "POST",
      path: `${BACKUPS}/{id}/drills`,
      handle: async ({ caller, id, circumstance }) => {
        const begun = await upkeep.backups.drill(caller as Caller, id, circumstance);
        switch (begun) {
          case "absent":
            return noBackup();
          case "busy":
            return problem("wrong-state", "A backup is made or proven just now. 正在备份或演练,请稍后。");
          case "unfit":
            return problem("wrong-state", "It failed: there is nothing to restore. 该备份未成功,无法演练。");
          default:
            return json(view(begun), 202, { Location: BACKUPS });
        }
      },
    },
  ];
};
