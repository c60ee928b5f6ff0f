import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningHub } from "@dianan/hub";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerMany, sendAlarms } from "../bench/list-load.ts";
import { openBrowser, until, watchPage } from "./browser.ts";
import { buildPage } from "./build-page.ts";
import { gone, type HubSays, startHubChild } from "./hub-child.ts";
import { seed } from "./page-hub.ts";
import { type Desk, openTeam, type Person, type Team } from "./people.ts";
import { describePage } from "./stage.ts";

const UNITS = 100;
const dataDir = mkdtempSync(join(tmpdir(), "dianan-live-list-"));
let consoleDir: string;
let browser: Browser;
let child: ChildProcess;
let hub: HubSays;
let team: Team;
let chen: Person;
let desk: Desk;
let page: Page;
const watches: Desk["watch"][] = [];

const isLive = (at: Page, ms = 60_000): Promise<string> =>
  until(
    () => at.locator(".facts .state").innerText(),
    (state) => state === "实时",
    ms,
  );
const streamsAtHub = async (): Promise<number> => {
  const response = await fetch(`${hub.httpUrl}/metrics`, { headers: { authorization: `Bearer ${hub.firstKey}` } });
  return Number(/^dianan_http_streams (\d+)$/m.exec(await response.text())?.[1]);
};
const row = (at: Page, n: number) => at.locator(`#row-load-${n}`);

