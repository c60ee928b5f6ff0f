import {
  type AlarmType,
  type ComponentKey,
  type ModelEvent,
  type Quantity,
  type SessionEnd,
  sessionEnds,
} from "@dianan/model";
import { ownComponentTypes } from "../component-types.ts";
import { condition, conditionIf, missing, reading } from "../pile-events.ts";
import { endReasons, tags } from "./codes.ts";
import type { BkvDialect } from "./dialects.ts";
import type { Content } from "./items.ts";
import { componentOf, type Of, type Scope, textOf } from "./scopes.ts";
import { instantOf } from "./time.ts";

/** Measured values: their quantity, and scaled integers of it in one step on the wire. */
const measured: Partial<Record<Content["kind"], readonly [Quantity, number]>> = {
  temperature: ["temperature", 10],
  voltage: ["voltage", 1],
  power: ["activePower", 1],
  current: ["current", 1],
  // 0.001 kWh
  energy: ["energyImport", 10],
};
const [, ENERGY_STEP] = measured.energy as readonly [Quantity, number];

/** Numbers of the quantity `portState`. */
const OFFLINE = 0;
const IDLE = 1;
const CHARGING = 3;

type Status = Of<"status">["value"];

const stateOf = (component: ComponentKey, { online, charging }: Status): readonly ModelEvent[] => [
  {
    kind: "componentState",
    component,
    componentType: ownComponentTypes.chargingPort,
    status: online ? (charging ? "charging" : "idle") : "offline",
    note: "",
    at: null,
  },
  reading(component, "portState", online ? (charging ? CHARGING : IDLE) : OFFLINE),
];

/** Bits whose polarity is not confirmed say nothing unless a dialect says what they mean. */
const bitConditions = (
  component: ComponentKey,
  { meteringBit, temperatureBit, currentBit, powerBit }: Status,
  statusBits: BkvDialect["statusBits"],
): readonly ModelEvent[] => {
  if (statusBits === "unconfirmed") return [];
  const isFaulty = (bit: boolean): boolean => bit === (statusBits === "faulty");
  return [
    conditionIf(isFaulty(meteringBit), component, "deviceFault", "status:metering"),
    conditionIf(isFaulty(temperatureBit), component, "temperatureOver", "status:temperature"),
    // Two bits, one condition: either makes it present.
    conditionIf(isFaulty(currentBit) || isFaulty(powerBit), component, "overCurrent", "status:current|power"),
  ];
};

const readingOf = (component: ComponentKey | null, content: Content): readonly ModelEvent[] => {
  const known = measured[content.kind];
  if (known === undefined || !("value" in content)) return [];
  const [quantity, step] = known;
  const { value: sized } = content as Of<"voltage">;
  return "width" in sized ? [reading(component, quantity, sized.value * step)] : [missing(component, quantity)];
};

/** State and values of a level, and of the sockets and ports in it. */
export const valueEvents = (scope: Scope, dialect: BkvDialect): readonly ModelEvent[] => {
  const component = componentOf(scope);
  return [
    ...scope.own.flatMap((content) =>
      content.kind === "status" && component !== null
        ? [...stateOf(component, content.value), ...bitConditions(component, content.value, dialect.statusBits)]
        : readingOf(component, content),
    ),
    ...scope.inner.flatMap((inner) => valueEvents(inner, dialect)),
  ];
};

const sessionIn = (scope: Scope) => {
  const { numbers } = scope;
  const minutes = numbers.get("minutes");
  const energy = numbers.get("energy");
  const order = numbers.get("order");
  return {
    kind: "session",
    component: componentOf(scope) as ComponentKey,
    // An order of 0 is none: a port that nobody charges at sends it.
    order: order === undefined || order === 0 ? null : String(order),
    elapsed: minutes === undefined ? null : minutes * 60,
    energy: energy === undefined ? null : energy * ENERGY_STEP,
    amount: null,
  } as const;
};

/** The innermost levels: ports, or a level without any. */
const leavesOf = (scope: Scope): readonly Scope[] =>
  scope.inner.length === 0 ? [scope] : scope.inner.flatMap((inner) => leavesOf(inner));

