import { fromScaled, type Instant, isQuantity } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { RuleForm } from "../core/rule-form.ts";
import { rulesInForce } from "../core/rule-levels.ts";
import { createRuleTrial, type RuleTrial } from "../core/rule-trial.ts";
import type { ReadingRow } from "../ports/readings.ts";
import { type Handler, type HttpDeps, json } from "./http-deps.ts";
import { invalid, isProblem, problem } from "./problem.ts";
import { LIMIT_MAX, parseTime } from "./query.ts";
import { readBody } from "./request-body.ts";
import type { TenantView } from "./tenant-view.ts";
import { thresholdFindings } from "./threshold-form.ts";
import { foundAt, leveledRules, type ThresholdPlace } from "./threshold-place.ts";

type Sent = {
  readonly level: ThresholdPlace["level"];
  readonly rules: readonly RuleForm[];
  readonly from: string;
  readonly to: string;
};

const RANGE_MAX_MS = 31 * 86_400_000;
const ROWS_MAX = 20_000;
const WARNINGS_MAX = 200;
/** Rows judged before others get their turn. */
const ROWS_AT_ONCE = 500;

/** The newest rows of the range, oldest first. */
const historyOf = async (view: TenantView, deviceId: string, from: Instant, to: Instant) => {
  const rows: ReadingRow[] = [];
  let after: string | null = null;
  do {
    const page = await view.readings({ deviceId, from, to, after, limit: LIMIT_MAX });
    rows.push(...page.items);
    after = page.next;
  } while (after !== null && rows.length < ROWS_MAX);
  return { rows: rows.slice(0, ROWS_MAX).reverse(), isWhole: after === null && rows.length <= ROWS_MAX };
};

/** Tries rules on the stored readings of a device before they act (试算), EF-3.1. Nothing is changed. */
export const thresholdTrial =
  (deps: HttpDeps): Handler =>
  async (ask) => {
    const { request, view, id } = ask;
    const device = await foundAt(ask, "device");
    if (isProblem(device)) return device;
    const sent = await readBody<Sent>(request, "POST", "/api/v1/devices/{id}/threshold-trial");
    if (!sent.ok) return sent.error;
    const { level, rules } = sent.value;
    const [from, to] = [parseTime(sent.value.from), parseTime(sent.value.to)];
    if (from === null || to === null || from >= to || to - from > RANGE_MAX_MS)
      return invalid("/to", "to is later than from, by 31 days at most.", "to 应晚于 from,且不超过 31 天。");
    const unitId = String(device.body.unitId ?? "");
    const place: ThresholdPlace = level === "tenant" ? { level } : { level, id: level === "unit" ? unitId : id };
    const errors = await thresholdFindings(view, place, rules);
    if (errors.length > 0) return problem("invalid", "The rules cannot act as they are. 规则无法执行。", { errors });

    const levels = await leveledRules(deps, ask, { level: "device", id }, device);
    const type = String(device.body.type ?? "");
    const now = createRuleTrial(rulesInForce(levels, type), WARNINGS_MAX);
    const tried = createRuleTrial(rulesInForce({ ...levels, [level]: rules }, type), WARNINGS_MAX);
    const { rows, isWhole } = await historyOf(view, id, from, to);
    for (const [n, row] of rows.entries()) {
      const readings = row.values
        .filter(({ quality }) => quality === "good")
        .map(({ component, quantity, value }) => ({ component, componentId: component, quantity, value, at: row.at }));
      for (const trial of [now, tried]) trial.take(row.at, readings);
      if (n % ROWS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const until = Math.min(to, deps.clock());
    for (const trial of [now, tried]) trial.end(until);

    const side = (trial: RuleTrial) => ({
      count: trial.count(),
      warnings: trial.warnings.map(({ change: { rule, component, effect }, value }) => {
        const quantity = rule.parts[effect.part]?.quantity;
        return {
          code: rule.code,
          type: rule.type,
          from: rule.from,
          componentId: component,
          at: offsetTime(effect.at, deps.utcOffsetMinutes),
          value: value === null || !isQuantity(quantity) ? null : fromScaled(quantity, value),
        };
      }),
    });
    return json({ rows: rows.length, isWhole, now: side(now), tried: side(tried) });
  };
