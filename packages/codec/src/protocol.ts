import type { Code, DecodeError, Field, Result } from "@dianan/layout";
import type { ModelEvent } from "@dianan/model";
import type { Cut } from "./stream-cutter.ts";

/** `up`: from the device; `down`: from the platform or master. */
export type Direction = "up" | "down";

/** Value of one dialect option. */
export type DialectValue = string | number | boolean;

/** Options of a dialect by name; what is not here has the option's default, which is what the document says. */
export type DialectOptions = Readonly<Record<string, DialectValue>>;

/** One point in which devices of the field differ from the document or from each other. */
export type DialectOption = {
  readonly zh: string;
  readonly en: string;
  /** What the document says. */ readonly default: DialectValue;
  /** Every value it takes, the default among them. */ readonly oneOf: readonly DialectValue[];
};

/** A family of devices (方言) as a named set of options. */
export type Dialect = { readonly zh: string; readonly en: string; readonly options: DialectOptions };

/** What a decoder must be told because the bytes do not say it. */
export type FrameContext = {
  /** Default `up`. */ readonly direction?: Direction;
  /** The frame that this one answers, whole: polled protocols cannot name what they read without it. */
  readonly request?: Uint8Array;
  /** Default: the document to the letter. @throws RangeError for an option or value that the protocol does not have */
  readonly dialect?: DialectOptions;
};

/** What could be read of a frame that is not wholly right. */
export type LenientResult<F> = {
  /** Null when not even a frame could be made of it. */ readonly frame: F | null;
  /** What was odd, in the order of the bytes; empty when the strict reading takes it. */
  readonly odd: readonly DecodeError[];
};

/** What turning a frame into events needs to know beside the frame. */
export type NormaliseContext = {
  /** When the frame was received, milliseconds UTC. */ readonly receivedAt: number;
  /** Zone of the device's clock where the protocol names none; 480 (China) is the practice. Minutes. */
  readonly utcOffsetMinutes?: number;
  /** Default `up`. */ readonly direction?: Direction;
  /** As the frame was decoded. */ readonly dialect?: DialectOptions;
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

  /** Reads what can be read of a frame that {@link Protocol.decodeFrame} refuses. Never throws, whatever the bytes. */
  decodeLenient?(bytes: Uint8Array, context?: FrameContext): LenientResult<F>;

  /** Points in which devices differ; none: `{}`. */ readonly dialectOptions: Readonly<Record<string, DialectOption>>;
  /** Named sets of them. */ readonly dialects: Readonly<Record<string, Dialect>>;
  /** What can be asked of the device (命令). */ readonly commands: Readonly<Record<string, Code>>;
  readonly tables: readonly ProtocolTable[];
  readonly codeTables: readonly ProtocolCodes[];
};
