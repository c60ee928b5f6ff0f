import { isRecordId } from "@dianan/model";
import type { DeviceWay } from "../ports/device-link.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { problem } from "./problem.ts";

/** What an ack tells a device: who stands between answers for itself. */
const acks: { readonly [W in DeviceWay]: "stored" | "atBroker" | "atPlatform" } = {
  ...{ connection: "stored", mqtt: "stored", http: "stored", coap: "stored" },
  ...{ broker: "atBroker", platform: "atPlatform" },
};

/** How a device comes in (接入方式), and what its ack means. */
export const deviceWayRoutes = (deps: HttpDeps): readonly Route[] => [
  {
    method: "GET",
    path: "/api/v1/devices/{id}/way",
    handle: async ({ id, view }) => {
      const device = isRecordId(id) ? await view.record("device", id) : null;
      if (device === null || device.deleted)
        return problem("not-found", "There is no device with this id. 没有此 id 的设备。");
      const way = (await deps.uplinkOf(view.tenant)).wayOf(id);
      return json({ deviceId: id, way, ack: way === null ? null : acks[way] });
    },
  },
];
