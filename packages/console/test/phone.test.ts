import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, until } from "./browser.ts";
import { putAlarms, seed } from "./page-hub.ts";
import { type Desk, openTeam, type Team } from "./people.ts";
import { said } from "./screen.ts";
import { describePage, openStage, type Stage, shots, sizes } from "./stage.ts";

const ALARM = "partner-1";
let stage: Stage;
let team: Team;
let desk: Desk;
let page: Page;
const isLive = (): Promise<string> =>
  until(
    () => page.locator(".facts .state").innerText(),
    (state) => state === "实时",
    60_000,
  );
const handling = async (id: string): Promise<{ readonly [member: string]: unknown }> =>
  (await (
    await fetch(`${stage.hub.httpUrl}/api/v1/alarms/${id}`, {
      headers: { authorization: `Bearer ${stage.hub.firstKey}` },
    })
  ).json()) as { readonly [member: string]: unknown };
const keptPaths = (): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

describePage("the console as an app on a phone, in a real browser at a real hub", { timeout: 240_000 }, () => {
  beforeAll(async () => {
    stage = await openStage("phone");
    await seed(stage.hub, stage.hub.firstKey ?? "", []);
    await putAlarms(stage.hub, stage.hub.firstKey ?? "");
    team = await openTeam(stage.hub);
    desk = await team.desk(stage.browser, await team.invite("陈伟", "dutyOfficer"), "#/alarms", sizes[2]);
    page = desk.page;
    page.setDefaultTimeout(60_000);
    await isLive();
  }, 180_000);
  afterAll(() => stage?.end(), 30_000);

  test("EF-4.2: an alarm is acknowledged with one tap, on a target of 44 px, and opens nothing", async () => {
    const row = page.locator(`#row-${ALARM}`);
    const box = await row.locator(".ack").boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await row.locator(".ack").click();
    await until(
      () => row.locator(".c-state").innerText(),
      (state) => /已确认[\s\S]*我/.test(state),
      60_000,
    );
    expect((await handling(ALARM)).handling).toMatchObject({ stage: "acknowledged" });
    expect(await page.locator(".detail").count()).toBe(0);
  });

  test("EF-5.3: advice is written, then what was done with a photo of the place", async () => {
    await page.goto(`${stage.hub.httpUrl}/#/alarms/${ALARM}`);
    await page.locator(".act-advise").click();
    const advice = page.locator(".form-advise");
    await advice.locator(".is-main").click();
    await advice.locator(".problem").waitFor();
    await advice.locator("textarea").fill("检查 5 回路末端线缆绝缘");
    await advice.locator("input[type=file]").setInputFiles({
      name: "现场.png",
      mimeType: "image/png",
      buffer: readFileSync(join(import.meta.dirname, "../../../docs/images/console-phone.png")),
    });
    await advice.locator(".is-main").click();
    await advice.waitFor({ state: "detached" });
    const { handling: now } = await handling(ALARM);
    expect(now).toMatchObject({ advice: { text: "检查 5 回路末端线缆绝缘" } });
    await until(
      () => page.locator(".detail .files").innerText(),
      (text) => text.includes("现场"),
      60_000,
    );
    await page.screenshot({ path: join(shots, "390-advised-zh-light.png") });
    expect(await axeViolations(desk.context, page)).toEqual([]);
  });

  test("the page can be installed: a manifest with icons of its own, and a worker that the policy allows", async () => {
    const href = await page.locator("link[rel=manifest]").getAttribute("href");
    const response = await fetch(`${stage.hub.httpUrl}${href}`);
    expect(response.headers.get("content-type")).toMatch(/^application\/manifest\+json/);
    const manifest = (await response.json()) as { start_url: string; icons: { src: string; sizes: string }[] };
    expect(manifest.start_url).toBe("/#/alarms");
    expect(manifest.icons.map(({ sizes: size }) => size)).toEqual(["any", "192x192", "512x512"]);
    for (const { src } of manifest.icons) expect((await fetch(`${stage.hub.httpUrl}${src}`)).status).toBe(200);
    const session = await desk.context.newCDPSession(page);
    const { errors } = await session.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // A context without a profile is a private window, in which Chromium installs nothing.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((one) => one !== "in-incognito")).toEqual([]);
  });

  test("EF-4.4.1: without a network the app opens, says that it sees nothing, and shows nothing of before", async () => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const kept = await until(keptPaths, (paths) => paths.length > 20, 60_000);
    expect(kept.filter((path) => !/^\/(assets\/.*|mark.*|manifest\.webmanifest|)$/.test(path))).toEqual([]);
    await page.locator(".act-comment").click();
    await page.locator(".form-comment textarea").fill("断网前写下的");
    await desk.context.setOffline(true);
    await page.reload();
    await page.locator(".picture.is-problem").first().waitFor();
    expect(await page.locator("main").innerText()).toMatch(/连不上平台[\s\S]*看不到任何告警/);
    expect(await page.locator(".grid-row").count()).toBe(0);
    expect(await page.locator(".tally b").first().innerText()).toBe("—");
    await page.screenshot({ path: join(shots, "390-offline-zh-light.png") });
    expect(await axeViolations(desk.context, page)).toEqual([]);
    // A screen that was never opened is there too.
    await page.evaluate(() => {
      location.hash = "#/units";
    });
    await until(
      () => page.locator("main").innerText(),
      (text) => /连不上平台/.test(text),
      60_000,
    );
    await page.goBack();
  });

  test("EF-5.3: what was typed is there when the network is back, and no answer of the hub was ever kept", async () => {
    await desk.context.setOffline(false);
    await isLive();
    await page.locator(".act-comment").click();
    expect(await page.locator(".form-comment textarea").inputValue()).toBe("断网前写下的");
    expect((await keptPaths()).filter((path) => path.startsWith("/api/"))).toEqual([]);
    await page.locator(".form-comment .is-main").click();
    await page.locator(".form-comment").waitFor({ state: "detached" });
  });

  const pile = (): Promise<string> => page.locator(".unsent").innerText();
  const comments = async (text: string): Promise<readonly { readonly files?: readonly unknown[] }[]> => {
    const path = `${stage.hub.httpUrl}/api/v1/alarms/${ALARM}/timeline?limit=500`;
    const answer = await fetch(path, { headers: { authorization: `Bearer ${stage.hub.firstKey}` } });
    const { items } = (await answer.json()) as { items: readonly { note?: string; files?: readonly unknown[] }[] };
    return items.filter((one) => JSON.stringify(one).includes(text));
  };
  const go = (fragment: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
  const addPhoto = (name: string): Promise<void> =>
    page.locator(".form-comment input[type=file]").setInputFiles({
      ...{ name, mimeType: "image/png" },
      buffer: readFileSync(join(import.meta.dirname, "../../../docs/images/console-phone.png")),
    });

  test("EF-5.3: a photo that was not sent outlives a reload with its text, is shown as unsent, and may be taken out", async () => {
    await page.locator(".act-comment").click();
    await page.locator(".form-comment textarea").fill("末端线缆已更换");
    await addPhoto("配电箱.png");
    await page.locator(".unsent li.is-draft").waitFor();
    await addPhoto("错的.png");
    await until(pile, (text) => text.includes("照片 2 张"), 60_000);
    await page.reload();
    await isLive();
    // A detail is over the whole screen; the list has it above.
    await go("#/alarms");
    await page.locator(".unsent li.is-draft").waitFor();
    expect(await pile()).toMatch(/未发出 1 条[\s\S]*末端线缆已更换/);
    expect(await axeViolations(desk.context, page)).toEqual([]);
    await page.screenshot({ path: join(shots, "390-unsent-zh-light.png") });
    await page.locator(".unsent a").click();
    await page.locator(".act-comment").click();
    await page.locator(".form-comment .plain-rows li").nth(1).locator("button").click();
    expect(await page.locator(".form-comment textarea").inputValue()).toBe("末端线缆已更换");
    await until(pile, (text) => text.includes("照片 1 张"), 60_000);
  });

  test("EF-5.3: sent without a network it waits, over a reload too; with the network back it goes once, and nothing is left", async () => {
    await desk.context.setOffline(true);
    await page.locator(".form-comment .is-main").click();
    await page.locator(".unsent li.is-wanted").waitFor();
    await said(page, ".form-comment", /恢复连接后自动发送/);
    expect(await comments("末端线缆已更换")).toEqual([]);
    await page.reload();
    await page.locator(".picture.is-problem").first().waitFor();
    await desk.context.setOffline(false);
    await isLive();
    const sent = await until(
      () => comments("末端线缆已更换"),
      (list) => list.length > 0,
      60_000,
    );
    await page.locator(".unsent").waitFor({ state: "detached" });
    expect(sent.map(({ files }) => files?.length)).toEqual([1]);
    expect(await comments("末端线缆已更换")).toHaveLength(1);
  });

  test("EF-5.3: what is thrown away is gone after a second press, and never sent", async () => {
    await page.locator(".act-comment").click();
    await page.locator(".form-comment textarea").fill("不发了");
    await addPhoto("不发.png");
    await page.locator(".unsent li.is-draft").waitFor();
    await go("#/alarms");
    await page.locator(".unsent .drop").click();
    expect(await page.locator(".unsent li").count()).toBe(1);
    await page.locator(".unsent .drop").click();
    await page.locator(".unsent").waitFor({ state: "detached" });
    await page.reload();
    await isLive();
    expect(await page.locator(".unsent").count()).toBe(0);
    expect(await comments("不发了")).toEqual([]);
  });

  test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
    expect(desk.watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});
