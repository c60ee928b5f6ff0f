import type { Status } from "@dianan/model";
import type { DeviceRules } from "../core/device.ts";
import { type DeviceState, newDeviceState, restoredComponent, storedState, withFrames } from "../core/device-state.ts";
import { hazardsDueAt } from "../core/hazards.ts";
import { countedFrom, type Gap } from "../core/hearing.ts";
import { presenceDueAt } from "../core/presence.ts";
import { notAfter } from "../core/set-back.ts";
import type { DeviceLink, DeviceWay } from "../ports/device-link.ts";
import type { JsonObject } from "../ports/records.ts";
import type { RegisteredDevice } from "../ports/store.ts";
import type { Busy } from "./busy-entries.ts";
import type { EngineDeps } from "./deps.ts";
import { createRuleBook } from "./rule-book.ts";
import { caughtUp, componentsOf, heardSince, stateFrom } from "./state-reading.ts";
import { wholeUntil } from "./state-sweep.ts";

/** A registered device at its address, and what records about it say. */
export type BoundDevice = {
  readonly deviceId: string;
  readonly unitId: string;
  readonly manufacturer: string;
  readonly installedOn: string;
  /** Made by this platform: another platform's device speaks to that platform, until it speaks to us. */
  readonly own: boolean;
  readonly type: string;
  /** Empty: it has no address. */ readonly protocol: string;
  /** What its registers mean; empty: not said. */ readonly profileId: string;
  /** The device through which it speaks; empty: none. */ readonly gatewayId: string;
  readonly rules: DeviceRules;
  /** Expected time between its uploads, milliseconds. */ readonly periodMs: number;
};

/** One address on the wire: a device, or a stranger (未登记设备) when nobody has registered it. */
export type Entry = {
  /** `<protocol>/<wire address>`: its lane, and the key of its stored state. */ readonly key: string;
  readonly protocol: string;
  readonly wireAddress: string;
  device: BoundDevice | null;
  /** As committed; null: to be read from the store. */ state: DeviceState | null;
  /** Only of strangers. */ frames: number;
  alarms: number;
  /** Open links that have carried its frames. */ links: number;
  /** The open one on which it spoke last. */ line: DeviceLink | null;
  /** How what it sent last came in; null: nothing since the start. */ cameBy: DeviceWay | null;
  /** When the last link that it keeps has ended; null while it has one. */ linkLostAt: number | null;
  /** Silence before this is not counted. */ since: number;
  /** When a tick could change its presence. */ dueAt: number;
  /** Its stored state lacks what was only heard since. */ isBehind: boolean;
  /** Frames of it that are not yet committed; null: none. */ busy: Busy | null;
  /** It is not in the book any more: its address has another entry, or none. */ isForgotten: boolean;
};

export type DeviceBook = {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Up to then no stored state lacks what was only heard. */ wholeAt: number;
  strangers(): number;
  entryOf(protocol: string, wireAddress: string): Entry | undefined;
  /** Whether a device speaks through this one. */ isGateway(deviceId: string): boolean;
  /** The entry where this device is bound. */ boundTo(deviceId: string): Entry | undefined;
  /** The entry of an address, made when there is none. */ open(protocol: string, wireAddress: string): Entry;
  bind(entry: Entry, device: BoundDevice): void;
  unbind(entry: Entry): void;
  /** Drops an entry of which nothing is stored. */ forget(entry: Entry): void;
  boundDevice(deviceId: string, body: JsonObject): BoundDevice;
  /** Where readings of a device without address are judged: an entry without one. */
  judgedAt(deviceId: string, body: JsonObject): Entry;
  /** A device without address has changed; null: it is gone, or it has one now. */
  rejudge(deviceId: string, device: BoundDevice | null): void;
  /** Entries of devices without address. */ readonly judged: ReadonlyMap<string, Entry>;
  /** Applies changed rules; what they no longer say is taken back at the next tick. */ rulesChanged(): Promise<void>;
  /** The entry's state, read again when a commit has failed. */ stateOf(entry: Entry): Promise<DeviceState>;
  /** What to store of it. */ storedOf(entry: Entry, state: DeviceState): JsonObject;
  /** From when on its silence counts. */ silentSince(entry: Entry, state: DeviceState): number;
  /** Works out again when its presence is due. */ reschedule(entry: Entry): void;
  /** The clock was set back: nothing of the entry happened later than now. In its lane. */ setBack(entry: Entry): void;
};

const COMPONENTS_MAX = 1_024;
const STRANGER_COMPONENTS_MAX = 8;
const strangerRules: DeviceRules = { offlineAfterMs: 0, linkGraceMs: 0, componentsMax: STRANGER_COMPONENTS_MAX };

