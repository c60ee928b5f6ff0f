import { type AlarmClass, alarmClasses } from "@dianan/model";
import type { AlarmRow } from "./alarm-row.ts";
import type { UnitRecord } from "./directory.ts";
import { isWaiting } from "./store.ts";

/** One community of the overview (社区): what stands there that nobody has, by class. */
export type AreaTile = {
  /** Empty: its units name no community. */ readonly community: string;
  readonly units: number;
  readonly waiting: { readonly [C in AlarmClass]: number };
  /** Acknowledged and not closed. */ readonly inHand: number;
  /** Worst class that waits, or null. */ readonly worst: AlarmClass | null;
};

const classes = Object.keys(alarmClasses) as AlarmClass[];
const rankOf = ({ worst }: AreaTile): number => (worst === null ? classes.length : classes.indexOf(worst));

/**
 * A tile for each community (EF-4.3): abnormal ones first, worst class first, then the most of it, then by name. An alarm of a unit
 * that is not known here belongs to the tile without a name, so that none is missing. Events wait for nobody and are not counted.
 */
export const areaTiles = (units: Iterable<UnitRecord>, rows: readonly AlarmRow[]): readonly AreaTile[] => {
  type Growing = { units: number; waiting: { [C in AlarmClass]: number }; inHand: number };
  const areas = new Map<string, Growing>();
  const placeOf = new Map<string, string>();
  const areaOf = (community: string): Growing => {
    const known = areas.get(community);
    if (known !== undefined) return known;
    const made = { units: 0, waiting: { alarm: 0, warning: 0, fault: 0, offline: 0, event: 0 }, inHand: 0 };
    areas.set(community, made);
    return made;
  };
  for (const { id, community = "" } of units) {
    placeOf.set(id, community);
    areaOf(community).units += 1;
  }
  for (const row of rows) {
    if (row.rank === 2 || row.stage === "closed" || row.shelvedUntil !== null) continue;
    const area = areaOf(placeOf.get(row.unitId) ?? "");
    if (isWaiting(row)) area.waiting[row.class] += 1;
    else area.inHand += 1;
  }
  return [...areas]
    .map(
      ([community, area]): AreaTile => ({
        ...area,
        community,
        worst: classes.find((name) => area.waiting[name] > 0) ?? null,
      }),
    )
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        (b.worst === null ? 0 : b.waiting[b.worst]) - (a.worst === null ? 0 : a.waiting[a.worst]) ||
        (a.community < b.community ? -1 : a.community > b.community ? 1 : 0),
    );
};
