import { type Presence, UPLOAD_PERIOD_MAX_MS } from "@dianan/model";

/** Whether a device is heard (在线状态). Times are integer milliseconds UTC. */
export type PresenceState = {
  readonly kind: Presence;
  /** Last valid frame; null: never heard. */ readonly heardAt: number | null;
};

export type PresenceRules = {
  /** Silence that makes a device offline, milliseconds. */ readonly offlineAfterMs: number;
  /** A closed link counts as lost after this: a reconnect or a sleeping device is not offline. Milliseconds. */
  readonly linkGraceMs: number;
  /** Silence that makes a device timed-out offline; absent, and at most: 6 h (EF-4.4.2). Milliseconds. */
  readonly timedOutAfterMs?: number | undefined;
};

const timedOutAfterMs = (rules: PresenceRules): number =>
  Math.min(rules.timedOutAfterMs ?? UPLOAD_PERIOD_MAX_MS, UPLOAD_PERIOD_MAX_MS);

export type PresenceInput =
  | { readonly kind: "heard"; readonly at: number }
  | {
      readonly kind: "tick";
      readonly at: number;
      /** Silence before this is not counted: start of the hub, or the device's registration. */ readonly since: number;
      /** When its last link closed; null while one is open or none has been since the hub's start. */
      readonly linkLostAt: number | null;
    };

type Tick = Extract<PresenceInput, { readonly kind: "tick" }>;

const rank: { readonly [P in Presence]: number } = { online: 0, offline: 1, timedOut: 2 };

/** A device that was registered and has not been heard yet. */
export const neverHeard: PresenceState = { kind: "offline", heardAt: null };

/**
 * One step of a device's presence. Any valid frame makes it online; time alone makes it offline, and timed-out offline
 * after 6 h, or sooner where its operator wants that (EF-4.4.2). Time never makes it better: only hearing it does.
 */
export const stepPresence = (now: PresenceState, input: PresenceInput, rules: PresenceRules): PresenceState => {
  if (input.kind === "heard") return { kind: "online", heardAt: Math.max(now.heardAt ?? input.at, input.at) };
  const kind = kindAt(now, input, rules);
  return rank[kind] > rank[now.kind] ? { kind, heardAt: now.heardAt } : now;
};

const kindAt = (now: PresenceState, tick: Tick, rules: PresenceRules): Presence => {
  const silentMs = tick.at - silentFrom(now, tick.since);
  if (silentMs > timedOutAfterMs(rules)) return "timedOut";
  const linkLost = tick.linkLostAt !== null && tick.at - tick.linkLostAt > rules.linkGraceMs;
  return silentMs > rules.offlineAfterMs || linkLost ? "offline" : "online";
};

const silentFrom = (now: PresenceState, since: number): number => Math.max(now.heardAt ?? since, since);

/** The first instant at which a tick could change the presence; Infinity when only a frame can. */
export const presenceDueAt = (now: PresenceState, tick: Omit<Tick, "kind" | "at">, rules: PresenceRules): number => {
  if (now.kind === "timedOut") return Number.POSITIVE_INFINITY;
  const from = silentFrom(now, tick.since);
  const timedOutAt = from + timedOutAfterMs(rules) + 1;
  if (now.kind === "offline") return timedOutAt;
  const linkLostAt = tick.linkLostAt === null ? Number.POSITIVE_INFINITY : tick.linkLostAt + rules.linkGraceMs + 1;
  return Math.min(timedOutAt, from + rules.offlineAfterMs + 1, linkLostAt);
};
