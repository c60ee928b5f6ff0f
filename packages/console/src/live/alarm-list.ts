import { type AlarmFilter, type FilterScene, isListed } from "./alarm-filter.ts";
import type { AlarmRow } from "./alarm-row.ts";
import { placeOf } from "./order.ts";
import type { AlarmStore } from "./store.ts";

/**
 * The alarms that a filter shows, as they were drawn last. What happens to the store in between is remembered and taken in with the
 * next drawing, one insert or remove for each alarm: a place of the list means the same row until it is drawn again.
 */
export type AlarmList = {
  /** Takes in what happened since; another filter or scene, or a new snapshot, makes the list anew. */
  catchUp(filter: AlarmFilter, scene: FilterScene): void;
  /** In the order of the list. */ rows(): readonly AlarmRow[];
  /** How many of them are not over. */ standing(): number;
  /** Alarms under a root that are not over, in the order of the list; the same array until they change. */
  members(rootId: string): readonly AlarmRow[];
  close(): void;
};

/** So many changes at once are not worth taking in one by one. */
const QUEUE_MAX = 2_000;
const NOBODY: readonly AlarmRow[] = [];

const insert = (rows: AlarmRow[], row: AlarmRow): void => void rows.splice(placeOf(rows, row), 0, row);
const take = (rows: AlarmRow[], row: AlarmRow): void => {
  const place = placeOf(rows, row);
  if (rows[place] === row) rows.splice(place, 1);
};

/** @param touched - hears, with each catching up, whose rows may have come, gone or changed; null: any */
export const createAlarmList = (
  store: Pick<AlarmStore, "get" | "sorted" | "watch">,
  touched: (ids: ReadonlySet<string> | null) => void = () => undefined,
): AlarmList => {
  /** Each alarm that changed, as it is in the list now. */ const queue = new Map<string, AlarmRow | undefined>();
  const groups = new Map<string, AlarmRow[]>();
  const shown = new Map<string, readonly AlarmRow[]>();
  let rows: AlarmRow[] = [];
  let filter: AlarmFilter | null = null;
  let scene: FilterScene | null = null;
  let isWhole = true;

  const close = store.watch({
    changed: (before, after) => {
      const id = (after ?? before)?.id;
      if (isWhole || id === undefined) return;
      if (!queue.has(id)) queue.set(id, before);
      if (queue.size > QUEUE_MAX) isWhole = true;
    },
    replaced: () => {
      isWhole = true;
    },
  });
  const regroup = (before: AlarmRow | undefined, after: AlarmRow | undefined): void => {
    if (before !== undefined && before.rootId !== null) {
      const beside = groups.get(before.rootId) ?? [];
      take(beside, before);
      shown.delete(before.rootId);
      if (beside.length === 0) groups.delete(before.rootId);
    }
    if (after === undefined || after.rootId === null) return;
    const beside = groups.get(after.rootId);
    if (beside === undefined) groups.set(after.rootId, [after]);
    else insert(beside, after);
    shown.delete(after.rootId);
  };
  const renew = (by: AlarmFilter, within: FilterScene): void => {
    groups.clear();
    shown.clear();
    const all = store.sorted();
    for (const row of all) {
      if (row.rootId === null) continue;
      const beside = groups.get(row.rootId);
      if (beside === undefined) groups.set(row.rootId, [row]);
      else beside.push(row);
    }
    rows = all.filter((row) => isListed(row, by, within));
    touched(null);
  };
  const follow = (by: AlarmFilter, within: FilterScene): void => {
    const ids = new Set<string>();
    const put = (before: AlarmRow | undefined, after: AlarmRow | undefined): void => {
      if (before !== undefined) take(rows, before);
      if (after !== undefined && isListed(after, by, within)) insert(rows, after);
    };
    for (const [id, before] of queue) regroup(before, store.get(id));
    for (const [id, before] of queue) {
      put(before, store.get(id));
      ids.add(id);
      // Whether a member has a row of its own is its root's doing.
      for (const member of groups.get(id) ?? []) {
        if (queue.has(member.id)) continue;
        put(member, member);
        ids.add(member.id);
      }
    }
    touched(ids);
  };

  return {
    catchUp: (by, within) => {
      if (isWhole || by !== filter || within !== scene) renew(by, within);
      else if (queue.size > 0) follow(by, within);
      queue.clear();
      isWhole = false;
      filter = by;
      scene = within;
    },
    rows: () => rows,
    standing: () => {
      let low = 0;
      let high = rows.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (rows[middle]?.rank === 2) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    members: (rootId) => {
      const known = shown.get(rootId);
      if (known !== undefined) return known;
      const group = groups.get(rootId);
      if (group === undefined) return NOBODY;
      const found = group.filter(({ rank }) => rank !== 2);
      shown.set(rootId, found);
      return found;
    },
    close,
  };
};
