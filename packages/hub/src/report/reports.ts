import type { TenantId } from "@dianan/model";
import { allOf, told, tryCommit } from "../ports/act.ts";
import type { Caller, Circumstance } from "../ports/caller.ts";
import { takeNumber } from "../ports/document-numbers.ts";
import type { JobLane } from "../ports/jobs.ts";
import type { ReportDraft, ReportRecipients, Reports, TargetBook } from "../ports/reports.ts";
import type { Write } from "../ports/write.ts";
import type { Deliveries } from "./deliveries.ts";
import type { Renderer } from "./renderer.ts";
import type { ReportAccess } from "./report-access.ts";
import type { ReportDeps } from "./report-deps.ts";
import {
  type ReportBody,
  type ReportItem,
  reportFaults,
  reportNumber,
  reportTitle,
  reportView,
  reportWrite,
} from "./report-item.ts";
import {
  collect,
  dropFiles,
  dropReport,
  faultOf,
  finished,
  keepWork,
  keptWork,
  makeFiles,
  shownWork,
} from "./report-job.ts";

export type ReportEngine = Reports & {
  /** Makes one for the hub itself, which sees the whole tenant. */
  addOwn(tenant: TenantId, draft: ReportDraft, at: Circumstance, deliverTo: ReportRecipients): Promise<void>;
  /** Goes on with what the hub itself had begun, and tells what others had begun as failed. */ resume(
    tenant: TenantId,
  ): Promise<void>;
};

/** As whom the hub makes scheduled reports. */
const hubCaller = (tenant: TenantId): Caller => ({
  ...{
    tenant,
    actor: "hub",
    name: "平台定时任务 scheduled",
    role: "",
    scope: {},
    scopes: null,
    by: "session",
    credential: "",
    factorAt: null,
  },
});

