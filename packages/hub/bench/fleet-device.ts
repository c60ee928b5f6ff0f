// A device of the benchmarks of the hub: real frames over a real socket, each device from an address of its own in 127.0.0.0/8.
import { connect, type Socket } from "node:net";
import { type Frame, gb26875 } from "@dianan/codec";

/** Devices have the addresses FIRST_ADDRESS, FIRST_ADDRESS + 1, … */
export const FIRST_ADDRESS = 1_000_000;
const SOURCES = 250;
const CONFIRM = 3;
const CONFIRM_BYTES = 30;
const noFlags = {
  ...{ normal: false, fire: false, fault: false, shielded: false, supervised: false, started: false },
  ...{ feedback: false, delayed: false, powerFault: false, reserved: 0 },
};
type Message = Frame["message"];

export type FleetDevice = {
  readonly index: number;
  /** Sends two readings. */ report(): void;
  /** Sends a fire alarm of a component of its own. */ alarm(componentAddress: number): void;
  /** Frames that are not answered yet. */ waiting(): number;
  /** Of the last frame: a device that comes again goes on from it, and tells nothing twice. */ serial(): number;
  /** Ends its connection; that is not told as closed. */ leave(): void;
};
export type Told = {
  /** A frame was confirmed: its serial, and the milliseconds since it was sent. */
  readonly confirmed: (device: FleetDevice, serial: number, ms: number) => void;
  readonly denied: (device: FleetDevice) => void;
  /** The other side has closed the connection. */ readonly closed: (device: FleetDevice) => void;
};
export type FleetWay = {
  readonly port: number;
  /** The other side is the floor, which confirms each frame with so many bytes that say nothing. */
  readonly isFloor?: boolean;
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

/** A frame of a device. @param index - of the device in its fleet */
const frameOf = (index: number, serial: number, message: Message): Uint8Array =>
  gb26875.encodeFrame({
    ...{ serial, version: { main: 1, user: 1 }, time: timeOf(serial) },
    ...{ source: FIRST_ADDRESS + index, destination: 0, command: 2, message },
  });
/** The frame of two readings that a device sends with this serial. */
export const reportFrame = (index: number, serial: number): Uint8Array => frameOf(index, serial, readings(serial));

/** @param firstSerial - serials go on from it. Rejects with Node's error when it cannot connect. */
export const openDevice = (
  { port, isFloor = false }: FleetWay,
  index: number,
  told: Told,
  firstSerial = 0,
): Promise<FleetDevice> =>
  new Promise((resolve, reject) => {
    const socket: Socket = connect({
      ...{ port, host: "127.0.0.1", noDelay: true },
      localAddress: `127.0.${1 + Math.floor(index / SOURCES)}.${1 + (index % SOURCES)}`,
    });
    let serial = firstSerial;
    let carry: Uint8Array = new Uint8Array(0);
    let partial = 0;
    let isLeaving = false;
    const sent = new Map<number, number>();
    const send = (messageOf: (serial: number) => Message): void => {
      serial = (serial + 1) % 65_536;
      sent.set(serial, performance.now());
      socket.write(frameOf(index, serial, messageOf(serial)));
    };
    const device: FleetDevice = {
      index,
      report: () => send(readings),
      alarm: (component) => send((own) => fire(own, component)),
      waiting: () => sent.size,
      serial: () => serial,
      leave: () => {
        isLeaving = true;
        socket.destroy();
      },
    };
    const answered = (to: number, isConfirm: boolean): void => {
      const at = sent.get(to);
      if (at === undefined) throw new Error(`serial ${to} was answered, and nobody waits for it`);
      sent.delete(to);
      if (isConfirm) told.confirmed(device, to, performance.now() - at);
      else told.denied(device);
    };
    const takeFrames = (chunk: Uint8Array): void => {
      const cut = gb26875.cutFrames(carry, chunk);
      carry = cut.carry;
      for (const bytes of cut.frames) {
        const frame = gb26875.decodeFrame(bytes, { direction: "down" });
        if (!frame.ok) throw new Error(`the hub sent ${JSON.stringify(frame.error)}`);
        answered(frame.value.serial, frame.value.command === CONFIRM);
      }
    };
    const takeLengths = (chunk: Uint8Array): void => {
      partial += chunk.length;
      for (; partial >= CONFIRM_BYTES; partial -= CONFIRM_BYTES) answered(sent.keys().next().value ?? -1, true);
    };
    socket.on("data", isFloor ? takeLengths : takeFrames);
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.off("error", reject).on("error", () => socket.destroy());
      socket.once("close", () => {
        if (!isLeaving) told.closed(device);
      });
      resolve(device);
    });
  });

const AT_ONCE = 100;
/** Opens so many devices, some at a time. @param first - index of the first of them */
export const openFleet = async (
  way: FleetWay,
  count: number,
  told: Told,
  { first = 0, firstSerial = 0 }: { readonly first?: number; readonly firstSerial?: number } = {},
): Promise<FleetDevice[]> => {
  const fleet: FleetDevice[] = [];
  for (let from = 0; from < count; from += AT_ONCE)
    fleet.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) =>
          openDevice(way, first + from + n, told, firstSerial),
        ),
      )),
    );
  return fleet;
};

/** Of sorted numbers. NaN: there are none. */
export const percentile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Milliseconds of a clock that all processes of this machine share and that nobody sets. */
export const steadyMs = (): number => Number(process.hrtime.bigint()) / 1e6;
