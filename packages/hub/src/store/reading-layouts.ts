import type { DatabaseSync } from "node:sqlite";
import type { ReadingValue } from "../ports/readings.ts";
import { storedJson } from "./stored-text.ts";

/** What one value of a row is. */
export type Series = readonly [component: string | null, quantity: string, quality: string];

/** Text of a row's layout: which component, quantity and quality each of its values has, in their order. */
export const seriesText = (values: readonly ReadingValue[]): string =>
  storedJson(
    values.map(({ component, quantity, quality }): Series => [component, quantity, quality]),
    "reading",
  );

/** A layout: whose it is and what the values are. A device has few. */
export type Layout = { readonly tenant: string; readonly device: string; readonly series: readonly Series[] };

export const GOOD = "good";
export const seriesName = ([component, quantity]: Series): string => `${component ?? ""} ${quantity}`;

/** Layouts kept at hand. */
const KNOWN_MAX = 200_000;

/** Layouts by their id. They are never changed. */
export type Layouts = {
  /** @throws Error for an id that there is not */ of(id: number): Layout;
  /** Forgets what a rollback may have undone. */ reset(): void;
};

export const createLayouts = (database: DatabaseSync): Layouts => {
  const find = database.prepare("SELECT tenant, device, series FROM reading_layout WHERE id = ?");
  const known = new Map<number, Layout>();
  return {
    of: (id) => {
      const found = known.get(id);
      if (found !== undefined) return found;
      const row = find.get(id);
      if (row === undefined) throw new Error(`the database has no reading layout ${id}`);
      const series = JSON.parse(String(row.series)) as readonly Series[];
      const layout: Layout = { tenant: String(row.tenant), device: String(row.device), series };
      if (known.size >= KNOWN_MAX) known.clear();
      known.set(id, layout);
      return layout;
    },
    reset: () => known.clear(),
  };
};

/** Ids of layouts, given when one is first met. */
export type LayoutIds = {
  idOf(tenant: string, device: string, series: string): number;
  /** Forgets what a rollback has undone. */ reset(): void;
};

export const createLayoutIds = (database: DatabaseSync): LayoutIds => {
  const ofDevice = database.prepare("SELECT id, series FROM reading_layout WHERE tenant = ? AND device = ?");
  const highest = database.prepare("SELECT coalesce(max(id), 0) AS id FROM reading_layout");
  const add = database.prepare("INSERT INTO reading_layout VALUES (?, ?, ?, ?)");
  const known = new Map<string, number>();
  const made = (tenant: string, device: string, series: string): number => {
    const found = ofDevice.all(tenant, device).find((row) => row.series === series);
    if (found !== undefined) return Number(found.id);
    const id = Number(highest.get()?.id) + 1;
    add.run(id, tenant, device, series);
    return id;
  };
  return {
    idOf: (tenant, device, series) => {
      const name = `${tenant} ${device} ${series}`;
      let id = known.get(name);
      if (id === undefined) {
        id = made(tenant, device, series);
        if (known.size >= KNOWN_MAX) known.clear();
        known.set(name, id);
      }
      return id;
    },
    reset: () => known.clear(),
  };
};
