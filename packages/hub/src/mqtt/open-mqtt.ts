import type { LineConfig } from "../config.ts";
import type { AcceptLink } from "../ports/device-link.ts";
import { createBrokerLine } from "./broker-line.ts";
import { createMqttDoor } from "./device-door.ts";
import type { MqttDeps } from "./mqtt-deps.ts";

/** MQTT of a hub: all its doors share who is connected. */
export const openMqtt = (
  deps: MqttDeps & { readonly platformCode: string },
): { door(): AcceptLink; line(config: LineConfig): AcceptLink } => {
  const door = createMqttDoor(deps);
  return {
    door: () => door,
    line: ({ name, username, password }) =>
      createBrokerLine(deps, {
        ...{ name, clientId: `dianan-${deps.platformCode}-${name}` },
        ...{ username: username ?? null, password: password ?? null },
      }),
  };
};
