import { type AlarmType, alarmTypes, type ModelEvent } from "@dianan/model";
import { emptySlot, type OpenAlarm, type SlotInput, stepAlarmSlot } from "./alarm-slot.ts";
import { type ChargingInput, noSessions, stepPort } from "./charging.ts";
import type { DeviceEffect } from "./device-effect.ts";
import { boundedSlots } from "./device-slots.ts";
import { type ComponentState, type DeviceState, hasDigest, withDigest } from "./device-state.ts";
import { componentStatus, deviceStatus, slotKey, slotParts } from "./device-status.ts";
import { hazardSlot } from "./hazard-slot.ts";
import { type HazardStep, type JudgedReading, judgeReadings, judgeTime } from "./hazards.ts";
import { type PresenceInput, type PresenceRules, stepPresence } from "./presence.ts";
import { goodReadings, groupReadings } from "./readings.ts";
import type { RulesInForce } from "./rule-levels.ts";
import type { Step } from "./step.ts";

/** Limits of one device: its presence, and how many components get a record. A frame is unauthenticated, so that has a bound. */
export type DeviceRules = PresenceRules & {
  readonly componentsMax: number;
  /** What its readings are judged by (EF-2.2); absent: nothing. */ readonly hazards?: RulesInForce;
};

type Now = { readonly at: number; readonly nextId: () => string };

export type DeviceInput =
  /** A valid frame, with what the codec made of it. */
  | {
      readonly kind: "frame";
      readonly at: number;
      /** 16 characters that tell its bytes from any other's. */ readonly digest: string;
      readonly events: readonly ModelEvent[];
      /** Ids for new records: an input, so that the step stays pure. */ readonly nextId: () => string;
    }
  | (Extract<PresenceInput, { readonly kind: "tick" }> & { readonly nextId: () => string })
  /** Readings that came another way than by frame, already stored: they are judged, and say nothing of its presence. */
  | (Now & { readonly kind: "readings"; readonly readings: readonly JudgedReading[] })
  /** Time has passed for its rules; its presence is not looked at. */
  | (Now & { readonly kind: "look" })
  /** A person or platform has cleared an alarm. */
  | { readonly kind: "alarmCleared"; readonly id: string; readonly at: number }
  /** A person has opened again what was closed while it stood. `component`: its key; null: the device as a whole. */
  | {
      readonly kind: "alarmRestored";
      readonly type: AlarmType;
      readonly component: string | null;
      readonly open: OpenAlarm;
    };

/** True when this frame was taken before: it is confirmed again and adds nothing (SEC-DEV-06). */
export const isRepeat = (state: DeviceState, digest: string): boolean => hasDigest(state, digest);

type Draft = {
  state: DeviceState;
  readonly effects: DeviceEffect[];
  /** The device's own words for components that are new, by key; absent: none is. */ found?: Map<string, string>;
  readonly rules: DeviceRules;
};

/** One step of a device: a frame, a second that has passed, or an alarm that a person has cleared or opened again. */
export const stepDevice = (
  state: DeviceState,
  input: DeviceInput,
  rules: DeviceRules,
): Step<DeviceState, DeviceEffect> => {
  const draft: Draft = { state, effects: [], rules };
  switch (input.kind) {
    case "frame":
      hear(draft, input.at, isRepeat(state, input.digest) ? state.digests : withDigest(state, input.digest));
      if (draft.state.digests !== state.digests) takeFrame(draft, input);
      break;
    case "tick":
      watch(draft, input);
      look(draft, input);
      break;
    case "look":
      look(draft, input);
      break;
    case "readings":
      judge(draft, input.readings, input);
      break;
    case "alarmCleared":
      clearAlarm(draft, input.id, input.at);
      break;
    case "alarmRestored":
      changeSlot(draft, input.type, input.component, { kind: "restored", open: input.open });
      break;
  }
  return { effects: settle(draft, state), state: draft.state };
};

