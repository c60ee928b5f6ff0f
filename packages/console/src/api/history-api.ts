import { type components, createClient } from "@dianan/open-api";
import { type Answer, answer } from "./hub-api.ts";

type Schemas = components["schemas"];
export type PresenceDay = Schemas["PresenceDay"];
export type ReadingSeries = Schemas["ReadingSeries"];

/** What was measured of a device and when it was there, of the open API as the console uses it. No call rejects. */
export type HistoryApi = {
  /** @param from,to - dates in the hub's zone */
  presence(deviceId: string, from: string, to: string): Promise<Answer<readonly PresenceDay[]>>;
  /** @param from,to - RFC 3339; the hub picks the step, a peak is never lost */
  series(deviceId: string, from: string, to: string): Promise<Answer<readonly ReadingSeries[]>>;
};

/** Steps of one chart: more than a chart has pixels tell nothing. */
const POINTS = 240;

export const createHistoryApi = (baseUrl: string): HistoryApi => {
  const client = createClient({ baseUrl, retry: false });
  return {
    presence: async (deviceId, from, to) => {
      const query = { deviceId, from, to, limit: 100 };
      const page = await answer((signal) => client.GET("/api/v1/presence-days", { params: { query }, signal }));
      return page.ok ? { ok: true, value: page.value.items } : page;
    },
    series: async (deviceId, from, to) => {
      const query = { deviceId, from, to, points: POINTS };
      const list = await answer((signal) => client.GET("/api/v1/reading-series", { params: { query }, signal }));
      return list.ok ? { ok: true, value: list.value.items } : list;
    },
  };
};
