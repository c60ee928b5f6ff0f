import type { DoorConfig, HubLimits, LineConfig } from "./config.ts";
import { portTaken } from "./port-taken.ts";
import type { AcceptLink } from "./ports/device-link.ts";
import type { Figures } from "./ports/figures.ts";
import { createCrowd } from "./transport/crowd.ts";
import { openTcpDialer, type TcpDialer } from "./transport/tcp-dialer.ts";
import { openTcpDoor, type TcpDoor } from "./transport/tcp-door.ts";

export type DoorDeps = {
  readonly limits: HubLimits;
  readonly figures: Figures;
  readonly engine: {
    doorOf(protocol: string): AcceptLink;
    lineOf(protocol: string, line: string): AcceptLink;
  };
  /** Devices that speak MQTT, and brokers that they speak to. */ readonly mqtt: {
    door(): AcceptLink;
    line(config: LineConfig): AcceptLink;
  };
  /** Devices that speak CoAP over UDP. */ coap(at: { readonly host: string; readonly port: number }): Promise<TcpDoor>;
  /** Lines that the hub dials. */ readonly lines: readonly LineConfig[];
  readonly log: (line: string) => void;
};

/** By which doors and lines of MQTT are asked for. */
const MQTT = "mqtt";
/** By which a door of CoAP, whose devices come by datagrams, is asked for. */
const COAP = "coap";

/** All doors for devices (设备接入), each its own port and protocol, and the lines that the hub dials, under the same limits. */
export type Doors = Omit<TcpDoor, "port"> & {
  /** Port of each door, in the order in which they were asked for. */ readonly ports: readonly number[];
};

/**
 * Opens them, all or none.
 *
 * @param options - name of each door's option, for {@link PortTakenError}
 * @throws RangeError for a protocol that no driver speaks, PortTakenError, Node's error for a host that is none of this machine
 */
export const openDoors = async (
  { limits, figures, engine, mqtt, coap, lines, log }: DoorDeps,
  doors: readonly (DoorConfig & { readonly option: string })[],
): Promise<Doors> => {
  const crowd = createCrowd(limits);
  figures.gauge("connections", crowd.size);
  const opened: TcpDoor[] = [];
  const dialled: TcpDialer[] = [];
  const all = (one: (door: TcpDoor | TcpDialer) => void) => () => {
    for (const door of [...opened, ...dialled]) one(door);
  };
  const close = async (): Promise<void> =>
    void (await Promise.all([...opened, ...dialled].map((door) => door.close())));
  const common = { limits, figures, crowd, log, now: () => performance.now() };
  try {
    const accepts = doors.map(({ protocol }) =>
      protocol === MQTT ? mqtt.door() : protocol === COAP ? null : engine.doorOf(protocol),
    );
    for (const line of lines) {
      const { name, protocol, host, port } = line;
      const accept = protocol === MQTT ? mqtt.line(line) : engine.lineOf(protocol, name);
      dialled.push(openTcpDialer({ ...common, name, host, port, accept, random: Math.random }));
    }
    for (const [at, { host, port, option }] of doors.entries()) {
      const accept = accepts[at] ?? null;
      const opening = accept === null ? coap({ host, port }) : openTcpDoor({ ...common, accept, host, port });
      opened.push(await opening.catch(portTaken(port, option)));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ports: opened.map(({ port }) => port),
    sweep: all((door) => door.sweep()),
    stop: all((door) => door.stop()),
    close,
  };
};