/** Sessions that go on, by the status of each port. */
export const progressEvents = (scope: Scope): readonly ModelEvent[] =>
  leavesOf(scope).flatMap((leaf) => {
    const status = leaf.own.find((content): content is Of<"status"> => content.kind === "status");
    if (status === undefined || !status.value.charging || !status.value.online || componentOf(leaf) === null) return [];
    return [{ ...sessionIn(leaf), phase: "progress", end: null, rawCode: "", at: null }];
  });

const ends = new Map<number, SessionEnd>([
  [endReasons.normal.code, "normal"],
  [endReasons.noLoad.code, "noLoad"],
  [endReasons.full.code, "full"],
  [endReasons.timeout.code, "timeLimit"],
  [endReasons.manual.code, "userStopped"],
  [endReasons.system.code, "serverStopped"],
  [endReasons.overCurrent.code, "overCurrent"],
  [endReasons.overVoltage.code, "overVoltage"],
  [endReasons.underVoltage.code, "underVoltage"],
  [endReasons.overTemperature.code, "overTemperature"],
  [endReasons.deviceFault.code, "deviceFault"],
  [endReasons.commFault.code, "commFault"],
]);

/** Sessions that ended, with the alarm that the reason is; a reason that is not known is an unmapped alarm. */
export const endEvents = (scope: Scope, utcOffsetMinutes: number): readonly ModelEvent[] =>
  leavesOf(scope).flatMap((leaf): readonly ModelEvent[] => {
    const session = sessionIn(leaf);
    if (componentOf(leaf) === null) return [];
    const reason = leaf.numbers.get("endReason");
    const known = reason === undefined ? undefined : ends.get(reason);
    const alarm = known === undefined ? "unmapped" : sessionEnds[known].alarm;
    const at = leaf.endTime === null ? null : instantOf(leaf.endTime.value, utcOffsetMinutes);
    const rawCode = `end:${reason ?? "none"}`;
    const ended: ModelEvent = { ...session, phase: "ended", end: known ?? "unknown", rawCode, at };
    if (alarm === null) return [ended];
    return [ended, condition(session.component, alarm, rawCode, at, session.order ?? "")];
  });

/** Values of an abnormal event and the alarm that each of them is. Their units are not confirmed: none is told as a value. */
const eventTypes: readonly (readonly [Content["kind"], number, AlarmType])[] = [
  ["overVoltage", tags.overVoltage.code, "overVoltage"],
  ["underVoltage", tags.underVoltage.code, "underVoltage"],
  ["leakage50", tags.leakage50.code, "residualCurrentOver"],
  ["leakage51", tags.leakage51.code, "residualCurrentOver"],
  ["overTemperature52", tags.overTemperature52.code, "temperatureOver"],
  ["overTemperature53", tags.overTemperature53.code, "temperatureOver"],
];
const reasonKinds: readonly (readonly [Content["kind"], number])[] = (
  [
    ...(["eventReason54", "eventReason55", "eventReason56"] as const),
    ...(["eventState4B", "eventState4C", "eventState4D", "portStatus57", "portStatus58"] as const),
  ] as const
).map((kind) => [kind, tags[kind].code]);

/**
 * An abnormal event: each value that is there and not 0 is an alarm; an event without any is an alarm without a name. Reasons and
 * states are kept as the device's words: what their numbers mean is not published.
 */
export const abnormalEvents = (scope: Scope): readonly ModelEvent[] => {
  const told = (level: Scope): readonly ModelEvent[] => {
    const component = componentOf(level);
    const words = textOf(level, reasonKinds);
    const own = new Set(level.own.map(({ kind }) => kind));
    const types = [...new Set(eventTypes.map(([, , type]) => type))];
    return [
      ...types.flatMap((type): readonly ModelEvent[] => {
        const kinds = eventTypes.filter(
          ([kind, , one]) => one === type && own.has(kind) && level.numbers.get(kind) !== 0,
        );
        if (kinds.length === 0) return [];
        const raw = textOf(
          level,
          kinds.map(([kind, tag]) => [kind, tag] as const),
        );
        return [condition(component, type, `event:${raw === "" ? "raw" : raw}`, null, words)];
      }),
      ...level.inner.flatMap(told),
    ];
  };
  const named = told(scope);
  if (named.length > 0) return named;
  return leavesOf(scope).map((leaf) => {
    const words = textOf(leaf, reasonKinds);
    return condition(componentOf(leaf), "unmapped", `event:${words === "" ? "none" : words}`);
  });
};
