import { regionPrefix } from "../core/region.ts";
import type { Page, StoredRecord } from "../ports/records.ts";
import { textOf } from "./scope-bounds.ts";
import type { TenantView } from "./tenant-view.ts";

const PAGE_MAX = 500;

/** Which units; null: whichever. */
export type UnitFilter = {
  readonly unitId: string | null;
  readonly regionCode: string | null;
  readonly placeType: string | null;
  readonly operatorId?: string | null;
};

/** Whether a unit's record fits all of a filter but its id. */
export const isWantedUnit = (
  body: StoredRecord["body"],
  { regionCode, placeType, operatorId = null }: UnitFilter,
): boolean =>
  (regionCode === null || textOf(body, "regionCode").startsWith(regionPrefix(regionCode))) &&
  (placeType === null || textOf(body, "placeType") === placeType) &&
  (operatorId === null || textOf(body, "operatorId") === operatorId);

/** Every unit that a caller may see, page by page. */
export async function* eachUnit(view: TenantView, withDeleted: boolean): AsyncGenerator<StoredRecord> {
  const range = { updatedFrom: null, updatedTo: null, where: {}, withDeleted };
  let after: string | null = null;
  do {
    const page: Page<StoredRecord> = await view.page({ kind: "unit", after, limit: PAGE_MAX, ...range });
    yield* page.items;
    after = page.next;
  } while (after !== null);
}

/**
 * The units that a filter leaves of those that a caller may see; null: all, also those that no record names.
 *
 * @param withDeleted - what happened in a unit stays told when the unit is gone
 */
export const seenUnits = async (
  view: TenantView,
  filter: UnitFilter,
  withDeleted: boolean,
): Promise<ReadonlySet<string> | null> => {
  const { unitId, regionCode, placeType, operatorId = null } = filter;
  const isFiltered = regionCode !== null || placeType !== null || operatorId !== null;
  if (view.isWhole && !isFiltered) return unitId === null ? null : new Set([unitId]);
  if (unitId !== null) {
    const unit = await view.record("unit", unitId);
    return new Set(unit !== null && (withDeleted || !unit.deleted) && isWantedUnit(unit.body, filter) ? [unitId] : []);
  }
  const units = new Set<string>();
  for await (const unit of eachUnit(view, withDeleted)) if (isWantedUnit(unit.body, filter)) units.add(unit.id);
  return units;
};
