import type { AccessStore } from "../ports/access-store.ts";
import { told, tryCommit } from "../ports/act.ts";
import type { CommandPolicies, CommandPolicy } from "../ports/commands.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";

const ID = "commands";

/** What holds before anybody has set it: nothing that harms, and two persons. */
const standard: CommandPolicy = { isT0Allowed: false, authorisation: null, needsSecondPerson: true };

/** What an organisation allows (命令策略): read each time, so that a change holds at once. */
export const createCommandPolicies = (deps: {
  readonly store: Pick<Store, "commit">;
  readonly access: Pick<AccessStore, "item">;
}): CommandPolicies => ({
  find: async (tenant) => {
    const item = await deps.access.item(tenant, "setting", ID);
    return { ...standard, ...((item?.body ?? {}) as Partial<CommandPolicy>), version: item?.version ?? 0 };
  },
  put: async (who, version, policy, at) => {
    const body = policy as unknown as JsonObject;
    const { isT0Allowed, authorisation, needsSecondPerson } = policy;
    const words = `isT0Allowed=${isT0Allowed} needsSecondPerson=${needsSecondPerson} ${authorisation ?? ""}`.trim();
    const outcome = await tryCommit(deps, who.tenant, [
      { kind: "item", item: { kind: "setting", id: ID, body, lookup: null, expiresAt: null }, ifVersion: version },
      told(who, "commandPolicy.put", `setting:${ID}`, "done", at, words),
    ]);
    return outcome === "conflict" ? "conflict" : { ...policy, version: version + 1 };
  },
});
