import { offsetTime } from "../core/offset-time.ts";
import { type EffectiveRule, effectiveRules } from "../core/rule-levels.ts";
import type { Caller } from "../ports/caller.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { Sheet } from "../ports/registry.ts";
import { type Ask, type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { tagOf } from "./precondition.ts";
import { isProblem, type Problem, problem } from "./problem.ts";
import { readBody } from "./request-body.ts";
import { sheetChanged, sheetVersion } from "./sheet-answers.ts";
import { thresholdFindings } from "./threshold-form.ts";
import { foundAt, type Kept, leveledRules, sheetIdOf, type ThresholdPlace } from "./threshold-place.ts";
import { thresholdTrial } from "./threshold-trial.ts";

type Level = ThresholdPlace["level"];

const paths: { readonly [level in Level]: string } = {
  tenant: "/api/v1/thresholds",
  unit: "/api/v1/units/{id}/thresholds",
  device: "/api/v1/devices/{id}/thresholds",
};
const explained = (componentId: string | null) => (one: EffectiveRule) => ({ ...one, componentId });

/** Set points of the hub's own analysis (设定值), EF-2.2, EF-3.1, CP-2.2. */
export const thresholdRoutes = (deps: HttpDeps): readonly Route[] => {
  const shown = async (ask: Ask, place: ThresholdPlace, record: StoredRecord | null, sheet: Sheet | null) => {
    const levels = await leveledRules(deps, ask, place, record);
    const type = place.level === "device" ? String(record?.body.type ?? "") : "";
    const named = new Set(levels.device.flatMap(({ componentId }) => (componentId === undefined ? [] : [componentId])));
    const kept = sheet?.body as Kept | undefined;
    return {
      level: place.level,
      rules: kept?.rules ?? [],
      effective: [null, ...named].flatMap((id) => effectiveRules(levels, type, id).map(explained(id))),
      reason: kept?.reason ?? null,
      version: sheet?.version ?? 0,
      updatedAt: sheet === null ? null : offsetTime(sheet.updatedAt, deps.utcOffsetMinutes),
    };
  };

  const placeOf = async (ask: Ask, level: Level): Promise<[ThresholdPlace, StoredRecord | null] | Problem> => {
    if (level === "tenant") return [{ level }, null];
    const record = await foundAt(ask, level);
    return isProblem(record) ? record : [{ level, id: ask.id }, record];
  };

  const get =
    (level: Level): Handler =>
    async (ask) => {
      const found = await placeOf(ask, level);
      if ("kind" in found) return found;
      const [place, record] = found;
      const sheet = await deps.registry.sheets.find(ask.view.tenant, "thresholds", sheetIdOf(place));
      // What holds may change with a level above: the tag is for a change, and never saves an answer.
      return json(await shown(ask, place, record, sheet), 200, { ETag: tagOf(sheet?.version ?? 0) });
    };

  const put =
    (level: Level): Handler =>
    async (ask) => {
      const { view, request, caller, circumstance } = ask;
      const found = await placeOf(ask, level);
      if ("kind" in found) return found;
      const [place, record] = found;
      if (level === "tenant" && !view.isWhole)
        return problem("forbidden", "Only for who may see the whole organisation. 仅限可见全机构者。");
      const before = await deps.registry.sheets.find(view.tenant, "thresholds", sheetIdOf(place));
      const version = sheetVersion(ask, before);
      if (typeof version !== "number") return version;
      const sent = await readBody<Kept>(request, "PUT", paths[level]);
      if (!sent.ok) return sent.error;
      const { rules, reason } = sent.value;
      const errors = await thresholdFindings(view, place, rules);
      if (errors.length > 0) return problem("invalid", "The rules cannot act as they are. 规则无法执行。", { errors });
      const outcome = await deps.registry.sheets.put(
        caller as Caller,
        "thresholds",
        sheetIdOf(place),
        version,
        { rules, reason },
        [],
        circumstance,
      );
      if (outcome === "conflict") return sheetChanged(outcome, () => null);
      await (await deps.intakeOf(view.tenant)).rulesChanged();
      const value = await shown(ask, place, record, outcome);
      return sheetChanged(outcome, () => value);
    };

  return [
    ...(["tenant", "unit", "device"] as const).flatMap((level): readonly Route[] => [
      { method: "GET", path: paths[level], handle: get(level) },
      { method: "PUT", path: paths[level], handle: put(level) },
    ]),
    { method: "POST", path: "/api/v1/devices/{id}/threshold-trial", handle: thresholdTrial(deps) },
  ];
};
