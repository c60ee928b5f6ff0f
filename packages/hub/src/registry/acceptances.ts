import { randomBytes } from "node:crypto";
import { documentNumber } from "../core/document-number.ts";
import { newestFirstId } from "../core/newest-first-id.ts";
import type { AccessItem } from "../ports/access-store.ts";
import { itemWrite, told, tryCommit } from "../ports/act.ts";
import { takeNumber } from "../ports/document-numbers.ts";
import type { AcceptanceRecord, Acceptances } from "../ports/registry.ts";
import type { RegistryDeps } from "./registry-deps.ts";

/** Records of a unit lie together: unit ids hold no slash. */
const itemId = (unitId: string, id: string): string => `${unitId}/${id}`;
/** Behind every id of a millisecond. */
const LAST = "~";
const recordOf = ({ body }: AccessItem): AcceptanceRecord => body as AcceptanceRecord & AccessItem["body"];

/** Numbers of records of acceptance (验收记录编号) begin with this; reports that print them have numbers of their own. */
const SERIES = "YSJL";

/** Records of acceptance as items that are written once, each with its number and its entry in the audit log. */
export const createAcceptances = ({ store, access }: RegistryDeps): Acceptances => ({
  add: async (who, unitId, draft, year, at) => {
    const id = `${newestFirstId("acceptance", at.now)}-${randomBytes(4).toString("hex")}`;
    const by = { actor: who.actor, name: who.name };
    const audit = told(who, "acceptance.create", `acceptance:${id}`, "done", at, `unit:${unitId}`);
    for (;;) {
      const { count, write } = await takeNumber(access, who.tenant, SERIES, year);
      const number = documentNumber(SERIES, year, count);
      const record: AcceptanceRecord = { id, unitId, number, at: at.now, by, ...draft };
      const writes = [write, itemWrite("acceptance", itemId(unitId, id), record, 0), audit];
      if ((await tryCommit({ store }, who.tenant, writes)) === "done") return record;
    }
  },
  find: async (tenant, unitId, id) => {
    const item = await access.item(tenant, "acceptance", itemId(unitId, id));
    return item === null ? null : recordOf(item);
  },
  list: async (tenant, unitId, { from, to, after, limit }) => {
    // What was made at `to` or later comes before this place.
    const place = after ?? (to === null ? "" : `${newestFirstId("acceptance", to)}${LAST}`);
    const found = await access.items(tenant, "acceptance", itemId(unitId, place), limit + 1);
    const own = found.map(recordOf).filter((one) => one.unitId === unitId && (from === null || one.at >= from));
    const items = own.slice(0, limit);
    return { items, next: own.length > limit ? (items.at(-1)?.id ?? null) : null };
  },
});
