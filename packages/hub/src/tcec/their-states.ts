import type { TcecConnectorStatus } from "@dianan/sharing";
import { withAlarmDefaults } from "../core/alarm-defaults.ts";
import { offsetTime } from "../core/offset-time.ts";
import type { RecordChange } from "../ports/live.ts";
import type { RecordActor, StoredRecord } from "../ports/records.ts";
import type { PartnerItem } from "./partner-item.ts";
import type { TcecDeps } from "./tcec-deps.ts";
import { pileState, type TheirPlaces, wordOf } from "./their-places.ts";

/** What became of states: connectors that are not known, or why nothing was stored. */
export type StatesOutcome = { readonly unknown: readonly string[]; readonly refusal: string | null };

const ALARMS_MAX = 100;

export const actorOf = ({ id, body }: PartnerItem): RecordActor => ({
  kind: "machine",
  id: `tcecPartner:${id}`,
  name: body.name,
});

/** States of connectors become those of ports and piles; one that is at fault raises an alarm, which ends when it is not (SH-4, SH-5). */
export const createTheirStates = (deps: TcecDeps, places: TheirPlaces) => {
  const { store } = deps;
  const time = (at: number): string => offsetTime(at, deps.utcOffsetMinutes);

  const openFaults = async (
    item: PartnerItem,
    pile: StoredRecord,
    portId: string,
  ): Promise<readonly StoredRecord[]> => {
    const page = await store.page(item.tenant, {
      ...{ kind: "alarm", after: null, limit: ALARMS_MAX, withDeleted: false, updatedFrom: null, updatedTo: null },
      where: { deviceId: pile.id, state: "raised", type: "deviceFault" },
    });
    return page.items.filter(({ body }) => body.componentId === portId);
  };

  const alarmChanges = async (
    item: PartnerItem,
    { port, pile }: { readonly port: StoredRecord; readonly pile: StoredRecord },
    word: string,
    at: number,
  ): Promise<readonly RecordChange[]> => {
    const open = await openFaults(item, pile, port.id);
    const by = actorOf(item);
    if (word !== "fault")
      return open.map(({ id, body }) => ({
        ...({ kind: "upsert", record: "alarm", id, by } as const),
        body: { ...body, state: "cleared", clearedAt: time(at) },
      }));
    if (open.length > 0) return [];
    const id = `${port.id}-f${at}`;
    const alarm = {
      ...{ id, deviceId: pile.id, unitId: pile.body.unitId, componentId: port.id, occurredAt: time(at) },
      ...{ type: "deviceFault", platformCode: pile.body.platformCode },
      description: `${String(port.body.name)}:充电接口故障 Connector at fault (T/CEC 102 Status 255)`,
    };
    return [{ kind: "upsert", record: "alarm", id, body: withAlarmDefaults(alarm, null, time(at)), by }];
  };

  return {
    /** @param at - when they were so */
    apply: async (item: PartnerItem, states: readonly TcecConnectorStatus[], at: number): Promise<StatesOutcome> => {
      const unknown: string[] = [];
      const words = new Map<string, string>();
      const piles = new Map<string, StoredRecord>();
      const changes: RecordChange[] = [];
      const by = actorOf(item);
      for (const state of states) {
        const found = await places.portOf(item, state.connectorId);
        if (found === null) {
          unknown.push(state.connectorId);
          continue;
        }
        const { port, pile } = found;
        const word = wordOf(state);
        words.set(port.id, word);
        piles.set(pile.id, pile);
        if (port.body.status !== word)
          changes.push({ kind: "upsert", record: "component", id: port.id, body: { ...port.body, status: word }, by });
        // A port at fault has an alarm, whatever became of the one before.
        if (port.body.status !== word || word === "fault") changes.push(...(await alarmChanges(item, found, word, at)));
      }
      for (const pile of piles.values()) {
        const ports = await places.portsOf(item, pile.id);
        const now = pileState(ports.map(({ id, body }) => words.get(id) ?? String(body.status)));
        const isSame = Object.entries(now).every(([member, value]) => pile.body[member] === value);
        if (!isSame)
          changes.push({ kind: "upsert", record: "device", id: pile.id, body: { ...pile.body, ...now }, by });
      }
      if (changes.length === 0) return { unknown, refusal: null };
      const done = await (await deps.intakeOf(item.tenant)).applyWhole(changes, []);
      const refused = done.results.find(({ status }) => status === "refused");
      return { unknown, refusal: done.isStored ? null : (refused?.code ?? "refused") };
    },
  };
};
