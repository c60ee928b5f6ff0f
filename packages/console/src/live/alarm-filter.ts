import type { AlarmClass } from "@dianan/model";
import type { AlarmRow } from "./alarm-row.ts";

/** Which alarms a list shows. */
export type AlarmFilter = {
  readonly view: "open" | "unacknowledged" | "mine" | "overdue" | "shelved";
  readonly classes: readonly AlarmClass[];
  /** In lower case, empty for none. */ readonly find: string;
  /** Account of the person who looks; null for none. */ readonly me: string | null;
};

/** Around an alarm: the words that a search looks into, in lower case, and the alarm of an id. */
export type FilterScene = {
  readonly textOf: (row: AlarmRow) => string;
  readonly latest: (id: string) => AlarmRow | undefined;
};

const isInView = (row: AlarmRow, { view, me }: AlarmFilter): boolean => {
  if (view === "shelved") return row.shelvedUntil !== null;
  if (row.shelvedUntil !== null) return false;
  if (view === "unacknowledged") return row.rank === 0;
  if (view === "overdue") return row.isOverdue && row.rank !== 2;
  if (view === "mine") return row.rank !== 2 && me !== null && row.holder?.id === me;
  return true;
};

const passes = (row: AlarmRow, filter: AlarmFilter, { textOf }: FilterScene): boolean =>
  isInView(row, filter) &&
  (filter.classes.length === 0 || filter.classes.includes(row.class)) &&
  (filter.find === "" || textOf(row).includes(filter.find));

/**
 * Whether the list has a row for an alarm (EF-4.2). A member of a storm stands under its root, unless the list does not show the
 * root, or somebody has the root and not the member: what nobody acknowledged never hides under what somebody did. A search finds
 * members themselves.
 */
export const isListed = (row: AlarmRow, filter: AlarmFilter, scene: FilterScene): boolean => {
  if (!passes(row, filter, scene)) return false;
  const root = row.rootId === null || filter.find !== "" ? undefined : scene.latest(row.rootId);
  return root === undefined || root.rootId !== null || root.rank > row.rank || !passes(root, filter, scene);
};

/** Whether two filters ask for the same. */
export const isSameFilter = (a: AlarmFilter, b: AlarmFilter): boolean =>
  a.view === b.view && a.find === b.find && a.me === b.me && a.classes.join() === b.classes.join();
