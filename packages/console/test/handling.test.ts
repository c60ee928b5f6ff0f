import { join } from "node:path";
import type { Device } from "@dianan/device";
import type { RunningHub } from "@dianan/hub";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, until } from "./browser.ts";
import { addressOf, componentStatus, link, putAlarms, seed } from "./page-hub.ts";
import { type Desk, openTeam, type Person, type Team } from "./people.ts";
import { describePage, openStage, type Stage, shots } from "./stage.ts";

let stage: Stage;
let hub: RunningHub;
let browser: Browser;
let team: Team;
let chen: Person;
let lin: Person;
let unitUser: Person;
let desk: Desk;
let page: Page;
const desks: Desk[] = [];
const devices: Device[] = [];

const openDesk = async (person: Person, fragment = "#/alarms"): Promise<Desk> => {
  const opened = await team.desk(browser, person, fragment);
  desks.push(opened);
  await until(
    () => opened.page.locator(".facts .state").innerText(),
    (state) => /实时|Live/.test(state),
    20_000,
  );
  return opened;
};
const raise = async (index: number): Promise<void> => {
  const device = link(hub, addressOf(index));
  devices.push(device);
  await device.send(componentStatus({ fire: true }, 17, "A 相剩余电流"));
};
const alarmOf = async (
  index: number,
): Promise<{ id: string; handling: { stage: string; acknowledgedBy?: { id: string } } }> =>
  until(
    async () => {
      const { items } = await team.ask(chen, "GET", `/api/v1/alarms?deviceId=dev-${addressOf(index)}&state=raised`);
      return (items as { id: string; evidence?: string; handling: { stage: string } }[]).filter(
        ({ evidence }) => evidence !== undefined,
      )[0] as never;
    },
    (found) => found !== undefined,
    15_000,
  );
const rowOf = (at: Page, id: string) => at.locator(`#row-${id}`);
const stateOf = (at: Page, id: string): Promise<string> => rowOf(at, id).locator(".c-state").innerText();

