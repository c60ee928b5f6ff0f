import type { TenantId } from "@dianan/model";
import type { JobLane } from "../ports/jobs.ts";
import type { ReportDesk } from "../ports/reports.ts";
import { createDeliveries } from "./deliveries.ts";
import type { PostOffice } from "./post-office.ts";
import { createPostman } from "./postman.ts";
import { createReminders } from "./reminders.ts";
import { createRenderer } from "./renderer.ts";
import { createReportAccess } from "./report-access.ts";
import type { ReportDeps } from "./report-deps.ts";
import { createReports } from "./reports.ts";
import { createSchedules } from "./schedules.ts";
import { createSheetMaker } from "./sheet-maker.ts";
import { createTargets } from "./targets.ts";
import { createWorkRecords } from "./work-records.ts";

export type OpenReports = {
  readonly desk: ReportDesk;
  /** From now on reports go to people; what waited for it goes now. */ connect(office: PostOffice): void;
  /** Makes scheduled reports that are due, reminds of forms, and sends what waits. */ tick(
    tenants: readonly TenantId[],
  ): Promise<void>;
  resume(tenants: readonly TenantId[]): Promise<void>;
  close(): Promise<void>;
};

/** Reports, their schedules and where they go, targets of communities, records of work (报告报表、运维记录), EF-4.3, EF-5.4, RF-3 to RF-6, PL-1, PL-5. */
export const openReports = (deps: ReportDeps, lane: JobLane): OpenReports => {
  let office: PostOffice | null = null;
  const officeNow = (): PostOffice | null => office;
  const renderer = createRenderer();
  const targets = createTargets(deps);
  const access = createReportAccess(deps);
  const reminders = createReminders(deps, officeNow);
  const postman = createPostman(deps, access, officeNow, reminders.isReturned);
  const deliveries = createDeliveries(deps, access, officeNow, postman.wake);
  const reports = createReports(deps, targets, renderer, lane, access, { ...deliveries, wake: postman.wake });
  const schedules = createSchedules(deps, reports);
  return {
    desk: {
      reports,
      deliveries: deliveries.api,
      reminders: reminders.api,
      schedules,
      targets,
      sheets: createSheetMaker(deps, renderer),
      workRecords: createWorkRecords(deps, renderer),
    },
    connect: (opened) => {
      office = opened;
    },
    tick: async (tenants) => {
      await schedules.tick(tenants);
      if (office === null) return;
      await reminders.tick(tenants);
      await postman.pass(tenants);
    },
    resume: async (tenants) => {
      for (const tenant of tenants) await reports.resume(tenant);
    },
    close: async () => {
      await postman.close();
      await lane.close();
      renderer.close();
    },
  };
};
