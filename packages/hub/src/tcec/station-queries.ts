import { fromScaled } from "@dianan/model";
import { tcecReader, tcecRets, tcecStatusOf } from "@dianan/sharing";
import { portStatus } from "../core/port-status.ts";
import type { ChargingFigure, PortRow } from "../ports/charging.ts";
import { type Asked, given, refusedWith, type Told, wrong } from "./asked.ts";
import type { OurStations } from "./our-stations.ts";
import type { TcecDeps } from "./tcec-deps.ts";

const PAGE_MAX = 100;
const STATIONS_MAX = 50;
const STATS_DAYS_MAX = 366;
const DAY_MS = 86_400_000;
/** Business times are of this zone. */
const ZONE_MINUTES = 480;
/** How long the pages of one question are of one list. */
const LISTED_MS = 10 * 60_000;

const noId = (id: string): Told =>
  refusedWith(tcecRets.business, "/StationID", `There is no station ${id}.`, `没有充电站 ${id}。`);

/** State of a port as T/CEC 102 has it (充电设备接口状态); parking place and lock are unknown. */
export const wireStatus = ({ presence, status, open, componentId }: PortRow) => ({
  ConnectorID: componentId,
  Status: tcecStatusOf(portStatus(presence, status, open !== null)),
  ParkStatus: 0,
  LockStatus: 0,
});

type Listed = { readonly key: string; readonly ids: readonly string[]; readonly until: number };

/**
 * Answers of an infrastructure operator (充换电运营商): stations, states of connectors, electricity. T/CEC 102.2-2016.
 *
 * @param unfit - told of each station that does not fit into T/CEC 102
 */
export const createStationQueries = (
  { store }: Pick<TcecDeps, "store">,
  ours: OurStations,
  unfit: (partnerId: string, unitId: string, where: string) => void,
) => {
  const listed = new Map<string, Listed>();

  const idsFor = async ({ item, now }: Asked, since: number | null, isFirst: boolean): Promise<readonly string[]> => {
    const key = String(since);
    const known = listed.get(item.id);
    if (!isFirst && known !== undefined && known.key === key && known.until > now) return known.ids;
    const all = await ours.ids(item.tenant, item.body);
    const ids: string[] = [];
    for (const id of all) {
      if (since === null) ids.push(id);
      else if (((await ours.changedAt(item.tenant, id)) ?? 0) >= since) ids.push(id);
    }
    listed.set(item.id, { key, ids, until: now + LISTED_MS });
    return ids;
  };

  return {
    forget: (partnerId: string): void => void listed.delete(partnerId),

    query_stations_info: async (asked: Asked): Promise<Told> => {
      const { item, data } = asked;
      const read = tcecReader(data, "", item.body.switches.numbers);
      const since = read.optionalTime("LastQueryTime") ?? null;
      const page = read.optionalWhole("PageNo", 1, 1_000_000) ?? 1;
      const size = read.optionalWhole("PageSize", 1, PAGE_MAX) ?? 10;
      if (read.faults.length > 0) return wrong(read.faults);
      const ids = await idsFor(asked, since, page === 1);
      const stations = [];
      for (const id of ids.slice((page - 1) * size, page * size)) {
        const one = await ours.station(item.tenant, item.body, id);
        if (one === null) continue;
        if ("station" in one) stations.push(one.station);
        else unfit(item.id, id, one.faults.map(({ path }) => path).join(" "));
      }
      return given({
        PageNo: page,
        PageCount: Math.ceil(ids.length / size),
        ItemSize: stations.length,
        StationInfos: stations,
      });
    },

    query_station_status: async ({ item, data }: Asked): Promise<Told> => {
      const read = tcecReader(data, "", item.body.switches.numbers);
      const wanted = read.texts("StationIDs", STATIONS_MAX, 64);
      if (read.faults.length === 0 && wanted.length === 0)
        read.bad("StationIDs", "At least one station.", "至少一个充电站。");
      if (read.faults.length > 0) return wrong(read.faults);
      const ids: string[] = [];
      for (const id of new Set(wanted)) if (await ours.isGiven(item.tenant, item.body, id)) ids.push(id);
      const ports = await store.chargingPorts(item.tenant, ids);
      const infos = ids.map((StationID) => ({
        StationID,
        ConnectorStatusInfos: ports.filter(({ unitId }) => unitId === StationID).map(wireStatus),
      }));
      return given({ Total: infos.length, StationStatusInfos: infos });
    },

    query_station_stats: async ({ item, data }: Asked): Promise<Told> => {
      const read = tcecReader(data, "", item.body.switches.numbers);
      const id = read.text("StationID", 64);
      const from = read.day("StartTime");
      const to = read.day("EndTime") + DAY_MS;
      if (read.faults.length === 0 && (to <= from || to - from > STATS_DAYS_MAX * DAY_MS))
        read.bad(
          "EndTime",
          `From StartTime on, at most ${STATS_DAYS_MAX} days.`,
          `应不早于 StartTime,最多 ${STATS_DAYS_MAX} 天。`,
        );
      if (read.faults.length > 0) return wrong(read.faults);
      if (!(await ours.isGiven(item.tenant, item.body, id))) return noId(id);
      const figures: ChargingFigure[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof store.chargingFigures>> = await store.chargingFigures(item.tenant, {
          ...{ from, to, bucket: "month", utcOffsetMinutes: ZONE_MINUTES, perPort: true, units: [id] },
          ...{ componentId: null, after, limit: 500 },
        });
        figures.push(...page.items);
        after = page.next;
      } while (after !== null);
      const kwh = (some: readonly ChargingFigure[]): number =>
        fromScaled(
          "energyImport",
          some.reduce((sum, { energy }) => sum + energy, 0),
        );
      const ports = await store.chargingPorts(item.tenant, [id]);
      const piles = [...new Set(ports.map(({ deviceId }) => deviceId))].map((EquipmentID) => {
        const own = ports.filter(({ deviceId }) => deviceId === EquipmentID).map(({ componentId }) => componentId);
        const of = (some: readonly string[]) =>
          kwh(figures.filter(({ componentId }) => componentId !== null && some.includes(componentId)));
        return {
          EquipmentID,
          EquipmentElectricity: of(own),
          ConnectorStatsInfos: own.map((ConnectorID) => ({ ConnectorID, ConnectorElectricity: of([ConnectorID]) })),
        };
      });
      return given({
        StationStats: {
          StationID: id,
          StartTime: data.StartTime,
          EndTime: data.EndTime,
          StationElectricity: kwh(figures),
          EquipmentStatsInfos: piles,
        },
      });
    },
  };
};
