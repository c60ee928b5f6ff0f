import type { Status } from "@dianan/model";
import type { PortSessions } from "./charging.ts";
import type { Slots } from "./device-status.ts";
import { type Hazards, storedHazards } from "./hazards.ts";
import { neverHeard, type PresenceState } from "./presence.ts";

/** Frames whose digests are remembered per device: a resend among them changes nothing. */
const REMEMBERED_FRAMES = 16;
/** Every digest is so many characters long. */
const DIGEST_LENGTH = 16;

/** What is known of a component between two frames. */
export type ComponentState = {
  /** Id of its record. */ readonly id: string;
  /** What the device last said. */ readonly reported: Status;
  /** What its record says. */ readonly shown: Status;
};

/** A device between two inputs. Plain JSON. */
export type DeviceState = {
  readonly version: 1;
  readonly presence: PresenceState;
  readonly status: Status;
  /** Digests of the last 16 frames, 16 characters each, oldest first: one text, because it is made anew with each frame. */
  readonly digests: string;
  readonly slots: Slots;
  /** What the hub's own rules remember; absent: nothing. */ readonly hazards?: Hazards;
  /** Charging sessions of its ports, by component key; absent: it has told of none. */
  readonly sessions?: { readonly [key: string]: PortSessions };
  /** By component key. Not part of what is stored: the component records are. */
  readonly components: { readonly [key: string]: ComponentState };
};

/** A device that was just registered. */
export const newDeviceState: DeviceState = {
  version: 1,
  presence: neverHeard,
  status: "offline",
  digests: "",
  slots: {},
  components: {},
};

/** What is written after each frame: small, because it is written whole. */
export const storedState = ({ components: _, hazards, ...rest }: DeviceState): Omit<DeviceState, "components"> => {
  const kept = hazards === undefined ? undefined : storedHazards(hazards);
  return kept === undefined ? rest : { ...rest, hazards: kept };
};

/**
 * The state as read back, with the components of the device's records.
 *
 * @throws TypeError for a version that this release does not know
 */
export const restoredState = (
  stored: { readonly [member: string]: unknown },
  components: DeviceState["components"],
): DeviceState => {
  if (stored.version !== 1) throw new TypeError(`device state: version ${String(stored.version)} is unknown`);
  return { ...(stored as Omit<DeviceState, "components">), components };
};

/** A component as its record says it: an alarm that is shown may be an open alarm's, not what was reported. */
export const restoredComponent = (id: string, shown: Status): ComponentState => ({
  id,
  reported: shown === "alarm" || shown === "fault" ? "normal" : shown,
  shown,
});

/** True when a frame with this digest is among those remembered. */
export const hasDigest = ({ digests }: DeviceState, digest: string): boolean => {
  for (let at = digests.indexOf(digest); at >= 0; at = digests.indexOf(digest, at + 1))
    if (at % DIGEST_LENGTH === 0) return true;
  return false;
};

/** The digests with one more; the oldest is forgotten. @throws RangeError for a digest of another length */
export const withDigest = ({ digests }: DeviceState, digest: string): string => {
  if (digest.length !== DIGEST_LENGTH) throw new RangeError(`digest: ${digest.length} characters`);
  return digests.slice((1 - REMEMBERED_FRAMES) * DIGEST_LENGTH) + digest;
};

/** Nothing of them is stored. */
const isForgotten = (hazards: Hazards | undefined): boolean =>
  hazards === undefined || storedHazards(hazards) === undefined;

/**
 * Whether nothing has changed but when the device was heard and which frames are remembered: that can be read from its stored
 * frames again.
 */
export const isOnlyHeard = (before: DeviceState, after: DeviceState): boolean =>
  before.presence.kind === after.presence.kind &&
  before.status === after.status &&
  before.slots === after.slots &&
  (before.hazards === after.hazards || (isForgotten(before.hazards) && isForgotten(after.hazards))) &&
  before.sessions === after.sessions &&
  before.components === after.components;

/** A state with frames that were stored after it was written, oldest first; those before that it knows, or has forgotten. */
export const withFrames = (
  state: DeviceState,
  frames: readonly { readonly at: number; readonly digest: string }[],
): DeviceState => {
  const writtenAt = state.presence.heardAt ?? Number.NEGATIVE_INFINITY;
  let next = state;
  for (const { at, digest } of frames) {
    if (at < writtenAt) continue;
    const { kind, heardAt } = next.presence;
    const digests = hasDigest(next, digest) ? next.digests : withDigest(next, digest);
    next = { ...next, digests, presence: { kind, heardAt: Math.max(heardAt ?? at, at) } };
  }
  return next;
};
