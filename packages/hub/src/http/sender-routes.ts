import type { Instant } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { Tenant } from "../ports/tenants.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { readCursor, readLimit, readQuery } from "./query.ts";
import { pageOf } from "./user-routes.ts";

const PATH = "/api/v1/senders";

const latest = (times: readonly (Instant | null)[]): Instant | null =>
  times.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);

/** Who shares with this hub (共享方), and how fresh what they share is: what a city looks at (EF-N.5). */
export const senderRoutes = (deps: HttpDeps): readonly Route[] => {
  const { machines, parties, store, tenants } = deps;
  const time = (at: Instant | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));

  const view = async ({ id, name, platformCode, state }: Tenant) => {
    const [kinds, connected, keys] = await Promise.all([store.freshness(id), parties.list(id), machines.keys.list(id)]);
    const heardAt = latest([
      ...connected.map(({ lastSeenAt }) => lastSeenAt),
      ...keys.map(({ lastUsedAt }) => lastUsedAt),
    ]);
    const lastChangedAt = latest(kinds.map((one) => one.lastChangedAt));
    const newest = latest([heardAt, lastChangedAt]);
    return {
      ...{ tenantId: id, name, platformCode, state, heardAt: time(heardAt), lastChangedAt: time(lastChangedAt) },
      ageSeconds: newest === null ? null : Math.max(0, Math.round((deps.clock() - newest) / 1000)),
      kinds: kinds.map((one) => ({ ...one, lastChangedAt: time(one.lastChangedAt) })),
      parties: connected.slice(0, 500).map((party) => ({
        ...{ id: party.id, platformCode: party.platformCode, name: party.name, state: party.state },
        lastSeenAt: time(party.lastSeenAt),
      })),
    };
  };

  return [
    {
      method: "GET",
      path: PATH,
      handle: async (ask: Ask) => {
        // Before anything is counted.
        const query = readQuery(ask.url, ["limit", "cursor"]);
        if (!query.ok) return query.error;
        const limit = readLimit(query.value);
        if (!limit.ok) return limit.error;
        const after = readCursor(query.value, "sender");
        if (!after.ok) return after.error;
        // Whoever sees a part of an organisation, and a platform, learns nothing of others.
        if (!ask.view.isWhole) return json({ items: [], next: null });
        const caller = ask.caller as Caller;
        const all = await tenants.list(caller);
        const seen = caller.by === "session" ? all : all.filter(({ id }) => id === caller.tenant);
        return pageOf(
          ask,
          "sender",
          [],
          await Promise.all(seen.map(async (tenant) => [tenant.id, await view(tenant)] as const)),
        );
      },
    },
  ];
};
