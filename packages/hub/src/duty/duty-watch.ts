import type { Instant, TenantId } from "@dianan/model";
import { told } from "../ports/act.ts";
import type { DutyWatch } from "../ports/duty.ts";
import type { Store } from "../ports/store.ts";

/** Without a watcher for this long nobody watches. Milliseconds. */
const WATCH_MS = 60_000;
/** Consoles remembered of one tenant; the one that was silent longest is forgotten first. */
const CONSOLES_MAX = 1_000;

/** One console; `who` is its account. */
type Console = { readonly at: Instant; readonly counts: boolean };
type Desk = { readonly consoles: Map<string, Console>; wasWatched: boolean };

/** Nobody asked for it: the hub itself notices. */
const here = (now: Instant) => ({ now, source: "", requestId: "" });

export const createDutyWatch = (store: Pick<Store, "commit">): DutyWatch => {
  const desks = new Map<TenantId, Desk>();

  const deskOf = (tenant: TenantId): Desk => {
    const desk = desks.get(tenant) ?? { consoles: new Map(), wasWatched: false };
    desks.set(tenant, desk);
    return desk;
  };
  const watching = ({ consoles }: Desk, now: Instant): number => {
    let count = 0;
    for (const { at, counts } of consoles.values()) if (counts && now - at <= WATCH_MS) count += 1;
    return count;
  };
  const forget = ({ consoles }: Desk, now: Instant): void => {
    // In the order of their last beats.
    for (const [key, { at }] of consoles)
      if (now - at > WATCH_MS || consoles.size > CONSOLES_MAX) consoles.delete(key);
      else break;
  };
  /** A desk that nobody watches any more is said to be so, once. */
  const notice = async (tenant: TenantId, desk: Desk, now: Instant): Promise<void> => {
    if (!desk.wasWatched || watching(desk, now) > 0) return;
    desk.wasWatched = false;
    try {
      await store.commit({ tenant, writes: [told("hub", "duty.unwatched", "", "done", here(now))] });
    } catch (error) {
      desk.wasWatched = true;
      throw error;
    }
  };

  return {
    beat: async (who, { consoleId, isSoundOn, isVisible }, at) => {
      const desk = deskOf(who.tenant);
      const key = `${who.actor} ${consoleId}`;
      const before = desk.consoles.get(key);
      const counts = isSoundOn && isVisible;
      const isNew = counts && !(before?.counts === true && at.now - before.at <= WATCH_MS);
      if (isNew)
        await store.commit({
          tenant: who.tenant,
          writes: [told(who, "duty.watch", `console:${consoleId}`, "done", at)],
        });
      desk.consoles.delete(key);
      desk.consoles.set(key, { at: at.now, counts });
      forget(desk, at.now);
      if (counts) desk.wasWatched = true;
      else await notice(who.tenant, desk, at.now);
    },
    isWatched: (tenant, now) => {
      const desk = desks.get(tenant);
      return desk !== undefined && watching(desk, now) > 0;
    },
    watchers: (now) => [...desks.values()].reduce((count, desk) => count + watching(desk, now), 0),
    tick: async (now) => {
      for (const [tenant, desk] of desks) {
        await notice(tenant, desk, now);
        forget(desk, now);
      }
    },
  };
};
