import { hash } from "node:crypto";
import type { Instant, Status } from "@dianan/model";
import {
  type DeviceState,
  newDeviceState,
  restoredComponent,
  restoredState,
  withFrames,
} from "../core/device-state.ts";
import { notAfter } from "../core/set-back.ts";
import type { FrameRow } from "../ports/evidence.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import type { EngineDeps } from "./deps.ts";

/** Frames read at once. */
const PAGE = 2_000;

/** A frame as the device's ring remembers it: 96 bits of SHA-256. @param polledAt - receipt of what was asked for, else null */
export const digestOf = (bytes: Uint8Array, polledAt: number | null): string =>
  hash("sha256", polledAt === null ? bytes : Buffer.concat([bytes, Buffer.from(String(polledAt))]), "base64url").slice(
    0,
    16,
  );

/** Components of a stranger are in its state, those of a device in its records. Kept by a clock that was ahead, it is put right. */
export const stateFrom = (
  state: JsonObject | null,
  components: DeviceState["components"] | undefined,
  now: number,
): DeviceState =>
  state === null
    ? { ...newDeviceState, components: components ?? {} }
    : notAfter(
        restoredState(state, components ?? (state.components as DeviceState["components"] | undefined) ?? {}),
        now,
      );

export const componentsOf = async (
  store: Store,
  { tenant }: Pick<EngineDeps, "tenant">,
  deviceId: string,
): Promise<DeviceState["components"]> =>
  Object.fromEntries(
    (await store.components(tenant, deviceId)).map((row) => [
      row.componentKey,
      restoredComponent(row.id, row.status as Status),
    ]),
  );

/** Stored frames of a device, or of all, from a time on, oldest first. */
const framesSince = async (
  { store, tenant }: Pick<EngineDeps, "store" | "tenant">,
  deviceId: string | null,
  from: number,
): Promise<readonly FrameRow[]> => {
  const frames: FrameRow[] = [];
  let after: string | null = null;
  do {
    const query = { deviceId, protocol: null, from: from as Instant, to: null, after, limit: PAGE };
    const page: Awaited<ReturnType<Store["frames"]>> = await store.frames(tenant, query);
    frames.push(...page.items);
    after = page.next;
  } while (after !== null);
  return frames.reverse();
};

type Heard = { readonly at: number; readonly digest: string };
const heard =
  ({ drivers }: Pick<EngineDeps, "drivers">) =>
  ({ protocol, receivedAt, bytes }: FrameRow): Heard => {
    const driver = drivers.get(protocol);
    const isPolled = driver?.polling !== undefined || driver?.bus !== undefined || driver?.isUnnumbered === true;
    return { at: receivedAt, digest: digestOf(bytes, isPolled ? receivedAt : null) };
  };

/** A state that was read, with what its device has said since it was written. @param wholeAt - up to then it lacks nothing */
export const caughtUp = async (
  deps: EngineDeps,
  deviceId: string,
  state: DeviceState,
  wholeAt: number,
): Promise<DeviceState> => {
  const { heardAt } = state.presence;
  // What makes a device online is written with its state.
  if (heardAt === null) return state;
  return withFrames(state, (await framesSince(deps, deviceId, Math.max(heardAt, wholeAt))).map(heard(deps)));
};

/** What has been heard since a time, by address. */
export const heardSince = async (deps: EngineDeps, from: number): Promise<ReadonlyMap<string, readonly Heard[]>> => {
  const found = new Map<string, Heard[]>();
  for (const frame of await framesSince(deps, null, from)) {
    const key = `${frame.protocol}/${frame.wireAddress}`;
    const known = found.get(key);
    const one = heard(deps)(frame);
    if (known) known.push(one);
    else found.set(key, [one]);
  }
  return found;
};
