// A pile's end of the wire: sends frames, keeps what the hub sends.
import { connect } from "node:net";
import { type Ap3000Frame, ap3000, type BkvFrame, bkv, type YkcFrame, ykc } from "@dianan/codec";
import { until } from "./http-fixture.ts";

export type PileWire<F> = {
  send(frame: F): void;
  sendBytes(bytes: Uint8Array): void;
  /** The next frame of the hub that fits; what came before it is passed over. */ next(
    fits: (frame: F) => boolean,
  ): Promise<F>;
  /** Frames that the hub sent and nobody has asked for. */ readonly left: readonly F[];
  end(): Promise<void>;
};

type Codec<F> = {
  cutFrames(carry: Uint8Array, chunk: Uint8Array): { frames: readonly Uint8Array[]; carry: Uint8Array };
  decodeFrame(
    bytes: Uint8Array,
    context: { direction: "down" },
  ): { readonly ok: true; readonly value: F } | { readonly ok: false; readonly error: unknown };
  encodeFrame(frame: F): Uint8Array;
};

const openPile = async <F>(codec: Codec<F>, port: number): Promise<PileWire<F>> => {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  let carry: Uint8Array = new Uint8Array(0);
  const left: F[] = [];
  socket.on("data", (chunk: Uint8Array) => {
    const cut = codec.cutFrames(carry, chunk);
    carry = cut.carry;
    for (const bytes of cut.frames) {
      const decoded = codec.decodeFrame(bytes, { direction: "down" });
      if (!decoded.ok) throw new Error(`the hub sent ${JSON.stringify(decoded.error)}`);
      left.push(decoded.value);
    }
  });
  socket.on("error", () => {});
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  return {
    left,
    send: (frame) => void socket.write(codec.encodeFrame(frame)),
    sendBytes: (bytes) => void socket.write(bytes),
    next: async (fits) => {
      const at = await until(
        () => left.findIndex(fits),
        (found) => found >= 0,
      );
      return left.splice(0, at + 1).at(-1) as F;
    },
    end: () =>
      new Promise((resolve) => {
        socket.once("close", () => resolve());
        socket.end();
      }),
  };
};

export const openYkc = (port: number): Promise<PileWire<YkcFrame>> => openPile(ykc, port);
export const openAp3000 = (port: number): Promise<PileWire<Ap3000Frame>> => openPile(ap3000, port);
export const openBkv = (port: number): Promise<PileWire<BkvFrame>> => openPile(bkv, port);

const NOTHING = new Uint8Array(0);
const period = { price: 0, energy: 0, lossEnergy: 0, amount: 0 };

/** Frames of one pile (云快充); `seq` grows by one with each. */
export const ykcFrames = (pile: string) => {
  let seq = 0;
  const frame = (body: object): YkcFrame => {
    seq += 1;
    return {
      seq: Uint8Array.of(seq >> 8, seq & 0xff),
      encryption: 0,
      body: { pile, unparsed: NOTHING, ...body } as YkcFrame["body"],
    };
  };
  return {
    answer: (to: YkcFrame, body: object): YkcFrame => ({ ...frame(body), seq: to.seq }),
    login: () =>
      frame({
        ...{ kind: "login", pileType: 1, guns: 2, protocolVersion: 16, firmware: "V1.0" },
        ...{ network: 0, sim: "89860012345678901234", operator: 0 },
      }),
    heartbeat: (gun: string, state = 0) => frame({ kind: "heartbeat", gun, state }),
    realtime: (gun: string, more: object = {}) =>
      frame({
        ...{ kind: "realtime", gun, transaction: "0".repeat(32), state: 2, homed: 1, plugged: 0, voltage: 2_200 },
        ...{ current: 0, gunTemperature: 75, cable: new Uint8Array(8), soc: 0, batteryTemperature: 0, elapsed: 0 },
        ...{ remaining: 0, energy: 0, lossEnergy: 0, amount: 0, faults: noFaults },
        ...more,
      }),
    transaction: (gun: string, transaction: string, from: number, until: number, stopCode: number) =>
      frame({
        ...{ kind: "transaction", transaction, gun, startedAt: ykc.timeOf(from, 480), endedAt: ykc.timeOf(until, 480) },
        ...{ sharp: period, peak: period, flat: period, valley: period, meterStart: 0, meterEnd: 0, energy: 8_200 },
        ...{ lossEnergy: 8_200, amount: 12_000, vin: "", startMode: 1 },
        ...{ recordedAt: ykc.timeOf(until, 480), stopCode, physicalCard: new Uint8Array(8) },
      }),
  };
};

const faultNames = [
  ...["emergencyStop", "noRectifier", "outletTemperature", "surgeProtector", "moduleComm", "insulationComm"],
  ...["meterComm", "cardReaderComm", "controllerComm", "fanBoard", "dcFuse", "contactor", "doorOpen"],
];
/** No hardware fault; set what is. */
export const noFaults = { ...Object.fromEntries(faultNames.map((name) => [name, false])), reserved: 0 };

/** Frames of one AP3000 device. */
export const ap3000Frames = (wireAddress: string) => {
  const device = ap3000.deviceOf(Number.parseInt(wireAddress, 16));
  let messageId = 0;
  const frame = (message: object): Ap3000Frame => {
    messageId += 1;
    return { device, messageId, message: { unparsed: NOTHING, ...message } as Ap3000Frame["message"] };
  };
  return {
    answer: (to: Ap3000Frame, message: object): Ap3000Frame => ({ ...frame(message), messageId: to.messageId }),
    register: () =>
      frame({
        ...{ kind: "register", firmware: 200, ports: 12, virtualId: 0, deviceType: 1, workMode: 0 },
        powerBoardFirmware: null,
      }),
    heartbeat: (states: readonly number[]) =>
      frame({ kind: "heartbeat", voltage: 2_200, states, rssi: 20, temperature: 90 }),
    settlement: (port: number, order: string, stopReason: number) =>
      frame({
        ...{ kind: "settlement", seconds: 3_600, maxPower: 1_860, energy: 82, port, startMode: 1, card: 0 },
        ...{ stopReason, order: orderOf(order), secondMaxPower: 0, time: null },
      }),
    timeRequest: () => frame({ kind: "timeRequest" }),
    alarm: (type: number, place: number) => frame({ kind: "alarm", type, place, trigger: NOTHING }),
  };
};

const orderOf = (order: string): Uint8Array => {
  const bytes = new Uint8Array(16);
  bytes.set(new TextEncoder().encode(order));
  return bytes;
};
