// A device of the benchmarks of the hub: real frames over a real socket, from source addresses spread over 127.0.0.0/8.
import { connect, type Socket } from "node:net";
import { type Frame, gb26875 } from "@dianan/codec";

/** Devices have the addresses FIRST_ADDRESS, FIRST_ADDRESS + 1, … */
export const FIRST_ADDRESS = 1_000_000;
const SOURCES = 250;
const CONFIRM = 3;
const noFlags = {
  normal: false,
  fire: false,
  fault: false,
  shielded: false,
  supervised: false,
  started: false,
  feedback: false,
  delayed: false,
  powerFault: false,
  reserved: 0,
};
type Message = Frame["message"];

export type FleetDevice = {
  readonly index: number;
  readonly socket: Socket;
  /** Sends two readings. */ report(): void;
  /** Sends a fire alarm of a component of its own. */ alarm(componentAddress: number): void;
  /** Frames that are not answered yet. */ waiting(): number;
};
export type Told = {
  /** A frame was confirmed: its serial, and the milliseconds since it was sent. */
  readonly confirmed: (device: FleetDevice, serial: number, ms: number) => void;
  readonly denied: () => void;
  readonly closed: () => void;
};

const timeOf = (serial: number) => ({
  ...{ year: 2026, month: 11, day: 24, hour: 8 },
  ...{ minute: (serial >> 6) % 60, second: serial % 60 },
});
const readings = (serial: number): Message => ({
  kind: "componentAnalog",
  items: [
    { componentType: 18, analogType: 3, value: 200 + (serial % 100) },
    { componentType: 16, analogType: 9, value: serial % 300 },
  ].map((item, n) => ({
    ...{ systemType: 1, systemAddress: 1, componentAddress: n + 1, time: timeOf(serial) },
    ...item,
  })),
});
const fire = (serial: number, componentAddress: number): Message =>
  ({
    kind: "componentStatus",
    items: [
      {
        ...{ systemType: 1, systemAddress: 1, componentType: 17, componentAddress, note: "" },
        ...{ status: { ...noFlags, fire: true }, time: timeOf(serial) },
      },
    ],
  }) as Message;

/** @param firstSerial - serials go on from it: a device that comes again tells nothing twice */
export const openDevice = (port: number, index: number, told: Told, firstSerial = 0): Promise<FleetDevice> =>
  new Promise((resolve, reject) => {
    const socket = connect({
      ...{ port, host: "127.0.0.1", noDelay: true },
      localAddress: `127.0.${1 + Math.floor(index / SOURCES)}.${1 + (index % SOURCES)}`,
    });
    let serial = firstSerial;
    let carry: Uint8Array = new Uint8Array(0);
    const sent = new Map<number, number>();
    const send = (of: (serial: number) => Message): void => {
      serial = (serial + 1) % 65_536;
      sent.set(serial, performance.now());
      socket.write(
        gb26875.encodeFrame({
          ...{ serial, version: { main: 1, user: 1 }, time: timeOf(serial) },
          ...{ source: FIRST_ADDRESS + index, destination: 0, command: 2, message: of(serial) },
        }),
      );
    };
    const device: FleetDevice = {
      index,
      socket,
      report: () => send(readings),
      alarm: (component) => send((own) => fire(own, component)),
      waiting: () => sent.size,
    };
    socket.on("data", (chunk: Uint8Array) => {
      const cut = gb26875.cutFrames(carry, chunk);
      carry = cut.carry;
      for (const bytes of cut.frames) {
        const frame = gb26875.decodeFrame(bytes, { direction: "down" });
        if (!frame.ok) throw new Error(`the hub sent ${JSON.stringify(frame.error)}`);
        const at = sent.get(frame.value.serial);
        if (at === undefined) throw new Error(`serial ${frame.value.serial} was answered, and nobody waits for it`);
        sent.delete(frame.value.serial);
        if (frame.value.command === CONFIRM) told.confirmed(device, frame.value.serial, performance.now() - at);
        else told.denied();
      }
    });
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.off("error", reject).on("error", () => socket.destroy());
      socket.once("close", told.closed);
      resolve(device);
    });
  });

/** Opens so many devices, some at a time. */
export const openFleet = async (port: number, count: number, told: Told, first = 0, atOnce = 100) => {
  const fleet: FleetDevice[] = [];
  for (let from = 0; from < count; from += atOnce)
    fleet.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(atOnce, count - from) }, (_, n) => openDevice(port, first + from + n, told)),
      )),
    );
  return fleet;
};

/** Of sorted numbers. NaN: there are none. */
export const percentile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
