import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, type Words } from "./paths.ts";

/** One row of what is asked for: by the plan, or by the security design. */
export type PlanRow = {
  readonly ids: readonly string[];
  readonly levels: Readonly<Record<string, string>>;
  readonly part: string;
  readonly text: Words;
};

/** Rows of specs/requirements/plan.json and security.json, in their order. */
export const planRows: readonly PlanRow[] = ["plan.json", "security.json"].flatMap(
  (name) =>
    (JSON.parse(readFileSync(join(root, "specs/requirements", name), "utf8")) as { readonly rows: readonly PlanRow[] })
      .rows,
);

const ids = new Set(planRows.flatMap((row) => row.ids));
/** Whether the matrix has a row for an id. */
export const isPlanned = (id: string): boolean => ids.has(id);
