import { isRecordId } from "@dianan/model";
import { type AcceptedDevice, acceptanceFindings } from "../core/acceptance.ts";
import { offsetTime } from "../core/offset-time.ts";
import type { PageQuery, StoredRecord } from "../ports/records.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { problem } from "./problem.ts";
import { LIMIT_MAX } from "./query.ts";
import { dayOf } from "./sheet-answers.ts";
import type { TenantView } from "./tenant-view.ts";

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

/** Whether a unit can be accepted (验收), EF-5.1, CP-4.1, with everything that stands against it. */
export const acceptanceRoutes = (deps: HttpDeps): readonly Route[] => {
  const { sheets, entries } = deps.registry;

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

  return [
    {
      method: "GET",
      path: "/api/v1/units/{id}/acceptance",
      handle: async ({ id, view, circumstance: { now } }) => {
        const unit = isRecordId(id) ? await view.stored("unit", id) : null;
        if (unit === null || unit === "foreign")
          return problem("not-found", "There is no unit with this id. 没有此 id 的单位。");
        const operator = await view.stored("operator", String(unit.body.operatorId));
        const hasOperator = operator !== null && operator !== "foreign";
        const openAlarms = (await allOf(view, "alarm", { unitId: id, state: "raised" })).map((one) => ({
          ...one,
          isTraced: (one.life?.advice ?? one.life?.rectification ?? null) !== null,
        }));
        const devices: AcceptedDevice[] = [];
        for (const device of await allOf(view, "device", { unitId: id })) devices.push(await factsOf(view, device));
        const today = dayOf(now, deps.utcOffsetMinutes);
        const findings = acceptanceFindings({ hasOperator, devices, openAlarms, today });
        const faulty = findings.filter(
          ({ reason, requirement }) =>
            (requirement === "EF-5.1" || requirement === "CP-4.1") && reason !== "openAlarm" && reason !== "noDevices",
        );
        return json({
          unitId: id,
          isReady: !findings.some(({ isBlocking }) => isBlocking),
          deviceFaults: new Set(faulty.map(({ deviceId }) => deviceId)).size,
          openAlarms: findings.filter(({ reason }) => reason === "openAlarm").length,
          hasOperator,
          findings: findings.slice(0, FINDINGS_MAX),
          checkedAt: offsetTime(now, deps.utcOffsetMinutes),
        });
      },
    },
  ];
};
