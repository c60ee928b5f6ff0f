import { isRecordId } from "@dianan/model";
import { type AcceptanceFinding, type AcceptedDevice, acceptanceFindings } from "../core/acceptance.ts";
import { offsetTime } from "../core/offset-time.ts";
import { dayNamed } from "../core/report-days.ts";
import type { Caller } from "../ports/caller.ts";
import type { PageQuery, StoredRecord } from "../ports/records.ts";
import type { AcceptanceRecord } from "../ports/registry.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { pageAnswer, readPageAsk } from "./page-ask.ts";
import { type Finding, type Problem, problem } from "./problem.ts";
import { LIMIT_MAX } from "./query.ts";
import { shownActor } from "./record-actor.ts";
import { readBody } from "./request-body.ts";
import type { TenantView } from "./tenant-view.ts";

const RECORDS = "/api/v1/units/{id}/acceptances";
/** Findings of one answer, what is blocking first. */
const FINDINGS_MAX = 1_000;

const allOf = async (
  view: TenantView,
  kind: PageQuery["kind"],
  where: PageQuery["where"],
): Promise<readonly StoredRecord[]> => {
  const all: StoredRecord[] = [];
  const range = { updatedFrom: null, updatedTo: null, withDeleted: false };
  let after: string | null = null;
  do {
    const page = await view.page({ kind, where, after, limit: LIMIT_MAX, ...range });
    all.push(...page.items);
    after = page.next;
  } while (after !== null);
  return all;
};

