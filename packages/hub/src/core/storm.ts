import type { Step } from "./step.ts";

/** An alarm as far as a storm (告警风暴) is concerned. */
export type StormAlarm = {
  readonly id: string;
  readonly class: string;
  /** What its device stands behind: `gateway:<device>` or `unit:<unit>`. */ readonly root: string;
  /** Its device is that gateway: it is the cause, whenever it comes. */ readonly isRoot: boolean;
  /** When it was raised. Milliseconds UTC. */ readonly at: number;
};

/** An alarm that is grouped under no other yet. */
type Waiting = StormAlarm & { /** It is on the disk, so that others can refer to it. */ readonly isStored: boolean };

type Storm = {
  /** So many came that what comes now is grouped. */ readonly isOn: boolean;
  readonly lastAt: number;
  /** Oldest first. */ readonly waiting: readonly Waiting[];
  /** The alarm under which those of a class are grouped. */ readonly heads: { readonly [cls: string]: string };
};

/** What comes lately, by root; the one that is quiet longest first. */
export type Storms = ReadonlyMap<string, Storm>;
export const noStorms: Storms = new Map();

/** So many alarms behind one root, each within this of the one before, are a storm. ISA-18.2 speaks of a flood from ten in ten minutes on. */
export const STORM_MIN = 10;
export const STORM_WINDOW_MS = 60_000;

export type StormInput =
  /** It is about to be stored. */
  | { readonly kind: "raised"; readonly alarm: StormAlarm }
  /** It is stored, under what `raised` said. */
  | { readonly kind: "stored"; readonly alarm: StormAlarm; readonly rootId: string | null }
  /** It could not be stored. */
  | { readonly kind: "failed"; readonly id: string }
  /** Somebody has it in hand, or it is over: nothing new may hide under it. */
  | { readonly kind: "taken"; readonly id: string };

/** `placed`: it is raised under that alarm. `moved`: it is stored and belongs under that alarm; null: under none. */
export type StormEffect =
  | { readonly kind: "placed"; readonly id: string; readonly rootId: string }
  | { readonly kind: "moved"; readonly id: string; readonly rootId: string | null };

const quiet: Storm = { isOn: false, lastAt: 0, waiting: [], heads: {} };

/**
 * One step of grouping. In a storm the alarms of each class behind one root come under the first of them (首警), so that one cause
 * never hides another class; the root device's own alarm comes above that. An alarm that somebody has in hand takes in no new one.
 *
 * @see EF-4.2; ISA-18.2 alarm flood
 */
export const stepStorm = (storms: Storms, input: StormInput): Step<Storms, StormEffect> => {
  switch (input.kind) {
    case "raised":
      return raise(storms, input.alarm);
    case "stored":
      return store(storms, input.alarm, input.rootId);
    case "failed":
      return each(storms, (storm) =>
        storm.waiting.some(({ id }) => id === input.id)
          ? { ...storm, waiting: storm.waiting.filter(({ id }) => id !== input.id) }
          : storm,
      );
    case "taken":
      return each(storms, (storm) => {
        const isHead = Object.values(storm.heads).includes(input.id);
        const isWaiting = storm.waiting.some(({ id }) => id === input.id);
        if (!isHead && !isWaiting) return storm;
        const heads = Object.fromEntries(Object.entries(storm.heads).filter(([, id]) => id !== input.id));
        return { ...storm, heads, waiting: storm.waiting.filter(({ id }) => id !== input.id) };
      });
  }
};

const each = (storms: Storms, change: (storm: Storm) => Storm): Step<Storms, StormEffect> => {
  let next: Map<string, Storm> | null = null;
  for (const [root, storm] of storms) {
    const changed = change(storm);
    if (changed === storm) continue;
    next ??= new Map(storms);
    next.set(root, changed);
  }
  return { state: next ?? storms, effects: [] };
};

/** With this storm as the newest, and without those that are over. */
const withStorm = (storms: Storms, root: string, storm: Storm): Storms => {
  const next = new Map(storms);
  next.delete(root);
  next.set(root, storm);
  for (const [one, { lastAt }] of next) {
    if (storm.lastAt - lastAt <= STORM_WINDOW_MS) break;
    next.delete(one);
  }
  return next;
};

