import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { newestFirstId } from "../core/newest-first-id.ts";
import type { AccessItem, AccessStore } from "../ports/access-store.ts";
import { told } from "../ports/act.ts";
import type { Caller, Scope } from "../ports/caller.ts";
import type { Handovers, HandoverView } from "../ports/duty.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import { StoreError } from "../ports/store-error.ts";
import type { Write } from "../ports/write.ts";

type Body = Omit<HandoverView, "id"> & { readonly scope: Scope };
type Item = AccessItem & { readonly body: Body };

const idPrefix = (at: number): string => newestFirstId("handover", at);
/** Behind every id of a millisecond. */
const LAST = "~";
const PAGE = 200;

const viewOf = ({ id, body: { scope: _, ...rest } }: Item): HandoverView => ({ id, ...rest });

const accountOf = ({ actor }: Caller): string => actor.replace(/^account:/, "");

/** Whoever sees the whole tenant sees all; others what was given by somebody with the same bounds, or what is their own. */
const sees = (who: Caller, { scope, givenBy, takenBy }: Body): boolean =>
  Object.values(who.scope).every((bound) => bound === undefined) ||
  isDeepStrictEqual(who.scope, scope) ||
  [givenBy, takenBy].includes(accountOf(who));

/** Handovers (交接班) as items, each written with its audit entry (EF-5.9). Names of accounts are read when they are shown. */
export const createHandovers = (deps: {
  readonly store: Pick<Store, "commit">;
  readonly access: Pick<AccessStore, "item" | "items">;
}): Handovers => {
  const write = (id: string, body: Body, ifVersion: number): Write => ({
    kind: "item",
    item: { kind: "handover", id, body: body as unknown as JsonObject, lookup: null, expiresAt: null },
    ifVersion,
  });

  const take: Handovers["take"] = async (who, id, at) => {
    const item = (await deps.access.item(who.tenant, "handover", id)) as Item | null;
    if (item === null || !sees(who, item.body)) return "absent";
    if (item.body.takenBy !== null) return "taken";
    if (item.body.givenBy === accountOf(who)) return "same-person";
    const body: Body = { ...item.body, takenBy: accountOf(who), takenAt: at.now };
    try {
      const audit = told(who, "duty.take", `handover:${id}`, "done", at);
      await deps.store.commit({ tenant: who.tenant, writes: [write(id, body, item.version), audit] });
    } catch (error) {
      // Somebody signed at the same moment.
      if (error instanceof StoreError && error.code === "conflict") return "taken";
      throw error;
    }
    return viewOf({ ...item, body });
  };

  return {
    give: async (who, draft, at) => {
      const id = `${idPrefix(at.now)}-${randomBytes(4).toString("hex")}`;
      const more = { givenBy: accountOf(who), takenBy: null, at: at.now, takenAt: null, scope: who.scope };
      const body: Body = { ...draft, ...more };
      const audit = told(who, "duty.give", `handover:${id}`, "done", at);
      await deps.store.commit({ tenant: who.tenant, writes: [write(id, body, 0), audit] });
      const { scope: _, ...view } = body;
      return { id, ...view };
    },
    take,
    list: async (who, { from, to }, after, limit) => {
      const found: HandoverView[] = [];
      // What was given at `to` or later comes before this place.
      let place = after ?? (to === null ? "" : `${idPrefix(to)}${LAST}`);
      for (;;) {
        const items = (await deps.access.items(who.tenant, "handover", place, PAGE)) as readonly Item[];
        for (const item of items) {
          if (from !== null && item.body.at < from) return { items: found, next: null };
          if (sees(who, item.body)) {
            if (found.length === limit) return { items: found, next: found.at(-1)?.id ?? null };
            found.push(viewOf(item));
          }
        }
        if (items.length < PAGE) return { items: found, next: null };
        place = items.at(-1)?.id ?? place;
      }
    },
  };
};
