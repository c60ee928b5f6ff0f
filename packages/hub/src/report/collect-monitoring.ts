import {
  deviceTypes,
  fromScaled,
  type Instant,
  isSlugOf,
  placeTypes,
  quantities,
  quantityText,
  statuses,
} from "@dianan/model";
import type { DeviceFacts, MeasurementFacts, MonitoringFacts } from "@dianan/reports";
import { withWarranties } from "../core/installation.ts";
import { offsetTime } from "../core/offset-time.ts";
import { presenceDays } from "../core/presence-days.ts";
import { dayNamed, spanOfDays } from "../core/report-days.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { ReportDraft, ReportSight } from "../ports/reports.ts";
import { allRecords, textIn } from "./all-records.ts";
import { countsOf, hazardsOf, paceOf, standingOf, whenOf } from "./hazards.ts";
import type { ReportDeps } from "./report-deps.ts";

const DAY_MS = 86_400_000;
/** What one report tells of at most; what is beyond is said to be left out. */
const ALARMS_MAX = 20_000;
const DEVICES_MAX = 500;
const HAZARDS_MAX = 100;
const MEASUREMENTS_MAX = 500;

type Head = Pick<MonitoringFacts, "number" | "title" | "at" | "madeOn" | "advice">;

/** A number that is masked helps nobody. */
const whole = (phone: string): string => (phone === "" || phone.includes("*") ? "–" : phone);

const listed = async (records: AsyncIterable<StoredRecord>, most: number): Promise<StoredRecord[]> => {
  const all: StoredRecord[] = [];
  for await (const one of records) {
    if (all.length === most) break;
    all.push(one);
  }
  return all;
};

/** Collects what a monitoring report (监测报告) says of a unit, EF-4.3; null: there is no such unit. */
export const collectMonitoring = async (
  deps: ReportDeps,
  sight: ReportSight,
  draft: ReportDraft,
  head: Head,
): Promise<MonitoringFacts | null> => {
  const { utcOffsetMinutes } = deps;
  const { language } = draft;
  const unitId = draft.unitId ?? "";
  const unit = await sight.record("unit", unitId);
  if (unit === null || unit.deleted) return null;
  const now = deps.clock();
  const span = spanOfDays(draft.from, draft.to, utcOffsetMinutes);
  const local = (at: number): string => offsetTime(at, utcOffsetMinutes);
  const where = { unitId };

  const devices = await listed(allRecords(sight, "device", { where }), DEVICES_MAX + 1);
  const told = devices.slice(0, DEVICES_MAX);
  const components: StoredRecord[] = [];
  for (const { id } of told)
    for await (const one of allRecords(sight, "component", { where: { deviceId: id } })) components.push(one);
  const names = new Map([...told, ...components].map(({ id, body }) => [id, textIn(body, "name") || id]));
  const placeOf = (deviceId: string, componentId: string): string => {
    const device = names.get(deviceId) ?? deviceId;
    return componentId === "" ? device : `${device} / ${names.get(componentId) ?? componentId}`;
  };

  const range = { where, occurredFrom: span.from, occurredTo: span.to };
  const alarms = await listed(allRecords(sight, "alarm", range), ALARMS_MAX + 1);
  const hazards = hazardsOf(alarms, placeOf, local, now, language);
  const operator = await sight.record("operator", textIn(unit.body, "operatorId"));
  const { rows: deviceRows, onlineShare } = await deviceFacts(deps, sight, told, span, draft);
  const measurements = await measurementFacts(sight, told, span, placeOf, language);
  const days = Array.from({ length: Math.round((span.to - span.from) / DAY_MS) }, (_, n) =>
    dayNamed(span.from + n * DAY_MS, utcOffsetMinutes),
  );
  const cut = (isCut: boolean, zh: string, en: string): readonly string[] =>
    isCut ? [language === "zh" ? zh : en] : [];
  const placeType = textIn(unit.body, "placeType");
  return {
    ...head,
    ...{ language, from: draft.from, to: draft.to },
    unit: {
      name: textIn(unit.body, "name"),
      address: textIn(unit.body, "address"),
      placeType: isSlugOf(placeTypes, placeType) ? placeTypes[placeType][language] : "–",
      community: textIn(unit.body, "community") || "–",
    },
    operator:
      operator === null || operator.deleted
        ? null
        : {
            name: textIn(operator.body, "name"),
            phone: whole(textIn(operator.body, "contactPhone")),
          },
    counts: {
      ...countsOf(alarms),
      ...standingOf(alarms, now),
      ...{ devices: devices.length, components: components.length },
    },
    before: await classesBefore(deps, sight, unitId, span),
    onlineShare,
    ...paceOf(alarms),
    ...whenOf(alarms, days, local),
    hazards: hazards.slice(0, HAZARDS_MAX),
    devices: deviceRows,
    measurements: measurements.slice(0, MEASUREMENTS_MAX),
    charging: await chargingFacts(deps, sight, unitId, span, placeOf),
    notes: [
      ...cut(
        devices.length > DEVICES_MAX,
        `设备超过 ${DEVICES_MAX} 台,其余未列出。`,
        `More than ${DEVICES_MAX} devices: the others are left out.`,
      ),
      ...cut(
        alarms.length > ALARMS_MAX,
        `告警超过 ${ALARMS_MAX} 条,其余未计入。`,
        `More than ${ALARMS_MAX} alarms: the others are not counted.`,
      ),
      ...cut(
        hazards.length > HAZARDS_MAX,
        `隐患共 ${hazards.length} 项,列出前 ${HAZARDS_MAX} 项。`,
        `${hazards.length} hazards, of which the first ${HAZARDS_MAX} are listed.`,
      ),
      ...cut(
        measurements.length > MEASUREMENTS_MAX,
        `测量共 ${measurements.length} 项,列出前 ${MEASUREMENTS_MAX} 项。`,
        `${measurements.length} measurements, of which the first ${MEASUREMENTS_MAX} are listed.`,
      ),
      ...cut(
        span.to > now,
        "统计期间尚未结束,数据截至出具时间。",
        "The period is not over: figures are as of when it was made.",
      ),
    ],
  };
};