const hear = (draft: Draft, at: number, digests: string): void => {
  const presence = stepPresence(draft.state.presence, { kind: "heard", at }, draft.rules);
  draft.state = { ...draft.state, presence, digests };
  if (draft.state.slots.offline?.open?.by === "hub") changeSlot(draft, "offline", null, { kind: "cleared", at });
};

const watch = (draft: Draft, tick: Extract<DeviceInput, { readonly kind: "tick" }>): void => {
  const before = draft.state.presence;
  const presence = stepPresence(before, tick, draft.rules);
  if (presence === before) return;
  draft.state = { ...draft.state, presence };
  // A device that was never heard is waiting to be installed: it is shown as offline, which is no alarm yet.
  if (presence.heardAt === null || draft.state.slots.offline?.open) return;
  changeSlot(draft, "offline", null, {
    kind: "present",
    at: null,
    receivedAt: tick.at,
    by: "hub",
    momentary: false,
    nextId: tick.nextId,
  });
};

const takeFrame = (draft: Draft, input: Extract<DeviceInput, { readonly kind: "frame" }>): void => {
  for (const event of input.events) takeEvent(draft, event, input);
  draft.effects.push(
    ...groupReadings(input.events, input.at, (key) => (key === null ? null : (component(draft, key)?.id ?? null))),
  );
  if (draft.rules.hazards !== undefined)
    judge(
      draft,
      goodReadings(input.events, input.at, (key) => component(draft, key)?.id),
      input,
    );
};

const judge = (draft: Draft, readings: readonly JudgedReading[], now: Now): void => {
  const { hazards: rules } = draft.rules;
  if (rules !== undefined) takeHazards(draft, judgeReadings(draft.state.hazards ?? {}, readings, now.at, rules), now);
};

const look = (draft: Draft, now: Now): void => {
  const { hazards: rules } = draft.rules;
  if (rules === undefined || draft.state.hazards === undefined) return;
  const idOf = (key: string): string => component(draft, key)?.id ?? key;
  takeHazards(draft, judgeTime(draft.state.hazards, now.at, rules, idOf), now);
};

const takeHazards = (draft: Draft, { hazards, changes }: HazardStep, now: Now): void => {
  if (hazards !== draft.state.hazards) draft.state = { ...draft.state, hazards };
  for (const change of changes) {
    const slot = draft.state.slots[slotKey(change.type, change.component)];
    const told = hazardSlot(slot?.open ?? null, change, now);
    if (told !== null) changeSlot(draft, change.type, change.component, told.input, told.cause);
  }
};

const takeEvent = (
  draft: Draft,
  event: ModelEvent,
  { at: receivedAt, nextId }: { readonly at: number; readonly nextId: () => string },
): void => {
  switch (event.kind) {
    case "reading":
      if (event.component === null) return;
      findComponent(draft, event.component, "", nextId);
      if (event.quantity === "activePower" && event.quality === "good" && draft.state.sessions !== undefined)
        changeSessions(draft, event.component, { kind: "power", power: event.value });
      return;
    case "session":
      findComponent(draft, event.component, "", nextId);
      changeSessions(draft, event.component, { kind: "told", event, now: receivedAt, nextId });
      return;
    case "componentState": {
      findComponent(draft, event.component, event.note, nextId);
      const known = component(draft, event.component);
      if (known && known.reported !== event.status)
        setComponent(draft, event.component, { ...known, reported: event.status });
      return;
    }
    case "condition": {
      if (event.component !== null) findComponent(draft, event.component, "", nextId);
      const change: SlotInput = event.present
        ? {
            kind: "present",
            at: event.at,
            receivedAt,
            by: "device",
            momentary: alarmTypes[event.type].class === "event",
            nextId,
          }
        : { kind: "gone", at: event.at, receivedAt };
      changeSlot(draft, event.type, event.component, change, event);
      return;
    }
    // Command results and identities have no record in the hub yet; the frame itself is kept.
    case "commandResult":
    case "identity":
    case "deviceClock":
    case "diagnostic":
      return;
  }
};

