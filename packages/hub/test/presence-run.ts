import { stepDevice } from "../src/core/device.ts";
import { newDeviceState } from "../src/core/device-state.ts";
import { countedFrom, type Gap, type Hearing, neverListened, stepHearing } from "../src/core/hearing.ts";
import { isKept, isStorm, type LinkEnds, noLinkEnds, stepLinkEnds } from "../src/core/link-loss.ts";
import { neverHeard, type PresenceState, presenceDueAt, stepPresence } from "../src/core/presence.ts";
import { HOUR, type Life, MINUTE, SECOND, type World } from "./presence-world.ts";

/** A change of presence, as the hub's core says it. */
export type Mark = { readonly at: number; readonly kind: PresenceState["kind"]; readonly heardAt: number };

/** Parts of the core; a test leaves one out to see that the world notices. */
export type Core = {
  readonly isKept: typeof isKept;
  readonly isStorm: typeof isStorm;
  readonly silentFrom: (heardAt: number, gaps: readonly Gap[], periodMs: number, startedAt: number) => number;
};
export const core: Core = { isKept, isStorm, silentFrom: countedFrom };

/** Times in which the hub runs, each with what it knows of the gaps before it. */
export type Run = { readonly from: number; readonly until: number; readonly gaps: readonly Gap[] };

/** The hub writes down that it lives: its gap begins too early by up to a minute, which is more than it takes. */
export const runsOf = (world: World): readonly Run[] => {
  const runs: Run[] = [];
  let hearing: Hearing = stepHearing(neverListened, 0);
  let from = 0;
  for (const down of [...world.hubDown, { from: world.end, until: world.end }]) {
    runs.push({ from, until: down.from, gaps: hearing.gaps });
    const saved = down.from - ((down.from * 7) % MINUTE);
    hearing = stepHearing({ ...hearing, at: Math.max(from, saved) }, down.until);
    from = down.until;
  }
  return runs;
};

const RULES = { linkGraceMs: MINUTE };

/** Storms as the core finds them in the ends of all links; `open`: links at the begin. */
export const stormsOf = (ends: readonly number[], open: number): LinkEnds => {
  let state: LinkEnds = noLinkEnds;
  const storms: LinkEnds["storms"][number][] = [];
  for (const at of ends) {
    state = stepLinkEnds(state, at, open);
    const last = state.storms.at(-1);
    if (last === undefined) continue;
    if (storms.at(-1)?.from === last.from) storms.pop();
    storms.push(last);
  }
  return { recent: [], storms };
};

