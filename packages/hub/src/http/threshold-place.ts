import { isRecordId } from "@dianan/model";
import type { RuleForm } from "../core/rule-form.ts";
import type { LeveledRules } from "../core/rule-levels.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { Ask, HttpDeps } from "./http-deps.ts";
import { type Problem, problem } from "./problem.ts";

/** The level at which rules are written, and of what. */
export type ThresholdPlace =
  | { readonly level: "tenant" }
  | { readonly level: "unit"; readonly id: string }
  | { readonly level: "device"; readonly id: string };

/** Rules of one level, as stored. */
export type Kept = { readonly rules: readonly RuleForm[]; readonly reason: string };

export const sheetIdOf = (place: ThresholdPlace): string =>
  place.level === "tenant" ? "tenant" : `${place.level}:${place.id}`;

/** The unit or device in the address, for one who sees it. */
export const foundAt = async ({ view, id }: Ask, level: "unit" | "device"): Promise<StoredRecord | Problem> => {
  const record = isRecordId(id) ? await view.stored(level, id) : null;
  if (record !== null && record !== "foreign") return record;
  return level === "unit"
    ? problem("not-found", "There is no unit with this id. 没有此 id 的单位。")
    : problem("not-found", "There is no such device. 没有此设备。");
};

/** The rules of a place and of the levels above it, as stored. */
export const leveledRules = async (
  { registry }: HttpDeps,
  { view }: Ask,
  place: ThresholdPlace,
  record: StoredRecord | null,
): Promise<LeveledRules> => {
  const at = async (one: ThresholdPlace): Promise<readonly RuleForm[]> =>
    ((await registry.sheets.find(view.tenant, "thresholds", sheetIdOf(one)))?.body as Kept | undefined)?.rules ?? [];
  const unitId = place.level === "unit" ? place.id : String(record?.body.unitId ?? "");
  return {
    tenant: await at({ level: "tenant" }),
    unit: unitId === "" ? [] : await at({ level: "unit", id: unitId }),
    device: place.level === "device" ? await at(place) : [],
  };
};
