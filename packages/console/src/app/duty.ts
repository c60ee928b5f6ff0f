import type { AlarmClass } from "@dianan/model";
import { type InjectionKey, inject, type ShallowRef, shallowRef, watch } from "vue";
import { newKey } from "../api/alarm-api.ts";
import type { DutyApi, LatencyReport } from "../api/duty-api.ts";
import { isStale } from "../live/link.ts";
import { createSilence } from "../live/silence.ts";
import type { LiveFeed } from "./live-feed.ts";
import type { Session } from "./session.ts";
import { type Hearing, hearingOf, type Player, patterns } from "./sound.ts";

/** The desk in front of this page: what is heard, that somebody watches, how fast it was painted (EF-4.2, EF-4.4.1). */
export type Duty = {
  readonly isArmed: ShallowRef<boolean>;
  readonly isRefused: ShallowRef<boolean>;
  readonly hearing: ShallowRef<Hearing>;
  /** After a gesture of the person: plays the test tone, and is told to the hub. */ arm(): Promise<void>;
  testTone(): void;
  /** Stops the sound of present alarms only; nothing is acknowledged by it. */ silence(): void;
};

export const dutyKey: InjectionKey<Duty> = Symbol("duty");
export const useDuty = (): Duty => {
  const duty = inject(dutyKey);
  if (duty === undefined) throw new TypeError("duty is not provided");
  return duty;
};

const BEAT_EVERY_MS = 30_000;
const REPORT_EVERY_MS = 60_000;
/** The hub's own bounds are among these. Milliseconds. */
const BOUNDS_MS = [100, 200, 300, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000, 86_400_000] as const;
const SHOWN_MAX = 500;

/** What was painted since the last report, as the hub takes it; null when nothing was. */
export const latencyReport = (
  consoleId: string,
  shown: readonly { readonly id: string; readonly ms: number; readonly at: number }[],
  now: number,
): LatencyReport | null => {
  if (shown.length === 0) return null;
  const buckets = BOUNDS_MS.map((upToMs, n) => {
    const from = n === 0 ? -1 : (BOUNDS_MS[n - 1] as number);
    const last = n === BOUNDS_MS.length - 1;
    return { upToMs, count: shown.filter(({ ms }) => ms > from && (last || ms <= upToMs)).length };
  }).filter(({ count }) => count > 0);
  const alarms = shown
    .slice(-SHOWN_MAX)
    .map(({ id, at }) => ({ id, agoMs: Math.min(86_400_000, Math.max(0, Math.round(now - at))) }));
  return { consoleId, buckets, alarms };
};

export const createDuty = (feed: LiveFeed, api: DutyApi, session: Session, player: Player): Duty => {
  const consoleId = `console-${newKey()}`;
  const isArmed = shallowRef(false);
  const isRefused = shallowRef(false);
  const hearing = shallowRef<Hearing>(null);
  const silence = createSilence(feed.alarms);
  /** The silence of a lost connection is one thing to be heard, and to be silenced. */ let isLinkSilenced = false;
  let playedAt = 0;
  let beatAt = 0;
  let reportAt = 0;
  let shown: { readonly id: string; readonly ms: number; readonly at: number }[] = [];

  /** Classes that have still to be heard: unacknowledged and not silenced; a hub that is gone sounds like a fault. */
  const waiting = (): ReadonlySet<AlarmClass> => {
    const isGone = isStale(feed.link.value, feed.now.value);
    isLinkSilenced = isLinkSilenced && isGone;
    const left = silence.left();
    return isGone && !isLinkSilenced ? new Set([...left, "fault"]) : left;
  };
  const beat = (): void => {
    beatAt = Date.now();
    if (session.mayAct("reportWatch"))
      void api.watch({ consoleId, isSoundOn: isArmed.value, isVisible: !document.hidden });
  };
  const report = (now: number): void => {
    reportAt = now;
    const body = latencyReport(consoleId, shown, now);
    shown = [];
    if (body !== null && session.mayAct("reportLatency")) void api.latency(body);
  };
  const sound = (): void => {
    hearing.value = hearingOf(hearing.value, waiting());
    const now = hearing.value;
    const pattern = now === null ? null : patterns[now.class];
    if (!isArmed.value || now === null || pattern === null) return;
    const isDue = now.played === 0 || performance.now() - playedAt >= pattern.everyMs;
    if (!isDue || (pattern.times !== null && now.played >= pattern.times)) return;
    player.play(pattern);
    playedAt = performance.now();
    hearing.value = { ...now, played: now.played + 1 };
  };

  feed.onPainted((id, ms) => shown.push({ id, ms, at: Date.now() }));
  // A new alarm of a class that has fallen silent by itself begins anew.
  feed.onNewAlarm((id) => {
    const row = feed.alarms.get(id);
    if (row !== undefined && hearing.value?.class === row.class) hearing.value = { class: row.class, played: 0 };
  });
  setInterval(sound, 250);
  watch(feed.now, (now) => {
    if (now - beatAt >= BEAT_EVERY_MS) beat();
    if (now - reportAt >= REPORT_EVERY_MS) report(now);
  });
  document.addEventListener("visibilitychange", beat);

  const testTone = (): void => player.play({ tones: [{ hertz: 660, fromMs: 0, forMs: 500 }], everyMs: 0, times: 1 });
  return {
    isArmed,
    isRefused,
    hearing,
    testTone,
    arm: async () => {
      isArmed.value = await player.arm();
      isRefused.value = !isArmed.value;
      if (!isArmed.value) return;
      testTone();
      playedAt = performance.now();
      beat();
    },
    silence: () => {
      silence.hush();
      isLinkSilenced = isStale(feed.link.value, feed.now.value);
      player.hush();
      sound();
    },
  };
};
