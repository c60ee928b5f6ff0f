import { type Instant, isAlarmType } from "@dianan/model";
import { stepAlarmLife } from "../core/alarm-life.ts";
import { type AlarmFacts, alarmFacts, dueMs } from "../core/alarm-life-state.ts";
import { alarmTimesNotAfter } from "../core/alarm-set-back.ts";
import type { OpenAlarm } from "../core/alarm-slot.ts";
import { isStillOver } from "../core/alarm-value.ts";
import type { DeviceInput } from "../core/device.ts";
import type { DeviceState } from "../core/device-state.ts";
import { slotKey } from "../core/device-status.ts";
import { offsetTime } from "../core/offset-time.ts";
import { told } from "../ports/act.ts";
import type { RecordChange } from "../ports/live.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import type { EngineDeps } from "./deps.ts";
import type { Plan } from "./record-plan.ts";
import type { RecordView } from "./record-view.ts";

type Act = Extract<RecordChange, { readonly kind: "act" }>;
type Restored = Omit<Extract<DeviceInput, { readonly kind: "alarmRestored" }>, "kind">;

/** Devices on the wire, as they will be after what is planned so far. */
export type AlarmDevices = {
  /** The alarm no longer stands for the core; returns what that writes. */
  clear(deviceId: unknown, id: string): Promise<readonly Write[]>;
  restore(deviceId: string, input: Restored): Promise<readonly Write[]>;
  /** Null: the device is not on the wire here. */ state(deviceId: string): Promise<DeviceState | null>;
};

/** Readings looked through for the newest one of the alarm's component and quantity. */
const READINGS_MAX = 500;
/** Alarms looked through for another one that stands. */
const ALARMS_MAX = 500;

const text = (body: JsonObject, member: string): string => {
  const value = body[member];
  return typeof value === "string" ? value : "";
};

/** Plans what people do to alarms: the life's step, the record, the device's slot, the history and the audit entry in one batch. */
export const createAlarmPlanner = (
  deps: EngineDeps,
  at: Instant,
  view: RecordView,
  devices: AlarmDevices,
): ((act: Act) => Promise<Plan>) => {
  const { store, tenant } = deps;

  /** Key of the alarm's component in the core; undefined when the core does not know it. */
  const componentKey = (state: DeviceState, body: JsonObject): string | null | undefined => {
    const id = text(body, "componentId");
    if (id === "") return null;
    return Object.keys(state.components).find((key) => state.components[key]?.id === id);
  };

  const isOver = async (body: JsonObject): Promise<boolean | null> => {
    const query = { deviceId: text(body, "deviceId"), from: null, to: null, after: null, limit: READINGS_MAX };
    return isStillOver(body, (await store.readings(tenant, query)).items);
  };

  const hasSuccessor = async (id: string, body: JsonObject): Promise<boolean> => {
    const deviceId = text(body, "deviceId");
    const { type } = body;
    const state = await devices.state(deviceId);
    const key = state === null ? undefined : componentKey(state, body);
    if (state !== null && isAlarmType(type) && key !== undefined && state.slots[slotKey(type, key)]?.open) return true;
    const page = await store.page(tenant, {
      ...{ kind: "alarm", after: null, limit: ALARMS_MAX, where: { deviceId }, withDeleted: false },
      ...{ updatedFrom: null, updatedTo: null },
    });
    return page.items.some(
      (other) =>
        other.id !== id &&
        alarmFacts(other.body).isRaised &&
        other.body.type === type &&
        text(other.body, "componentId") === text(body, "componentId"),
    );
  };

  const due = async (body: JsonObject, facts: AlarmFacts): Promise<number | null> => {
    const device = await view.get("device", text(body, "deviceId"));
    return dueMs(facts.class, text(body, "type"), text(device ?? {}, "type"), deps.dueDays);
  };

  const restored = async (id: string, body: JsonObject): Promise<readonly Write[]> => {
    const deviceId = text(body, "deviceId");
    const state = await devices.state(deviceId);
    const component = state === null ? undefined : componentKey(state, body);
    if (!isAlarmType(body.type) || component === undefined) return [];
    const time = (member: string): number => Date.parse(text(body, member)) || 0;
    const open: OpenAlarm = {
      id,
      occurredAt: time("occurredAt"),
      lastOccurredAt: time("lastOccurredAt") || time("occurredAt"),
      repeats: typeof body.repeats === "number" ? body.repeats : 0,
      recoveredAt: time("recoveredAt") || null,
      by: body.class === "offline" ? "hub" : "device",
    };
    return devices.restore(deviceId, { type: body.type, component, open });
  };

  return async ({ id, act, by, via, who, circumstance, also = [] }) => {
    const [body, life] = await Promise.all([view.get("alarm", id), view.life(id)]);
    if (body === null || life === null) return { writes: [], status: null, refusal: "not-found" };
    const facts = alarmFacts(body);
    const asksValue = (act.kind === "close" || act.kind === "confirmRecovery") && facts.isRaised && !facts.isRecovered;
    const step = stepAlarmLife(life, act, {
      ...facts,
      ...{ at, by, via },
      isOver: asksValue ? await isOver(body) : null,
      hasSuccessor: act.kind === "reopen" && life.closure?.hasCleared === true && (await hasSuccessor(id, body)),
      due: act.kind === "reopen" || act.kind === "setBack" ? await due(body, facts) : null,
    });
    if (!step.ok) return { writes: [], status: null, refusal: step.refusal.code, why: step.refusal };
    if (step.entries.length === 0) return { writes: [], status: "unchanged", refusal: null };
    const time = offsetTime(at, deps.utcOffsetMinutes);
    // What another platform says of its alarm is its word.
    const isOwn = body.platformCode === deps.platformCode;
    const set =
      act.kind === "setBack" ? (isOwn ? alarmTimesNotAfter(body, at, time) : {}) : membersOf(step.record, time);
    view.set("alarm", id, { ...body, ...set });
    view.setLife(id, step.life);
    const { life: next, entries } = step;
    const put: Write = {
      ...{ kind: "put", record: "alarm", id, set, at, how: "merge", by },
      handling: { life: next, entries },
    };
    const more =
      step.record === "clear"
        ? await devices.clear(body.deviceId, id)
        : step.record === "restore"
          ? await restored(id, body)
          : [];
    // What a storm groups is told in the alarm's own history; it is nobody's act.
    if (act.kind === "group") return { writes: [put], status: null, refusal: null };
    const reason = "reason" in act ? act.reason : "";
    const entry = told(who, `alarm.${act.kind}`, `alarm:${id}`, "done", { ...circumstance, now: at }, reason);
    return { writes: [put, ...more, ...also, entry], status: null, refusal: null };
  };
};

const membersOf = (record: "clear" | "restore" | null, time: string): JsonObject => {
  if (record === "clear") return { state: "cleared", clearedAt: time };
  return record === "restore" ? { state: "raised", clearedAt: null } : {};
};
