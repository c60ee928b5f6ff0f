import { gb26875 } from "@dianan/codec";
import { hexBytes } from "./hex.ts";

const CHINA = 480;

/** What a platform knows when it sends a command. */
export type CommandContext = {
  /** The device's address as its protocol writes it. */ readonly device: number | string;
  /** Number of the message. */ readonly serial: number;
  /** Time of sending, milliseconds UTC. */ readonly at: number;
  /** Zone of the device's clock in minutes; default 480, China. */ readonly utcOffsetMinutes?: number;
};

const EPOCH_2000_MS = 946_684_800_000;

/** What `{"$context": name}` can stand for. */
export const contextValues: { readonly [name: string]: (context: CommandContext) => unknown } = {
  device: ({ device }) => device,
  serial: ({ serial }) => serial,
  unixSeconds: ({ at }) => Math.floor(at / 1_000),
  seconds2000: ({ at }) => Math.floor((at - EPOCH_2000_MS) / 1_000),
  timeLabel: ({ at, utcOffsetMinutes = CHINA }) => gb26875.timeLabelOf(at, utcOffsetMinutes),
};

type Hole =
  | { readonly kind: "slot" | "context"; readonly name: string }
  | { readonly kind: "hex"; readonly bytes: Uint8Array };

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands at a place of a template that is to be filled; null for plain JSON. */
const holeOf = (value: { readonly [name: string]: unknown }): Hole | null => {
  const [name, ...others] = Object.keys(value);
  if (others.length > 0 || name === undefined) return null;
  const inner = value[name];
  if (typeof inner !== "string") return null;
  if (name === "$slot") return { kind: "slot", name: inner };
  if (name === "$context") return { kind: "context", name: inner };
  return name === "$hex" ? { kind: "hex", bytes: hexBytes(inner) } : null;
};

/** Every hole of a template with the JSON pointer below the template. */
export const holesOf = (template: unknown, path = ""): readonly { readonly path: string; readonly hole: Hole }[] => {
  if (Array.isArray(template)) return template.flatMap((item, i) => holesOf(item, `${path}/${i}`));
  if (!isObject(template)) return [];
  const hole = holeOf(template);
  if (hole !== null) return [{ path, hole }];
  return Object.entries(template).flatMap(([name, value]) => holesOf(value, `${path}/${name}`));
};

/** A template with its holes filled. @throws RangeError for a slot or context that has no value */
export const filledTemplate = (
  template: unknown,
  slots: { readonly [name: string]: unknown },
  context: CommandContext,
): unknown => {
  if (Array.isArray(template)) return template.map((item) => filledTemplate(item, slots, context));
  if (!isObject(template)) return template;
  const hole = holeOf(template);
  switch (hole?.kind) {
    case "hex":
      return hole.bytes;
    case "slot":
      if (!Object.hasOwn(slots, hole.name)) throw new RangeError(`slots.${hole.name}: there is no value`);
      return slots[hole.name];
    case "context": {
      const value = contextValues[hole.name];
      if (value === undefined) throw new RangeError(`context.${hole.name}: there is no such thing`);
      return value(context);
    }
    default:
      return Object.fromEntries(
        Object.entries(template).map(([name, value]) => [name, filledTemplate(value, slots, context)]),
      );
  }
};