const changeSessions = (draft: Draft, key: string, input: ChargingInput): void => {
  const { sessions = {} } = draft.state;
  const before = Object.hasOwn(sessions, key) ? (sessions[key] ?? noSessions) : noSessions;
  // A device that names ports without end is remembered up to the bound of its components.
  if (before === noSessions && Object.keys(sessions).length >= draft.rules.componentsMax) return;
  const step = stepPort(before, input);
  if (step.state === before) return;
  draft.state = { ...draft.state, sessions: { ...sessions, [key]: step.state } };
  for (const session of step.effects)
    draft.effects.push({ kind: "session", componentId: component(draft, key)?.id ?? null, session });
};

const component = (draft: Draft, key: string): ComponentState | undefined =>
  Object.hasOwn(draft.state.components, key) ? draft.state.components[key] : undefined;

const setComponent = (draft: Draft, key: string, value: ComponentState): void => {
  draft.state = { ...draft.state, components: { ...draft.state.components, [key]: value } };
};

const findComponent = (draft: Draft, key: string, note: string, nextId: () => string): void => {
  if (component(draft, key) || Object.keys(draft.state.components).length >= draft.rules.componentsMax) return;
  setComponent(draft, key, { id: nextId(), reported: "normal", shown: "normal" });
  draft.found ??= new Map();
  draft.found.set(key, note);
};

const changeSlot = (
  draft: Draft,
  type: AlarmType,
  wanted: string | null,
  input: SlotInput,
  cause?: {
    readonly rawCode: string;
    readonly rawText: string;
    readonly value?: number;
    readonly threshold?: number;
  },
): void => {
  // Beyond the bound of components the device itself carries the alarm: merged, never dropped.
  const { slots } = draft.state;
  const isKnown = wanted !== null && (component(draft, wanted) || Object.hasOwn(slots, slotKey(type, wanted)));
  const key = isKnown ? wanted : null;
  const place = slotKey(type, key);
  const slot = Object.hasOwn(slots, place) ? (slots[place] ?? emptySlot) : emptySlot;
  const step = stepAlarmSlot(slot, input);
  if (step.state === slot) return;
  draft.state = { ...draft.state, slots: boundedSlots({ ...slots, [place]: step.state }) };
  for (const change of step.effects)
    draft.effects.push({
      kind: "alarm",
      type,
      component: key,
      componentId: key === null ? null : (component(draft, key)?.id ?? null),
      change,
      rawCode: cause?.rawCode ?? "",
      rawText: cause?.rawText ?? "",
      value: cause?.value,
      threshold: cause?.threshold,
    });
};

const clearAlarm = (draft: Draft, id: string, at: number): void => {
  const key = Object.keys(draft.state.slots).find((one) => draft.state.slots[one]?.open?.id === id);
  if (key === undefined) return;
  const { type, component: place } = slotParts(key);
  changeSlot(draft, type, place, { kind: "cleared", at });
};

/** Works out what is shown once all events are taken, so that a frame changes each record at most once. */
const settle = (draft: Draft, before: DeviceState): readonly DeviceEffect[] => {
  const { slots, presence } = draft.state;
  const found: DeviceEffect[] = [];
  if (draft.state.components !== before.components || slots !== before.slots)
    for (const [key, known] of Object.entries(draft.state.components)) {
      const shown = componentStatus(slots, key, known.reported);
      if (shown !== known.shown) setComponent(draft, key, { ...known, shown });
      const note = draft.found?.get(key);
      if (note !== undefined) found.push({ kind: "componentFound", key, id: known.id, note, status: shown });
      else if (shown !== known.shown) draft.effects.push({ kind: "componentStatus", id: known.id, status: shown });
    }
  const presenceChanged = presence.kind !== before.presence.kind;
  const status = slots === before.slots && !presenceChanged ? before.status : deviceStatus(slots, presence.kind);
  if (status !== before.status || presenceChanged) {
    draft.state = { ...draft.state, status };
    draft.effects.push({ kind: "device", presence: presence.kind, status, lastSeenAt: presence.heardAt });
  }
  // What is referred to goes first.
  return found.length === 0 ? draft.effects : [...found, ...draft.effects];
};
