import { connect, type Socket } from "node:net";
import { type Frame, gb26875, type Message } from "@dianan/codec";
import { type Device, type DeviceOptions, type DeviceSocket, openDevice } from "@dianan/device";

export const RESEND_MS = 120;
const PERIOD_MS = 30;
const ZONE = 480;

/** What a wrong device does otherwise: its options, the bytes on their way, when an alarm is raised. */
export type DeviceMutant = {
  readonly mistake: string;
  readonly caughtBy: string;
  readonly options?: Partial<DeviceOptions>;
  /** Bytes of one frame that leaves. */ readonly out?: () => (bytes: Uint8Array) => Uint8Array;
  /** Bytes of one frame that comes in; null: it never reaches the device. `write` answers in its place. */
  readonly into?: () => (
    bytes: Uint8Array,
    write: (bytes: Uint8Array) => void,
    last: () => Uint8Array | null,
  ) => Uint8Array | null;
  readonly raise?: (device: Device, send: () => void) => void;
  /** The component whose recovery is told, instead of the right one. */ readonly recovers?: number;
};

export const resummed = (bytes: Uint8Array): Uint8Array =>
  bytes.with(bytes.length - 3, bytes.subarray(2, -3).reduce((sum, byte) => sum + byte, 0) & 0xff);

const label = (): Frame["time"] => gb26875.timeLabelOf(Date.now(), ZONE);
const well: () => Message = () => ({
  kind: "transmitterStatus",
  status: {
    normal: true,
    fire: false,
    fault: false,
    mainPowerFault: false,
    backupPowerFault: false,
    channelFault: false,
    lineFault: false,
    reserved: 0,
  },
  time: label(),
});
const alarm = (fire = true, componentAddress = 1): Message => ({
  kind: "componentStatus",
  items: [
    {
      ...{ systemType: 16, systemAddress: 1, componentType: 17, componentAddress, note: "剩余电流", time: label() },
      status: {
        normal: true,
        fire,
        fault: false,
        shielded: false,
        supervised: false,
        started: false,
        feedback: false,
        delayed: false,
        powerFault: false,
        reserved: 0,
      },
    },
  ],
});

/** A socket through which one mistake goes. */
export const mistaken = (port: number, { out, into }: Pick<DeviceMutant, "out" | "into">): DeviceSocket => {
  const socket: Socket = connect({ host: "127.0.0.1", port, noDelay: true });
  const leave = out?.() ?? ((bytes: Uint8Array) => bytes);
  const enter = into?.() ?? ((bytes: Uint8Array) => bytes);
  let last: Uint8Array | null = null;
  const write = (bytes: Uint8Array): unknown => {
    last = leave(bytes);
    return socket.write(last);
  };
  return {
    get destroyed() {
      return socket.destroyed;
    },
    write,
    end: () => socket.end(),
    destroy: () => socket.destroy(),
    once: (event, listener) => socket.once(event, listener),
    on: ((event: "data" | "connect", listener: (chunk: Uint8Array) => void) =>
      socket.on(event, (chunk: Uint8Array) => {
        if (event !== "data" || into === undefined) return listener(chunk);
        const bytes = enter(
          chunk,
          (answer) => socket.write(answer),
          () => last,
        );
        if (bytes !== null) listener(bytes);
      })) as DeviceSocket["on"],
  };
};

/** The reference device with time compressed: it sends by itself, answers for its time, and raises an alarm when pressed. */
export const startDevice = (port: number, mutant: DeviceMutant | null = null) => {
  const device = openDevice({
    ...{ host: "127.0.0.1", port, address: 889, resendAfterMs: RESEND_MS, reconnectMs: [20, 1_000] },
    onAsked: ({ kind }) => (kind === "readTransmitterTime" ? { kind: "transmitterTime", time: label() } : "deny"),
    ...(mutant === null ? {} : { dial: () => mistaken(port, mutant) }),
    ...mutant?.options,
  });
  let isOpen = true;
  const beat = async (): Promise<void> => {
    while (isOpen) {
      await device.send(well()).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, PERIOD_MS));
    }
  };
  const beating = beat();
  const press = async (): Promise<void> => {
    const send = (): void => void device.send(alarm()).catch(() => {});
    if (mutant?.raise === undefined) send();
    else mutant.raise(device, send);
  };
  const clear = async (): Promise<void> => void device.send(alarm(false, mutant?.recovers)).catch(() => {});
  const close = async (): Promise<void> => {
    isOpen = false;
    await device.close();
    await beating;
  };
  return { press, clear, close };
};
