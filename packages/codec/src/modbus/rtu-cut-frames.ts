import { crc16modbus, crc16modbusEnd, decode } from "@dianan/layout";
import type { Direction, FrameContext } from "../protocol.ts";
import { type Cut, createCutter, type Look, type SkippedRun } from "../stream-cutter.ts";
import { EXCEPTION_BIT } from "./codes.ts";
import { type ModbusDialect, rtuDialectOf } from "./dialects.ts";
import { isUnit, rtuHead, rtuParts } from "./rtu-frame.ts";
import { dataSizeOf } from "./sizes.ts";

const { functionAt, messageAt, overhead, max } = rtuParts;
const NOTHING = new Uint8Array(0);
const NONE: Look = { kind: "none" };
const SHORT: Look = { kind: "short" };
const anywhere = (_bytes: Uint8Array, from: number): number => from;

/** A function whose length nothing tells ends where its check value is right. */
const lookForEnd = (bytes: Uint8Array, at: number): Look => {
  const end = crc16modbusEnd(bytes, at, overhead, Math.min(bytes.length, at + max));
  if (end > 0) return { kind: "frame", size: end - at, isSound: true };
  return bytes.length < at + max ? SHORT : NONE;
};

/** Unit and function of the answer that is waited for. */
type Awaited = { readonly unit: number; readonly function: number };

const awaitedOf = ({ direction = "up", request }: FrameContext): Awaited | null => {
  if (direction === "down" || request === undefined) return null;
  const head = decode(rtuHead, request.subarray(0, messageAt));
  return head.ok ? head.value : null;
};

const lookIn =
  (direction: Direction, dialect: ModbusDialect, awaited: Awaited | null) =>
  (bytes: Uint8Array, at: number): Look => {
    const unit = bytes[at] as number;
    if (!isUnit(unit, direction, dialect) || (awaited !== null && unit !== awaited.unit)) return NONE;
    const byte = bytes[at + functionAt];
    if (byte === undefined) return SHORT;
    if (awaited !== null && byte % EXCEPTION_BIT !== awaited.function) return NONE;
    const data = dataSizeOf(byte, direction, dialect);
    if (data === null) return NONE;
    if (data === "any") return lookForEnd(bytes, at);
    const count = data.countAt === null ? 0 : bytes[at + messageAt + data.countAt];
    if (count === undefined) return SHORT;
    const size = overhead + data.fixed + count;
    if (size > max) return NONE;
    if (bytes.length < at + size) return SHORT;
    // Over a frame and its own check value the check value is 0.
    return crc16modbus(bytes, at, at + size) === 0 ? { kind: "frame", size, isSound: true } : NONE;
  };

const cutterOf = (context: FrameContext) => {
  const { direction = "up", dialect } = context;
  return createCutter({
    nextStart: anywhere,
    lookAt: lookIn(direction, rtuDialectOf(dialect), awaitedOf(context)),
  });
};

/**
 * Cuts a byte stream into frames of 4 to 256 bytes: serial bytes through a DTU, or RTU over TCP. Nothing marks a start and a
 * frame has no length, so only a right check value makes a frame: a broken one is among the skipped bytes. A start in noise may
 * wait for up to 255 more bytes; {@link cutAtSilence} ends that. With the request that is being answered, only frames of its unit
 * and function are looked for: noise hardly ever looks like them, and a late answer to something else is skipped.
 *
 * @param carry - bytes kept from the last call: 0 to 255
 * @param chunk - bytes just received, any length
 * @param context - direction: of the frames that are looked for; request: the one sent last; dialect: as for decoding
 * @see MODBUS Serial Line V1.02 §2.5.1
 */
export const cutFrames = (carry: Uint8Array, chunk: Uint8Array, context: FrameContext = {}): Cut =>
  cutterOf(context)(carry, chunk);

/**
 * What was carried, when the line has been silent for 3.5 characters or the answer is overdue: what begins there will not go on,
 * so the frames behind false starts come out and nothing is carried.
 *
 * @param carry - of the last `cutFrames`: 0 to 255 bytes
 */
export const cutAtSilence = (carry: Uint8Array, context: FrameContext = {}): Cut => {
  const cut = cutterOf(context);
  const frames: Uint8Array[] = [];
  const skipped: SkippedRun[] = [];
  let garbage: number[] = [];
  const skip = (): void => {
    if (garbage.length > 0) skipped.push({ bytes: Uint8Array.from(garbage), before: frames.length });
    garbage = [];
  };
  for (let rest = carry; rest.length > 0; ) {
    const step = cut(NOTHING, rest);
    for (let index = 0; index <= step.frames.length; index += 1) {
      for (const run of step.skipped) if (run.before === index) garbage.push(...run.bytes);
      const frame = step.frames[index];
      if (frame === undefined) continue;
      skip();
      frames.push(frame);
    }
    // The start that waits for more is a false one.
    garbage.push(...step.carry.subarray(0, 1));
    rest = step.carry.subarray(1);
  }
  skip();
  return { frames, skipped, carry: NOTHING };
};
