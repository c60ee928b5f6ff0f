import { fromScaled, isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import { portStatus } from "../core/port-status.ts";
import { regionPrefix } from "../core/region.ts";
import type { PortRow } from "../ports/charging.ts";
import type { JsonObject } from "../ports/records.ts";
import { type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { pageAnswer } from "./page-ask.ts";
import { problem } from "./problem.ts";
import { readCursor, readFilter, readLimit, readQuery } from "./query.ts";
import { textOf } from "./scope-bounds.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Units looked at in one round, and rounds of one request; the cursor goes on from there. */
const ROUND = 200;
const ROUNDS_MAX = 20;
const PORTS_MAX = 5_000;

const statusOf = ({ presence, status, open }: PortRow): string => portStatus(presence, status, open !== null);

const countOf = (ports: readonly PortRow[], ...statuses: readonly string[]): number =>
  ports.filter((port) => statuses.includes(statusOf(port))).length;

type Site = { readonly id: string; readonly body: JsonObject };

const listSites =
  (deps: HttpDeps): Handler =>
  async ({ url, view }) => {
    const query = readQuery(url, ["limit", "cursor", "regionCode", "placeType", "operatorId"]);
    if (!query.ok) return query.error;
    const limit = readLimit(query.value);
    if (!limit.ok) return limit.error;
    const cursor = readCursor(query.value, "charging-sites");
    if (!cursor.ok) return cursor.error;
    const wanted: { [name in "regionCode" | "placeType" | "operatorId"]?: string } = {};
    for (const name of ["regionCode", "placeType", "operatorId"] as const) {
      const filter = readFilter(query.value, name);
      if (!filter.ok) return filter.error;
      if (filter.value !== null) wanted[name] = filter.value;
    }
    const fits = (body: JsonObject): boolean =>
      (wanted.regionCode === undefined || textOf(body, "regionCode").startsWith(regionPrefix(wanted.regionCode))) &&
      (wanted.placeType === undefined || textOf(body, "placeType") === wanted.placeType) &&
      (wanted.operatorId === undefined || textOf(body, "operatorId") === wanted.operatorId);

    const sites: Site[] = [];
    let after = cursor.value ?? "";
    let isOver = false;
    for (let round = 0; round < ROUNDS_MAX && sites.length <= limit.value && !isOver; round += 1) {
      const units = await deps.store.chargingUnits(view.tenant, after, ROUND);
      for (const id of units) {
        const unit = await view.record("unit", id);
        after = id;
        if (unit !== null && !unit.deleted && fits(unit.body)) sites.push({ id, body: unit.body });
        if (sites.length > limit.value) break;
      }
      isOver = units.length < ROUND && sites.length <= limit.value;
    }
    const shown = sites.slice(0, limit.value);
    const next = isOver ? null : sites.length > limit.value ? (shown.at(-1)?.id ?? null) : after;
    return pageAnswer(url, "charging-sites", await answers(deps, view.tenant, shown), next);
  };

const answers = async (
  deps: HttpDeps,
  tenant: HttpDeps["tenant"],
  sites: readonly Site[],
): Promise<readonly unknown[]> => {
  const zone = deps.utcOffsetMinutes;
  const from = Math.floor((deps.clock() + zone * MINUTE_MS) / DAY_MS) * DAY_MS - zone * MINUTE_MS;
  const units = sites.map(({ id }) => id);
  const ports = await deps.store.chargingPorts(tenant, units);
  const today = await deps.store.chargingFigures(tenant, {
    ...{ from, to: from + DAY_MS, bucket: "day", utcOffsetMinutes: zone, perPort: false, units },
    ...{ componentId: null, after: null, limit: Math.max(1, units.length) },
  });
  return sites.map(({ id, body }) => {
    const own = ports.filter(({ unitId }) => unitId === id);
    const figure = today.items.find(({ unitId }) => unitId === id);
    return {
      unitId: id,
      name: textOf(body, "name"),
      portCount: own.length,
      idle: countOf(own, "idle"),
      charging: countOf(own, "charging"),
      full: countOf(own, "full"),
      fault: countOf(own, "fault", "alarm"),
      offline: countOf(own, "offline"),
      sessionsToday: figure?.sessions ?? 0,
      abnormalToday: figure?.abnormal ?? 0,
    };
  });
};

/** The number that stands on a port: the last of its name or address, else its name. */
const numberOf = ({ name, address }: PortRow): string =>
  /([0-9]+)\D*$/.exec(name)?.[1] ?? /([0-9]+)\D*$/.exec(address)?.[1] ?? name.slice(0, 32);

const listPorts =
  (deps: HttpDeps): Handler =>
  async ({ id, view }) => {
    const unit = isRecordId(id) ? await view.record("unit", id) : null;
    if (unit === null || unit.deleted)
      return problem("not-found", "There is no charging site with this id. 没有此 id 的充电站点。");
    const now = deps.clock();
    const zone = deps.utcOffsetMinutes;
    const ports = await deps.store.chargingPorts(view.tenant, [id]);
    const charging = ports.filter(({ open }) => open !== null).map(({ deviceId }) => deviceId);
    const latest = await view.latestReadings([...new Set(charging)], now);
    const powerOf = (id: string): number | null => {
      const found = latest.find(({ component, quantity }) => component === id && quantity === "activePower");
      return found?.quality === "good" ? fromScaled("activePower", found.value) : null;
    };
    const items = ports.slice(0, PORTS_MAX).map((port) => {
      const { open, lastEndedAt } = port;
      const status = statusOf(port);
      const since = open?.startedAt ?? (status === "idle" || status === "full" ? lastEndedAt : null);
      return {
        componentId: port.componentId,
        deviceId: port.deviceId,
        number: numberOf(port),
        status,
        since: since === null ? null : offsetTime(since, zone),
        sessionId: open?.id ?? null,
        powerW: open === null ? null : powerOf(port.componentId),
        minutes: open === null ? null : Math.max(0, Math.floor((now - open.startedAt) / MINUTE_MS)),
      };
    });
    return json({ at: offsetTime(now, zone), items });
  };

/** Charging sites and their ports now (充电站点与充电口). */
export const chargingSiteRoutes = (deps: HttpDeps): readonly Route[] => [
  { method: "GET", path: "/api/v1/charging-sites", handle: listSites(deps) },
  { method: "GET", path: "/api/v1/charging-sites/{id}/ports", handle: listPorts(deps) },
];
