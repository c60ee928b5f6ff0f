import type { Instant } from "@dianan/model";
import type { AlarmRefusal } from "../core/alarm-act.ts";
import { stepDevice } from "../core/device.ts";
import type { DeviceState } from "../core/device-state.ts";
import { deviceStatus } from "../core/device-status.ts";
import type { RecordChange, RecordChangeResult } from "../ports/live.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { createAlarmPlanner } from "./alarm-plan.ts";
import type { EngineDeps } from "./deps.ts";
import { type BoundDevice, type DeviceBook, type Entry, rulesOf } from "./device-book.ts";
import { adoptedWrites, deviceWrites, managedMembers } from "./effect-writes.ts";
import { judgeReading, partOf } from "./reading-judge.ts";
import { checkReferences } from "./record-references.ts";
import type { RecordView } from "./record-view.ts";
import { planSent } from "./sent-plan.ts";

/** What one change writes, or why it is refused. */
export type Plan = {
  readonly writes: readonly Write[];
  /** Overrides the store's word for it. */ readonly status: RecordChangeResult["status"] | null;
  readonly refusal: string | null;
  /** Of what was overtaken by a newer one of its sender: the version of the record that is there, if any. */
  readonly supersededAt?: number | null;
  /** Of an act on an alarm. */ readonly why?: AlarmRefusal;
};

export type ChangePlanner = {
  plan(change: RecordChange): Promise<Plan>;
  /** States that changed, to be written with the same batch. */ finish(): readonly Write[];
  /** Brings the engine's maps in step, once the batch is durable. */ commit(): void;
  /** Forgets what was planned; touched states are read again. */ drop(): void;
};

type Upsert = Extract<RecordChange, { readonly kind: "upsert" }>;
type Delete = Extract<RecordChange, { readonly kind: "delete" }>;

const refused = (code: string): Plan => ({ writes: [], status: null, refusal: code });
const written = (...writes: readonly Write[]): Plan => ({ writes, status: null, refusal: null });

