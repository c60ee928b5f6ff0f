import { connect, type Socket } from "node:net";
import { type Frame, gb26875 } from "@dianan/codec";

/** A device's end of the wire: sends bytes, reads answers. */
export type Wire = {
  readonly socket: Socket;
  send(bytes: Uint8Array): void;
  /** The next answer, decoded; rejects when none comes within `ms` or the wire closes. */ next(
    ms?: number,
  ): Promise<Frame>;
  /** Sends and waits for the answer. */ ask(frame: Frame | Uint8Array): Promise<Frame>;
  /** Resolves when the hub has closed it. */ readonly closed: Promise<void>;
  end(): Promise<void>;
};

export const openWire = async (port: number, localAddress = "127.0.0.1"): Promise<Wire> => {
  const socket = connect({ port, host: "127.0.0.1", localAddress, noDelay: true });
  const answers: Frame[] = [];
  const waiting: { resolve: (frame: Frame) => void; reject: (error: Error) => void }[] = [];
  let carry: Uint8Array = new Uint8Array(0);
  socket.on("data", (chunk: Uint8Array) => {
    const cut = gb26875.cutFrames(carry, chunk);
    carry = cut.carry;
    for (const bytes of cut.frames) {
      const decoded = gb26875.decodeFrame(bytes, { direction: "down" });
      if (!decoded.ok) throw new Error(`the hub sent ${JSON.stringify(decoded.error)}`);
      const first = waiting.shift();
      if (first) first.resolve(decoded.value);
      else answers.push(decoded.value);
    }
  });
  let isClosed = false;
  const closed = new Promise<void>((resolve) =>
    socket.on("close", () => {
      isClosed = true;
      for (const one of waiting.splice(0)) one.reject(new Error("closed by the hub"));
      resolve();
    }),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  socket.on("error", () => {});
  const next: Wire["next"] = (ms = 5_000) => {
    const ready = answers.shift();
    if (ready) return Promise.resolve(ready);
    if (isClosed) return Promise.reject(new Error("closed by the hub"));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const at = waiting.findIndex((one) => one.reject === reject);
        if (at >= 0) waiting.splice(at, 1);
        reject(new Error("no answer"));
      }, ms);
      waiting.push({
        resolve: (frame) => {
          clearTimeout(timer);
          resolve(frame);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
    });
  };
  return {
    socket,
    send: (bytes) => void socket.write(bytes),
    next,
    ask: (frame) => {
      socket.write(frame instanceof Uint8Array ? frame : gb26875.encodeFrame(frame));
      return next();
    },
    closed,
    end: async () => {
      socket.destroy();
      await closed;
    },
  };
};

export const CONFIRM = 3;
export const DENY = 6;
export const timeLabel = (at: number): NonNullable<Frame["time"]> => gb26875.timeLabelOf(at, 480);

/** A frame of a device; `message` defaults to none, which is a heartbeat. */
export const frameOf = (source: number, serial: number, more: Partial<Frame> = {}): Frame => ({
  serial,
  version: { main: 1, user: 1 },
  time: timeLabel(Date.now()),
  source,
  destination: 0,
  command: 2,
  message: { kind: "empty" },
  ...more,
});

const noStatus = {
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

/** State of a residual-current detector (部件类型 17). Bit 0 stays clear: many devices never set it. */
export const statusFrame = (
  source: number,
  serial: number,
  status: { readonly fire?: boolean; readonly fault?: boolean },
  at = Date.now(),
  componentAddress = 5,
): Frame =>
  frameOf(source, serial, {
    message: {
      kind: "componentStatus",
      items: [
        {
          systemType: 1,
          systemAddress: 1,
          componentType: 17,
          componentAddress,
          status: { ...noStatus, ...status },
          note: "配电箱",
          time: timeLabel(at),
        },
      ],
    } as Frame["message"],
  });

/** A temperature in 0.1 °C of component 18. */
export const analogFrame = (source: number, serial: number, value: number, at = Date.now()): Frame =>
  frameOf(source, serial, {
    message: {
      kind: "componentAnalog",
      items: [
        {
          systemType: 1,
          systemAddress: 1,
          componentType: 18,
          componentAddress: 1,
          analogType: 3,
          value,
          time: timeLabel(at),
        },
      ],
    } as Frame["message"],
  });