describePage(
  "duty officers deal with alarms, in real browsers at a real hub with simulated devices",
  { timeout: 60_000 },
  () => {
    beforeAll(async () => {
      stage = await openStage("handling");
      ({ hub, browser } = stage);
      await seed(hub, hub.firstKey ?? "", []);
      team = await openTeam(hub);
      chen = await team.invite("陈伟", "dutyOfficer");
      lin = await team.invite("林静", "dutyOfficer");
      unitUser = await team.invite("王磊", "unitUser", { units: ["unit-1"] });
      desk = await openDesk(chen);
      page = desk.page;
    }, 90_000);
    afterAll(async () => {
      await Promise.all(devices.map((device) => device.close()));
      await stage?.end();
    }, 30_000);

    test("EF-4.2: J, A acknowledges with the keyboard alone, and moves on to the next that nobody has", async () => {
      await raise(0);
      await raise(1);
      const [first, second] = [await alarmOf(0), await alarmOf(1)];
      await rowOf(page, first.id).waitFor();
      await rowOf(page, second.id).waitFor();
      await page.keyboard.press("j");
      const top = (await page.locator(".grid-row.is-active").getAttribute("id"))?.slice(4) ?? "";
      await page.keyboard.press("a");
      await until(
        () => stateOf(page, top),
        (said) => /^已确认[\s\S]*我/.test(said),
        10_000,
      );
      const next = (await page.locator(".grid-row.is-active").getAttribute("id"))?.slice(4);
      expect([top, next].sort()).toEqual([first.id, second.id].sort());
      // What was handled stays where it is: nothing moves under the hand.
      expect((await rowOf(page, top).boundingBox())?.y).toBeLessThan(
        (await rowOf(page, next ?? "").boundingBox())?.y ?? 0,
      );
      const hubSays = [await alarmOf(0), await alarmOf(1)].find(({ id }) => id === top);
      expect(hubSays?.handling).toMatchObject({ stage: "acknowledged", acknowledgedBy: { id: chen.id } });
      expect(await page.locator(".tally b").first().innerText()).toBe("1");
    });

    test("EF-4.2: two officers at once: both pages show who was first, and the second is told", async () => {
      const other = await openDesk(lin);
      // Nobody's hand is on either list, so that the new row comes at once.
      await page.keyboard.press("Escape");
      await page.mouse.move(5, 400);
      await raise(2);
      const { id } = await alarmOf(2);
      await Promise.all([page, other.page].map((one) => rowOf(one, id).locator(".ack").waitFor()));
      // Both press before either page can have heard of the other.
      await Promise.all([page, other.page].map((one) => rowOf(one, id).locator(".ack").click()));
      const { handling } = await until(
        () => alarmOf(2),
        (one) => one.handling.stage === "acknowledged",
        10_000,
      );
      const isChenFirst = handling.acknowledgedBy?.id === chen.id;
      const [first, second] = isChenFirst ? [page, other.page] : [other.page, page];
      await until(
        () => stateOf(first, id),
        (said) => /已确认[\s\S]*我/.test(said),
        10_000,
      );
      await until(
        () => stateOf(second, id),
        (said) => said.includes("已确认") && said.includes("*"),
        10_000,
      );
      await until(
        () => second.locator(".act-notice").innerText(),
        (said) => /已于 \d\d:\d\d:\d\d 先确认/.test(said),
        10_000,
      );
      expect(await first.locator(".act-notice p").count()).toBe(0);
      await second.locator(".act-notice button").click();
      expect(await second.locator(".act-notice p").count()).toBe(0);
      await other.context.close();
    });

    test("SEC-AZ-05: whoever may not acknowledge has no button for it, and foreign alarms are not there", async () => {
      await raise(7);
      const foreign = await alarmOf(0);
      const own = await alarmOf(7);
      const { page: theirs } = await openDesk(unitUser);
      await rowOf(theirs, own.id).locator(".ack").waitFor();
      expect(await rowOf(theirs, foreign.id).count()).toBe(0);
      await rowOf(theirs, own.id).click();
      expect(await theirs.locator(".act-shelve").count()).toBe(0);
    });

    test("EF-4.2: an act without the hub is pending, then said to be unknown, and done once when it is sent again", async () => {
      await page.keyboard.press("Escape");
      await page.mouse.move(5, 400);
      await raise(3);
      const { id } = await alarmOf(3);
      await rowOf(page, id).locator(".ack").waitFor();
      await desk.context.setOffline(true);
      await rowOf(page, id).locator(".ack").click();
      await until(
        () => stateOf(page, id),
        (said) => said.includes("结果不明"),
        15_000,
      );
      expect((await alarmOf(3)).handling.stage).toBe("unacknowledged");
      await desk.context.setOffline(false);
      await rowOf(page, id).locator(".ack").click();
      await until(
        () => stateOf(page, id),
        (said) => /已确认[\s\S]*我/.test(said),
        15_000,
      );
      const { items } = await team.ask(chen, "GET", `/api/v1/alarms/${id}/timeline`);
      expect((items as { kind: string }[]).filter(({ kind }) => kind === "acknowledged")).toHaveLength(1);
    });

    test("filters and a search are in the address, and what they hide is counted", async () => {
      await putAlarms(hub, hub.firstKey ?? "");
      await page.keyboard.press("Escape");
      await page.keyboard.press("/");
      await page.keyboard.type("养老院");
      await until(
        () => page.url(),
        (url) => url.includes(`find=${encodeURIComponent("养老院")}`),
        5_000,
      );
      await until(
        () => page.locator(".grid-row .c-place").allInnerTexts(),
        (places) => places.length > 0 && places.every((one) => one.includes("养老院")),
        5_000,
      );
      await page.locator(".find").fill("没有这样的单位");
      await until(
        () => page.locator(".picture").innerText(),
        (said) => /此筛选下没有告警（未确认的还有 /.test(said),
        5_000,
      );
      await page.locator(".picture button").click();
      await page.locator(".views button").nth(2).click();
      expect(page.url()).toMatch(/#\/alarms\?view=mine$/);
      await until(
        () => page.locator(".grid-row .c-state").allInnerTexts(),
        (states) => states.length > 0 && states.every((one) => one.includes("我")),
        5_000,
      );
      await page.screenshot({ path: join(shots, "1366-mine-zh-light.png") });
      await page.locator(".views button").nth(0).click();
      await page.screenshot({ path: join(shots, "1366-open-zh-light.png") });
      expect(await axeViolations(desk.context, page)).toEqual([]);
    });

    test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
      for (const { watch } of desks) expect(watch).toEqual({ outside: [], violations: [], errors: [] });
    });
  },
);
