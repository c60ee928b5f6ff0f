import { alarmTypes, type Instant } from "@dianan/model";
import { hubActor } from "../core/actor.ts";
import { alarmFacts } from "../core/alarm-life-state.ts";
import type { DeviceEffect } from "../core/device-effect.ts";
import {
  noStorms,
  type PastAlarm,
  restoredStorms,
  STORM_WINDOW_MS,
  type StormAlarm,
  type StormEffect,
  type StormInput,
  type Storms,
  stepStorm,
} from "../core/storm.ts";
import type { Intake } from "../ports/live.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { EngineDeps } from "./deps.ts";
import type { BoundDevice, DeviceBook } from "./device-book.ts";

/** Alarms of one step: under what those are raised that it raises, and which are over. */
export type PlacedAlarms = {
  readonly rootIds: ReadonlyMap<string, string>;
  readonly raised: readonly StormAlarm[];
  readonly over: readonly string[];
};

/** Groups alarms of a storm (告警风暴归并), EF-4.2. */
export type StormBook = {
  /** Says under what the raised alarms of a step go: to be written with them. Then `stored` or `failed` is called. */
  place(device: BoundDevice, effects: readonly DeviceEffect[], at: number): PlacedAlarms;
  stored(placed: PlacedAlarms): void;
  failed(placed: PlacedAlarms): void;
  /** Somebody has the alarm in hand, or it is gone: nothing new comes under it. */ taken(id: string): void;
  /** Once a second: what could not be moved is tried again. */ tick(): void;
};

const NOTHING: PlacedAlarms = { rootIds: new Map(), raised: [], over: [] };
/** Alarms moved in one request. */
const MOVES_AT_ONCE = 200;
/** Alarms looked at for storms that were under way when the hub stopped. */
const PAST_PAGES = 4;
const PAGE = 500;
const here = { by: hubActor, via: null, who: "hub", circumstance: { source: "", requestId: "" } } as const;

/** Loads the storms under way. `intake`: the way by which stored alarms are moved. */
export const openStormBook = async (
  deps: EngineDeps,
  book: DeviceBook,
  intake: () => Pick<Intake, "apply">,
): Promise<StormBook> => {
  let storms: Storms = noStorms;
  /** Where each alarm is to go that is stored elsewhere. */ const moves = new Map<string, string | null>();
  let isMoving = false;

  const alarmOf = (device: BoundDevice, id: string, cls: string, at: number): StormAlarm => {
    const { deviceId, gatewayId, unitId } = device;
    const isRoot = book.isGateway(deviceId);
    const gateway = isRoot ? deviceId : gatewayId;
    return { id, class: cls, root: gateway === "" ? `unit:${unitId}` : `gateway:${gateway}`, isRoot, at };
  };

  const move = async (): Promise<void> => {
    while (moves.size > 0) {
      const now = [...moves].slice(0, MOVES_AT_ONCE);
      await intake().apply(now.map(([id, rootId]) => ({ kind: "act", id, act: { kind: "group", rootId }, ...here })));
      for (const [id, rootId] of now) if (moves.get(id) === rootId) moves.delete(id);
    }
  };
  const startMoving = (): void => {
    if (isMoving || moves.size === 0) return;
    isMoving = true;
    move()
      .catch((error: unknown) =>
        deps.log(`storm: ${error instanceof Error ? error.message : String(error)} 告警归并未能写入,将重试`),
      )
      .finally(() => {
        isMoving = false;
      });
  };

  const step = (input: StormInput): readonly StormEffect[] => {
    const done = stepStorm(storms, input);
    storms = done.state;
    for (const effect of done.effects) if (effect.kind === "moved") moves.set(effect.id, effect.rootId);
    return done.effects;
  };

  const place: StormBook["place"] = (device, effects, at) => {
    let raised: StormAlarm[] | null = null;
    let over: string[] | null = null;
    let rootIds: Map<string, string> | null = null;
    for (const effect of effects) {
      if (effect.kind !== "alarm") continue;
      const { kind, id } = effect.change;
      if (kind === "cleared") over = [...(over ?? []), id];
      if (kind !== "raised") continue;
      const alarm = alarmOf(device, id, alarmTypes[effect.type].class, at);
      raised = [...(raised ?? []), alarm];
      for (const placed of step({ kind: "raised", alarm }))
        if (placed.kind === "placed") rootIds = (rootIds ?? new Map<string, string>()).set(placed.id, placed.rootId);
    }
    if (raised === null && over === null) return NOTHING;
    return { rootIds: rootIds ?? NOTHING.rootIds, raised: raised ?? [], over: over ?? [] };
  };

  const past = await pastAlarms(deps, book, alarmOf);
  const restored = restoredStorms(past);
  storms = restored.state;
  for (const effect of restored.effects) if (effect.kind === "moved") moves.set(effect.id, effect.rootId);

  return {
    place,
    stored: ({ raised, rootIds, over }) => {
      for (const alarm of raised) step({ kind: "stored", alarm, rootId: rootIds.get(alarm.id) ?? null });
      for (const id of over) step({ kind: "taken", id });
      startMoving();
    },
    failed: ({ raised }) => {
      for (const { id } of raised) step({ kind: "failed", id });
    },
    taken: (id) => void step({ kind: "taken", id }),
    tick: startMoving,
  };
};

/** The last minute's alarms of known devices, and those they are grouped under; oldest first. */
const pastAlarms = async (
  { store, tenant, clock }: EngineDeps,
  book: DeviceBook,
  alarmOf: (device: BoundDevice, id: string, cls: string, at: number) => StormAlarm,
): Promise<readonly PastAlarm[]> => {
  const since = clock() - STORM_WINDOW_MS;
  const records = new Map<string, StoredRecord>();
  const query = {
    kind: "alarm",
    limit: PAGE,
    where: {},
    withDeleted: false,
    updatedFrom: null,
    updatedTo: null,
  } as const;
  let after: string | null = null;
  for (let page = 0; page < PAST_PAGES; page += 1) {
    const { items, next } = await store.page(tenant, { ...query, after });
    const fresh = items.filter(({ body }) => receivedAt(body) >= since);
    for (const record of fresh) records.set(record.id, record);
    if (fresh.length < items.length || next === null) break;
    after = next;
  }
  for (const { life } of [...records.values()]) {
    const rootId = life?.rootId ?? null;
    if (rootId === null || records.has(rootId)) continue;
    const root = await store.record(tenant, "alarm", rootId);
    if (root !== null && !root.deleted) records.set(rootId, root);
  }
  return [...records.values()]
    .flatMap((record): readonly PastAlarm[] => {
      const { id, body, life } = record;
      const device = typeof body.deviceId === "string" ? book.boundTo(body.deviceId)?.device : undefined;
      if (!device) return [];
      const { class: cls, isRaised } = alarmFacts(body);
      const isTaken = !isRaised || life?.stage !== "unacknowledged";
      return [{ alarm: alarmOf(device, id, cls, receivedAt(body)), rootId: life?.rootId ?? null, isTaken }];
    })
    .sort((a, b) => a.alarm.at - b.alarm.at || (a.alarm.id < b.alarm.id ? -1 : 1));
};

const receivedAt = ({ receivedAt: text }: StoredRecord["body"]): Instant =>
  (typeof text === "string" ? Date.parse(text) : 0) as Instant;
