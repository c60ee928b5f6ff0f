import { type InjectionKey, inject, onScopeDispose, type ShallowRef, shallowRef } from "vue";
import type { HubApi, Lists, Unclaimed } from "../api/hub-api.ts";
import type { AlarmRecord, AlarmRow } from "../live/alarm-row.ts";
import { createDirectory, type DeviceRecord, type Directory, type UnitRecord } from "../live/directory.ts";
import { clockOf, type HubClock, unknownClock } from "../live/hub-clock.ts";
import { createLatencyMeter } from "../live/latency.ts";
import { firstLink, type Link, type LinkEffect, type LinkInput, stepLink } from "../live/link.ts";
import { createRowMaker } from "../live/list-row.ts";
import { browserTabs, shareStream } from "../live/shared-stream.ts";
import { type AlarmStore, createAlarmStore, isWaiting } from "../live/store.ts";
import { type Change, type OpenStream, openEventSource, openNone, type Stream } from "../live/stream.ts";
import { FRESH_MS } from "./blink.ts";
import { createPaintPace } from "./paint-pace.ts";

/** The live data of the page. `painted` changes when there is something new to draw; nothing else is reactive inside. */
export type LiveFeed = {
  readonly alarms: AlarmStore;
  readonly devices: Directory<DeviceRecord>;
  readonly units: Directory<UnitRecord>;
  readonly painted: ShallowRef<number>;
  /** When it was heard last is told each second. */ readonly link: ShallowRef<Link>;
  /** Only the top of the list is there; the rest is being read. */ readonly isEarly: ShallowRef<boolean>;
  /** The browser is mending a dropped connection. */ readonly isDropped: ShallowRef<boolean>;
  readonly clock: ShallowRef<HubClock>;
  /** This computer's clock, each second. Milliseconds. */ readonly now: ShallowRef<number>;
  readonly p99: ShallowRef<number | null>;
  /** Null: they could not be read, so their alarms are not seen. */ readonly unclaimed: ShallowRef<
    readonly Unclaimed[] | null
  >;
  /** Milliseconds from "hub received" to "painted"; undefined for what was there when the page came. */
  latencyOf(id: string): number | undefined;
  /** Came within the last seconds: it blinks for so long. */ isFresh(id: string): boolean;
  /** Calls back with each alarm that was painted, and how long that took. Milliseconds. */ onPainted(
    hear: (id: string, ms: number) => void,
  ): void;
  /** Calls back with each alarm that came by the stream. */ onNewAlarm(hear: (id: string) => void): void;
  /** Takes the hub's answer to an act, so that what was confirmed is shown before the stream tells it. */ takeAnswer(
    record: AlarmRecord,
  ): void;
  /** `records`: devices and units alone, read again and again, for a role that has no alarms and so no stream of changes. */
  start(part?: "all" | "records"): void;
  signedIn(): void;
  stop(): void;
};

export const liveFeedKey: InjectionKey<LiveFeed> = Symbol("live feed");
export const useLiveFeed = (): LiveFeed => {
  const feed = inject(liveFeedKey);
  if (feed === undefined) throw new TypeError("the live feed is not provided");
  return feed;
};

/** Latencies and arrivals that are remembered for rows. */
const REMEMBERED = 2_000;

const remember = (map: Map<string, number>, id: string, value: number): void => {
  map.delete(id);
  map.set(id, value);
  const oldest = map.size > REMEMBERED ? map.keys().next() : null;
  if (oldest?.value !== undefined) map.delete(oldest.value);
};

/** Whether two links differ in nothing but how far and when the hub was heard last. */
const saysSame = (a: Link, b: Link): boolean =>
  a.phase === b.phase && a.failures === b.failures && a.problem === b.problem && a.retryAt === b.retryAt;

