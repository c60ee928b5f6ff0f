import type { AlarmGroupRow } from "../ports/alarm-reads.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { TenantView } from "./tenant-view.ts";

/** How an alarm stands in a storm's group (归并), as a caller sees it. */
export type AlarmGroup = { readonly rootId: string | null; readonly memberCount: number };

const rootOf = ({ life }: StoredRecord): string | null => life?.rootId ?? null;
const sum = (rows: readonly AlarmGroupRow[]): number => rows.reduce((all, { members }) => all + members, 0);

/**
 * The groups of alarms of a page. Where a root lies outside of what the caller may see, the first alarm that they do see stands in
 * its place: nobody's alarms hide under one that is foreign to them.
 */
export const groupsOf = async (
  view: TenantView,
  alarms: readonly StoredRecord[],
): Promise<
  ReadonlyMap<string, AlarmGroup & { /** Id under which its members are stored. */ readonly storedAs: string }>
> => {
  const roots = alarms.map(rootOf).filter((id) => id !== null);
  const rows = await view.alarmGroups([...new Set([...alarms.map(({ id }) => id), ...roots])]);
  const under = new Map<string, AlarmGroupRow[]>();
  for (const row of rows) under.set(row.rootId, [...(under.get(row.rootId) ?? []), row]);
  const groups = new Map<string, AlarmGroup & { readonly storedAs: string }>();
  for (const alarm of alarms) {
    const { id } = alarm;
    const rootId = rootOf(alarm);
    const own = sum(under.get(id) ?? []);
    if (rootId === null || (await view.record("alarm", rootId)) !== null) {
      groups.set(id, { rootId, memberCount: own, storedAs: id });
      continue;
    }
    const others = [...(under.get(rootId) ?? [])].sort(
      (a, b) => a.firstAt - b.firstAt || (a.firstId < b.firstId ? -1 : 1),
    );
    const first = others[0]?.firstId ?? id;
    if (first === id) groups.set(id, { rootId: null, memberCount: sum(others) - 1, storedAs: rootId });
    else groups.set(id, { rootId: first, memberCount: own, storedAs: id });
  }
  return groups;
};

/** What of it leaves the hub. */
export const shownGroup = (group: (AlarmGroup & { readonly storedAs: string }) | undefined): AlarmGroup => ({
  rootId: group?.rootId ?? null,
  memberCount: group?.memberCount ?? 0,
});
