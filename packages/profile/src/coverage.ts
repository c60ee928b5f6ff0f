import type { ModelEvent } from "@dianan/model";
import type { Traced } from "./apply.ts";
import type { Condition, Profile } from "./generated/types.ts";
import { meaningsOf } from "./meanings.ts";
import { pointerStep } from "./profile-error.ts";
import { entryOf, numberOf } from "./raw-value.ts";

/** The bit or code of a rule that made a condition present; null when the event tells none. */
const codeOf = (rule: Condition, event: ModelEvent): string | null => {
  if (event.kind !== "condition" || !event.present) return null;
  if (rule.flags !== undefined) return /\.bit([0-9]+)$/.exec(event.rawCode)?.[1] ?? null;
  const raw = /=([^=]*)$/.exec(event.rawCode)?.[1] ?? "";
  const number = numberOf(raw);
  return entryOf(rule.codes ?? {}, Number.isNaN(number) ? raw : number)?.key ?? null;
};

/** Pointers to what these events show: points, conditions, and each bit or code that was seen present. */
export const shownBy = (profile: Profile, events: readonly Traced[]): readonly string[] =>
  events.flatMap(({ rule: pointer, event }) => {
    if (pointer === null || event.kind === "diagnostic") return [];
    const [, kind, index] = pointer.split("/");
    const rule = kind === "conditions" ? profile.conditions?.[Number(index)] : undefined;
    // A value that is not there proves that it may be absent, not how it is scaled.
    if (rule === undefined)
      return event.kind === "reading" && (event.quality === "missing" || event.quality === "sentinel") ? [] : [pointer];
    if (rule.type !== undefined) return event.kind === "condition" && event.present ? [pointer] : [];
    const code = codeOf(rule, event);
    const table = rule.flags === undefined ? "codes" : "flags";
    return code === null ? [] : [`${pointer}/${table}${pointerStep(code)}`];
  });

/** Pointers to everything that a vector should show: each point, each simple condition, each bit and code with a meaning. */
export const shouldBeShown = ({ points = [], conditions = [] }: Profile): readonly string[] => [
  ...points.map((_, i) => `/points/${i}`),
  ...conditions.flatMap((rule, i) => {
    if (rule.type !== undefined) return [`/conditions/${i}`];
    const table = rule.flags === undefined ? "codes" : "flags";
    const told = meaningsOf(rule).filter(({ meaning }) => meaning !== null);
    return told.map(({ code }) => `/conditions/${i}/${table}${pointerStep(code)}`);
  }),
];
