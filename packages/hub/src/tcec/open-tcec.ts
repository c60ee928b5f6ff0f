import type { TcecDoor, TcecPartners } from "../ports/tcec.ts";
import { createCallGuard } from "./call-guard.ts";
import { createTcecDoor } from "./door.ts";
import { createOurStations } from "./our-stations.ts";
import { createTcecPartners } from "./partners.ts";
import { createStationQueries } from "./station-queries.ts";
import type { TcecDeps } from "./tcec-deps.ts";
import { createTokens } from "./tokens.ts";

/** T/CEC 102 as the hub runs it (充换电信息交换). */
export type OpenTcec = { readonly partners: TcecPartners; readonly door: TcecDoor };

export const openTcec = (deps: TcecDeps): OpenTcec => {
  const refusals = new Map<string, { refused: number; lastRefusal: string }>();
  const guard = createCallGuard();
  const tokens = createTokens(deps);
  const ours = createOurStations(deps);
  const stations = createStationQueries(deps, ours, (partner, unit, where) =>
    deps.log(`tcec ${partner}: unit ${unit} is not told, it does not fit: ${where} 站点信息不符合 T/CEC 102,未提供`),
  );
  const partners = createTcecPartners(deps, {
    changed: (_tenant, id) => {
      guard.forget(id);
      stations.forget(id);
    },
    droppedWith: tokens.dropped,
    refusalsOf: (id) => refusals.get(id) ?? { refused: 0, lastRefusal: null },
  });
  const asked = { as: "operator", isPush: false } as const;
  const { query_stations_info, query_station_status, query_station_stats } = stations;
  const door = createTcecDoor(
    deps,
    guard,
    tokens,
    {
      query_stations_info: { ...asked, answer: query_stations_info },
      query_station_status: { ...asked, answer: query_station_status },
      query_station_stats: { ...asked, answer: query_station_stats },
    },
    (id, line) => refusals.set(id, { refused: (refusals.get(id)?.refused ?? 0) + 1, lastRefusal: line.slice(0, 200) }),
  );
  return { partners, door };
};
