import type { Registry } from "../ports/registry.ts";
import { createAcceptances } from "./acceptances.ts";
import { createEntries } from "./entries.ts";
import type { RegistryDeps } from "./registry-deps.ts";
import { createSheets } from "./sheets.ts";

/** What is registered beside the shared records (登记信息), on the hub's store. */
export const createRegistry = (deps: RegistryDeps): Registry => ({
  entries: createEntries(deps),
  sheets: createSheets(deps),
  acceptances: createAcceptances(deps),
});