describePage("the list while much happens, at a hub that is a process of its own", { timeout: 240_000 }, () => {
  beforeAll(async () => {
    [consoleDir, browser] = await Promise.all([buildPage(), openBrowser()]);
    [child, hub] = await startHubChild(dataDir, consoleDir, 0);
    await seed(hub as RunningHub, hub.firstKey ?? "", []);
    await registerMany(hub, UNITS);
    team = await openTeam(hub as RunningHub);
    chen = await team.invite("陈伟", "dutyOfficer");
    await sendAlarms(hub, 0, 60, UNITS);
    desk = await team.desk(browser, chen, "#/alarms");
    page = desk.page;
    watches.push(desk.watch);
    await isLive(page);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    child?.removeAllListeners("exit");
    child?.kill("SIGKILL");
    if (child !== undefined) await gone(child);
    for (const folder of [dataDir, consoleDir]) rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test("EF-4.1: an event out of sight writes no row, and one at the top writes each row that is there once", async () => {
    await page.locator(".grid-row").first().waitFor();
    await page.evaluate(() => {
      const written = { rows: 0, of: new Set<Node>() };
      Object.assign(window, { written });
      const look = (changes: readonly MutationRecord[]): void => {
        for (const { target } of changes) {
          if (!(target as Element).classList.contains("grid-row")) continue;
          written.rows += 1;
          written.of.add(target);
        }
      };
      const body = document.querySelector(".alarm-grid .grid-body") as Element;
      const attributeFilter = ["style", "aria-rowindex", "id", "aria-selected"];
      new MutationObserver(look).observe(body, { subtree: true, attributes: true, attributeFilter });
    });
    const taken = async (): Promise<{ rows: number; of: number }> => {
      const { rows, of } = await page.evaluate(() => {
        const { written } = window as unknown as { written: { rows: number; of: Set<Node> } };
        const told = { rows: written.rows, of: written.of.size };
        written.rows = 0;
        written.of.clear();
        return told;
      });
      return { rows, of };
    };
    const countOf = async (): Promise<number> =>
      Number(await page.locator(".alarm-grid").getAttribute("aria-rowcount"));
    const before = await countOf();
    const inPage = await page.locator(".grid-row").count();
    await taken();
    // Every fifth is of the class that stands below all the others: nobody sees that far down.
    for (let n = 0; n < 5; n += 1) await sendAlarms(hub, 800_004 + n * 5, 1, UNITS);
    await until(countOf, (rows) => rows === before + 5, 60_000);
    expect(await taken()).toEqual({ rows: 0, of: 0 });
    await sendAlarms(hub, 800_000, 1, UNITS);
    await row(page, 800_000).waitFor({ timeout: 60_000 });
    // Its place and its number: the rows are moved, none is made anew but the one that came.
    const top = await taken();
    expect([top.rows <= inPage * 2, top.of <= inPage, top.rows > 0]).toEqual([true, true, true]);
  });

  test("nothing moves under the hand: 1,500 events, rows coming and leaving above, and the held rows keep their place in every frame", async () => {
    await page.locator(".grid-row").first().waitFor();
    for (let n = 0; n < 6; n += 1) await page.keyboard.press("j");
    const id = (await page.locator(".grid-row.is-active").getAttribute("id")) ?? "";
    await page.evaluate(() => {
      const tops = new Map<string, Set<number>>();
      const frames = { count: 0 };
      Object.assign(window, { tops, frames });
      // Only what is seen is held: rows kept ready below the edge are not.
      const edge = document.querySelector(".alarm-grid")?.getBoundingClientRect().bottom ?? 0;
      for (const one of document.querySelectorAll(".grid-row")) {
        const { top, bottom } = one.getBoundingClientRect();
        if (bottom <= edge) tops.set(one.id, new Set([top]));
      }
      const look = (): void => {
        frames.count += 1;
        // A held row that is gone from the page has moved as well.
        for (const [key, at] of tops) at.add(document.getElementById(key)?.getBoundingClientRect().top ?? Number.NaN);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    let next = 1_000;
    for (let step = 0; step < 25; step += 1) {
      // What comes stands above; of what was there, the selected one and those above it too, five at a time are over.
      await sendAlarms(hub, next, 55, UNITS);
      if (step < 12) await sendAlarms(hub, step * 5, 5, UNITS, "cleared");
      else await sendAlarms(hub, next - 500, 5, UNITS, "cleared");
      next += 55;
      // A hand that has not moved for a minute is none: this one is still there.
      await page.mouse.move(400 + step, 300);
    }
    await until(
      async () => Number(/\d[\d,]*/.exec(await page.locator(".new-above").innerText())?.[0].replace(",", "")),
      (count) => count > 500,
      60_000,
    );
    const { frames, places, count } = await page.evaluate(() => {
      const { tops, frames: all } = window as unknown as { tops: Map<string, Set<number>>; frames: { count: number } };
      return { frames: all.count, places: [...tops].map(([, at]) => at.size), count: tops.size };
    });
    expect(frames).toBeGreaterThan(20);
    expect(count).toBeGreaterThan(6);
    expect(places.every((one) => one === 1)).toBe(true);
    expect(await page.locator(".grid-row.is-active").getAttribute("id")).toBe(id);
    expect(await page.locator(".grid-row.is-ghost").count()).toBeGreaterThan(0);
    // A ghost is left by moving on: the list catches up.
    await page.locator(".new-above").click();
    await until(
      () => page.locator(".grid-row.is-ghost").count(),
      (ghosts) => ghosts === 0,
      30_000,
    );
    await page.keyboard.press("Escape");
    await page.mouse.move(5, 400);
  });

  test("seven tabs of one browser read one stream; when the reader closes, the next goes on without a gap", async () => {
    const tabs = [page];
    for (let n = 1; n < 7; n += 1) {
      const tab = await desk.context.newPage();
      watches.push(await watchPage(tab, hub.httpUrl));
      await tab.goto(`${hub.httpUrl}/#/alarms`);
      await isLive(tab);
      tabs.push(tab);
    }
    await until(streamsAtHub, (streams) => streams === 1, 60_000);
    await sendAlarms(hub, 900_000, 1, UNITS);
    for (const tab of tabs) await row(tab, 900_000).waitFor({ timeout: 60_000 });
    // The first has the lock: it is the one that goes.
    await page.close();
    await sendAlarms(hub, 900_005, 1, UNITS);
    for (const tab of tabs.slice(1)) await row(tab, 900_005).waitFor({ timeout: 60_000 });
    await until(streamsAtHub, (streams) => streams === 1, 60_000);
    // An act in one is seen in all: what somebody has leaves the top, unless it stands under the hand.
    await tabs[1]?.locator("#row-load-900005 .ack").click();
    await until(
      () =>
        row(tabs[1] as Page, 900_005)
          .locator(".c-state")
          .innerText(),
      (state) => /已确认/.test(state),
      60_000,
    );
    for (const tab of tabs.slice(2)) await row(tab, 900_005).waitFor({ state: "detached", timeout: 60_000 });
    for (const tab of tabs.slice(2)) await tab.close();
    page = tabs[1] as Page;
    await page.mouse.move(5, 400);
    await isLive(page);
  });

  test("a hub that hangs is shown as silent, one that is killed and comes back is live again, and an act under way is done once", async () => {
    await sendAlarms(hub, 910_000, 1, UNITS);
    await row(page, 910_000).locator(".ack").waitFor({ timeout: 60_000 });
    child.kill("SIGSTOP");
    await row(page, 910_000).locator(".ack").click();
    await page.locator(".stale-bar p").waitFor({ timeout: 60_000 });
    expect(await page.locator(".stale-bar").innerText()).toMatch(/数据已中断 00:00:\d\d，列表停在 \d\d:\d\d:\d\d/);
    await until(
      () => row(page, 910_000).locator(".c-state").innerText(),
      (state) => /结果不明/.test(state),
      60_000,
    );
    child.removeAllListeners("exit");
    child.kill("SIGKILL");
    await gone(child);
    [child, hub] = await startHubChild(dataDir, consoleDir, hub.httpPort).then(
      ([next, says]) => [next, { ...says, firstKey: hub.firstKey }] as const,
    );
    await isLive(page, 120_000);
    expect(await page.locator(".stale-bar p").count()).toBe(0);
    const state = await row(page, 910_000).locator(".c-state").innerText();
    if (!/已确认/.test(state)) await row(page, 910_000).locator(".ack").click();
    await until(
      () => row(page, 910_000).locator(".c-state").innerText(),
      (said) => /已确认[\s\S]*我/.test(said),
      60_000,
    );
    const { items } = await team.ask(chen, "GET", "/api/v1/alarms/load-910000/timeline");
    expect((items as { kind: string }[]).filter(({ kind }) => kind === "acknowledged")).toHaveLength(1);
    // No hand is on the list, so that what is new comes at once.
    await page.keyboard.press("Escape");
    await page.mouse.move(5, 400);
    await sendAlarms(hub, 910_005, 1, UNITS);
    await row(page, 910_005).waitFor({ timeout: 60_000 });
  });

  test("SEC-USR-06: a session that ends asks again in every tab, over a list that stays readable, and nobody reads on", async () => {
    const other = await desk.context.newPage();
    await other.goto(`${hub.httpUrl}/#/alarms`);
    await isLive(other);
    await page.evaluate(() => fetch("/api/v1/session", { method: "DELETE" }));
    for (const tab of [page, other]) await tab.locator("dialog[open]").waitFor({ timeout: 60_000 });
    expect(await page.locator("dialog").innerText()).toContain("会话已结束");
    expect(await page.locator(".grid-row").count()).toBeGreaterThan(0);
    await until(streamsAtHub, (streams) => streams === 0, 60_000);
  });

  test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
    for (const watch of watches) expect(watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});
