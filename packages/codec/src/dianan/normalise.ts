import { textOf } from "@dianan/layout";
import {
  alarmTypeOfCode,
  type Instant,
  isPlausible,
  type ModelEvent,
  quantityOfCode,
  sessionEnds,
  slugOfCode,
  statuses,
} from "@dianan/model";
import type { NormaliseContext } from "../protocol.ts";
import { alarmStates, identityFacts, needs, outcomes, sessionPhases } from "./codes.ts";
import { UNKNOWN_I32, UNKNOWN_U32 } from "./fields.ts";
import type { DiananFrame } from "./frame.ts";
import { componentOf, componentTypeOf } from "./places.ts";
import type { Content } from "./records.ts";
import { instantOf } from "./time.ts";

type Of<K extends Content["kind"]> = Extract<Content, { readonly kind: K }>;
type Series = Of<"readings">["series"][number];

const diagnostic = (code: string, text: string): ModelEvent => ({ kind: "diagnostic", code, text });
/** Slug of a number in one of this protocol's code tables. */
const slugIn = (table: Readonly<Record<string, { readonly code: number }>>, code: number): string | null =>
  Object.keys(table).find((slug) => table[slug]?.code === code) ?? null;

const readingsOf = (list: readonly Series[], at: Instant | null): readonly ModelEvent[] =>
  list.flatMap(({ quantity: code, place, values: { values } }): readonly ModelEvent[] => {
    const quantity = quantityOfCode(code);
    if (quantity === null)
      return [diagnostic("unknown-quantity", `quantity ${code} at place ${place}: kept as numbers`)];
    return values.map((value, index): ModelEvent => {
      const quality = value === null ? "missing" : isPlausible(quantity, value) ? "good" : "outOfRange";
      return { kind: "reading", component: componentOf(place + index), quantity, value: value ?? 0, quality, at };
    });
  });

/** A type that is not known is an alarm all the same. */
const alarmOf = (
  { type: code, place, state, at, value, threshold }: Of<"alarm">,
  sentAt: Instant | null,
): ModelEvent => {
  const isTest = state === alarmStates.test.code;
  return {
    kind: "condition",
    component: componentOf(place),
    // A self-test must never be taken for a fire, and never hide that somebody made one.
    type: isTest ? "selfCheck" : (alarmTypeOfCode(code) ?? "unmapped"),
    present: state !== alarmStates.gone.code,
    at: instantOf(at) ?? sentAt,
    rawCode: `alarm:${code}:${state}`,
    rawText: "",
    ...(value === UNKNOWN_I32 || isTest ? {} : { value }),
    ...(threshold === UNKNOWN_I32 || isTest ? {} : { threshold }),
  };
};

const known = (number: number): number | null => (number === UNKNOWN_U32 ? null : number);

const sessionOf = (content: Of<"session">, at: Instant | null): readonly ModelEvent[] => {
  const component = componentOf(content.place);
  const phase = slugIn(sessionPhases, content.phase) as keyof typeof sessionPhases | null;
  if (component === null || phase === null)
    return [diagnostic("bad-session", `session at place ${content.place}, phase ${content.phase}`)];
  const end = phase === "ended" ? (slugOfCode(sessionEnds, content.end) ?? "unknown") : null;
  const rawCode = end === null ? "" : `end:${content.end}`;
  const order = textOf(content.order);
  const session: ModelEvent = {
    kind: "session",
    component,
    phase,
    order: order === "" ? null : order,
    elapsed: known(content.elapsed),
    energy: known(content.energy),
    amount: known(content.amount),
    end,
    rawCode,
    at,
  };
  const alarm = end === null ? null : sessionEnds[end].alarm;
  if (alarm === null) return [session];
  return [session, { kind: "condition", component, type: alarm, present: true, at, rawCode, rawText: order }];
};

const factsOf = ({ facts }: Of<"identity">): ModelEvent => ({
  kind: "identity",
  facts: Object.fromEntries(
    facts.map(({ what, text }) => [slugIn(identityFacts, what) ?? `fact${what}`, textOf(text)]),
  ),
});

const resultOf = ({ command, index, outcome, detail }: Of<"result">): ModelEvent => ({
  kind: "commandResult",
  component: null,
  command: `record ${index}`,
  outcome: outcome === outcomes.done.code ? "done" : outcome === outcomes.refused.code ? "refused" : "failed",
  serial: command,
  rawCode: `outcome:${outcome}:${detail}`,
});

const eventsOf = (content: Content, sentAt: Instant | null): readonly ModelEvent[] => {
  switch (content.kind) {
    case "readings":
      return readingsOf(content.series, sentAt);
    case "history":
      return readingsOf(content.series, instantOf(content.at));
    case "alarm":
      return [alarmOf(content, sentAt)];
    case "states":
      return content.items.map(
        ({ place, status }): ModelEvent => ({
          kind: "componentState",
          component: componentOf(place) ?? ("device" as never),
          componentType: componentTypeOf(place),
          status: slugOfCode(statuses, status) ?? "unknown",
          note: "",
          at: sentAt,
        }),
      );
    case "identity":
      return [factsOf(content)];
    case "period":
      return [
        {
          kind: "identity",
          facts: { uploadSeconds: String(content.upload), silentSeconds: String(content.silent) },
        },
      ];
    case "session":
      return sessionOf(content, sentAt);
    case "result":
      return [resultOf(content)];
    case "need":
      return [diagnostic("need", slugIn(needs, content.what) ?? `need ${content.what}`)];
    case "unknown":
      return [diagnostic("unknown-record", `record ${content.tag}: kept as bytes`)];
    case "confirm":
    case "expiry":
    case "setClock":
    case "report":
    case "setThreshold":
    case "switch":
    case "startCharge":
    case "stopCharge":
    case "act":
    case "setPeriod":
      return [];
  }
};

/**
 * What a frame says in the words of the model, record by record. A frame with a time also tells the device's clock.
 *
 * @see DianAn DP V1 §4
 */
export const normalise = (frame: DiananFrame, _context: NormaliseContext): readonly ModelEvent[] => {
  const sentAt = instantOf(frame.time);
  const clock: readonly ModelEvent[] =
    sentAt === null || frame.options.down ? [] : [{ kind: "deviceClock", at: sentAt }];
  return [...clock, ...frame.records.flatMap(({ content }) => eventsOf(content, sentAt))];
};
