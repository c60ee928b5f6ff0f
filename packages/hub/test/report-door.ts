// Reports by a clock that the test sets, on the store of a real door.
import { join } from "node:path";
import type { Instant } from "@dianan/model";
import { expect } from "vitest";
import { createIdSupply } from "../src/core/uuid-v7.ts";
import { createTenantView } from "../src/http/tenant-view.ts";
import type { Caller, Circumstance } from "../src/ports/caller.ts";
import { openReports } from "../src/report/open-reports.ts";
import { createFileShelf } from "../src/transfer/file-shelf.ts";
import { createJobLane } from "../src/transfer/job-lane.ts";
import { type DoorCall, openDoorCall } from "./door-call.ts";
import { device, operator, unit } from "./http-fixture.ts";

export type OpenReports = ReturnType<typeof openReports>;
export type ReportDoor = {
  readonly door: DoorCall;
  /** What time it is. */ now: Instant;
  /** Opens reports; the door closes them. */ open(): OpenReports;
  /** They hang, and are closed by nobody. */ leave(reports: OpenReports): void;
  who(): Caller;
  at(): Circumstance;
  end(): Promise<void>;
};

/** Two units, `unit-0001` with a device and `unit-2` with none; it is noon of 5 March 2026. */
export const openReportDoor = async (): Promise<ReportDoor> => {
  const door = await openDoorCall();
  const opened: OpenReports[] = [];
  const own: ReportDoor = {
    door,
    now: Date.parse("2026-03-05T12:00:00+08:00") as Instant,
    open: () => {
      const { store, accessStore, registry } = door.deps;
      const clock = (): Instant => own.now;
      const reports = openReports(
        {
          ...{ store, registry, clock, access: accessStore, utcOffsetMinutes: 480, log: () => {} },
          shelf: createFileShelf(join(door.door.folder, "files")),
          sightOf: (who) => createTenantView(store, who),
          nextId: createIdSupply(clock, (bytes) => crypto.getRandomValues(bytes)),
        },
        createJobLane(),
      );
      opened.push(reports);
      return reports;
    },
    leave: (reports) => void opened.splice(opened.indexOf(reports), 1),
    who: () => ({
      ...{ tenant: door.deps.tenant, actor: "account:1", name: "示例", role: "dutyOfficer", scope: {}, scopes: null },
      ...{ by: "session", credential: "c", factorAt: null },
    }),
    at: () => ({ now: own.now, source: "", requestId: "" }),
    end: async () => {
      for (const one of opened) await one.close();
      await door.end();
    },
  };
  for (const [plural, items] of [
    ["operators", [operator]],
    ["units", [unit, { ...unit, id: "unit-2" }]],
    ["devices", [device]],
  ] as const)
    expect((await door.call("POST", `/api/v1/${plural}`, { items })).status).toBe(200);
  return own;
};
