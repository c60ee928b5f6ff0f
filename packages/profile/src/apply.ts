import type { ComponentKey, ModelEvent } from "@dianan/model";
import { type Family, familyOf } from "./component-family.ts";
import { conditionsOf } from "./conditions.ts";
import { dialectOf } from "./dialect.ts";
import { type FrameView, type NativeEvent, openFrame, type ProfileContext } from "./frame-view.ts";
import { statusBitName } from "./gb26875-view.ts";
import type { Condition, Ignored, Point, Profile } from "./generated/types.ts";
import { guardReader } from "./guards.ts";
import { readingOf } from "./measure.ts";
import { nativeConditions } from "./native-conditions.ts";
import { type Reader, type Sample, sampleReader, sourceName } from "./samples.ts";

/** An event, and the rule of the profile that made it: a JSON pointer, or null for the protocol's own. */
export type Traced = { readonly event: ModelEvent; readonly rule: string | null };

/** A profile made ready to read frames. */
export type ProfileReader = {
  /** What a decoded frame says in the model's words, by this profile. Never throws. */
  readonly events: (frame: unknown, context: ProfileContext) => readonly ModelEvent[];
  /** The same, each event with the rule that made it. */
  readonly trace: (frame: unknown, context: ProfileContext) => readonly Traced[];
};

type Made = { readonly traced: readonly Traced[]; readonly taken: readonly NativeEvent[] };
type Rule = (view: FrameView) => Made;

/** The component that a rule names, whether the profile writes the family or one of it. */
const familyFor = (families: readonly Family[], key: string | undefined): Family | null =>
  key === undefined ? null : (families.find(({ component, holds }) => component.key === key || holds(key)) ?? null);

/** A single component named in a rule is a family of its own. */
const narrowed = (family: Family | null, key: string | undefined): Family | null =>
  family === null || key === undefined || key === family.component.key
    ? family
    : familyOf({ ...family.component, key, native: key });

const traced = (events: readonly ModelEvent[], rule: string): readonly Traced[] =>
  events.map((event) => ({ event, rule }));

const pointRule = (point: Point, at: string, families: readonly Family[]): Rule => {
  const family = narrowed(familyFor(families, point.component), point.component);
  const read = sampleReader(point, family);
  const guard = guardReader(point.when);
  const name = sourceName(point);
  return (view) => {
    if (guard(view) !== true) return { traced: [], taken: [] };
    const samples = read(view);
    const events = samples.map((sample) => readingOf(point, point.quantity, name, sample));
    return { traced: traced(events, at), taken: samples.flatMap(({ takes }) => takes) };
  };
};

/** A rule about status bits stands in for what the standard says of the same bits only. */
const takenBy = (rule: Condition, { takes }: Sample): readonly NativeEvent[] => {
  if (rule.status === undefined) return takes;
  const names = Object.keys(rule.flags ?? {}).map((bit) => `status:${statusBitName(Number(bit))}`);
  return takes.filter(({ event }) => event.kind === "condition" && names.includes(event.rawCode));
};

const conditionRule = (rule: Condition, at: string, families: readonly Family[]): Rule => {
  const family = narrowed(familyFor(families, rule.component), rule.component);
  const guard = guardReader(rule.when);
  if (rule.native !== undefined)
    return (view) => {
      if (guard(view) !== true) return { traced: [], taken: [] };
      const { events, taken } = nativeConditions(rule, rule.native ?? {}, family, view);
      return { traced: traced(events, at), taken };
    };
  const read = sampleReader(rule, family);
  const [value, threshold] = [rule.value, rule.threshold].map((measure) =>
    measure === undefined ? null : sampleReader(measure, family),
  ) as [Reader | null, Reader | null];
  const name = sourceName(rule);
  return (view) => {
    const holds = guard(view);
    const samples = holds === null ? [] : read(view);
    const ofComponent = (reader: Reader | null, component: ComponentKey | null): Sample | undefined =>
      reader?.(view).find((sample) => sample.component === component);
    const events = samples.flatMap((sample) => {
      const [current, set] = [ofComponent(value, sample.component), ofComponent(threshold, sample.component)];
      const amounts = { ...(current ? { value: current } : {}), ...(set ? { threshold: set } : {}) };
      return conditionsOf(rule, name, sample, holds === true, amounts);
    });
    return { traced: traced(events, at), taken: samples.flatMap((sample) => takenBy(rule, sample)) };
  };
};

