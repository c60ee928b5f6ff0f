import type { CoapDeps } from "./coap/coap-deps.ts";
import { openCoapDoor } from "./coap/udp-door.ts";
import type { HubConfig } from "./config.ts";
import { commandView } from "./http/downlink-routes.ts";
import { readCommandReport, readUplinkMessage } from "./http/uplink-message.ts";
import type { MqttDeps } from "./mqtt/mqtt-deps.ts";
import { openMqtt } from "./mqtt/open-mqtt.ts";
import { type DoorDeps, type Doors, openDoors } from "./open-doors.ts";

/** What devices of every protocol share; how JSON is read, and the steady clock, are the same for all. */
export type DeviceDoorDeps = Omit<CoapDeps & MqttDeps, "readMessage" | "readReport" | "viewOf" | "now"> &
  Pick<DoorDeps, "engine" | "limits"> & { readonly platformCode: string };

/**
 * Opens the doors for devices (设备接入) that the configuration asks for, with MQTT and CoAP among them.
 *
 * @returns the ports of GB/T 26875.3 and of the other doors, in the order in which they were asked for
 * @throws as {@link openDoors}
 */
export const openDeviceDoors = async (
  config: HubConfig,
  { engine, ...shared }: DeviceDoorDeps,
): Promise<{ readonly door: Doors; readonly gb26875Port: number; readonly doorPorts: readonly number[] }> => {
  const deps = {
    ...{ ...shared, readMessage: readUplinkMessage, readReport: readCommandReport },
    ...{ viewOf: commandView(shared.utcOffsetMinutes), now: () => performance.now() },
  };
  const { limits, figures, log } = shared;
  const coap: DoorDeps["coap"] = (at) => openCoapDoor(deps, at);
  const door = await openDoors(
    { limits, figures, engine, mqtt: openMqtt(deps), coap, log, lines: config.lines ?? [] },
    [
      { protocol: "gb26875", host: config.gb26875Host, port: config.gb26875Port, option: "gb26875Port" },
      ...(config.doors ?? []).map((one) => ({ ...one, option: "doors" })),
    ],
  );
  const [gb26875Port = 0, ...doorPorts] = door.ports;
  return { door, gb26875Port, doorPorts };
};
