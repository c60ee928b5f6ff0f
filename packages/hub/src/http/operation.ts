import { offsetTime } from "../core/offset-time.ts";
import { faultOf, hexOf } from "./frame-answer.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { readQuery } from "./query.ts";

/** Rows that a list without pages shows. */
const LIST_MAX = 500;

/** What arrives and what is refused (接入与拒收的情况). */
export const operationRoutes = (deps: HttpDeps): readonly Route[] => {
  const time = (at: number): string => offsetTime(at, deps.utcOffsetMinutes);
  return [
    {
      method: "GET",
      path: "/api/v1/unclaimed",
      handle: async ({ url, view }) => {
        const query = readQuery(url, []);
        if (!query.ok) return query.error;
        const rows = view.isWhole ? await deps.store.strangers(view.tenant, LIST_MAX) : [];
        return json({
          items: rows.map((row) => ({
            protocol: row.protocol,
            wireAddress: row.wireAddress,
            firstSeenAt: time(row.firstSeenAt),
            lastSeenAt: time(row.lastSeenAt),
            frames: row.frames,
            alarms: row.alarms,
          })),
        });
      },
    },
    {
      method: "GET",
      path: "/api/v1/undecodable",
      handle: async ({ url, view }) => {
        const query = readQuery(url, []);
        if (!query.ok) return query.error;
        const rows = view.isWhole ? await deps.store.undecodable(view.tenant, LIST_MAX) : [];
        return json({
          items: rows.map(({ id, protocol, receivedAt, remote, bytes, error }) => ({
            id,
            protocol,
            receivedAt: time(receivedAt),
            remote,
            hex: hexOf(bytes),
            error: faultOf(error),
          })),
        });
      },
    },
  ];
};
