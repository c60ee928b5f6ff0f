import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerMany } from "../bench/list-load.ts";
import { longDay } from "../bench/long-day.ts";
import { until } from "./browser.ts";
import { seed } from "./page-hub.ts";
import { type Desk, openTeam } from "./people.ts";
import { describePage, openStage, type Stage } from "./stage.ts";

/** Simulated hours of 5 events/s; the long tier runs 8. */
const HOURS = Number(process.env.DIANAN_CONSOLE_HOURS ?? "0.05");
const EVENTS = Math.round(HOURS * 3_600 * 5);
const UNITS = 200;
const GROWTH_MAX = 5 * 1_048_576;

let stage: Stage;
let desk: Desk;
let session: CDPSession;

describePage("a long day of the alarm list", { timeout: 180_000 + EVENTS * 40 }, () => {
  beforeAll(async () => {
    stage = await openStage("long-day");
    const { hub, browser } = stage;
    await seed(hub, hub.firstKey ?? "", []);
    await registerMany(hub, UNITS);
    const team = await openTeam(hub);
    desk = await team.desk(browser, await team.invite("陈伟", "dutyOfficer"), "#/alarms");
    session = await desk.context.newCDPSession(desk.page);
    await until(
      () => desk.page.locator(".facts .state").innerText(),
      (state) => state === "实时",
      60_000,
    );
  }, 180_000);
  afterAll(() => stage?.end(), 30_000);

  test("EF-4.1: what a page asks for when it opens is counted: each file once, each list once, and one stream", async () => {
    const asked: string[] = [];
    desk.page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await desk.page.reload();
    await until(
      () => desk.page.locator(".facts .state").innerText(),
      (state) => state === "实时",
      60_000,
    );
    const files = asked.filter((one) => one.startsWith("GET /assets/"));
    expect(new Set(files).size).toBe(files.length);
    expect(asked.filter((one) => one === "GET /api/v1/events")).toHaveLength(1);
    // Raised ones, and cleared ones at three stages.
    expect(asked.filter((one) => one === "GET /api/v1/alarms")).toHaveLength(4);
    expect(asked.filter((one) => one === "GET /api/v1/units")).toHaveLength(1);
    expect(asked.length).toBeLessThanOrEqual(40);
  });

  test("EF-4.1: hours of 5 events/s leave the heap flat, and no row is lost or doubled", async () => {
    const { hub } = stage;
    const day = await longDay(
      hub,
      { page: desk.page, session },
      { events: EVENTS, units: UNITS, from: 0, timeoutMs: 120_000 },
    );
    const [before, after] = [day.heapBefore, day.heapAfter].map((bytes) => (bytes / 1_048_576).toFixed(1));
    console.log(`console day: ${EVENTS} events, heap ${before} to ${after} MB`);
    expect([day.lost, day.doubled]).toEqual([0, 0]);
    expect(day.heapAfter - day.heapBefore).toBeLessThan(GROWTH_MAX);
    // As few elements as are visible, whatever came by.
    expect(await desk.page.locator(".grid-row").count()).toBeLessThan(60);
    expect(desk.watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});
