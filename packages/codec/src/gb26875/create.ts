import type { ModelEvent } from "@dianan/model";
import type { DialectOptions, FrameContext, LenientResult, NormaliseContext } from "../protocol.ts";
import { addressNumberOf, addressTextOf } from "./address-text.ts";
import { answersOf } from "./answers.ts";
import { FIRST_USER_COMMAND } from "./commands.ts";
import { componentKey } from "./component-key.ts";
import type { GbDialect } from "./dialect.ts";
import { dueOf, isAnswerTo } from "./exchange.ts";
import { createFrameCodec } from "./frame-codec.ts";
import { readLenient } from "./lenient.ts";
import type { Message, MessageOf, TypeTables } from "./message.ts";
import { normalisePacket } from "./normalise.ts";
import type { Frame } from "./packet.ts";
import { standardLayouts } from "./standard-layouts.ts";
import { typeFlags } from "./type-flags.ts";

/** What a caller adds to the standard: types that it leaves to its users (用户自定义). */
export type GbExtensions<T extends TypeTables> = {
  /**
   * Tables of user types by the name that their messages get: number, and what stands behind the type flag. Any number
   * that table 3 does not have: 128 to 254 are the users', some devices use reserved ones.
   */
  readonly userTypes: T;
  /**
   * What the user's own frames say: those with a message of these types, those with a command of 128 to 255, and those of
   * types that nothing opens. Null: what the protocol says of them without the hook.
   */
  readonly normalise?: (
    frame: Frame<Message | MessageOf<T>>,
    context: NormaliseContext,
  ) => readonly ModelEvent[] | null;
};

const check = (userTypes: TypeTables): void => {
  const numbers = new Set<number>();
  const kinds: readonly string[] = ["empty", "shortPacket", "registration", "unknown"];
  for (const [name, [typeFlag]] of Object.entries(userTypes)) {
    const refuse = (why: string): never => {
      throw new RangeError(`userTypes.${name}: ${why}`);
    };
    if (!Number.isInteger(typeFlag) || typeFlag < 0 || typeFlag > 255) refuse(`${typeFlag} is no type flag`);
    const taken = Object.values(typeFlags).find(({ code }) => code === typeFlag);
    if (taken !== undefined) refuse(`type ${typeFlag} is the standard's: ${taken.zh}`);
    if (numbers.has(typeFlag)) refuse(`type ${typeFlag} is there twice`);
    if (kinds.includes(name) || Object.hasOwn(standardNames, name)) refuse("the name is taken");
    numbers.add(typeFlag);
  }
};
const unitShape = standardLayouts.applicationDataUnit.shape;
const standardNames: Readonly<Record<string, true>> = Object.fromEntries(
  unitShape.kind === "union" ? unitShape.cases.map(({ kind }) => [kind, true] as const) : [],
);

/**
 * The calls of the protocol, with user types. Dialects are chosen by each call's context.
 *
 * @throws RangeError for a user type whose number or name is taken
 */
export const createCalls = <T extends TypeTables>({ userTypes, normalise }: GbExtensions<T>) => {
  type Own = Frame<Message | MessageOf<T>>;
  check(userTypes);
  const codec = createFrameCodec(userTypes, standardLayouts);
  const dialectOf = (options: DialectOptions | undefined): GbDialect => codec.layoutsOf(options).dialect;
  const plain = answersOf(codec.layoutsOf(undefined));
  const answersIn = ({ dialect }: FrameContext) =>
    dialect === undefined ? plain : answersOf(codec.layoutsOf(dialect));
  const isOwn = ({ command, message: { kind } }: Own): boolean =>
    command >= FIRST_USER_COMMAND || kind === "unknown" || Object.hasOwn(userTypes, kind);

  const { cutFrames, decodeFrame, encodeFrame } = codec;
  return {
    cutFrames,
    decodeFrame,
    encodeFrame,
    layoutOf: codec.layoutOf,
    decodeLenient: (bytes: Uint8Array, context: FrameContext = {}): LenientResult<Own> =>
      readLenient(codec.layoutsOf(context.dialect), bytes, context.direction ?? "up") as LenientResult<Own>,
    normalise: (frame: Own, context: NormaliseContext): readonly ModelEvent[] =>
      (isOwn(frame) ? normalise?.(frame, context) : null) ??
      normalisePacket(frame as Frame, context, codec.layoutsOf(context.dialect)),
    /** Confirm (确认) of a frame: same serial, addresses swapped, no data. GB/T 26875.3-2011 §6.5. */
    confirm: (to: Own, time: Frame["time"], context: FrameContext = {}): Frame =>
      answersIn(context).confirm(to as Frame, time),
    /** Deny (否认) of a frame: same serial, addresses swapped, no data. §6.5.3. */
    deny: (to: Own, time: Frame["time"], context: FrameContext = {}): Frame =>
      answersIn(context).deny(to as Frame, time),
    denyBroken: (bytes: Uint8Array, time: Frame["time"], context: FrameContext = {}): Frame =>
      answersIn(context).denyBroken(bytes, time),
    reply: (to: Own, time: Frame["time"], message: Message, context: FrameContext = {}): Frame =>
      answersIn(context).reply(to as Frame, time, message),
    /** What is due to a frame by table 2, §6.5 and the dialect's policy for types that nothing opens. */
    dueOf: (frame: Own, context: FrameContext = {}) =>
      dueOf(frame as Frame, context.direction ?? "up", dialectOf(context.dialect)),
    /** Whether a frame answers another: serial, command, and the type that was asked for. §6.2, §6.5 */
    isAnswerTo: (answer: Own, question: Own): boolean =>
      isAnswerTo(standardLayouts, answer as Frame, question as Frame),
    /** A component's address inside its device, as the dialect writes it. */
    componentKey: (object: Parameters<typeof componentKey>[0], dialect?: DialectOptions) =>
      componentKey(object, dialectOf(dialect).componentAddress),
    /** A packet address as the dialect's people write it. */
    addressText: (address: number, dialect?: DialectOptions): string =>
      addressTextOf(address, dialectOf(dialect).addressText),
    /** The inverse. @throws RangeError for text that is no address */
    addressNumber: (text: string, dialect?: DialectOptions): number =>
      addressNumberOf(text, dialectOf(dialect).addressText),
  };
};
