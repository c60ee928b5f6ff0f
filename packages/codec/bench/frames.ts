// The frames that are measured: one that is typical of each protocol, from its vectors.
import { hexBytes, sameValue, type Vector } from "@dianan/testkit";
import { gb26875 } from "../src/gb26875/protocol.ts";
import type { FrameContext, Protocol } from "../src/protocol.ts";
import { protocols } from "../src/protocols.ts";
import { contextOf, vectorsOf } from "../test/protocol-vectors.ts";
import * as ap3000 from "./by-hand/ap3000.ts";
import * as dlt645 from "./by-hand/dlt645.ts";
import * as gb26875ByHand from "./by-hand/gb26875.ts";
import * as modbusRtu from "./by-hand/modbus-rtu.ts";

/** Code for one kind of frame; null for bytes that are none. */
export type ByHand = {
  readonly decode: (bytes: Uint8Array, request: Uint8Array) => unknown;
  readonly encode: ((frame: never) => Uint8Array) | null;
};

/** Frames of one kind, measured in turns. */
export type Measured = {
  readonly id: string;
  readonly name: string;
  readonly protocol: Protocol<unknown>;
  readonly context: FrameContext;
  readonly inputs: readonly Uint8Array[];
  readonly byHand: ByHand | null;
};

/** What is typical, by the name of its vector. Of other protocols: the middle one of those that say something, by size. */
const typical: Readonly<Record<string, { readonly vector: string; readonly name: string; readonly byHand?: ByHand }>> =
  {
    ap3000: {
      vector: "power heartbeat of a running session, all fields",
      name: "power heartbeat 功率心跳",
      byHand: { decode: ap3000.decode, encode: ap3000.encode },
    },
    bkv: { vector: "state of a socket: port 0 charges, port 1 is idle", name: "state of a socket 插座状态" },
    dianan: { vector: "a full reading of a three-phase monitor, 56 bytes", name: "three-phase reading 三相读数" },
    dlt645: {
      vector: "block of active powers: total, a, b, c",
      name: "block of powers 功率数据块",
      byHand: { decode: dlt645.decode, encode: dlt645.encode },
    },
    "efire-7b7b": { vector: "published: behind its envelope 01 01 8D", name: "whole state 全量上报" },
    gb26875: {
      vector: "residual-current detector alarms, zone 2 point 5",
      name: "component status, no text 部件状态,无说明",
      byHand: { decode: gb26875ByHand.decode, encode: gb26875ByHand.encode },
    },
    juy: { vector: "login that tells its signal", name: "login 登录" },
    "modbus-rtu": {
      vector: "39 input registers with their request: a whole breaker",
      name: "39 registers and request 39 个寄存器",
      byHand: { decode: modbusRtu.decode, encode: modbusRtu.encode },
    },
    "modbus-tcp": {
      vector: "39 input registers with their request: a whole breaker",
      name: "39 registers and request 39 个寄存器",
    },
    ykc: {
      vector: "a gun in standby: temperatures of 0 were not measured, 0200 is 0.2 V",
      name: "state of a gun 枪实时数据",
    },
  };

const isGood = ({ value, direction, dialect }: Vector): boolean =>
  value !== undefined && direction === "up" && dialect === undefined;

const vectorFor = <F>(protocol: Protocol<F>): Vector => {
  const good = vectorsOf(protocol.id).filter(isGood);
  const named = typical[protocol.id]?.vector;
  if (named !== undefined) {
    const found = good.find(({ name }) => name === named);
    if (found === undefined) throw new TypeError(`bench: ${protocol.id} has no vector "${named}" any more`);
    return found;
  }
  const telling = good
    .filter((vector) => {
      const frame = protocol.decodeFrame(hexBytes(vector.hex), contextOf(protocol, vector));
      return frame.ok && protocol.normalise(frame.value, { receivedAt: 0 }).length > 0;
    })
    .sort((a, b) => a.hex.length - b.hex.length);
  const middle = telling[telling.length >> 1];
  if (middle === undefined) throw new TypeError(`bench: ${protocol.id} has no vector that says something`);
  return middle;
};

/** Our decoder and the hand-written one must give the same before they are compared. */
const checkByHand = ({ id, name, protocol, context, inputs, byHand }: Measured): void => {
  for (const bytes of byHand === null ? [] : inputs) {
    const ours = protocol.decodeFrame(bytes, context);
    const theirs = byHand?.decode(bytes, context.request ?? bytes);
    if (!ours.ok || !sameValue(ours.value, theirs))
      throw new TypeError(`bench: ${id}, ${name}: both must read the same`);
    const written = byHand?.encode?.(theirs as never);
    if (written !== undefined && !sameValue(written, bytes))
      throw new TypeError(`bench: ${id}, ${name}: both must write the same`);
  }
};

const TEXTS = 4_000;
const LETTERS = [..."一二三四五六七八九十层室号楼栋东西南北中配电箱柜剩余流温度测点"];

/** The status frame with a description, and with one that is new each time. */
const withTexts = (plain: Measured): readonly Measured[] => {
  const frame = gb26875.decodeFrame(plain.inputs[0] as Uint8Array);
  if (!frame.ok || frame.value.message.kind !== "componentStatus") throw new TypeError("bench: not a component status");
  const { value } = frame;
  const { message } = frame.value;
  const noted = (note: string): Uint8Array =>
    gb26875.encodeFrame({ ...value, message: { ...message, items: message.items.map((item) => ({ ...item, note })) } });
  const different = Array.from({ length: TEXTS }, (_, i) =>
    noted(
      Array.from({ length: 9 }, (_, place) => LETTERS[(i * (place * 7 + 3) + (i >> place)) % LETTERS.length]).join(""),
    ),
  );
  const byHand = plain.byHand === null ? null : { ...plain.byHand, encode: null };
  return [
    { ...plain, name: "the same, with Chinese text 有中文说明", inputs: [noted("一层配电箱剩余电流")], byHand },
    { ...plain, name: "the same, each time another text 说明每次不同", inputs: different, byHand },
  ];
};

/** Every frame that is measured. */
export const measuredFrames = (): readonly Measured[] =>
  (Object.values(protocols) as readonly Protocol<unknown>[]).flatMap((protocol) => {
    const vector = vectorFor(protocol);
    const { id } = protocol;
    const one: Measured = {
      id,
      name: typical[id]?.name ?? vector.name,
      protocol,
      context: contextOf(protocol, vector),
      inputs: [hexBytes(vector.hex)],
      byHand: typical[id]?.byHand ?? null,
    };
    const all = id === "gb26875" ? [one, ...withTexts(one)] : [one];
    for (const measured of all) checkByHand(measured);
    return all;
  });