/** Whether a unit can be accepted (验收), with everything that stands against it; its acceptance, and the records of it. EF-5.1, CP-4.1. */
export const acceptanceRoutes = (deps: HttpDeps): readonly Route[] => {
  const { sheets, entries, acceptances } = deps.registry;

  const factsOf = async (view: TenantView, device: StoredRecord): Promise<AcceptedDevice> => {
    const model =
      typeof device.body.modelId === "string"
        ? await entries.find(view.tenant, "deviceModel", device.body.modelId)
        : null;
    return {
      id: device.id,
      body: device.body,
      faulty: await allOf(view, "component", { deviceId: device.id, status: "fault" }),
      installation: (await sheets.find(view.tenant, "installation", device.id))?.body ?? null,
      model: model === null || model.deleted ? null : model.body,
    };
  };

  const notFound = (): Problem => problem("not-found", "There is no unit with this id. 没有此 id 的单位。");
  const unitOf = async ({ id, view }: Ask): Promise<StoredRecord | null> => {
    const unit = isRecordId(id) ? await view.stored("unit", id) : null;
    return unit === "foreign" ? null : unit;
  };

  /** The unit as it is now, and what stands against its acceptance. */
  const checkOf = async ({ view, circumstance: { now } }: Ask, unit: StoredRecord) => {
    const operator = await view.stored("operator", String(unit.body.operatorId));
    const hasOperator = operator !== null && operator !== "foreign";
    const openAlarms = (await allOf(view, "alarm", { unitId: unit.id, state: "raised" })).map((one) => ({
      ...one,
      isTraced: (one.life?.advice ?? one.life?.rectification ?? null) !== null,
    }));
    const devices: AcceptedDevice[] = [];
    for (const device of await allOf(view, "device", { unitId: unit.id })) devices.push(await factsOf(view, device));
    const today = dayNamed(now, deps.utcOffsetMinutes);
    return { hasOperator, devices, findings: acceptanceFindings({ hasOperator, devices, openAlarms, today }) };
  };

  const look: Route["handle"] = async (ask) => {
    const unit = await unitOf(ask);
    if (unit === null) return notFound();
    const { hasOperator, findings } = await checkOf(ask, unit);
    const faulty = findings.filter(
      ({ reason, requirement }) =>
        (requirement === "EF-5.1" || requirement === "CP-4.1") && reason !== "openAlarm" && reason !== "noDevices",
    );
    return json({
      unitId: unit.id,
      isReady: !findings.some(({ isBlocking }) => isBlocking),
      deviceFaults: new Set(faulty.map(({ deviceId }) => deviceId)).size,
      openAlarms: findings.filter(({ reason }) => reason === "openAlarm").length,
      hasOperator,
      findings: findings.slice(0, FINDINGS_MAX),
      checkedAt: offsetTime(ask.circumstance.now, deps.utcOffsetMinutes),
    });
  };

  const summaryOf = async (ask: Ask, { devices, advice: _, by, at, number, ...rest }: AcceptanceRecord) => ({
    ...{ ...rest, number: number ?? null },
    at: offsetTime(at, deps.utcOffsetMinutes),
    by: await shownActor(deps, ask, by),
    deviceCount: devices.length,
  });
  const recordOf = async (ask: Ask, record: AcceptanceRecord) => ({
    ...(await summaryOf(ask, record)),
    devices: record.devices,
    advice: record.advice,
  });

  const accept: Route["handle"] = async (ask) => {
    const unit = await unitOf(ask);
    if (unit === null) return notFound();
    const body = await readBody<{ readonly notes: string }>(ask.request, "POST", RECORDS);
    if (!body.ok) return body.error;
    const { notes } = body.value;
    const { devices, findings } = await checkOf(ask, unit);
    const against = findings.filter(({ isBlocking }) => isBlocking);
    if (against.length > 0) {
      const [shown, count] = [against.slice(0, FINDINGS_MAX), against.length];
      const detail = `${count} things stand against it; each must be gone first. 存在 ${count} 项妨碍验收的事项,须逐条消除。`;
      return problem("not-acceptable", detail, { errors: shown.map(refusalOf) });
    }
    const draft = {
      notes,
      devices: devices.map(({ id, body: { name, type, modelId } }) => ({
        ...{ id, name: String(name ?? ""), type: String(type ?? "") },
        modelId: typeof modelId === "string" ? modelId : null,
      })),
      advice: findings.slice(0, FINDINGS_MAX),
      adviceCount: findings.length,
    };
    const year = dayNamed(ask.circumstance.now, deps.utcOffsetMinutes).slice(0, 4);
    const record = await acceptances.add(ask.caller as Caller, unit.id, draft, year, ask.circumstance);
    return json(await recordOf(ask, record), 201, { Location: `/api/v1/units/${unit.id}/acceptances/${record.id}` });
  };

  const list: Route["handle"] = async (ask) => {
    const asked = readPageAsk(ask.url, "acceptance", []);
    if (!asked.ok) return asked.error;
    const unit = await unitOf(ask);
    if (unit === null) return notFound();
    const page = await acceptances.list(ask.view.tenant, unit.id, asked.value);
    const items = await Promise.all(page.items.map((one) => summaryOf(ask, one)));
    return pageAnswer(ask.url, "acceptance", items, page.next);
  };

  const read: Route["handle"] = async (ask) => {
    const unit = await unitOf(ask);
    const { acceptanceId = "" } = ask.params;
    const record =
      unit !== null && isRecordId(acceptanceId) ? await acceptances.find(ask.view.tenant, unit.id, acceptanceId) : null;
    if (record !== null) return json(await recordOf(ask, record));
    return unit === null ? notFound() : problem("not-found", "There is no such record of acceptance. 没有此验收记录。");
  };

  return [
    { method: "GET", path: "/api/v1/units/{id}/acceptance", handle: look },
    { method: "GET", path: RECORDS, handle: list },
    { method: "POST", path: RECORDS, handle: accept },
    { method: "GET", path: `${RECORDS}/{acceptanceId}`, handle: read },
  ];
};

/** What stands against it, as a refusal names it: by the record that has it. */
const refusalOf = ({ reason, requirement, deviceId, componentId, alarmId, zh, en }: AcceptanceFinding): Finding => {
  const [plural, id] =
    alarmId !== null
      ? ["alarms", alarmId]
      : componentId !== null
        ? ["components", componentId]
        : deviceId !== null
          ? ["devices", deviceId]
          : [null, null];
  return { path: plural === null ? "" : `/${plural}/${id}`, code: reason, clause: requirement, message: { zh, en } };
};
