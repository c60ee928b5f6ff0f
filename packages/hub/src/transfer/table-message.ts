import type { RecordKind } from "@dianan/sharing";
import type { HeaderError, ReadRow } from "@dianan/sharing/table";

/** A row of the table. `masked`: what it says, when persons in it are masked; null when they are not. */
export type TableRow = Omit<ReadRow<RecordKind>, "raw"> & {
  readonly masked: { readonly [member: string]: unknown } | null;
  /** What a row that is not valid refers to: it never comes before the intake, which checks the others. */
  readonly refers: readonly (readonly [kind: RecordKind, id: string])[];
};

/** What the table's thread is to read. */
export type TableTask = {
  readonly path: string;
  readonly kind: RecordKind;
  readonly defaults: { readonly [member: string]: unknown };
  readonly columns: { readonly [header: string]: string } | undefined;
  readonly sheet: string | undefined;
  readonly rowsMax: number;
};

/** What it says, in this order: `refused`, or `head` and, when the header has no fault, `rows` and at last `done`. */
export type TableMessage =
  | { readonly kind: "refused"; readonly code: string; readonly words: { readonly zh: string; readonly en: string } }
  | {
      readonly kind: "head";
      readonly header: readonly HeaderError[];
      readonly ignored: readonly string[];
      /** Members that the table sets, and the column of each, such as `H`. */
      readonly places: { readonly [member: string]: string };
      readonly rows: number;
    }
  | { readonly kind: "rows"; readonly rows: readonly TableRow[] }
  | { readonly kind: "done" };