export const createLiveFeed = (
  api: HubApi,
  openStream: OpenStream = shareStream(openEventSource, browserTabs()),
): LiveFeed => {
  const alarms = createAlarmStore();
  const devices = createDirectory<DeviceRecord>();
  const units = createDirectory<UnitRecord>();
  const meter = createLatencyMeter();
  const latencies = new Map<string, number>();
  const arrivals = new Map<string, number>();
  const listeners: ((id: string) => void)[] = [];
  const painters: ((id: string, ms: number) => void)[] = [];
  const painted = shallowRef(0);
  const link = shallowRef(firstLink);
  const isEarly = shallowRef(false);
  const isDropped = shallowRef(false);
  const clock = shallowRef(unknownClock);
  const now = shallowRef(Date.now());
  const p99 = shallowRef<number | null>(null);
  const unclaimed = shallowRef<readonly Unclaimed[] | null>([]);
  /** The connection now. `link` follows when it says something else, and each second: a cursor for each event would draw the page anew. */
  let current = firstLink;
  let rowOf = createRowMaker();
  let part: "all" | "records" = "all";
  let waiting: string[] = [];
  let stream: Stream | null = null;
  let timer: ReturnType<typeof setInterval> | null = null;
  let isReadingUnclaimed = false;

  const pace = createPaintPace(
    () => {
      painted.value += 1;
      // What a hidden tab draws is not shown to anybody, so it is not measured either.
      if (document.hidden) waiting = [];
    },
    () => {
      const shownAt = Date.now() + clock.value.aheadMs;
      const ids = waiting;
      waiting = [];
      for (const id of ids) {
        const row = alarms.get(id);
        if (row === undefined) continue;
        meter.add(shownAt - row.hereAt);
        const ms = Math.max(0, shownAt - row.hereAt);
        remember(latencies, id, ms);
        for (const hear of painters) hear(id, ms);
      }
      if (ids.length > 0) p99.value = meter.p99();
    },
  );

  const step = (input: LinkInput): void => {
    const next = stepLink(current, input);
    const isOnlyHeard = input.kind === "heard" && saysSame(current, next.link);
    current = next.link;
    if (!isOnlyHeard) link.value = current;
    for (const effect of next.effects) run(effect);
  };
  const run = (effect: LinkEffect): void => {
    switch (effect.kind) {
      case "read":
        void readSnapshot();
        return;
      case "close":
        stream?.close();
        stream = null;
        return;
      case "open":
        open(effect);
        return;
    }
  };
  const readSnapshot = async (): Promise<void> => {
    rowOf = createRowMaker();
    const [snapshot] = await Promise.all([api.snapshot(part, { rowOf, early: takeEarly }), readUnclaimed()]);
    if (current.phase !== "reading") return;
    if (!snapshot.ok) {
      // A top that is there stays, and says how old it is.
      if (snapshot.error.status === 401) isEarly.value = false;
      return step({ kind: "refused", at: Date.now(), problem: snapshot.error });
    }
    isEarly.value = false;
    takeLists(snapshot.value);
    step({ kind: "snapshot", at: Date.now(), cursor: snapshot.value.cursor });
  };
  /** What was answered to an act meanwhile may be later than what was read. */
  const laterOf = (row: AlarmRow): AlarmRow => {
    const known = alarms.get(row.id);
    return known !== undefined && known.version > row.version ? known : row;
  };
  const takeLists = (lists: Lists): void => {
    alarms.replaceAll(lists.alarms.map(laterOf));
    devices.replaceAll(lists.devices);
    units.replaceAll(lists.units);
    pace.ask(true);
  };
  /** Where there is nothing yet; a list that is on the screen stays until all of the next is read. */
  const takeEarly = (lists: Lists): void => {
    if (current.phase !== "reading" || current.cursor !== null) return;
    takeLists(lists);
    isEarly.value = true;
    step({ kind: "early", at: Date.now() });
  };
  // Unregistered addresses are not in the feed: they are read again at each beat, so every 5 s.
  const readUnclaimed = async (): Promise<void> => {
    if (isReadingUnclaimed) return;
    isReadingUnclaimed = true;
    const answer = await api.unclaimed();
    isReadingUnclaimed = false;
    if (answer.ok || answer.error.status !== 401) unclaimed.value = answer.ok ? answer.value : null;
  };

  const takeAlarm = (record: AlarmRecord): void => {
    const row = rowOf(record);
    const known = alarms.get(row.id);
    if (!alarms.put(row)) return;
    // What comes back (from its shelf, or reported again) is as new as what never was there.
    const isNew = isWaiting(row) && (known === undefined || !isWaiting(known));
    if (isNew) {
      remember(arrivals, row.id, Date.now());
      for (const hear of listeners) hear(row.id);
    }
    if (isNew && known === undefined) waiting.push(row.id);
    pace.ask(isNew && row.class === "alarm");
  };
  const take = ({ kind, id, record }: Change): void => {
    const isDeleted = record.deleted === true;
    if (kind === "alarm" && !isDeleted) {
      takeAlarm(record as AlarmRecord);
      return;
    }
    if (kind === "alarm") alarms.remove(id);
    if (kind === "device" && isDeleted) devices.remove(id);
    if (kind === "device" && !isDeleted) devices.put(record as DeviceRecord);
    if (kind === "unit" && isDeleted) units.remove(id);
    if (kind === "unit" && !isDeleted) units.put(record as UnitRecord);
    // A device that was registered just now takes its alarms along.
    if (kind === "device") void readUnclaimed();
    pace.ask(false);
  };
  const open = (effect: Extract<LinkEffect, { readonly kind: "open" }>): void => {
    stream?.close();
    const mine: { now: Stream | null } = { now: null };
    const ifMine = (act: () => void): void => {
      if (stream === mine.now) act();
    };
    mine.now = (part === "all" ? openStream : openNone)(effect, {
      change: (cursor, change) =>
        ifMine(() => {
          isDropped.value = false;
          take(change);
          step({ kind: "heard", at: Date.now(), cursor });
        }),
      beat: (cursor, text) =>
        ifMine(() => {
          isDropped.value = false;
          const read = clockOf(text, Date.now());
          if (read !== null) clock.value = read;
          step({ kind: "heard", at: Date.now(), cursor: cursor ?? current.cursor ?? effect.after });
          void readUnclaimed();
        }),
      dropped: () =>
        ifMine(() => {
          isDropped.value = true;
        }),
      ended: () => ifMine(() => step({ kind: "streamEnded", at: Date.now() })),
    });
    stream = mine.now;
  };

  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    stream?.close();
    stream = null;
  };
  onScopeDispose(stop, true);

  return {
    ...{ alarms, devices, units, painted, link, isEarly, isDropped, clock, now, p99, unclaimed, stop },
    latencyOf: (id) => latencies.get(id),
    isFresh: (id) => now.value - (arrivals.get(id) ?? Number.NEGATIVE_INFINITY) < FRESH_MS,
    takeAnswer: (record) => {
      if (alarms.put(rowOf(record))) pace.ask(true);
    },
    onPainted: (hear) => void painters.push(hear),
    onNewAlarm: (hear) => void listeners.push(hear),
    start: (wanted = part) => {
      part = wanted;
      timer ??= setInterval(() => {
        now.value = Date.now();
        step({ kind: "tick", at: now.value });
      }, 1_000);
      step({ kind: "start", at: Date.now() });
    },
    signedIn: () => step({ kind: "signedIn", at: Date.now() }),
  };
};
