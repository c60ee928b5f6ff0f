import type { TenantId } from "@dianan/model";
import type { AccessStore } from "./access-store.ts";
import type { Write } from "./write.ts";

/** Counts of every series and year lie in one item. */
const NUMBERS = "reportNumbers";

/**
 * The next number of a series and year (文件编号), and the write that takes it: committed together with the document, so that no number
 * is left out and none is given twice. When somebody else took it meanwhile the commit is a `conflict`: ask again.
 *
 * @param series - what is counted apart, such as `monitoring`
 */
export const takeNumber = async (
  access: Pick<AccessStore, "item">,
  tenant: TenantId,
  series: string,
  year: string,
): Promise<{ readonly count: number; readonly write: Write }> => {
  const found = await access.item(tenant, "setting", NUMBERS);
  const key = `${series}-${year}`;
  const before = found?.body[key];
  const count = (typeof before === "number" ? before : 0) + 1;
  const body = { ...found?.body, [key]: count };
  const item = { kind: "setting", id: NUMBERS, body, lookup: null, expiresAt: null } as const;
  return { count, write: { kind: "item", item, ifVersion: found?.version ?? 0 } };
};
