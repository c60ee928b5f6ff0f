import { type ComponentKey, type Instant, type ModelEvent, type Quantity, quantities } from "@dianan/model";
import { type AnalogType, analogTypes } from "./analog-types.ts";
import type { ComponentAnalog } from "./component-analog.ts";
import { componentTypes } from "./component-types.ts";

/** Table 6 in the model's quantities; `perStep`: scaled integers of the quantity in one step on the wire. */
const asQuantity: { readonly [T in AnalogType]: { readonly quantity: Quantity; readonly perStep: number } } = {
  eventCount: { quantity: "eventCount", perStep: 1 },
  height: { quantity: "height", perStep: 1 },
  temperature: { quantity: "temperature", perStep: 1 },
  // 0.1 MPa is 100 kPa.
  pressureMegapascal: { quantity: "pressure", perStep: 100 * quantities.pressure.perUnit },
  pressureKilopascal: { quantity: "pressure", perStep: 1 },
  gasConcentration: { quantity: "gasConcentration", perStep: 1 },
  duration: { quantity: "duration", perStep: 1 },
  voltage: { quantity: "voltage", perStep: 1 },
  current: { quantity: "current", perStep: quantities.current.perUnit / 10 },
  flow: { quantity: "flow", perStep: 1 },
  airVolume: { quantity: "airVolume", perStep: 1 },
  windSpeed: { quantity: "windSpeed", perStep: quantities.windSpeed.perUnit },
};

/** A residual current comes as type 9 with its step of 0.1 A = 100 mA. Makers that send milliamps there need a dialect. */
const residualCurrent = { quantity: "residualCurrent", perStep: 100 * quantities.residualCurrent.perUnit } as const;

const slugs = new Map<number, AnalogType>(
  (Object.keys(analogTypes) as AnalogType[]).map((slug) => [analogTypes[slug].code, slug]),
);

/** One analog value as a reading; a type that table 6 does not have becomes a diagnostic, its frame is kept. */
export const readingOf = (item: ComponentAnalog, component: ComponentKey, at: Instant | null): ModelEvent => {
  const slug = slugs.get(item.analogType);
  if (slug === undefined)
    return {
      kind: "diagnostic",
      code: "unknown-analog-type",
      text: `component ${component}: analog type ${item.analogType}, value ${item.value}`,
    };
  const isResidual = slug === "current" && item.componentType === componentTypes.residualCurrentDetector.code;
  const { quantity, perStep } = isResidual ? residualCurrent : asQuantity[slug];
  const { min, max, step } = analogTypes[slug];
  const real = item.value * step;
  const quality = real < min || real > max ? "outOfRange" : "good";
  return { kind: "reading", component, quantity, value: item.value * perStep, quality, at };
};