/** Runs one device through the core, event by event, with a tick each second at which its presence is due. */
export const runDevice = (life: Life, runs: readonly Run[], ends: LinkEnds, parts: Core, whole: boolean): Mark[] => {
  const { periodMs, heard } = life;
  const rules = { ...RULES, offlineAfterMs: 3 * periodMs, componentsMax: 8 };
  const marks: Mark[] = [];
  let device = newDeviceState;
  let state: PresenceState = neverHeard;
  let linkLostAt: number | null = null;
  let nextHeard = 0;
  let nextEnd = 0;
  let alarms = 0;
  let frames = 0;

  const become = (next: PresenceState, at: number): void => {
    if (next.kind !== state.kind) marks.push({ at, kind: next.kind, heardAt: next.heardAt ?? -1 });
    state = next;
  };
  /** The same through the whole device, whose alarm has to follow. */
  const check = (input: Parameters<typeof stepDevice>[1]): void => {
    const step = stepDevice(device, input, rules);
    device = step.state;
    for (const effect of step.effects)
      if (effect.kind === "alarm")
        alarms += effect.change.kind === "raised" ? 1 : effect.change.kind === "cleared" ? -1 : 0;
    const isOpen = state.kind !== "online" && state.heardAt !== null;
    if (device.presence.kind !== state.kind || alarms !== (isOpen ? 1 : 0))
      throw new Error(`device ${device.presence.kind} with ${alarms} alarms, presence ${state.kind}`);
  };
  const nextId = (): string => `a${frames}`;

  for (const run of runs) {
    linkLostAt = null;
    const since = (): number =>
      state.heardAt === null ? run.from : parts.silentFrom(state.heardAt, run.gaps, periodMs, run.from);
    let tickedAt = run.from;
    const tickUntil = (end: number): void => {
      for (;;) {
        const due = presenceDueAt(state, { since: since(), linkLostAt }, rules);
        const at = Math.max(tickedAt, Math.ceil(due / SECOND) * SECOND);
        if (at >= end) return;
        if (linkLostAt !== null && parts.isStorm(ends, linkLostAt)) {
          linkLostAt = null;
          continue;
        }
        const tick = { kind: "tick", at, since: since(), linkLostAt } as const;
        become(stepPresence(state, tick, rules), at);
        if (whole) check({ ...tick, nextId });
        tickedAt = at + SECOND;
      }
    };
    for (;;) {
      const end = life.ends[nextEnd];
      const heardAt = heard[nextHeard] ?? Number.POSITIVE_INFINITY;
      const at = Math.min(heardAt, end?.at ?? Number.POSITIVE_INFINITY);
      if (at >= run.until) break;
      tickUntil(at);
      if (at === heardAt) {
        nextHeard += 1;
        frames += 1;
        linkLostAt = null;
        become(stepPresence(state, { kind: "heard", at }, rules), at);
        if (whole) check({ kind: "frame", at, digest: String(frames).padStart(16, "0"), events: [], nextId });
      } else if (end) {
        nextEnd += 1;
        linkLostAt = parts.isKept(end, { ...RULES, periodMs }) ? at : null;
      }
    }
    tickUntil(run.until);
  }
  return marks;
};

/** What the hub said against what was so. Days are device-days. */
export type Verdict = { falseDays: number; missed: number; found: number; timedOut: number };

/** Judges by what happened alone: the rules are told again here, not asked of the core. */
export const judge = (life: Life, marks: readonly Mark[], world: World): Verdict => {
  const falseDays = new Set<number>();
  const verdict: Verdict = { falseDays: 0, missed: 0, found: 0, timedOut: 0 };
  for (const { at, kind, heardAt } of marks) {
    if (kind === "online" || heardAt < 0) continue;
    if (!life.outages.some(({ from, until }) => from <= at && until + 2 * MINUTE >= heardAt))
      falseDays.add(Math.floor(at / (24 * HOUR)));
  }
  for (const { from } of life.outages) {
    if (from >= world.end) continue;
    const before = life.heard.findLastIndex((at) => at <= from);
    const heardAt = life.heard[before];
    // Never heard before, or in an outage that was judged already.
    if (heardAt === undefined) continue;
    const back = Math.min(life.heard[before + 1] ?? Number.POSITIVE_INFINITY, world.end);
    let down = 0;
    for (const gap of world.hubDown)
      if (gap.until > heardAt && gap.from < back)
        down += Math.min(back, gap.until) - Math.max(heardAt, gap.from - MINUTE);
    const slack = (down > 0 ? life.periodMs : 0) + down + 3 * SECOND;
    const isMarked = (kinds: readonly string[], silence: number): boolean | null => {
      const latest = heardAt + silence + slack;
      if (back <= latest) return null;
      return marks.some((mark) => mark.heardAt === heardAt && kinds.includes(mark.kind) && mark.at <= latest);
    };
    const offline = isMarked(["offline", "timedOut"], Math.min(3 * life.periodMs, 6 * HOUR));
    const timedOut = isMarked(["timedOut"], 6 * HOUR);
    if (offline === true) verdict.found += 1;
    if (timedOut === true) verdict.timedOut += 1;
    if (offline === false || timedOut === false) verdict.missed += 1;
  }
  verdict.falseDays = falseDays.size;
  return verdict;
};
