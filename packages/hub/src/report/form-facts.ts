import { deviceTypes, isSlugOf } from "@dianan/model";
import {
  acceptanceDocument,
  type CategoryArea,
  categoryForm,
  evaluationDocument,
  type FormCover,
  type FormDocument,
  type OpenRow,
  type TargetRow,
  targetForm,
  unitForm,
} from "@dianan/reports";
import { coverageOf, formSystems, type Site } from "../core/coverage.ts";
import { offsetTime } from "../core/offset-time.ts";
import { spanOfDays } from "../core/report-days.ts";
import type { CommunityTarget, ReportDraft, ReportSight } from "../ports/reports.ts";
import { allRecords, textIn } from "./all-records.ts";
import { devicesOf, type EquippedUnit, equippedUnits, placesOf, unitRows } from "./form-units.ts";
import type { ReportDeps } from "./report-deps.ts";

/** What is made of a report: a document with its gaps in words. */
export type MadeForm = { readonly document: FormDocument; readonly missing: readonly string[] };

/** What is done in each community: units with a monitor, and places where one can charge. */
export const doneOf = (
  units: readonly EquippedUnit[],
): ReadonlyMap<string, { readonly electricalFire: number; readonly charging: number }> => {
  const done = new Map<string, { electricalFire: number; charging: number }>();
  for (const one of units) {
    const community = textIn(one.unit.body, "community");
    const row = done.get(community) ?? { electricalFire: 0, charging: 0 };
    if (devicesOf("electricalFire", one).length > 0) row.electricalFire += 1;
    row.charging += placesOf(devicesOf("charging", one));
    done.set(community, row);
  }
  return done;
};

const targetRows = (targets: readonly CommunityTarget[], units: readonly EquippedUnit[]): readonly TargetRow[] => {
  const done = doneOf(units);
  return targets.map(({ community, electricalFireTarget, chargingTarget }) => ({
    ...{ community, fireTarget: electricalFireTarget, chargingTarget },
    fireDone: done.get(community)?.electricalFire ?? 0,
    chargingDone: done.get(community)?.charging ?? 0,
  }));
};

/**
 * All units, then those of each community by name. What is set as a base (底数) counts instead of the registered units.
 *
 * @param targets - of the communities; those without a unit here count only when it is not of a region
 */
const areasOf = (
  units: readonly EquippedUnit[],
  targets: readonly CommunityTarget[],
  isRegion: boolean,
  everywhere: string,
): readonly CategoryArea[] => {
  const siteOf = (one: EquippedUnit): Site => ({
    body: one.unit.body,
    systems: formSystems.filter((system) => devicesOf(system, one).length > 0),
  });
  const communityOf = ({ unit }: EquippedUnit): string => textIn(unit.body, "community");
  const set = targets.filter(
    ({ bases, community }) => bases !== undefined && (!isRegion || units.some((one) => communityOf(one) === community)),
  );
  const names = [...new Set([...units.map(communityOf), ...set.map(({ community }) => community)])].sort();
  const areas = names.map((name): CategoryArea => {
    const bases = set.find(({ community }) => community === name)?.bases ?? {};
    const rows = coverageOf(units.filter((one) => communityOf(one) === name).map(siteOf));
    return { name, rows: rows.map((row) => ({ ...row, base: bases[row.category] ?? row.base })) };
  });
  const sum = (n: number, what: "base" | "done"): number =>
    areas.reduce((all, { rows }) => all + (rows[n]?.[what] ?? 0), 0);
  const whole = coverageOf([]).map((row, n) => ({ ...row, base: sum(n, "base"), done: sum(n, "done") }));
  return [{ name: everywhere, rows: whole }, ...areas.filter(({ name }) => name !== "")];
};

const openRows = async (
  sight: ReportSight,
  draft: ReportDraft,
  units: readonly EquippedUnit[],
  now: number,
  utcOffsetMinutes: number,
): Promise<readonly OpenRow[]> => {
  const span = spanOfDays(draft.from, draft.to, utcOffsetMinutes);
  const communityOf = new Map(units.map(({ unit }) => [unit.id, textIn(unit.body, "community")]));
  const rows = new Map<string, { raised: number; closed: number; open: number; overdue: number }>();
  const range = { occurredFrom: span.from, occurredTo: span.to };
  for await (const { body, life } of allRecords(sight, "alarm", range)) {
    const community = communityOf.get(textIn(body, "unitId"));
    if (community === undefined || body.class === "event" || body.class === "offline") continue;
    const row = rows.get(community) ?? { raised: 0, closed: 0, open: 0, overdue: 0 };
    const isClosed = life?.stage === "closed";
    row.raised += 1;
    row.closed += isClosed ? 1 : 0;
    row.open += isClosed ? 0 : 1;
    if (!isClosed && life?.stage !== "rectified" && (life?.dueAt ?? Number.POSITIVE_INFINITY) < now) row.overdue += 1;
    rows.set(community, row);
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([community, row]) => ({ community: community || "–", ...row }));
};

