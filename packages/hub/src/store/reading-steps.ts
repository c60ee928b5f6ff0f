import type { DatabaseSync } from "node:sqlite";
import { PERIOD_HOURS, packPeriod, summarise } from "./reading-hours.ts";
import { GOOD, type Series, seriesName } from "./reading-layouts.ts";
import { byTime, HOUR_MS, type PackedRow, packHour, rowsOf, unpackHour } from "./reading-pack.ts";

/** Values of a row as they were stored before rows were packed. */
type Measured = readonly (readonly [component: string | null, quantity: string, value: number, quality: string])[];

/** Functions by which a step of the schema packs what an older release has stored. */
export const withReadingFunctions = (database: DatabaseSync): void => {
  const measuredOf = (text: unknown): Measured => JSON.parse(String(text)) as Measured;
  database.function("series_of", (measured) =>
    JSON.stringify(
      measuredOf(measured).map(([component, quantity, , quality]): Series => [component, quantity, quality]),
    ),
  );
  database.function("hour_of", (at) => Math.floor(Number(at) / HOUR_MS));
  database.function("period_of", (hour) => Math.floor(Number(hour) / PERIOD_HOURS));
  database.function("pack_hour", (hour, rows) =>
    packHour(
      Number(hour),
      (JSON.parse(String(rows)) as readonly [number, number, number, number, Measured][])
        .map(([layout, at, part, receivedAt, measured]): PackedRow => {
          const values = measured.map(([, , value]) => Math.round(value));
          return { layout, at, part, receivedAt, values };
        })
        .sort(byTime),
    ),
  );
  database.function("pack_period", (hours, layouts) => {
    const series = JSON.parse(String(layouts)) as { readonly [id: string]: readonly Series[] };
    const nameOf = (layout: number, index: number) => {
      const one = series[layout]?.[index] ?? [null, "", ""];
      return { name: seriesName(one), isGood: one[2] === GOOD };
    };
    return packPeriod(
      new Map(
        Object.entries(JSON.parse(String(hours)) as { readonly [hour: string]: string }).map(([hour, hex]) => [
          Number(hour),
          summarise(rowsOf(unpackHour(Number(hour), Buffer.from(hex, "hex"))), nameOf),
        ]),
      ),
    );
  });
};
