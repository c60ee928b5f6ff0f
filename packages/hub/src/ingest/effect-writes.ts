import type { Instant } from "@dianan/model";
import type { ChargingSession } from "../core/charging.ts";
import type { DeviceEffect } from "../core/device-effect.ts";
import type { DeviceState } from "../core/device-state.ts";
import { offsetTime } from "../core/offset-time.ts";
import { type AlarmContext, alarmMembers, type Members } from "../core/record-bodies.ts";
import type { ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import type { EngineDeps } from "./deps.ts";
import type { BoundDevice, Entry } from "./device-book.ts";

/** Where effects come from. */
export type Cause = {
  readonly at: Instant;
  /** Serial of the frame; 0 for what the hub computed. */ readonly serial: number;
  /** Id of the frame; null for what the hub computed. */ readonly evidence: string | null;
  /** False: the tenant asks for a better connection, so what it raises is marked. Absent: true. */
  readonly isTrusted?: boolean;
  /** Under which alarm a raised one is grouped, by its id; absent: none is. */ readonly rootIds?: ReadonlyMap<
    string,
    string
  >;
};

type Words = Pick<EngineDeps, "platformCode" | "utcOffsetMinutes" | "drivers">;

/** What the effects of a registered device write: records, and its readings. */
export const deviceWrites = (
  device: BoundDevice,
  effects: readonly DeviceEffect[],
  cause: Cause,
  words: Words,
): readonly Write[] => {
  const writeOf = (effect: DeviceEffect): Write => {
    const { deviceId, unitId } = device;
    const { at } = cause;
    switch (effect.kind) {
      case "measured":
        return {
          kind: "reading",
          row: { deviceId, at: effect.at as Instant, part: cause.serial, receivedAt: at, values: effect.values },
        };
      case "componentFound":
        return {
          kind: "put",
          record: "component",
          id: effect.id,
          set: componentBody(device, effect, words),
          at,
          how: "create",
        };
      case "session":
        return sessionWrite(device, effect.componentId, effect.session, at);
      case "componentStatus":
        return { kind: "put", record: "component", id: effect.id, set: { status: effect.status }, at, how: "merge" };
      case "alarm": {
        const set = alarmMembers(effect, alarmContext({ deviceId, unitId }, cause, words));
        const isRaised = effect.change.kind === "raised";
        const rootId = isRaised ? cause.rootIds?.get(effect.change.id) : undefined;
        const marked = isRaised && cause.isTrusted === false ? { ...set, unverified: true } : set;
        return {
          kind: "put",
          record: "alarm",
          id: effect.change.id,
          set: marked,
          at,
          how: isRaised ? "create" : "merge",
          ...(rootId === undefined ? {} : { rootId }),
        };
      }
      case "device":
        return {
          kind: "put",
          record: "device",
          id: deviceId,
          set: managedMembers(effect, words.utcOffsetMinutes),
          at,
          how: "merge",
        };
    }
  };
  return effects.map(writeOf);
};

const sessionWrite = (
  { deviceId, unitId }: BoundDevice,
  componentId: string | null,
  session: ChargingSession,
  receivedAt: Instant,
): Write => ({
  kind: "session",
  row: { ...session, deviceId, unitId, componentId: componentId ?? deviceId },
  receivedAt,
});

/** Members of a device record that the hub keeps, once it has heard the device. */
export const managedMembers = (
  {
    presence,
    status,
    lastSeenAt,
  }: Pick<Extract<DeviceEffect, { kind: "device" }>, "presence" | "status" | "lastSeenAt">,
  utcOffsetMinutes: number,
): Members => ({
  presence,
  status,
  ...(lastSeenAt === null ? {} : { lastSeenAt: offsetTime(lastSeenAt, utcOffsetMinutes) }),
});

/** Words for a component of a protocol that the hub does not speak. */
const plainWords = (key: string): ReturnType<ProtocolDriver["describeComponent"]> => ({
  type: "component",
  name: `部件 ${key}`.slice(0, 100),
  address: key,
});

const componentBody = (
  { deviceId, protocol, manufacturer, installedOn }: BoundDevice,
  effect: Extract<DeviceEffect, { kind: "componentFound" }>,
  { drivers }: Words,
): Members => {
  const { type, name, address } = drivers.get(protocol)?.describeComponent(effect.key) ?? plainWords(effect.key);
  const note = effect.note.trim().slice(0, 100);
  return {
    name: note === "" ? name : note,
    address,
    deviceId,
    manufacturer,
    installedOn,
    status: effect.status,
    type,
    componentKey: effect.key,
  };
};

const alarmContext = (
  device: AlarmContext["device"],
  cause: Cause,
  { platformCode, utcOffsetMinutes }: Words,
): AlarmContext => ({ device, platformCode, receivedAt: cause.at, evidence: cause.evidence, utcOffsetMinutes });

/**
 * Alarms that a stranger's frame raised, kept as unclaimed. They have no device and no unit: nothing of a stranger touches
 * a unit's data (SEC-DEV-01). Repeats stay in the stranger's state until somebody registers it.
 */
export const strangerAlarms = (
  entry: Entry,
  effects: readonly DeviceEffect[],
  cause: Cause,
  words: Words,
): readonly JsonObject[] =>
  effects.flatMap((effect) => {
    if (effect.kind !== "alarm" || effect.change.kind !== "raised") return [];
    const body = alarmMembers(effect, alarmContext(null, cause, words));
    return [{ id: effect.change.id, protocol: entry.protocol, wireAddress: entry.wireAddress, ...body }];
  });

/** What a stranger's state adds to the records when its address becomes a device's: its components, repeats, recoveries. */
export const adoptedWrites = (
  device: BoundDevice,
  state: DeviceState,
  cause: Cause,
  words: Words,
): readonly Write[] => {
  const found = Object.entries(state.components).map(
    ([key, { id, shown }]): DeviceEffect => ({ kind: "componentFound", key, id, note: "", status: shown }),
  );
  const time = (at: number): string => offsetTime(at, words.utcOffsetMinutes);
  const changed = Object.values(state.slots).flatMap(({ open }): readonly Write[] => {
    if (open === null || (open.repeats === 0 && open.recoveredAt === null)) return [];
    const set = {
      repeats: open.repeats,
      lastOccurredAt: time(open.lastOccurredAt),
      ...(open.recoveredAt === null ? {} : { recoveredAt: time(open.recoveredAt) }),
    };
    return [{ kind: "put", record: "alarm", id: open.id, set, at: cause.at, how: "merge" }];
  });
  const sessions = Object.entries(state.sessions ?? {}).flatMap(([key, { open, last }]) =>
    [last, open].flatMap((one) =>
      one === null ? [] : [sessionWrite(device, state.components[key]?.id ?? null, one, cause.at)],
    ),
  );
  return [...deviceWrites(device, found, cause, words), ...changed, ...sessions];
};