/** Reports and forms (报告报表): a job collects what is stored, a thread makes the files, which lie in the data folder. */
export const createReports = (
  deps: ReportDeps,
  targets: TargetBook,
  renderer: Renderer,
  lane: Pick<JobLane, "run" | "cancel">,
  reports: ReportAccess,
  deliveries: Pick<Deliveries, "whenMade" | "wasSent"> & { wake(tenant: TenantId): void },
): ReportEngine => {
  const { access, store, utcOffsetMinutes } = deps;
  const viewOf = (item: ReportItem) => reportView(item, utcOffsetMinutes);
  const isUnderWay = ({ body }: ReportItem): boolean => body.progress.state === "queued";
  const itemOf = async (who: Caller, id: string): Promise<ReportItem | null> =>
    reports.seen(who, await reports.find(who.tenant, id));

  /** Writes how a job ended, unless the report was deleted meanwhile. */
  const settle = async (
    tenant: TenantId,
    id: string,
    change: (body: ReportBody) => ReportBody,
    made: ReportBody["files"] = {},
    more: readonly Write[] = [],
  ): Promise<void> => {
    for (;;) {
      const item = (await access.item(tenant, "report", id)) as ReportItem | null;
      if (item === null) return dropReport(deps, tenant, id, made);
      const writes = [reportWrite(id, change(item.body), item.version), ...more];
      if ((await tryCommit(deps, tenant, writes)) === "done") return;
    }
  };
  const ended = (body: ReportBody, startedAt: ReportBody["createdAt"], error: keyof typeof reportFaults | null) => ({
    ...body,
    progress: {
      state: error === null ? ("done" as const) : ("failed" as const),
      ...{ doneItems: error === null ? 1 : 0, totalItems: 1, startedAt, finishedAt: deps.clock() },
      error: error === null ? null : reportFaults[error],
    },
  });

  const run = (who: Caller, id: string, draft: ReportDraft): void =>
    lane.run(id, async (signal) => {
      const startedAt = deps.clock();
      const { tenant } = who;
      try {
        const item = (await access.item(tenant, "report", id)) as ReportItem | null;
        if (item === null) return;
        const sight = reports.sightFor(who, draft.isUnmasked);
        const { items } = await targets.find(tenant, Number(draft.to.slice(0, 4)));
        const { work, missing } = await collect(deps, sight, draft, item.body, items);
        await keepWork(deps, tenant, id, work);
        const made = await makeFiles(deps, renderer, tenant, id, work, draft.formats);
        if (signal.aborted) return dropFiles(deps, tenant, made.files);
        const done = { files: made.files, missing: allMissing(missing, made.missing) };
        // That it goes to people is written with it: a hub that ends in between forgets neither.
        const { deliverTo } = item.body;
        const letters = deliverTo === undefined ? [] : await deliveries.whenMade(item, deliverTo);
        await settle(tenant, id, (body) => ({ ...ended(body, startedAt, null), ...done }), made.files, letters);
        if (letters.length > 0) deliveries.wake(tenant);
      } catch (error) {
        if (signal.aborted) return;
        deps.log(`report ${id}: ${String(error)} 报告生成失败`);
        await settle(tenant, id, (body) => ended(body, startedAt, faultOf(error)));
      }
    });

  const add = async (
    who: Caller,
    draft: ReportDraft,
    at: Circumstance,
    deliverTo?: ReportRecipients,
  ): Promise<ReportItem> => {
    const id = deps.nextId();
    const { purpose, ...rest } = draft;
    for (;;) {
      const year = draft.to.slice(0, 4);
      const { count, write } = await takeNumber(access, who.tenant, draft.kind, year);
      const number = reportNumber(draft.kind, year, count);
      const body: ReportBody = {
        ...{ ...rest, number, title: reportTitle(draft), state: "draft", advice: "", missing: [], files: {} },
        ...{ sentAt: null, sentTo: null, actor: who.actor, by: who.name, createdAt: at.now },
        progress: { state: "queued", doneItems: 0, totalItems: 1, startedAt: null, finishedAt: null, error: null },
        ...(deliverTo === undefined ? {} : { deliverTo }),
      };
      const what = `${draft.kind} ${draft.from} ${draft.to}${draft.isUnmasked ? ` unmasked ${purpose}` : ""}`;
      const outcome = await tryCommit(deps, who.tenant, [
        ...[write, reportWrite(id, body, 0)],
        told(who.actor === "hub" ? "hub" : who, "report.create", `report:${id}`, "done", at, what.slice(0, 500)),
      ]);
      if (outcome === "conflict") continue;
      run(who, id, draft);
      return {
        kind: "report",
        id,
        body: body as ReportItem["body"],
        lookup: null,
        expiresAt: null,
        tenant: who.tenant,
        version: 1,
      };
    }
  };

  return {
    add: async (who, draft, at) => viewOf(await add(who, draft, at)),
    addOwn: async (tenant, draft, at, deliverTo) => void (await add(hubCaller(tenant), draft, at, deliverTo)),
    list: async (who, { kind, unitId, regionCode }) => {
      const all = (await allOf(access, who.tenant, "report")) as readonly ReportItem[];
      const wanted = all.filter(
        ({ body }) =>
          (kind === null || body.kind === kind) &&
          (unitId === null || body.unitId === unitId) &&
          (regionCode === null || body.regionCode === regionCode),
      );
      const flags = await Promise.all(wanted.map(async (item) => (await reports.seen(who, item)) !== null));
      return wanted
        .filter((_, n) => flags[n])
        .map(viewOf)
        .reverse();
    },
    find: async (who, id) => {
      const item = await itemOf(who, id);
      return item === null ? null : viewOf(item);
    },
    change: async (who, id, version, change, at) => {
      const item = await itemOf(who, id);
      if (item === null) return "absent";
      if (item.version !== version) return "conflict";
      const { body } = item;
      const isDone = body.progress.state === "done";
      if (change.state !== undefined && !isDone) return "not-ready";
      const isEdited = change.advice !== undefined || change.reviewedBy !== undefined;
      if (isEdited && (body.state !== "draft" || !isDone)) return body.state === "draft" ? "not-ready" : "wrong-state";
      if (change.state === "final" && body.state !== "draft") return "wrong-state";
      if (change.state === "sent" && body.state !== "final") return "wrong-state";
      if (change.state !== "sent" && (change.sentTo !== undefined || change.sentAt !== undefined)) return "wrong-state";
      if (change.state === "sent" && change.sentTo === undefined) return "needs-recipient";
      let next: ReportBody = body;
      if (isEdited) {
        const advice = change.advice ?? body.advice;
        // What was reviewed is what stood there then.
        const before = change.advice === undefined ? (body.review ?? null) : null;
        const review = change.reviewedBy === undefined ? before : { by: change.reviewedBy, at: at.now };
        const work = finished(await keptWork(deps, who.tenant, id), { ...body, advice, review }, utcOffsetMinutes);
        const made = await makeFiles(deps, renderer, who.tenant, id, work, body.formats);
        next = { ...next, advice, review, files: made.files };
      }
      if (change.state !== undefined) next = { ...next, state: change.state };
      if (change.state === "sent") next = { ...next, sentAt: change.sentAt ?? at.now, sentTo: change.sentTo ?? "" };
      const audit = told(
        who,
        "report.change",
        `report:${id}`,
        "done",
        at,
        change.state ?? (change.reviewedBy === undefined ? "advice" : "review"),
      );
      const outcome = await tryCommit(deps, who.tenant, [reportWrite(id, next, item.version), audit]);
      if (next.files !== body.files)
        await dropFiles(deps, who.tenant, outcome === "conflict" ? next.files : body.files);
      return outcome === "conflict"
        ? "conflict"
        : viewOf({ ...item, body: next as ReportItem["body"], version: item.version + 1 });
    },
    remove: async (who, id, at) => {
      const item = await itemOf(who, id);
      if (item === null) return "absent";
      // What somebody was given stays.
      if (item.body.state !== "draft" || (await deliveries.wasSent(who.tenant, id))) return "wrong-state";
      const outcome = await tryCommit(deps, who.tenant, [
        // The version too: it may be made final right now.
        reportWrite(id, item.body, item.version),
        { kind: "dropItem", item: "report", id, must: true },
        told(who, "report.delete", `report:${id}`, "done", at, item.body.number),
      ]);
      if (outcome === "conflict") return "conflict";
      await lane.cancel(id);
      await dropReport(deps, who.tenant, id, item.body.files);
      return "done";
    },
    sheets: async (who, id) => {
      const item = await itemOf(who, id);
      if (item === null) return "absent";
      if (item.body.progress.state !== "done") return isUnderWay(item) ? "not-ready" : "no-such-file";
      return shownWork(finished(await keptWork(deps, who.tenant, id), item.body, utcOffsetMinutes));
    },
    open: async (who, id, format, at) => {
      const item = await itemOf(who, id);
      if (item === null) return "absent";
      const file = reports.file(item, format);
      if (file === null) return isUnderWay(item) ? "not-ready" : "no-such-file";
      await store.commit({
        tenant: who.tenant,
        writes: [told(who, "report.download", `report:${id}`, "done", at, format)],
      });
      return file;
    },
    resume: async (tenant) => {
      for (const item of (await allOf(access, tenant, "report")) as readonly ReportItem[]) {
        if (!isUnderWay(item)) continue;
        if (item.body.actor === "hub") run(hubCaller(tenant), item.id, { ...item.body, purpose: "" });
        else await settle(tenant, item.id, (body) => ended(body, body.createdAt, "interrupted"));
      }
    },
  };
};

/** What is missing, and characters that are not printed. */
const allMissing = (missing: readonly string[], characters: readonly string[]): readonly string[] =>
  [
    ...missing,
    ...(characters.length === 0 ? [] : [`字库缺字,以〓代替 not in the font: ${characters.slice(0, 50).join(" ")}`]),
  ]
    .map((text) => text.slice(0, 200))
    .slice(0, 100);
