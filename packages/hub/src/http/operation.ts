import { isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { problem } from "./problem.ts";
import { readQuery } from "./query.ts";

/** Rows that a list without pages shows. */
const LIST_MAX = 500;

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

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
            error,
          })),
        });
      },
    },
    {
      method: "GET",
      path: "/api/v1/frames/{id}",
      handle: async ({ id, view }) => {
        const frame = isRecordId(id) ? await view.frame(id) : null;
        if (frame === null) return problem("not-found", "There is no frame with this id. 没有此 id 的报文。");
        const { protocol, wireAddress, deviceId, receivedAt, remote, bytes } = frame;
        return json({
          id: frame.id,
          protocol,
          wireAddress,
          deviceId,
          receivedAt: time(receivedAt),
          remote,
          hex: hexOf(bytes),
        });
      },
    },
  ];
};
