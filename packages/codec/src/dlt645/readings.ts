import { type ComponentKey, isPlausible, type ModelEvent, type Quantity, quantities } from "@dianan/model";
import type { optionsOf } from "./dialects.ts";
import { diText, type MeasuredItem, measuredItems, partsOf } from "./measured-items.ts";

type Options = ReturnType<typeof optionsOf>;
type Row = (typeof measuredItems)[MeasuredItem];

/** Units of the quantity in one unit of the meter. */
const unitsOf: Readonly<Record<string, number>> = { kW: 1_000, kvar: 1_000, kVA: 1_000 };

/** A current that flows the other way is as large: its sign is that of the power. */
const magnitudes: ReadonlySet<Quantity> = new Set(["current", "apparentPower"]);

const scaledPerStep = ({ unit, decimals }: Row, quantity: Quantity, { powerDecimals }: Options): number => {
  const factor = unitsOf[unit];
  const places = factor === undefined ? decimals : powerDecimals;
  return (quantities[quantity].perUnit * (factor ?? 1)) / 10 ** places;
};

const isAbsentPhase = (name: string, step: number | null, { parts }: Row, { zeroPhases }: Options): boolean =>
  zeroPhases === "missing" && parts !== "value" && (name === "b" || name === "c") && step === 0;

/** The numbers of one item as readings; an item that the model has no quantity for becomes a diagnostic. */
export const readingsOf = (
  item: MeasuredItem,
  numbers: Readonly<Record<string, number | null>>,
  options: Options,
): readonly ModelEvent[] => {
  const row = measuredItems[item];
  const { quantity } = row;
  if (quantity === null) {
    const shown = Object.keys(partsOf[row.parts]).map((name) => numbers[name] ?? "—");
    const text = `DI ${diText(row.code)} ${row.zh} ${row.en}: ${shown.join(" ")}, ${row.decimals} decimals, ${row.unit}`;
    return [{ kind: "diagnostic", code: "no-quantity", text }];
  }
  const perStep = scaledPerStep(row, quantity, options);
  return Object.entries<string | null>(partsOf[row.parts]).map(([name, place]): ModelEvent => {
    const step = numbers[name] ?? null;
    const isMissing = step === null || isAbsentPhase(name, step, row, options);
    // Adding 0 turns -0 into 0.
    const scaled = isMissing ? 0 : Math.round(step * perStep) + 0;
    const value = magnitudes.has(quantity) ? Math.abs(scaled) : scaled;
    return {
      kind: "reading",
      component: (row.parts === "value" ? row.place : place) as ComponentKey | null,
      quantity,
      value,
      quality: isMissing ? "missing" : isPlausible(quantity, value) ? "good" : "outOfRange",
      at: null,
    };
  });
};
