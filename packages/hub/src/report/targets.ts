import type { AccessItem } from "../ports/access-store.ts";
import { told, tryCommit } from "../ports/act.ts";
import type { CommunityTarget, TargetBook } from "../ports/reports.ts";
import { doneOf } from "./form-facts.ts";
import { equippedUnits } from "./form-units.ts";
import type { ReportDeps } from "./report-deps.ts";

const itemsOf = ({ body }: AccessItem): readonly CommunityTarget[] => body.items as readonly CommunityTarget[];

/** Targets of the communities by year (各社区目标), RF-3. */
export const createTargets = (deps: ReportDeps): TargetBook => ({
  find: async (tenant, year) => {
    const item = await deps.access.item(tenant, "targets", String(year));
    return item === null ? { items: [], version: 0 } : { items: itemsOf(item), version: item.version };
  },
  put: async (who, year, version, items, at) => {
    const item = { kind: "targets", id: String(year), body: { items }, lookup: null, expiresAt: null } as const;
    const outcome = await tryCommit(deps, who.tenant, [
      { kind: "item", item, ifVersion: version },
      told(who, "targets.change", `targets:${year}`, "done", at, `${items.length} communities`),
    ]);
    return outcome === "conflict" ? "conflict" : { items, version: version + 1 };
  },
  done: async (who) => doneOf(await equippedUnits(deps.sightOf(who), null)),
});
