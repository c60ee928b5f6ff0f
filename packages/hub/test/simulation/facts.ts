// What is known at the end of a simulated day.
import type { DatabaseSync } from "node:sqlite";
import type { City } from "./city.ts";
import type { Slack } from "./density.ts";
import type { Done, Plan } from "./devices.ts";
import type { Observer, Said } from "./observer.ts";
import type { Asked, PersonAct } from "./people.ts";
import type { Tally } from "./tally.ts";

export type Facts = {
  readonly database: DatabaseSync;
  readonly observer: Observer;
  readonly plans: readonly Plan[];
  /** When no process of the hub listened. */ readonly downs: readonly {
    readonly from: number;
    readonly until: number;
  }[];
  /** When each device's registration was answered. Before it is a stranger, of whom samples and alarms are kept. */
  readonly registered: ReadonlyMap<number, number>;
  readonly acts: readonly PersonAct[];
  readonly asked: readonly Asked[];
  readonly done: readonly Done[];
  readonly city: City;
  /** The last virtual time. */ readonly end: number;
  readonly slack: Slack;
  readonly saw: Tally["saw"];
};

/** A frame as stored, in the order in which frames were stored. */
export type Stored = { readonly said: Said; readonly at: number; readonly order: number };
export type Report = (invariant: string, words: string) => void;

/** Milliseconds of a time in which the hub was down, pauses not counted. */
export const downWithin = ({ downs, slack }: Pick<Facts, "downs" | "slack">, from: number, until: number): number =>
  downs.reduce((sum, down) => {
    const ms = Math.min(until, down.until) - Math.max(from, down.from);
    return sum + (ms > slack.pauseMs ? ms : 0);
  }, 0);

/**
 * From when on a device was no stranger for sure; never for one that nobody has registered. Each is one for a moment while the hub is
 * set up, and for longer when the hub ends in the midst of that.
 */
export const knownFrom = ({ registered }: Pick<Facts, "registered">, address: number): number =>
  registered.get(address) ?? Number.POSITIVE_INFINITY;

/** Things by what they have in common, each group in their order. */
export const grouped = <K, T>(all: Iterable<T>, keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
};