/** Plans the changes of one request, in the lanes of the devices it names. Nothing is changed before `commit`. */
export const createChangePlanner = (deps: EngineDeps, book: DeviceBook, view: RecordView): ChangePlanner => {
  const at = deps.clock();
  /** Bindings and states as they will be. */
  const bindings = new Map<Entry, BoundDevice | null>();
  const states = new Map<Entry, DeviceState>();
  /** Entries whose state need not be stored. */ const unstored = new Set<Entry>();
  /** Devices without address as they will be; null: deleted, or it has one now. */
  const judged = new Map<string, BoundDevice | null>();
  /** Where a device will be: the other way round of `bindings`. */ const places = new Map<string, Entry>();
  const bind = (entry: Entry, device: BoundDevice | null): void => {
    const before = bindings.get(entry);
    if (before && places.get(before.deviceId) === entry) places.delete(before.deviceId);
    bindings.set(entry, device);
    if (device) places.set(device.deviceId, entry);
  };
  const entryOfDevice = (deviceId: string): Entry | undefined => {
    const planned = places.get(deviceId);
    if (planned) return planned;
    const entry = book.boundTo(deviceId);
    return entry && !bindings.has(entry) ? entry : undefined;
  };
  /** Where alarms of a device are. */
  const placeOfDevice = (deviceId: string): Entry | undefined =>
    entryOfDevice(deviceId) ?? (judged.get(deviceId) === null ? undefined : book.judged.get(deviceId));
  const keep = (entry: Entry, state: DeviceState): void => {
    states.set(entry, state);
    unstored.delete(entry);
  };
  const deviceAt = (entry: Entry): BoundDevice | null =>
    bindings.has(entry) ? (bindings.get(entry) ?? null) : entry.device;
  const stateOf = async (entry: Entry): Promise<DeviceState> => states.get(entry) ?? (await book.stateOf(entry));

  /** Frees the address that a device had; returns its state, which goes with the device. */
  const release = async (
    deviceId: string,
  ): Promise<{ readonly state: DeviceState; readonly writes: readonly Write[] } | null> => {
    const entry = entryOfDevice(deviceId);
    if (!entry) return null;
    const state = await stateOf(entry);
    bind(entry, null);
    states.delete(entry);
    return { state, writes: [{ kind: "dropState", key: entry.key }] };
  };

  /** Ends the entry without address of a device; returns what was remembered there. */
  const unjudge = async (deviceId: string): Promise<{ state: DeviceState; writes: readonly Write[] } | null> => {
    const entry = book.judged.get(deviceId);
    if (!entry || judged.get(deviceId) === null) return null;
    const state = await stateOf(entry);
    states.delete(entry);
    judged.set(deviceId, null);
    return { state, writes: [{ kind: "dropState", key: entry.key }] };
  };

  const upsertDevice = async ({ id, body }: Upsert): Promise<Plan> => {
    const { protocol, wireAddress } = body;
    const put = (set: JsonObject): Write => ({ kind: "put", record: "device", id, set, at, how: "replace" });
    if (typeof protocol !== "string" || typeof wireAddress !== "string") {
      const freed = await release(id);
      if (book.judged.has(id)) judged.set(id, book.boundDevice(id, body));
      return written(put(body), ...(freed?.writes ?? []));
    }
    const entry = book.open(protocol, wireAddress);
    const device = book.boundDevice(id, body);
    const holder = deviceAt(entry);
    if (holder && holder.deviceId !== id) {
      if (holder.own && device.own) return refused("address-taken");
      // Two platforms may number their devices alike; the address is ours, or whose came first.
      if (!device.own || holder.own) return written(put(body));
    }
    const isNew = holder?.deviceId !== id;
    const moved = isNew ? await release(id) : null;
    const there = await stateOf(entry);
    const loose = await unjudge(id);
    const { slots, hazards } = { ...loose?.state };
    const here = loose ? { ...there, slots: { ...slots, ...there.slots }, ...(hazards ? { hazards } : {}) } : there;
    const state = moved ? { ...moved.state, slots: { ...there.slots, ...moved.state.slots } } : here;
    bind(entry, device);
    const status = deviceStatus(state.slots, state.presence.kind);
    keep(entry, { ...state, status });
    // Presence and status of what the hub hears itself are the hub's word.
    const isManaged = device.own || state.presence.heardAt !== null;
    const managed = isManaged
      ? managedMembers(
          { presence: state.presence.kind, status, lastSeenAt: state.presence.heardAt },
          deps.utcOffsetMinutes,
        )
      : {};
    const writes: Write[] = [put({ ...body, ...managed })];
    if (isNew) {
      writes.push(...(moved?.writes ?? []), ...(loose?.writes ?? []));
      writes.push({ kind: "claim", protocol, wireAddress, deviceId: id, unitId: device.unitId, at });
      if (!moved) writes.push(...adoptedWrites(device, there, { at, serial: 0, evidence: null }, deps));
    }
    return written(...writes);
  };

  const upsertComponent = async ({ id, body }: Upsert): Promise<Plan> => {
    const put = (set: JsonObject): Write => ({ kind: "put", record: "component", id, set, at, how: "replace" });
    const entry = entryOfDevice(String(body.deviceId));
    const key = body.componentKey;
    if (!entry || typeof key !== "string") return written(put(body));
    const state = await stateOf(entry);
    const known = Object.hasOwn(state.components, key) ? state.components[key] : undefined;
    if (known && known.id !== id) return refused("address-taken");
    const isHeard = known !== undefined && state.presence.heardAt !== null;
    const status = isHeard ? known.shown : (String(body.status) as DeviceState["status"]);
    const component = { id, reported: known?.reported ?? status, shown: status };
    const others = Object.entries(state.components).filter(([, other]) => other.id !== id);
    keep(entry, { ...state, components: { ...Object.fromEntries(others), [key]: component } });
    return written(put({ ...body, status }));
  };

  /** What the core does about an alarm of a device; the alarm's own record is written by who changed it. */
  const stepAlarm = async (deviceId: string, input: Parameters<typeof stepDevice>[1]): Promise<readonly Write[]> => {
    const entry = placeOfDevice(deviceId);
    const device = entry && deviceAt(entry);
    if (!entry || !device) return [];
    const step = stepDevice(await stateOf(entry), input, rulesOf(entry));
    keep(entry, step.state);
    const others = step.effects.filter((effect) => effect.kind !== "alarm");
    return deviceWrites(device, others, { at, serial: 0, evidence: null }, deps);
  };
  /** An alarm that a person or platform has cleared or deleted is no longer open for the core either. */
  const closeAlarm = async (deviceId: unknown, id: string): Promise<readonly Write[]> =>
    typeof deviceId === "string" ? stepAlarm(deviceId, { kind: "alarmCleared", id, at }) : [];

  const upsertAlarm = async ({ id, body }: Upsert): Promise<Plan> => {
    const isParked = (await view.get("device", String(body.deviceId))) === null;
    const put: Write = { kind: "put", record: "alarm", id, set: body, at, how: "replace" };
    const more = body.state === "cleared" ? await closeAlarm(body.deviceId, id) : [];
    return { writes: [put, ...more], status: isParked ? "parked" : null, refusal: null };
  };

  const upsert = async (change: Upsert): Promise<Plan> => {
    const { id: _, ...body } = change.body;
    const clean: Upsert = { ...change, body };
    const refusal = await checkReferences(clean, view, deps);
    if (refusal !== null) return refused(refusal);
    const plan = await planUpsert(clean);
    if (plan.refusal !== null) return plan;
    view.set(change.record, change.id, body);
    const { ifVersion, by } = change;
    // What follows from a change, such as a status, is the hub's own doing.
    const mark = { ...(ifVersion === undefined ? {} : { ifVersion }), ...(by === undefined ? {} : { by }) };
    const writes = plan.writes.map(
      (write, n): Write => (n === 0 && write.kind === "put" ? { ...write, ...mark } : write),
    );
    return { ...plan, writes: [...writes, ...(change.also ?? [])] };
  };

  const planUpsert = async (change: Upsert): Promise<Plan> => {
    switch (change.record) {
      case "device":
        return upsertDevice(change);
      case "component":
        return upsertComponent(change);
      case "alarm":
        return upsertAlarm(change);
      case "operator":
      case "unit":
        return written({ kind: "put", record: change.record, id: change.id, set: change.body, at, how: "replace" });
    }
  };

  const remove = async ({ record, id, by }: Delete): Promise<Plan> => {
    const body = await view.get(record, id);
    if (body === null) return refused("not-found");
    view.set(record, id, null);
    const writes: Write[] = [{ kind: "delete", record, id, at, ...(by === undefined ? {} : { by }) }];
    if (record === "device")
      writes.push(...((await release(id))?.writes ?? []), ...((await unjudge(id))?.writes ?? []));
    if (record === "alarm") writes.push(...(await closeAlarm(body.deviceId, id)));
    if (record === "component") await forgetComponent(String(body.deviceId), id);
    return written(...writes);
  };

  const forgetComponent = async (deviceId: string, id: string): Promise<void> => {
    const entry = entryOfDevice(deviceId);
    if (!entry) return;
    const state = await stateOf(entry);
    const components = Object.fromEntries(Object.entries(state.components).filter(([, one]) => one.id !== id));
    keep(entry, { ...state, components });
  };

  const takeReading = async (change: Extract<RecordChange, { readonly kind: "reading" }>): Promise<Plan> => {
    const { deviceId, component, quantity, value } = change;
    const body = await view.get("device", deviceId);
    if (body === null) return refused("unknown-device");
    if (component !== null && (await view.get("component", component))?.deviceId !== deviceId)
      return refused("wrong-component");
    const row = {
      deviceId,
      at: change.at as Instant,
      part: partOf(`${component ?? ""} ${quantity} ${value}`),
      receivedAt: at,
      values: [{ component, quantity, value, quality: "good" }],
    };
    const entry = entryOfDevice(deviceId) ?? book.judgedAt(deviceId, body);
    const device = deviceAt(entry) ?? book.boundDevice(deviceId, body);
    const done = judgeReading(deps, { entry, device, state: await stateOf(entry) }, change, at);
    if (done !== null) {
      if (!done.isKept && (!states.has(entry) || unstored.has(entry))) unstored.add(entry);
      else unstored.delete(entry);
      states.set(entry, done.state);
    }
    return { writes: [{ kind: "reading", row }, ...(done?.writes ?? [])], status: "created", refusal: null };
  };

  const planAct = createAlarmPlanner(deps, at, view, {
    clear: closeAlarm,
    restore: (deviceId, input) => stepAlarm(deviceId, { kind: "alarmRestored", ...input }),
    state: async (deviceId) => {
      const entry = placeOfDevice(deviceId);
      return entry ? stateOf(entry) : null;
    },
  });

  return {
    plan: (change) => {
      switch (change.kind) {
        case "act":
          return planAct(change);
        case "upsert":
          return planSent(view, change, () => upsert(change));
        case "delete":
          return planSent(view, change, () => remove(change));
        case "reading":
          return takeReading(change);
      }
    },
    finish: () =>
      [...states]
        .filter(([entry]) => !unstored.has(entry))
        .map(([entry, state]) => ({
          kind: "deviceState",
          row: { key: entry.key, state: book.storedOf({ ...entry, device: deviceAt(entry) }, state) },
        })),
    commit: () => {
      for (const [entry, device] of bindings) if (device === null) book.unbind(entry);
      for (const [entry, device] of bindings) {
        if (device === null) continue;
        if (entry.device === null) entry.since = at;
        book.bind(entry, device);
      }
      for (const [entry, state] of states)
        Object.assign(entry, { state, isBehind: entry.isBehind && unstored.has(entry) });
      for (const [deviceId, device] of judged) book.rejudge(deviceId, device);
      for (const entry of new Set([...bindings.keys(), ...states.keys()])) book.reschedule(entry);
    },
    drop: () => {
      for (const entry of states.keys()) book.reschedule(Object.assign(entry, { state: null }));
      for (const entry of bindings.keys()) book.forget(entry);
    },
  };
};