const raise = (storms: Storms, alarm: StormAlarm): Step<Storms, StormEffect> => {
  const { root, at } = alarm;
  const before = storms.get(root) ?? quiet;
  const isOver = at - before.lastAt > STORM_WINDOW_MS;
  const { isOn, waiting, heads } = isOver ? quiet : before;
  const lastAt = Math.max(at, before.lastAt);
  const head = Object.hasOwn(heads, alarm.class) ? heads[alarm.class] : undefined;
  if (isOn && head !== undefined && !alarm.isRoot)
    return {
      state: withStorm(storms, root, { isOn, lastAt, waiting, heads }),
      effects: [{ kind: "placed", id: alarm.id, rootId: head }],
    };
  const all = [...waiting, { ...alarm, isStored: false }];
  const settled = settle({ isOn: isOn || all.length >= STORM_MIN, lastAt, waiting: all, heads });
  return { state: withStorm(storms, root, settled.state), effects: settled.effects };
};

const store = (storms: Storms, alarm: StormAlarm, rootId: string | null): Step<Storms, StormEffect> => {
  const storm = storms.get(alarm.root);
  if (storm === undefined) return { state: storms, effects: [] };
  const set = (next: Storm): Step<Storms, StormEffect> => {
    const settled = settle(next);
    return { state: new Map(storms).set(alarm.root, settled.state), effects: settled.effects };
  };
  if (rootId === null) {
    const waiting = storm.waiting.map((one) => (one.id === alarm.id ? { ...one, isStored: true } : one));
    return set({ ...storm, waiting });
  }
  const head = storm.heads[alarm.class];
  if (head === rootId) return { state: storms, effects: [] };
  // Its head was taken in hand, or has another above it, while it was on its way.
  if (head !== undefined) return { state: storms, effects: [{ kind: "moved", id: alarm.id, rootId: head }] };
  const freed = set({ ...storm, waiting: [...storm.waiting, { ...alarm, isStored: true }] });
  return { ...freed, effects: [{ kind: "moved", id: alarm.id, rootId: null }, ...freed.effects] };
};

/** In a storm each class gets its head, and what is stored and waits comes under it. */
const settle = (storm: Storm): Step<Storm, StormEffect> => {
  if (!storm.isOn) return { state: storm, effects: [] };
  const heads: Record<string, string> = { ...storm.heads };
  const effects: StormEffect[] = [];
  const waiting = storm.waiting.filter(({ id, class: cls, isRoot, isStored }) => {
    if (!isStored) return true;
    const head = Object.hasOwn(heads, cls) ? heads[cls] : undefined;
    if (head === undefined) heads[cls] = id;
    else if (isRoot) {
      effects.push({ kind: "moved", id: head, rootId: id });
      heads[cls] = id;
    } else effects.push({ kind: "moved", id, rootId: head });
    return false;
  });
  return { state: { ...storm, waiting, heads }, effects };
};

/** What is known of alarms that came before a start, oldest first; `isTaken`: somebody has it in hand, or it is over. */
export type PastAlarm = { readonly alarm: StormAlarm; readonly rootId: string | null; readonly isTaken: boolean };

/** The storms under way at a start. Alarms that the last run did not come to group are grouped now. */
export const restoredStorms = (past: readonly PastAlarm[]): Step<Storms, StormEffect> => {
  let storms = noStorms;
  const effects: StormEffect[] = [];
  const known = new Map(past.map((one) => [one.alarm.id, one]));
  for (const { alarm, rootId, isTaken } of past) {
    const before = storms.get(alarm.root) ?? quiet;
    const isOver = alarm.at - before.lastAt > STORM_WINDOW_MS;
    const { isOn, waiting, heads } = isOver ? quiet : before;
    const head = rootId === null ? undefined : known.get(rootId);
    const isHeadFree = head !== undefined && !head.isTaken && head.alarm.class === alarm.class;
    storms = withStorm(storms, alarm.root, {
      isOn: isOn || rootId !== null,
      lastAt: Math.max(alarm.at, before.lastAt),
      waiting:
        rootId !== null || isTaken
          ? waiting.filter(({ id }) => id !== rootId)
          : [...waiting, { ...alarm, isStored: true }],
      heads: isHeadFree && rootId !== null ? { ...heads, [alarm.class]: rootId } : heads,
    });
  }
  for (const [root, storm] of storms) {
    const settled = settle({ ...storm, isOn: storm.isOn || storm.waiting.length >= STORM_MIN });
    storms = new Map(storms).set(root, settled.state);
    effects.push(...settled.effects);
  }
  return { state: storms, effects };
};
