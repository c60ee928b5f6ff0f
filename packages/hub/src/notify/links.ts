import { type NotifyFacts, noticeTitle } from "../core/notify-text.ts";
import type { Notifications } from "../ports/notifications.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import { actorOfNotice } from "./receipt-door.ts";
import { linkHash } from "./sender.ts";

/** Links that acknowledge once (一次性确认链接): reading the page does nothing, so that scanners of links acknowledge nothing. */
export const createLinks = (deps: NotifyDeps): Pick<Notifications, "linkPage" | "acknowledgeByLink"> => {
  const find = async (token: string) => {
    const item = await deps.access.find("noticeLink", linkHash(token));
    if (item === null || (item.expiresAt !== null && item.expiresAt <= deps.clock())) return null;
    const row = await deps.notices.notice(item.tenant, String(item.body.noticeId));
    return row === null ? null : { item, row };
  };
  return {
    linkPage: async (token) => {
      const found = await find(token);
      if (found?.row.facts == null) return null;
      const facts = JSON.parse(found.row.facts) as NotifyFacts;
      return { title: noticeTitle(facts, "zh"), time: facts.time, code: facts.code };
    },
    acknowledgeByLink: async (token, at) => {
      const found = await find(token);
      if (found === null) return "gone";
      const { item, row } = found;
      try {
        await deps.store.commit({
          tenant: item.tenant,
          writes: [{ kind: "dropItem", item: "noticeLink", id: item.id, must: true }],
        });
      } catch (error) {
        if ((error as { code?: unknown }).code === "conflict") return "gone";
        throw error;
      }
      const actor = await actorOfNotice(deps, row);
      const outcome = await deps.acknowledge(item.tenant, row.alarmId, actor, "web", "链接确认 Link of the notice");
      if (outcome === "acknowledged") {
        const set = { state: "acknowledged", endedAt: at.now } as const;
        await deps.store.commit({
          tenant: item.tenant,
          writes: [{ kind: "notice", act: { do: "settle", id: row.id, set, at: at.now } }],
        });
      }
      return outcome;
    },
  };
};
