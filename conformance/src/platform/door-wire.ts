import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Frame, gb26875 } from "@dianan/codec";

const LOOK_MS = 5;

/** A device's end of a connection (GB/T 26875.3-2011 over TCP). */
export type DoorWire = {
  /** What the platform sent, in order; null where it does not decode. */ readonly heard: readonly (Frame | null)[];
  readonly isClosed: () => boolean;
  send(bytes: Uint8Array): void;
  /** The first frame from `since` on that fits; null: none in time. */
  next(since: number, fits: (frame: Frame) => boolean, ms?: number): Promise<Frame | null>;
  /** Sends and waits for the confirm or the denial of this serial. */
  ask(bytes: Uint8Array, serial: number, ms?: number): Promise<Frame | null>;
  end(): void;
};

/** Connects as a device. @throws Error when nobody listens */
export const openDoorWire = async (host: string, port: number, timeoutMs: number): Promise<DoorWire> => {
  const socket: Socket = connect({ host, port, noDelay: true });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(new Error("it does not connect")), timeoutMs);
    socket.once("connect", () => {
      clearTimeout(timer);
      resolve();
    });
    socket.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
  const heard: (Frame | null)[] = [];
  let carry: Uint8Array = new Uint8Array(0);
  let isClosed = false;
  socket.on("error", () => {});
  socket.on("close", () => {
    isClosed = true;
  });
  socket.on("data", (chunk: Uint8Array) => {
    const cut = gb26875.cutFrames(carry, chunk);
    carry = cut.carry;
    for (const bytes of cut.frames) {
      const decoded = gb26875.decodeFrame(bytes, { direction: "down" });
      heard.push(decoded.ok ? decoded.value : null);
    }
  });
  const next: DoorWire["next"] = async (since, fits, ms = timeoutMs) => {
    const end = performance.now() + ms;
    for (let from = since; ; await sleep(LOOK_MS)) {
      for (; from < heard.length; from += 1) {
        const frame = heard[from];
        if (frame != null && fits(frame)) return frame;
      }
      if (isClosed || performance.now() > end) return null;
    }
  };
  return {
    heard,
    isClosed: () => isClosed,
    send: (bytes) => void socket.write(bytes),
    next,
    ask: (bytes, serial, ms) => {
      const since = heard.length;
      socket.write(bytes);
      return next(since, (frame) => frame.serial === serial && isAnswer(frame), ms);
    },
    end: () => void socket.destroy(),
  };
};

const { confirm, deny } = gb26875.commands;
export const isConfirm = ({ command }: Frame): boolean => command === confirm.code;
export const isDenial = ({ command }: Frame): boolean => command === deny.code;
const isAnswer = (frame: Frame): boolean => isConfirm(frame) || isDenial(frame);
