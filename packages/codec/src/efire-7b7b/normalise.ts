import { type TypeOf, textOf } from "@dianan/layout";
import {
  type AlarmType,
  type ComponentKey,
  type Instant,
  isPlausible,
  type ModelEvent,
  type Quantity,
  quantities,
} from "@dianan/model";
import { detectorTypes } from "../component-types.ts";
import { instantOf } from "../gb26875/time.ts";
import type { NormaliseContext } from "../protocol.ts";
import { optionsOf } from "./dialects.ts";
import type { EfireFrame } from "./frame.ts";
import type { readingsBody } from "./readings-body.ts";

type Readings = TypeOf<typeof readingsBody>;
type SensorBit = Exclude<keyof Readings["alarms"], "reserved">;
/** Members of the body that are numbers, some of them perhaps none. */
type NumberOf<T> = { [K in keyof T]: T[K] extends number | null ? K : never }[keyof T];

const CHINA = 480;
const WATTS_PER_KILOWATT = 1_000;

const diagnostic = (code: string, text: string): ModelEvent => ({ kind: "diagnostic", code, text });
const key = (text: string): ComponentKey => text as ComponentKey;

/** A number of the body as an integer of its quantity; null for what cannot be one: nothing, no number, too large. */
const scaledOf = (quantity: Quantity, value: number | null, factor = 1): number | null => {
  const scaled = value === null ? Number.NaN : Math.round(value * factor * quantities[quantity].perUnit) + 0;
  return Number.isSafeInteger(scaled) ? scaled : null;
};

/** Sensors: their bit in both words, component, type, and where their value and that at the alarm stand. */
const sensors = [
  ["residual", "current/1", "residualCurrent", "residualCurrent", "alarmResidualCurrent"],
  ["temperature1", "temperature/1", "temperature", "temperature1", "alarmTemperature1"],
  ["temperature2", "temperature/2", "temperature", "temperature2", "alarmTemperature2"],
  ["temperature3", "temperature/3", "temperature", "temperature3", "alarmTemperature3"],
  ["temperature4", "temperature/4", "temperature", "temperature4", "alarmTemperature4"],
] as const satisfies readonly (readonly [SensorBit, string, Quantity, NumberOf<Readings>, NumberOf<Readings>])[];

/** What is measured of the supply: component, quantity, member. */
const supply = [
  [null, "frequency", "frequency"],
  ["phase/a", "voltage", "voltageA"],
  ["phase/b", "voltage", "voltageB"],
  ["phase/c", "voltage", "voltageC"],
  ["phase/a", "current", "currentA"],
  ["phase/b", "current", "currentB"],
  ["phase/c", "current", "currentC"],
  ["phase/n", "current", "zeroSequenceCurrent"],
  ["phase/a", "activePower", "activePowerA"],
  ["phase/b", "activePower", "activePowerB"],
  ["phase/c", "activePower", "activePowerC"],
  [null, "activePower", "activePower"],
  ["phase/a", "powerFactor", "powerFactorA"],
  ["phase/b", "powerFactor", "powerFactorB"],
  ["phase/c", "powerFactor", "powerFactorC"],
  [null, "powerFactor", "powerFactor"],
  [null, "energyImport", "energyImport"],
] as const satisfies readonly (readonly [string | null, Quantity, NumberOf<Readings>])[];

const reading = (
  component: string | null,
  quantity: Quantity,
  scaled: number | null,
  at: Instant | null,
): ModelEvent => ({
  kind: "reading",
  component: component === null ? null : key(component),
  quantity,
  value: scaled ?? 0,
  quality: scaled === null ? "missing" : isPlausible(quantity, scaled) ? "good" : "outOfRange",
  at,
});

/** Phases that are not wired, where the dialect says that 0 V means so. */
const unwired = (body: Readings, isMissing: boolean): ReadonlySet<string | null> =>
  new Set(isMissing ? [...(body.voltageB === 0 ? ["phase/b"] : []), ...(body.voltageC === 0 ? ["phase/c"] : [])] : []);

const readingsOf = (body: Readings, at: Instant | null, zeroIsMissing: boolean): readonly ModelEvent[] => {
  const absent = unwired(body, zeroIsMissing);
  return [
    ...sensors.map(([, component, quantity, member]) =>
      reading(component, quantity, scaledOf(quantity, body[member]), at),
    ),
    ...supply.map(([component, quantity, member]) => {
      const factor = quantity === "activePower" ? WATTS_PER_KILOWATT : 1;
      const scaled = absent.has(component) ? null : scaledOf(quantity, body[member], factor);
      return reading(component, quantity, scaled, at);
    }),
  ];
};

