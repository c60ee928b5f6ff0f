import type { ModelEvent } from "@dianan/model";
import { conditionEvent, readingEvent } from "../core/said-event.ts";
import { parseTime } from "./query.ts";

/** What a device says in JSON, as the document has it (JSON 直报). */
export type UplinkMessage = {
  readonly sequence: number;
  readonly readings?: readonly {
    readonly component?: string;
    readonly quantity: string;
    readonly value: number;
    readonly at?: string;
  }[];
  readonly conditions?: readonly {
    readonly component?: string;
    readonly type: string;
    readonly present: boolean;
    readonly value?: number;
    readonly threshold?: number;
    readonly at?: string;
  }[];
  readonly identity?: { readonly [fact: string]: string };
};

const timeOf = (text: string | undefined) => (text === undefined ? null : parseTime(text));

/**
 * The same in the words of the model. A value that cannot be kept is told to who integrates the device and is no reason to lose an
 * alarm beside it; an alarm of an unknown type is one that is not mapped (SH-6).
 */
export const uplinkEvents = ({ readings = [], conditions = [], identity }: UplinkMessage): readonly ModelEvent[] => [
  ...conditions.map(({ component, type, present, value, threshold, at }) =>
    conditionEvent({ component, type, present, value, threshold, at: timeOf(at) }),
  ),
  ...readings.map(({ component, quantity, value, at }) => readingEvent({ component, quantity, value, at: timeOf(at) })),
  ...(identity === undefined ? [] : [{ kind: "identity", facts: identity } as const]),
];
