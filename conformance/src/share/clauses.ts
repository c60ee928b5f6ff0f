import type { RecordKind } from "@dianan/sharing";

/** The requirement of specs/requirements/sharing.json that says what a record of this kind is. */
export const clauses: Readonly<Record<RecordKind, string>> = {
  unit: "CS-1-01",
  operator: "CS-2-01",
  device: "CS-3-01",
  component: "CS-4-01",
  alarm: "CS-5-01",
};