const condition = (
  component: string | null,
  type: AlarmType,
  present: boolean,
  rawCode: string,
  at: Instant | null,
  value: number | null = null,
): ModelEvent => ({
  kind: "condition",
  component: component === null ? null : key(component),
  type,
  present,
  at,
  rawCode,
  rawText: "",
  ...(present && value !== null ? { value } : {}),
});

/** Each sensor that is there: its state, its wiring fault and its alarm with the value that it had then. */
const sensorEvents = (body: Readings, at: Instant | null): readonly ModelEvent[] =>
  sensors.flatMap(([bit, component, quantity, member, atAlarm], index) => {
    const isAlarm = body.alarms[bit];
    const isFault = body.wiringFaults[bit];
    const type = quantity === "temperature" ? "temperatureOver" : "residualCurrentOver";
    const now = scaledOf(quantity, body[member]);
    // Detectors that keep no value of the alarm send 0 there.
    const value = scaledOf(quantity, body[atAlarm]) || now;
    const state: ModelEvent = {
      kind: "componentState",
      component: key(component),
      componentType: detectorTypes[quantity],
      status: isAlarm ? "alarm" : isFault ? "fault" : "normal",
      note: "",
      at,
    };
    return [
      ...(now !== null || isAlarm || isFault ? [state] : []),
      condition(component, "sensorFault", isFault, `wiring:${index}`, at),
      condition(component, type, isAlarm, `alarm:${index}`, at, value),
    ];
  });

const supplyConditions = ({ voltageAlarms, currentAlarms }: Readings, at: Instant | null): readonly ModelEvent[] => [
  condition(null, "overVoltage", voltageAlarms.over, "voltage:0", at),
  condition(null, "underVoltage", voltageAlarms.under, "voltage:8", at),
  condition(null, "overCurrent", currentAlarms.over, "current:0", at),
];

/** Bits that nobody has published: an alarm that is not known is one all the same. */
const unknownBits = (body: Readings, at: Instant | null): readonly ModelEvent[] =>
  (
    [
      ["wiring", body.wiringFaults.reserved],
      ["alarm", body.alarms.reserved],
      ["voltage", body.voltageAlarms.reserved],
      ["current", body.currentAlarms.reserved],
    ] as const
  ).flatMap(([word, bits]) => (bits === 0 ? [] : [condition(null, "unmapped", true, `${word}:${bits}`, at)]));

const clockEvents = ({ time }: Readings, at: Instant | null): readonly ModelEvent[] => {
  if (at !== null) return [{ kind: "deviceClock", at }];
  return time === null ? [] : [diagnostic("bad-time", "the time of measuring is no time")];
};

const extras = ({ phaseSequence, unparsed }: Readings): readonly ModelEvent[] => [
  ...(phaseSequence === 0
    ? []
    : [
        diagnostic(
          "phase-sequence",
          `the flag of the phase sequence is ${phaseSequence}: what it means is not published`,
        ),
      ]),
  ...(unparsed.length === 0 ? [] : [diagnostic("trailing-bytes", `${unparsed.length} bytes behind the body are kept`)]),
];

/**
 * What a frame says in the words of the model: clock, serial number, readings, sensors, and every condition that its words can
 * tell, present or gone.
 *
 * @throws RangeError for a dialect option that there is not
 */
export const normalise = ({ body }: EfireFrame, context: NormaliseContext): readonly ModelEvent[] => {
  const { zeroPhases } = optionsOf(context.dialect);
  if (body.kind === "unknown")
    return [diagnostic("unknown-command", `command ${body.command}: ${body.bytes.length} bytes kept`)];
  const at = instantOf(body.time, context.utcOffsetMinutes ?? CHINA);
  const serialNumber = textOf(body.serial);
  return [
    ...clockEvents(body, at),
    ...(serialNumber === "" ? [] : [{ kind: "identity", facts: { serialNumber } } as const]),
    ...readingsOf(body, at, zeroPhases === "missing"),
    ...sensorEvents(body, at),
    ...supplyConditions(body, at),
    ...unknownBits(body, at),
    ...extras(body),
  ];
};
