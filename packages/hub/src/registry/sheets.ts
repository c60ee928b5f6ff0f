import type { Instant } from "@dianan/model";
import { told, tryCommit } from "../ports/act.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Sheets } from "../ports/registry.ts";
import type { RegistryDeps } from "./registry-deps.ts";

type Kept = { readonly sheet: JsonObject; readonly updatedAt: Instant };

/** Installation files and operators' documents: each with its version, each change with its entry in the audit log. */
export const createSheets = (deps: RegistryDeps): Sheets => ({
  find: async (tenant, kind, id) => {
    const item = await deps.access.item(tenant, kind, id);
    if (item === null) return null;
    const { sheet, updatedAt } = item.body as Kept & JsonObject;
    return { body: sheet, version: item.version, updatedAt };
  },
  put: async (who, kind, id, version, body, also, at) => {
    const kept: Kept = { sheet: body, updatedAt: at.now };
    const done = await tryCommit(deps, who.tenant, [
      { kind: "item", item: { kind, id, body: kept, lookup: null, expiresAt: null }, ifVersion: version },
      ...also,
      told(who, `${kind}.put`, `${kind}:${id}`, "done", at),
    ]);
    return done === "conflict" ? "conflict" : { body, version: version + 1, updatedAt: at.now };
  },
});
