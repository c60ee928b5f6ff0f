import {
  type ComponentKey,
  type Instant,
  isPlausible,
  type ModelEvent,
  type Quantity,
  quantities,
} from "@dianan/model";
import { type AnalogType, analogTypes } from "./analog-types.ts";
import { componentTypes } from "./component-types.ts";
import type { GbDialect } from "./dialect.ts";
import type { ComponentAnalog } from "./facility.ts";

/** Table 6 in the model's quantities; `perStep`: scaled integers of the quantity in one step on the wire. */
const asQuantity: {
  readonly [T in Exclude<AnalogType, "current">]: { readonly quantity: Quantity; readonly perStep: number };
} = {
  eventCount: { quantity: "eventCount", perStep: 1 },
  height: { quantity: "height", perStep: 1 },
  temperature: { quantity: "temperature", perStep: 1 },
  // 0.1 MPa is 100 kPa.
  pressureMegapascal: { quantity: "pressure", perStep: 100 * quantities.pressure.perUnit },
  pressureKilopascal: { quantity: "pressure", perStep: 1 },
  gasConcentration: { quantity: "gasConcentration", perStep: 1 },
  duration: { quantity: "duration", perStep: 1 },
  voltage: { quantity: "voltage", perStep: 1 },
  flow: { quantity: "flow", perStep: 1 },
  airVolume: { quantity: "airVolume", perStep: 1 },
  windSpeed: { quantity: "windSpeed", perStep: quantities.windSpeed.perUnit },
};

/** Scaled integers in a milliamp. */
const milliamp = { current: quantities.current.perUnit / 1000, residualCurrent: quantities.residualCurrent.perUnit };
const currentSteps: { readonly [U in GbDialect["analogCurrent"]]: number } = { "0.1A": 100, "1mA": 1 };

/**
 * Analog type 9: of a residual-current detector it is a residual current. Table 6's step is 0.1 A = 100 mA, too coarse for
 * one; some makers send milliamps.
 */
const currentOf = (isResidual: boolean, unit: GbDialect["analogCurrent"]) => {
  const quantity = isResidual ? "residualCurrent" : "current";
  return { quantity, perStep: currentSteps[unit] * milliamp[quantity] } as const;
};

const slugs = new Map<number, AnalogType>(
  (Object.keys(analogTypes) as AnalogType[]).map((slug) => [analogTypes[slug].code, slug]),
);

/** One analog value as a reading; a type that table 6 does not have becomes a diagnostic, its frame is kept. */
export const readingOf = (
  item: ComponentAnalog,
  component: ComponentKey,
  at: Instant | null,
  { analogCurrent }: Pick<GbDialect, "analogCurrent">,
): ModelEvent => {
  const slug = slugs.get(item.analogType);
  if (slug === undefined)
    return {
      kind: "diagnostic",
      code: "unknown-analog-type",
      text: `component ${component}: analog type ${item.analogType}, value ${item.value}`,
    };
  const isResidual = item.componentType === componentTypes.residualCurrentDetector.code;
  const { quantity, perStep } = slug === "current" ? currentOf(isResidual, analogCurrent) : asQuantity[slug];
  const { min, max } = analogTypes[slug];
  const step = slug === "current" ? currentSteps[analogCurrent] / 1000 : analogTypes[slug].step;
  const real = item.value * step;
  const value = item.value * perStep;
  const isOutside = real < min || real > max || !isPlausible(quantity, value);
  return { kind: "reading", component, quantity, value, quality: isOutside ? "outOfRange" : "good", at };
};
