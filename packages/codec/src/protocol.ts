import type { Code, DecodeError, Field, Result } from "@dianan/layout";
import type { ModelEvent } from "@dianan/model";
import type { Cut } from "./stream-cutter.ts";

/** `up`: from the device; `down`: from the platform or master. */
export type Direction = "up" | "down";

/** What a decoder must be told because the bytes do not say it. */
export type FrameContext = {
  /** Default `up`. */ readonly direction?: Direction;
  /** The frame that this one answers, whole: polled protocols cannot name what they read without it. */
  readonly request?: Uint8Array;
};

export type NormaliseContext = {
  /** When the frame was received, milliseconds UTC. */ readonly receivedAt: number;
  /** Zone of the device's clock where the protocol names none; 480 (China) is the practice. Minutes. */
  readonly utcOffsetMinutes?: number;
  /** Default `up`. */ readonly direction?: Direction;
};

/** One layout of a protocol as its specification page shows it. */
export type ProtocolTable = {
  readonly zh: string;
  readonly en: string;
  readonly layout: Field<unknown>;
};

/** One code table of a protocol as its specification page shows it. */
export type ProtocolCodes = {
  readonly zh: string;
  readonly en: string;
  readonly codes: Readonly<Record<string, Code>>;
};

/** Everything a device protocol (设备协议) gives, whatever its bytes look like. `F` is its decoded frame. */
export type Protocol<F> = {
  /** Name on command lines, in profiles and in vectors, such as `dlt645`. */ readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Document that its clauses belong to, such as `DL/T 645-2007`; every error's clause begins with it. */
  readonly document: string;
  /** Largest frame that is ever cut or accepted. Bytes. */ readonly frameMax: number;

  /** Cuts a byte stream into frames: any chunking, garbage between frames, lengths that lie. Never throws. */
  cutFrames(carry: Uint8Array, chunk: Uint8Array, context?: FrameContext): Cut;
  /** Reads exactly one frame. Never throws, whatever the bytes. */
  decodeFrame(bytes: Uint8Array, context?: FrameContext): Result<F, DecodeError>;
  /** The inverse. @throws RangeError or TypeError that begins with the path of what does not fit */
  encodeFrame(frame: F, context?: FrameContext): Uint8Array;
  /** What a frame says in the model's words, in the order of its bytes. Never throws. */
  normalise(frame: F, context: NormaliseContext): readonly ModelEvent[];
  /** The table by which these bytes are read: for viewers. */
  layoutOf(bytes: Uint8Array, context?: FrameContext): Field<unknown>;

  /** What can be asked of the device (命令). */ readonly commands: Readonly<Record<string, Code>>;
  readonly tables: readonly ProtocolTable[];
  readonly codeTables: readonly ProtocolCodes[];
};
