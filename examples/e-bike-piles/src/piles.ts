// What one device of each protocol says: frames made by @dianan/codec.
import { type Ap3000Frame, ap3000, type BkvFrame, bkv, type JuyFrame, juy } from "@dianan/codec";

const NOTHING = new Uint8Array(0);

/** A device: what it sends, and of what kind an answer is. */
export type Pile = {
  readonly wireAddress: string;
  /** In their order; `answered`: what the hub says to it, null: nothing, its answer is not published. */
  readonly says: readonly { readonly name: string; readonly bytes: Uint8Array; readonly answered: string | null }[];
  /** Kinds of the frames that the hub has sent. */ read(bytes: Uint8Array): readonly string[];
};

type Codec = {
  cutFrames(carry: Uint8Array, chunk: Uint8Array): { readonly frames: readonly Uint8Array[] };
  decodeFrame(
    bytes: Uint8Array,
    context: { readonly direction: "down" },
  ): { readonly ok: boolean; readonly value?: unknown };
};
/** @param kindOf - of a decoded frame */
const reading =
  (codec: Codec, kindOf: (frame: never) => string) =>
  (bytes: Uint8Array): readonly string[] =>
    codec.cutFrames(NOTHING, bytes).frames.map((frame) => {
      const decoded = codec.decodeFrame(frame, { direction: "down" });
      if (!decoded.ok) throw new Error("the hub sent no good frame");
      return kindOf(decoded.value as never);
    });

const socket = (): Pile => {
  const wireAddress = "04ceaa40";
  let messageId = 0;
  const frame = (message: object): Uint8Array => {
    messageId += 1;
    const device = ap3000.deviceOf(Number.parseInt(wireAddress, 16));
    return ap3000.encodeFrame({ device, messageId, message: { unparsed: NOTHING, ...message } } as Ap3000Frame);
  };
  const order = new Uint8Array(16);
  order.set(new TextEncoder().encode("A-1"));
  return {
    wireAddress,
    says: [
      {
        ...{ name: "register", answered: "registerAnswer" },
        bytes: frame({
          ...{ kind: "register", firmware: 200, ports: 2, virtualId: 0, deviceType: 1, workMode: 0 },
          powerBoardFirmware: null,
        }),
      },
      {
        ...{ name: "settlement", answered: "settlementAnswer" },
        bytes: frame({
          ...{ kind: "settlement", seconds: 3_600, maxPower: 1_860, energy: 82, port: 0, startMode: 1, card: 0 },
          ...{ stopReason: 5, order, secondMaxPower: 0, time: null },
        }),
      },
    ],
    read: reading(ap3000, ({ message }: Ap3000Frame) => message.kind),
  };
};

const gateway = (): Pile => {
  const wireAddress = "82200520004869";
  const heartbeat = {
    kind: "heartbeat",
    iccid: "89860012345678901234",
    firmware: "V1.02",
    rssi: 31,
    unparsed: NOTHING,
  };
  const frame = { direction: "up", serial: 1, packetType: 1, gateway: wireAddress, payload: heartbeat } as BkvFrame;
  return {
    wireAddress,
    says: [{ name: "heartbeat", bytes: bkv.encodeFrame(frame), answered: "heartbeatAnswer" }],
    read: reading(bkv, ({ payload }: BkvFrame) => payload.kind),
  };
};

const pile = (): Pile => {
  const imei = "860000000000017";
  const frame = (message: object): Uint8Array => juy.encodeFrame({ result: 0, imei: null, message } as JuyFrame);
  return {
    wireAddress: imei,
    says: [
      {
        ...{ name: "login", answered: null },
        bytes: frame({
          ...{ kind: "login", imei, ports: 10, hardware: "JUY10-HW1", software: "V2", ccid: "89860012345678901234" },
          ...{ signalOrVersion: 20, reason: 0, unparsed: NOTHING },
        }),
      },
      {
        ...{ name: "heartbeat", answered: null },
        bytes: frame({ kind: "heartbeat", rssi: 31, temperature: 30, states: [0, 1], unparsed: NOTHING }),
      },
    ],
    read: reading(juy, ({ message }: JuyFrame) => message.kind),
  };
};

export const piles: { readonly [protocol: string]: () => Pile } = { ap3000: socket, bkv: gateway, juy: pile };
