import { fromTcecStation, type TcecStation, validate } from "@dianan/sharing";
import type { RecordChange } from "../ports/live.ts";
import type { JsonObject, RecordKind } from "../ports/records.ts";
import type { TcecRecords } from "../ports/tcec.ts";
import type { PartnerItem } from "./partner-item.ts";
import type { TcecDeps } from "./tcec-deps.ts";
import { idOf, pileState, type TheirPlaces } from "./their-places.ts";
import { actorOf } from "./their-states.ts";

type Record = JsonObject & { readonly id: string };

/** Stations of a partner become our units, devices and components (SH-1 to SH-4), each station in one commit. */
export const createTheirStations = (deps: TcecDeps, places: TheirPlaces) => {
  /** What a station says of itself is no state: a port keeps the one that it has, until the partner tells another. */
  const knownStatus = async (item: PartnerItem, id: string): Promise<string> =>
    String((await deps.store.record(item.tenant, "component", id))?.body.status ?? "unknown");

  const changesOf = async (
    item: PartnerItem,
    records: TcecRecords,
    station: TcecStation,
  ): Promise<readonly RecordChange[] | string> => {
    const made = fromTcecStation(station, { ...records, wireSystem: item.body.coordinateSystem });
    const unit: Record = { ...made.unit, id: idOf(item, made.unit.id) };
    if (!(await places.isTheirs(item, "unit", unit.id))) return `${unit.id}: the id is another unit's`;
    const ports: Record[] = [];
    for (const port of made.components) {
      const id = idOf(item, port.id);
      ports.push({ ...port, id, deviceId: idOf(item, port.deviceId), status: await knownStatus(item, id) });
    }
    const piles: Record[] = [];
    for (const pile of made.devices) {
      const id = idOf(item, pile.id);
      if (!(await places.isTheirs(item, "device", id))) return `${id}: the id is another device's`;
      const own = ports.filter(({ deviceId }) => deviceId === id).map(({ status }) => String(status));
      piles.push({ ...pile, id, unitId: unit.id, ...pileState(own) });
    }
    const all: readonly (readonly [Exclude<RecordKind, "operator" | "alarm">, Record])[] = [
      ["unit", unit],
      ...piles.map((pile) => ["device", pile] as const),
      ...ports.map((port) => ["component", port] as const),
    ];
    for (const [kind, record] of all) {
      const checked = validate(kind, record);
      if (!checked.ok) return `${record.id}: ${checked.error[0]?.path ?? ""}`;
    }
    const by = actorOf(item);
    return all.map(([record, body]) => ({ kind: "upsert", record, id: body.id, body, by }) as const);
  };

  return {
    /** @returns why it was not stored; null: it is */
    apply: async (item: PartnerItem, station: TcecStation): Promise<string | null> => {
      const { records } = item.body;
      if (records === null) return "records is not set";
      const changes = await changesOf(item, records, station);
      if (typeof changes === "string") return changes;
      const done = await (await deps.intakeOf(item.tenant)).applyWhole(changes, []);
      const refused = done.results.find(({ status }) => status === "refused");
      return done.isStored ? null : `${refused?.id ?? station.StationID}: ${refused?.code ?? "refused"}`;
    },
  };
};