const isIgnored = (event: ModelEvent, rules: readonly Ignored[], families: readonly Family[]): boolean =>
  rules.some((rule) => {
    if (event.kind !== rule.kind || (event.kind !== "reading" && event.kind !== "condition")) return false;
    if (rule.quantity !== undefined && !(event.kind === "reading" && event.quantity === rule.quantity)) return false;
    if (rule.type !== undefined && !(event.kind === "condition" && event.type === rule.type)) return false;
    const family = narrowed(familyFor(families, rule.component), rule.component);
    return family === null || family.holds(event.component ?? "");
  });

/** The profile's keys and component types in place of the protocol's. */
const renamed = <E extends ModelEvent>(event: E, families: readonly Family[]): E => {
  if (!("component" in event) || event.component === null) return event;
  for (const { component, keyOf } of families) {
    const key = keyOf(event.component);
    if (key === null) continue;
    if (event.kind === "componentState") return { ...event, component: key, componentType: component.type };
    return { ...event, component: key };
  }
  return event;
};

const withNames = (view: FrameView, families: readonly Family[]): FrameView => ({
  ...view,
  native: view.native.map(({ event, object }) => ({ event: renamed(event, families), object })),
  objects: view.objects.map((object) => {
    const family = families.find(({ keyOf }) => keyOf(object.component) !== null);
    return { ...object, component: family?.keyOf(object.component) ?? object.component };
  }),
});

/** A device that has a component which its profile does not list, or that is another device altogether. */
const doubts = (
  events: readonly Traced[],
  families: readonly Family[],
  isOther: boolean,
  id: string,
): readonly Traced[] => {
  const strange = new Set<string>();
  for (const { event } of events)
    if (
      "component" in event &&
      event.component !== null &&
      !families.some(({ holds }) => holds(event.component as string))
    )
      strange.add(event.component);
  const told: ModelEvent[] = [...strange].map((component) => ({
    kind: "diagnostic",
    code: "unknown-component",
    text: `${component} is no component of profile ${id}`,
  }));
  if (isOther)
    told.push({
      kind: "diagnostic",
      code: "profile-mismatch",
      text: `the frame is not from a device of profile ${id}`,
    });
  return told.map((event) => ({ event, rule: null }));
};

/**
 * Makes a profile ready. What the protocol says by itself passes, unless a rule of the profile stands in for it or the profile
 * ignores it with a reason; nothing else is dropped.
 *
 * @param profile - as `validateProfile` accepts it
 */
export const createProfileReader = (profile: Profile): ProfileReader => {
  const families = profile.components.map(familyOf);
  const rules: readonly Rule[] = [
    ...(profile.points ?? []).map((point, i) => pointRule(point, `/points/${i}`, families)),
    ...(profile.conditions ?? []).map((rule, i) => conditionRule(rule, `/conditions/${i}`, families)),
  ];
  const match = guardReader(profile.match);
  const { utcOffsetMinutes } = profile.transport;
  // The profile knows its device better than whoever receives for all devices.
  const own = {
    dialect: dialectOf(profile.transport),
    ...(utcOffsetMinutes === undefined ? {} : { utcOffsetMinutes }),
  };
  const trace = (frame: unknown, given: ProfileContext): readonly Traced[] => {
    const context = { ...given, ...own };
    const view = withNames(openFrame(profile.transport.protocol, frame, context), families);
    const made = rules.map((rule) => rule(view));
    const taken = new Set(made.flatMap((one) => one.taken));
    const kept = view.native.filter((one) => !taken.has(one) && !isIgnored(one.event, profile.ignore ?? [], families));
    const events = [...kept.map(({ event }) => ({ event, rule: null })), ...made.flatMap((one) => one.traced)];
    return [...events, ...doubts(events, families, match(view) === false, profile.id)];
  };
  return { trace, events: (frame, context) => trace(frame, context).map(({ event }) => event) };
};

const readers = new WeakMap<Profile, ProfileReader>();

/**
 * What a decoded frame says in the model's words, by a profile. Pure: the same profile, frame and context give the same events.
 *
 * @param profile - as `validateProfile` accepts it; it is made ready once and remembered for as long as it lives
 * @param frame - as the profile's protocol decodes it
 * @returns the protocol's own events that no rule stands in for, then those of the rules in the order of the profile
 */
export const applyProfile = (profile: Profile, frame: unknown, context: ProfileContext): readonly ModelEvent[] => {
  const known = readers.get(profile);
  const reader = known ?? createProfileReader(profile);
  if (known === undefined) readers.set(profile, reader);
  return reader.events(frame, context);
};