/** Protocol of the entry of a device without address, whose readings come over the API. */
const NO_PROTOCOL = "-";
export const hasNoAddress = ({ protocol }: Entry): boolean => protocol === NO_PROTOCOL;

export const rulesOf = (entry: Entry): DeviceRules => entry.device?.rules ?? strangerRules;

/** Loads every registered device and every stranger that has spoken. */
export const loadDeviceBook = async (deps: EngineDeps, gaps: () => readonly Gap[]): Promise<DeviceBook> => {
  const { tenant, store, platformCode } = deps;
  const startedAt = deps.clock();
  const entries = new Map<string, Entry>();
  const byDevice = new Map<string, Entry>();
  const judged = new Map<string, Entry>();
  /** How many devices are behind each gateway. */ const behind = new Map<string, number>();
  const countBehind = (device: BoundDevice | null, by: 1 | -1): void => {
    if (device === null || device.gatewayId === "") return;
    const count = (behind.get(device.gatewayId) ?? 0) + by;
    if (count > 0) behind.set(device.gatewayId, count);
    else behind.delete(device.gatewayId);
  };
  const ruleBook = createRuleBook(deps);
  await ruleBook.load();
  let strangers = 0;

  const boundDevice: DeviceBook["boundDevice"] = (deviceId, body) => {
    const period = body.expectedPeriodSeconds;
    const periodMs = typeof period === "number" && period > 0 ? period * 1_000 : deps.expectedPeriodMs;
    const [unitId, type] = [String(body.unitId ?? ""), String(body.type ?? "")];
    return {
      deviceId,
      unitId,
      manufacturer: String(body.manufacturer ?? ""),
      installedOn: String(body.installedOn ?? ""),
      own: body.platformCode === platformCode,
      type,
      protocol: String(body.protocol ?? ""),
      profileId: String(body.profileId ?? ""),
      gatewayId: String(body.gatewayId ?? ""),
      rules: {
        ...{ offlineAfterMs: 3 * periodMs, linkGraceMs: deps.linkGraceMs, componentsMax: COMPONENTS_MAX },
        timedOutAfterMs: deps.timedOutAfterMs,
        hazards: ruleBook.inForce(deviceId, unitId, type),
      },
      periodMs,
    };
  };

  const open: DeviceBook["open"] = (protocol, wireAddress) => {
    const key = `${protocol}/${wireAddress}`;
    let entry = entries.get(key);
    if (!entry) {
      entry = { ...newEntry(protocol, wireAddress), since: deps.clock() };
      entries.set(key, entry);
      strangers += 1;
    }
    return entry;
  };

  const silentSince: DeviceBook["silentSince"] = ({ since, device }, { presence: { heardAt } }) =>
    heardAt === null ? since : Math.max(since, countedFrom(heardAt, gaps(), device?.periodMs ?? 0));
  const reschedule: DeviceBook["reschedule"] = (entry) => {
    const { device, state, linkLostAt } = entry;
    if (state === null) {
      // What a failed commit has left of it only the store knows: the next tick reads it.
      entry.dueAt = Math.min(entry.dueAt, deps.clock());
      return;
    }
    const isWatched = device && !hasNoAddress(entry) && (device.own || state.presence.heardAt !== null);
    const presenceDue = isWatched
      ? presenceDueAt(state.presence, { since: silentSince(entry, state), linkLostAt }, device.rules)
      : Number.POSITIVE_INFINITY;
    entry.dueAt = Math.min(presenceDue, hazardsDue(entry));
  };

  const book: DeviceBook = {
    entries,
    wholeAt: startedAt,
    strangers: () => strangers,
    entryOf: (protocol, wireAddress) => entries.get(`${protocol}/${wireAddress}`),
    isGateway: (deviceId) => behind.has(deviceId),
    boundTo: (deviceId) => byDevice.get(deviceId),
    open,
    bind: (entry, device) => {
      if (entry.device === null) strangers -= 1;
      else byDevice.delete(entry.device.deviceId);
      countBehind(entry.device, -1);
      countBehind(device, 1);
      entry.device = device;
      byDevice.set(device.deviceId, entry);
    },
    unbind: (entry) => {
      if (entry.device === null) return;
      byDevice.delete(entry.device.deviceId);
      countBehind(entry.device, -1);
      strangers += 1;
      Object.assign(entry, { device: null, state: newDeviceState, frames: 0, alarms: 0 });
      reschedule(entry);
      if (entry.links === 0) book.forget(entry);
    },
    forget: (entry) => {
      const isEmpty = entry.device === null && entry.frames === 0;
      if (!isEmpty || entries.get(entry.key) !== entry) return;
      entries.delete(entry.key);
      entry.isForgotten = true;
      strangers -= 1;
    },
    boundDevice,
    judged,
    judgedAt: (deviceId, body) => {
      const known = judged.get(deviceId);
      if (known) return known;
      const made = { ...newEntry(NO_PROTOCOL, deviceId), device: boundDevice(deviceId, body), state: null };
      judged.set(deviceId, made);
      return made;
    },
    rejudge: (deviceId, device) => {
      const entry = judged.get(deviceId);
      if (entry && device) entry.device = device;
      else judged.delete(deviceId);
    },
    rulesChanged: async () => {
      await ruleBook.load();
      for (const entry of [...byDevice.values(), ...judged.values()]) {
        const { device } = entry;
        if (device === null) continue;
        const hazards = ruleBook.inForce(device.deviceId, device.unitId, device.type);
        entry.device = { ...device, rules: { ...device.rules, hazards } };
        entry.dueAt = Math.min(entry.dueAt, hazardsDue(entry));
      }
    },
    stateOf: async (entry) => {
      if (entry.state) return entry.state;
      const row = await store.deviceState(tenant, entry.key);
      const device = hasNoAddress(entry) ? null : entry.device;
      const components = device ? await componentsOf(store, deps, device.deviceId) : undefined;
      const state = stateFrom(row?.state ?? null, components, deps.clock());
      entry.state = device && entry.isBehind ? await caughtUp(deps, device.deviceId, state, book.wholeAt) : state;
      return entry.state;
    },
    storedOf: (entry, state) =>
      entry.device ? storedState(state) : { ...state, frames: entry.frames, alarms: entry.alarms },
    silentSince,
    reschedule,
    setBack: (entry) => {
      const now = deps.clock();
      if (entry.state) entry.state = notAfter(entry.state, now);
      entry.since = Math.min(entry.since, now);
      if (entry.linkLostAt !== null) entry.linkLostAt = Math.min(entry.linkLostAt, now);
      reschedule(entry);
    },
  };

  const components = new Map<string, Record<string, ReturnType<typeof restoredComponent>>>();
  for (const row of await store.components(tenant, null)) {
    const own = components.get(row.deviceId) ?? {};
    components.set(row.deviceId, own);
    own[row.componentKey] = restoredComponent(row.id, row.status as Status);
  }
  book.wholeAt = await wholeUntil(deps);
  const heard = await heardSince(deps, book.wholeAt);
  const states = new Map((await store.deviceStates(tenant)).map((row) => [row.key, row.state]));
  for (const row of preferOwn(await store.registered(tenant), platformCode)) {
    if (entries.get(`${row.protocol}/${row.wireAddress}`)?.device) continue;
    const entry = open(row.protocol, row.wireAddress);
    book.bind(entry, boundDevice(row.deviceId, row.body));
    entry.state = withFrames(
      stateFrom(states.get(entry.key) ?? null, components.get(row.deviceId) ?? {}, startedAt),
      heard.get(entry.key) ?? [],
    );
    entry.isBehind = heard.has(entry.key);
    entry.since = entry.state.presence.heardAt === null ? startedAt : 0;
    states.delete(entry.key);
    reschedule(entry);
  }
  for (const [key, state] of states) {
    const slash = key.indexOf("/");
    if (key.startsWith(`${NO_PROTOCOL}/`)) {
      const deviceId = key.slice(slash + 1);
      const record = await store.record(tenant, "device", deviceId);
      if (record === null || byDevice.has(deviceId)) continue;
      const entry = book.judgedAt(deviceId, record.body);
      entry.state = stateFrom(state, undefined, startedAt);
      reschedule(entry);
      continue;
    }
    const entry = open(key.slice(0, slash), key.slice(slash + 1));
    entry.state = stateFrom(state, undefined, startedAt);
    Object.assign(entry, { frames: Number(state.frames), alarms: Number(state.alarms) });
  }
  return book;
};

const newEntry = (protocol: string, wireAddress: string): Entry => ({
  ...{ key: `${protocol}/${wireAddress}`, protocol, wireAddress, device: null, state: newDeviceState },
  ...{
    frames: 0,
    alarms: 0,
    links: 0,
    line: null,
    cameBy: null,
    linkLostAt: null,
    since: 0,
    dueAt: Number.POSITIVE_INFINITY,
  },
  ...{ isBehind: false, busy: null, isForgotten: false },
});

const hazardsDue = ({ device, state }: Entry): number =>
  device?.rules.hazards === undefined || state?.hazards === undefined
    ? Number.POSITIVE_INFINITY
    : hazardsDueAt(state.hazards, device.rules.hazards, (key) => state.components[key]?.id ?? key);

/** This platform's devices first: when another platform's device has the same address, ours is meant. */
const preferOwn = (rows: readonly RegisteredDevice[], platformCode: string): readonly RegisteredDevice[] => [
  ...rows.filter((row) => row.body.platformCode === platformCode),
  ...rows.filter((row) => row.body.platformCode !== platformCode),
];