type Span = { readonly from: Instant; readonly to: Instant };

/** By class in the span of the same length before; null: nothing came that anybody knows of. */
const classesBefore = async (
  { store, clock, utcOffsetMinutes }: ReportDeps,
  { tenant }: ReportSight,
  unitId: string,
  { from, to }: Span,
): Promise<MonitoringFacts["before"]> => {
  const { cells } = await store.alarmFigures(tenant, {
    ...{ from: from - (to - from), to: from, now: clock(), by: ["class"], utcOffsetMinutes },
    ...{ type: null, class: null, units: [unitId], limit: 10, acknowledgeWithinMs: 0 },
  });
  const of = (name: string): number => cells.find(({ key }) => key[0] === name)?.raised ?? 0;
  return cells.length === 0 ? null : { alarm: of("alarm"), warning: of("warning"), fault: of("fault") };
};

const deviceFacts = async (
  { registry, clock }: ReportDeps,
  sight: ReportSight,
  devices: readonly StoredRecord[],
  { from, to }: Span,
  { language }: ReportDraft,
): Promise<{ readonly rows: readonly DeviceFacts[]; readonly onlineShare: number | null }> => {
  const marks = await sight.presenceMarks(
    devices.map(({ id }) => id),
    from,
  );
  let online = 0;
  let known = 0;
  const rows: DeviceFacts[] = [];
  for (const [n, { id, body }] of devices.entries()) {
    const [day] = presenceDays(marks[n] ?? [], [from, to], clock());
    const seconds = day?.seconds ?? { online: 0, offline: 0, timedOut: 0 };
    const all = seconds.online + seconds.offline + seconds.timedOut;
    online += seconds.online;
    known += all;
    const file = await registry.sheets.find(sight.tenant, "installation", id);
    const warranty = file === null ? {} : withWarranties(file.body);
    rows.push({
      name: textIn(body, "name") || id,
      type: isSlugOf(deviceTypes, body.type) ? deviceTypes[body.type][language] : textIn(body, "type"),
      onlineShare: all === 0 ? null : seconds.online / all,
      status: isSlugOf(statuses, body.status) ? statuses[body.status][language] : textIn(body, "status"),
      repairUntil: textIn(warranty, "vendorRepairUntil") || null,
      maintenanceUntil: textIn(warranty, "vendorMaintenanceUntil") || null,
    });
  }
  return { rows, onlineShare: known === 0 ? null : online / known };
};

const measurementFacts = async (
  sight: ReportSight,
  devices: readonly StoredRecord[],
  { from, to }: Span,
  placeOf: (deviceId: string, componentId: string) => string,
  language: "zh" | "en",
): Promise<readonly MeasurementFacts[]> => {
  const rows: MeasurementFacts[] = [];
  for (const { id } of devices) {
    const range = { from: from, to: to, stepMs: DAY_MS };
    for (const { component, quantity, steps } of await sight.readingSeries({
      deviceId: id,
      component: null,
      quantity: null,
      ...range,
    })) {
      const count = steps.reduce((sum, step) => sum + step.count, 0);
      if (count === 0 || !isSlugOf(quantities, quantity)) continue;
      const text = (value: number): string => quantityText(quantity, Math.round(value));
      const total = steps.reduce((sum, step) => sum + step.mean * step.count, 0);
      rows.push({
        ...{ place: placeOf(id, component ?? ""), quantity: quantities[quantity][language], count },
        ...{ mean: text(total / count), most: text(Math.max(...steps.map(({ max }) => max))) },
        least: text(Math.min(...steps.map(({ min }) => min))),
      });
    }
  }
  return rows;
};

/** Charging by port (CP-3.2); null: no pile is there. */
const chargingFacts = async (
  { store, utcOffsetMinutes }: ReportDeps,
  { tenant }: ReportSight,
  unitId: string,
  { from, to }: Span,
  placeOf: (deviceId: string, componentId: string) => string,
): Promise<MonitoringFacts["charging"]> => {
  const ports = await store.chargingPorts(tenant, [unitId]);
  if (ports.length === 0) return null;
  const sums = new Map<string, { sessions: number; abnormal: number }>();
  let energy = 0;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof store.chargingFigures>> = await store.chargingFigures(tenant, {
      ...{
        from,
        to,
        bucket: "month",
        utcOffsetMinutes,
        perPort: true,
        units: [unitId],
        componentId: null,
        after,
        limit: 500,
      },
    });
    for (const one of page.items) {
      const sum = sums.get(one.componentId ?? "") ?? { sessions: 0, abnormal: 0 };
      sum.sessions += one.sessions;
      sum.abnormal += one.abnormal;
      energy += one.energy;
      sums.set(one.componentId ?? "", sum);
    }
    after = page.next;
  } while (after !== null);
  const rows = ports.map(({ componentId, deviceId }) => ({
    name: placeOf(deviceId, componentId),
    ...(sums.get(componentId) ?? { sessions: 0, abnormal: 0 }),
  }));
  const all = [...sums.values()];
  return {
    sessions: all.reduce((sum, one) => sum + one.sessions, 0),
    abnormal: all.reduce((sum, one) => sum + one.abnormal, 0),
    energy: `${fromScaled("energyImport", energy)} kWh`,
    ports: rows,
  };
};
