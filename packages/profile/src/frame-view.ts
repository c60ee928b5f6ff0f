import { type NormaliseContext, type Protocol, protocols } from "@dianan/codec";
import type { ComponentKey, Instant, ModelEvent } from "@dianan/model";
import { dlt645View } from "./dlt645-view.ts";
import { gb26875View } from "./gb26875-view.ts";
import type { Raw } from "./generated/types.ts";
import { modbusView } from "./modbus-view.ts";

/** An event of the protocol, and the object of the frame that it speaks of. */
export type NativeEvent = { readonly event: ModelEvent; readonly object: number | null };

/** An analog value or a status word of GB/T 26875.3 on its own. */
export type FrameObject = {
  readonly kind: "analog" | "status";
  /** Place among the frame's objects. */ readonly index: number;
  readonly componentType: number;
  /** Analog type; 0 for a status word. */ readonly type: number;
  readonly raw: Raw;
  readonly component: ComponentKey;
  readonly at: Instant | null;
};

/** What a frame lets a profile look at. */
export type FrameView = {
  readonly frame: unknown;
  readonly native: readonly NativeEvent[];
  /** The device's time of what the frame says as a whole. */ readonly at: Instant | null;
  readonly objects: readonly FrameObject[];
  /** Registers that the frame answers with; `split`: only a part of them is in it. */
  readonly registers: (fn: number, address: number, count: number) => readonly number[] | "split" | null;
  /** Values of a data identifier; null when the frame is about something else. */
  readonly values: (di: string, format: string | undefined) => readonly Raw[] | null;
};

/** What a frame must be read with besides its bytes. */
export type ProfileContext = NormaliseContext & {
  /** The frame that it answers, whole, for polled protocols. */ readonly request?: Uint8Array;
};

type Opener = (frame: unknown, context: ProfileContext) => Partial<FrameView>;

/** Protocols of which profiles read more than events and fields. */
const openers: { readonly [protocol: string]: Opener } = {
  dlt645: dlt645View,
  gb26875: gb26875View,
  "modbus-rtu": modbusView,
  "modbus-tcp": modbusView,
};

const firstTime = (native: readonly NativeEvent[]): Instant | null => {
  for (const { event } of native) if ("at" in event && event.at !== null) return event.at;
  return null;
};

/** Opens a decoded frame for a profile. Never throws. */
export const openFrame = (protocolId: string, frame: unknown, context: ProfileContext): FrameView => {
  const protocol = protocols[protocolId as keyof typeof protocols] as Protocol<unknown>;
  const opened = openers[protocolId]?.(frame, context) ?? {};
  const native = opened.native ?? protocol.normalise(frame, context).map((event) => ({ event, object: null }));
  return {
    frame,
    at: firstTime(native),
    objects: [],
    registers: () => null,
    values: () => null,
    ...opened,
    native,
  };
};
