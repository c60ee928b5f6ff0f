import { alarmTypes, fromScaled, type ModelEvent, type Quantity, quantities, quantityText } from "@dianan/model";
import type { Expected } from "./generated/types.ts";

/** A model event as vectors write it: amounts with their units, times as text, members with their default value left out. */
export type Shown = { readonly kind: ModelEvent["kind"] } & { readonly [member: string]: unknown };

/** What a member is when a vector does not write it. */
const defaults: { readonly [member: string]: unknown } = {
  component: null,
  at: null,
  quality: "good",
  present: true,
  order: null,
  elapsed: null,
  energy: null,
  amount: null,
  end: null,
  serial: null,
};
/** Members that are compared only when a vector writes them. */
export const looseMembers: ReadonlySet<string> = new Set(["rawCode", "rawText", "note", "text"]);

const timeText = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().replace(".000Z", "Z");

/** An amount as vectors write it: a text with its unit, or a number for a quantity without one. */
const amountOf = (quantity: Quantity, value: number): string | number =>
  quantities[quantity].symbol === "" ? fromScaled(quantity, value) : quantityText(quantity, value);

const members = (event: ModelEvent): { readonly [member: string]: unknown } => {
  switch (event.kind) {
    case "reading": {
      const { value, at, ...rest } = event;
      const isAbsent = event.quality === "missing" || event.quality === "sentinel";
      return { ...rest, ...(isAbsent ? {} : { value: amountOf(event.quantity, value) }), at: timeText(at) };
    }
    case "condition": {
      const { value, threshold, at, ...rest } = event;
      const { quantity } = alarmTypes[event.type];
      const text = (scaled: number): string | number => (quantity === null ? scaled : amountOf(quantity, scaled));
      return {
        ...rest,
        ...(value === undefined ? {} : { value: text(value) }),
        ...(threshold === undefined ? {} : { threshold: text(threshold) }),
        at: timeText(at),
      };
    }
    case "session": {
      const { energy, at, ...rest } = event;
      return { ...rest, energy: energy === null ? null : amountOf("energyImport", energy), at: timeText(at) };
    }
    case "componentState":
    case "deviceClock":
      return { ...event, at: timeText(event.at) };
    case "commandResult":
    case "identity":
    case "diagnostic":
      return { ...event };
  }
};

/** A model event as a vector's `events` would write it. */
export const showEvent = (event: ModelEvent): Shown => {
  const all = members(event);
  const kept = Object.entries(all).filter(([name, value]) =>
    looseMembers.has(name) ? value !== "" : !(Object.hasOwn(defaults, name) && defaults[name] === value),
  );
  return Object.fromEntries(kept) as Shown;
};

/** What an expected event says, one event each, with the place in the vector that says it. */
export type Wanted = { readonly path: string; readonly event: { readonly [member: string]: unknown } };

const qualityWords = new Set(["missing", "sentinel"]);

/** Kinds of events that tell no time of the device. */
const timeless: ReadonlySet<string | undefined> = new Set(["commandResult", "identity", "diagnostic"]);

/** Takes `readings` and `gone` apart. @param at - device time of the events that do not write one */
export const wantedEvents = (events: readonly Expected[], at: string | undefined): readonly Wanted[] =>
  events.flatMap((expected, i): readonly Wanted[] => {
    const path = `events/${i}`;
    const { readings, gone, ...own } = expected;
    const rest = at === undefined || timeless.has(own.kind) ? own : { at, ...own };
    if (readings !== undefined)
      return Object.entries(readings).map(([quantity, value]) => ({
        path: `${path}/readings/${quantity}`,
        event: qualityWords.has(String(value))
          ? { ...rest, kind: "reading", quantity, quality: value }
          : { ...rest, kind: "reading", quantity, value },
      }));
    if (gone !== undefined)
      return gone.map((type, at) => ({
        path: `${path}/gone/${at}`,
        event: { ...rest, kind: "condition", type, present: false },
      }));
    return [{ path, event: rest }];
  });

/** The value that counts for a member: what is written, else its default. */
export const memberOf = (event: { readonly [member: string]: unknown }, name: string): unknown =>
  Object.hasOwn(event, name) ? event[name] : defaults[name];