const gapsOf = (units: readonly EquippedUnit[], isZh: boolean): readonly string[] => {
  const without = (member: string): number => units.filter(({ unit }) => textIn(unit.body, member) === "").length;
  const gaps: readonly (readonly [number, string, string])[] = [
    [without("placeType"), "场所类型", "a place type"],
    [without("community"), "社区", "a community"],
  ];
  return gaps
    .filter(([many]) => many > 0)
    .map(([many, zh, en]) => (isZh ? `${many} 个单位未登记${zh}` : `${many} units without ${en}`));
};

/** Collects a form (报表), RF-3 to RF-6, or the evaluation of a year (PL-5), from what is registered now. */
export const collectForm = async (
  deps: ReportDeps,
  sight: ReportSight,
  draft: ReportDraft,
  cover: FormCover,
  targets: readonly CommunityTarget[],
): Promise<MadeForm> => {
  const { kind, language, regionCode } = draft;
  const isZh = language === "zh";
  const units = await equippedUnits(sight, regionCode);
  const areas = areasOf(units, targets, regionCode !== null, isZh ? "全部" : "All");
  const missing = [...gapsOf(units, isZh)];
  const noTargets = isZh
    ? `${draft.to.slice(0, 4)} 年未设置社区目标`
    : `No targets are set for ${draft.to.slice(0, 4)}`;
  if ((kind === "rf3" || kind === "evaluation") && targets.length === 0) missing.push(noTargets);
  switch (kind) {
    case "rf3":
      return { document: targetForm(cover, targetRows(targets, units), language), missing };
    case "rf4":
      return { document: categoryForm(cover, areas, language), missing };
    case "rf5":
    case "rf6": {
      const rows = await unitRows(deps, sight, kind === "rf5" ? "electricalFire" : "charging", units);
      const document = unitForm(kind, cover, rows, language);
      return { document, missing: [...missing, ...(document.sheets[0]?.notes ?? [])] };
    }
    default: {
      const hazards = await openRows(sight, draft, units, deps.clock(), deps.utcOffsetMinutes);
      return { document: evaluationDocument(cover, targetRows(targets, units), areas, hazards, language), missing };
    }
  }
};

/** The latest acceptance (验收) of a unit in the period, as a document to sign (EF-5.1); null: there was none. */
export const collectAcceptance = async (
  { registry, utcOffsetMinutes }: ReportDeps,
  sight: ReportSight,
  { from, to, unitId, language }: ReportDraft,
  cover: FormCover,
): Promise<MadeForm | null> => {
  const span = spanOfDays(from, to, utcOffsetMinutes);
  const query = { from: span.from, to: span.to, after: null, limit: 1 };
  const unit = await sight.record("unit", unitId ?? "");
  const [record] = (await registry.acceptances.list(sight.tenant, unitId ?? "", query)).items;
  if (unit === null || record === undefined) return null;
  const operator = await sight.record("operator", textIn(unit.body, "operatorId"));
  const document = acceptanceDocument(
    cover,
    {
      ...{
        unit: textIn(unit.body, "name"),
        address: textIn(unit.body, "address"),
        notes: record.notes,
        by: record.by.name,
        number: record.number ?? null,
      },
      operator: operator === null ? "" : textIn(operator.body, "name"),
      acceptedAt: offsetTime(record.at, utcOffsetMinutes).slice(0, 16).replace("T", " "),
      devices: record.devices.map((one) => ({
        name: textIn(one, "name"),
        type: isSlugOf(deviceTypes, one.type) ? deviceTypes[one.type][language] : textIn(one, "type"),
        model: textIn(one, "modelId") || null,
      })),
      advice: record.advice.map((one) => one[language]),
    },
    language,
  );
  return { document, missing: [] };
};
