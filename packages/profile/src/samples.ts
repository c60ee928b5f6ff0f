import { registerCount, registerValue } from "@dianan/codec";
import {
  type ComponentKey,
  fromScaled,
  type Instant,
  type ModelEvent,
  type Quality,
  type Quantity,
} from "@dianan/model";
import { type Family, numbered } from "./component-family.ts";
import { fieldReader } from "./field-path.ts";
import type { FrameView, NativeEvent } from "./frame-view.ts";
import type { Analog, Item, NativeEvent as NativeRule, Raw, Register, Status } from "./generated/types.ts";
import { numberOf } from "./raw-value.ts";

/** A raw value that a frame has for a rule. */
export type Sample = {
  readonly raw: Raw;
  readonly component: ComponentKey | null;
  readonly at: Instant | null;
  /** What the protocol says of it already. */ readonly quality?: Quality;
  /** Events of the protocol that this sample stands in for. */ readonly takes: readonly NativeEvent[];
  /** The registers of the value are not all in the frame. */ readonly isSplit?: boolean;
};

/** The members of a rule that say where its value is. */
export type Source = {
  readonly register?: Register;
  readonly item?: Item;
  readonly analog?: Analog;
  readonly status?: Status;
  readonly field?: string;
  readonly native?: NativeRule;
};
export const sourceNames = ["register", "item", "analog", "status", "field", "native"] as const;

/** Everything that finding a rule's samples needs to know of the rule. */
export type SourceRule = Source & {
  /** As the profile writes it, `{n}` and `*` included. */ readonly component?: string;
  readonly quantity?: Quantity;
};
export type Reader = (view: FrameView) => readonly Sample[];

const two = (number: number): string => number.toString(16).toUpperCase().padStart(4, "0");

/** Name of a source in raw codes and documents: `04:0017`, `02010100`, `status`, `analog 9`, `message.state`. */
export const sourceName = ({ register, item, analog, status, field, native }: Source): string => {
  if (register !== undefined) {
    const functions = [register.function].flat().map((fn) => String(fn).padStart(2, "0"));
    return `${functions.join("|")}:${two(numberOf(register.address))}`;
  }
  if (item !== undefined) return `${item.di.toUpperCase()}${item.index === undefined ? "" : `[${item.index}]`}`;
  if (analog !== undefined) return `analog ${analog.type}`;
  if (status !== undefined) return "status";
  return field ?? native?.rawCode ?? "native";
};

/** Makes the reader of a rule's source. */
export const sampleReader = (rule: SourceRule, family: Family | null): Reader => {
  const { register, item, analog, status, field, native } = rule;
  const own = (family?.component.key ?? null) as ComponentKey | null;
  if (register !== undefined) return ofRegister(register, own);
  if (item !== undefined) return ofItem(item, own);
  if (analog !== undefined) return ofObjects("analog", analog.componentType, (type) => type === analog.type);
  if (status !== undefined) return ofObjects("status", status.componentType, () => true);
  if (field !== undefined) return ofField(field, family);
  if (native !== undefined) return ofNativeReading(rule, native, family);
  return () => [];
};

/** What the protocol says of an item itself: the reading at the same place of its block, or that it does not know it. */
const nativeOfItem = ({ native }: FrameView, place: number): readonly NativeEvent[] => {
  const reading = native.filter(({ event }) => event.kind === "reading")[place];
  const doubts = native.filter(({ event }) => event.kind === "diagnostic" && event.code === "unknown-identifier");
  return reading === undefined ? doubts : [reading, ...doubts];
};

const ofItem =
  ({ di, index = 0, format }: Item, component: ComponentKey | null): Reader =>
  (view) => {
    const raw = view.values(di, format)?.[index];
    return raw === undefined ? [] : [{ raw, component, at: view.at, takes: nativeOfItem(view, index) }];
  };

const ofRegister = (register: Register, component: ComponentKey | null): Reader => {
  const functions = [register.function].flat();
  const address = numberOf(register.address);
  const count = registerCount({ type: register.type ?? "u16" });
  return (view) => {
    for (const fn of functions) {
      const words = view.registers(fn, address, count);
      if (words === "split") return [{ raw: null, component, at: view.at, takes: [], isSplit: true }];
      if (words !== null) return [{ raw: rawOf(register, words), component, at: view.at, takes: [] }];
    }
    return [];
  };
};

/** The number in the registers before scaling; null for a float that is none. */
const rawOf = ({ type = "u16", order = "ABCD" }: Register, words: readonly number[]): number | null => {
  const read = registerValue(words, 0, { type, order });
  return read.quality === "good" ? read.raw : null;
};

const ofObjects =
  (kind: "analog" | "status", componentType: number | undefined, fits: (type: number) => boolean): Reader =>
  (view) =>
    view.objects.flatMap((object) => {
      if (object.kind !== kind || !fits(object.type)) return [];
      if (componentType !== undefined && object.componentType !== componentType) return [];
      const takes = view.native.filter(({ object: index, event }) => index === object.index && isReplaceable(event));
      return [{ raw: object.raw, component: object.component, at: object.at, takes }];
    });

/** A profile can say better what a value means; that the device's clock is wrong stays true. */
const isReplaceable = (event: ModelEvent): boolean => event.kind !== "diagnostic" || event.code !== "bad-time";

const ofField = (path: string, family: Family | null): Reader => {
  const read = fieldReader(path);
  const key = family?.component.key ?? null;
  const first = family?.component.first ?? 1;
  return (view) =>
    read(view.frame).map(({ raw, index }) => {
      const component = key === null ? null : numbered(key, first + (index ?? 0));
      return { raw, component, at: view.at, takes: [] };
    });
};

const ofNativeReading = (rule: SourceRule, native: NativeRule, family: Family | null): Reader => {
  const quantity = native.quantity ?? rule.quantity;
  return (view) =>
    view.native.flatMap((one) => {
      const { event } = one;
      if (event.kind !== "reading" || event.quantity !== quantity) return [];
      if (family === null ? event.component !== null : !family.holds(event.component ?? "")) return [];
      const raw = fromScaled(event.quantity, event.value);
      return [{ raw, component: event.component, at: event.at, quality: event.quality, takes: [one] }];
    });
};
