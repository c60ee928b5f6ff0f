import type { LayoutRow } from "@dianan/layout";

/** Rows that lie side by side: a frame, an item of a list, a case of a union. */
export type LayoutGroup = {
  /** Path that the group lies in; empty for the frame itself. */ readonly path: string;
  readonly rows: readonly LayoutRow[];
};

const innermost = (path: string): string => /^(.*(?:\[\]|>))(?:\.|$)/.exec(path)?.[1] ?? "";

/** The rows of a layout by what their offsets count from, in the order of the bytes. */
export const groupsOf = (rows: readonly LayoutRow[]): readonly LayoutGroup[] => {
  const groups = new Map<string, LayoutRow[]>();
  for (const row of rows) {
    const path = innermost(row.path);
    groups.set(path, [...(groups.get(path) ?? []), row]);
  }
  return [...groups].map(([path, own]) => ({ path, rows: own }));
};

/** Fields of a group that have bytes of their own: no heading of a structure. */
export const leavesOf = ({ rows }: LayoutGroup): readonly LayoutRow[] =>
  rows.filter(({ path, type }) => type !== "struct" || !rows.some((one) => one.path.startsWith(`${path}.`)));

/** The field's own name within its group. */
export const nameIn = (path: string, group: string): string =>
  path === group ? (path.split(".").at(-1) ?? path) : path.slice(group === "" ? 0 : group.length + 1);
