import type { TenantId } from "@dianan/model";
import type { JobLane } from "../ports/jobs.ts";
import type { ReportDesk } from "../ports/reports.ts";
import { createRenderer } from "./renderer.ts";
import type { ReportDeps } from "./report-deps.ts";
import { createReports } from "./reports.ts";
import { createSchedules } from "./schedules.ts";
import { createTargets } from "./targets.ts";

export type OpenReports = {
  readonly desk: ReportDesk;
  /** Makes scheduled reports that are due. */ tick(tenants: readonly TenantId[]): Promise<void>;
  resume(tenants: readonly TenantId[]): Promise<void>;
  close(): Promise<void>;
};

/** Reports, their schedules and the targets of communities (报告报表), EF-4.3, RF-3 to RF-6, PL-1, PL-5. */
export const openReports = (deps: ReportDeps, lane: JobLane): OpenReports => {
  const renderer = createRenderer();
  const targets = createTargets(deps);
  const reports = createReports(deps, targets, renderer, lane);
  const schedules = createSchedules(deps, reports);
  return {
    desk: { reports, schedules, targets },
    tick: (tenants) => schedules.tick(tenants),
    resume: async (tenants) => {
      for (const tenant of tenants) await reports.resume(tenant);
    },
    close: async () => {
      await lane.close();
      renderer.close();
    },
  };
};
