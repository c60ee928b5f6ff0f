import type { Instant, TenantId } from "@dianan/model";
import { nextRun, periodBefore, periodSoFar } from "../core/report-days.ts";
import type { AccessItem } from "../ports/access-store.ts";
import { allOf, told, tryCommit } from "../ports/act.ts";
import type { Circumstance } from "../ports/caller.ts";
import type { JsonObject } from "../ports/records.ts";
import type { ReportDraft, ReportSchedule, ReportScheduleDraft, ReportSchedules } from "../ports/reports.ts";
import { allRecords } from "./all-records.ts";
import type { ReportDeps } from "./report-deps.ts";
import type { ReportEngine } from "./reports.ts";

/** One that was made before contacts could be named has none. */
type Body = Omit<ReportScheduleDraft, "contactIds"> & {
  readonly contactIds?: readonly string[];
  readonly nextAt: number;
};
type Item = AccessItem & { readonly body: Body & JsonObject };

const scheduleOf = ({ id, body, version }: Item): ReportSchedule => ({
  ...body,
  contactIds: body.contactIds ?? [],
  id,
  nextAt: body.nextAt as Instant,
  version,
});

export type ScheduleEngine = ReportSchedules & {
  /** Makes what is due. */ tick(tenants: readonly TenantId[]): Promise<void>;
};

/** Kinds that are of one unit each. */
const ofUnits: readonly string[] = ["monitoring", "advice", "acceptance"];

/** Reports that are made again and again (定期报告). What fell due while the hub was down is made once when it is up again. */
export const createSchedules = (deps: ReportDeps, reports: Pick<ReportEngine, "addOwn">): ScheduleEngine => {
  const { access, clock, utcOffsetMinutes } = deps;
  const itemOf = (id: string, body: Body, ifVersion: number) => ({
    kind: "item" as const,
    item: { kind: "reportSchedule" as const, id, body: body as Body & JsonObject, lookup: null, expiresAt: null },
    ifVersion,
  });

  const draftsOf = async (
    tenant: TenantId,
    { kind, period, unitIds, nextAt }: Body,
  ): Promise<readonly ReportDraft[]> => {
    // A form says how things stand; what happened is told of a period that is over.
    const isForm = kind.startsWith("rf");
    const span = (isForm ? periodSoFar : periodBefore)(period, nextAt, utcOffsetMinutes);
    const draft: ReportDraft = {
      ...{
        kind,
        ...span,
        unitId: null,
        regionCode: null,
        formats: ["pdf", "xlsx"],
        language: "zh",
        isUnmasked: false,
        purpose: "",
      },
    };
    if (!ofUnits.includes(kind)) return [draft];
    if (unitIds !== null) return unitIds.map((unitId) => ({ ...draft, unitId }));
    const sight = deps.sightOf({ tenant, scope: {}, by: "session", scopes: null });
    const drafts: ReportDraft[] = [];
    for await (const { id } of allRecords(sight, "unit")) drafts.push({ ...draft, unitId: id });
    return drafts;
  };

  const runDue = async (tenant: TenantId, item: Item): Promise<void> => {
    const now = clock();
    const at: Circumstance = { now, source: "", requestId: "" };
    const { body } = item;
    // Its next time is taken first: a hub that ends in between makes some of them not at all rather than each of them twice.
    const next = { ...body, nextAt: nextRun(body.period, body.dayOfPeriod, now, utcOffsetMinutes) };
    if ((await tryCommit(deps, tenant, [itemOf(item.id, next, item.version)])) === "conflict") return;
    const to = { accountIds: body.recipients, contactIds: body.contactIds ?? [] };
    for (const draft of await draftsOf(tenant, body)) await reports.addOwn(tenant, draft, at, to);
  };

  return {
    add: async (who, draft, at) => {
      const id = deps.nextId();
      const body: Body = { ...draft, nextAt: nextRun(draft.period, draft.dayOfPeriod, at.now, utcOffsetMinutes) };
      const audit = told(
        who,
        "reportSchedule.create",
        `reportSchedule:${id}`,
        "done",
        at,
        `${draft.kind} ${draft.period}`,
      );
      await deps.store.commit({ tenant: who.tenant, writes: [itemOf(id, body, 0), audit] });
      return { ...draft, id, nextAt: body.nextAt as Instant, version: 1 };
    },
    list: async (tenant) =>
      ((await allOf(access, tenant, "reportSchedule")) as readonly Item[]).map(scheduleOf).reverse(),
    remove: async (who, id, at) => {
      const item = await access.item(who.tenant, "reportSchedule", id);
      if (item === null) return "absent";
      const outcome = await tryCommit(deps, who.tenant, [
        { kind: "dropItem", item: "reportSchedule", id, must: true },
        told(who, "reportSchedule.delete", `reportSchedule:${id}`, "done", at),
      ]);
      return outcome === "conflict" ? "absent" : "done";
    },
    tick: async (tenants) => {
      for (const tenant of tenants)
        for (const item of (await allOf(access, tenant, "reportSchedule")) as readonly Item[])
          if (item.body.nextAt <= clock()) await runDue(tenant, item);
    },
  };
};
