import { connect, type Socket } from "node:net";
import type { Device, DeviceOptions, DeviceSocket } from "@dianan/device";
import { startKitDevice } from "../../src/loop/f3-device.ts";

export const RESEND_MS = 120;
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

/** The kit's own device, or a wrong one. */
export const startDevice = (port: number, mutant: DeviceMutant | null = null) =>
  startKitDevice(port, RESEND_MS, {
    ...mutant?.options,
    ...(mutant === null ? {} : { dial: () => mistaken(port, mutant) }),
    ...(mutant?.raise === undefined ? {} : { raise: mutant.raise }),
    ...(mutant?.recovers === undefined ? {} : { recovers: mutant.recovers }),
  });
