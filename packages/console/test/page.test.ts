import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Device } from "@dianan/device";
import type { RunningHub } from "@dianan/hub";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, until, type Watch, watchPage } from "./browser.ts";
import { addressOf, componentStatus, hostile, link, putAlarms, seed } from "./page-hub.ts";
import { describePage, openStage, type Stage, shots, sizes } from "./stage.ts";

let stage: Stage;
let hub: RunningHub;
let key: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let watch: Watch;
const devices: Device[] = [];
const RESIDUAL = 17;
const TEMPERATURE = 18;

const violationsOf = (): Promise<readonly string[]> => axeViolations(context, page);

const text = (selector: string): Promise<string> => page.locator(selector).first().innerText();

/** Alarms in the list, also those that are scrolled away and so are no elements. */
const rowCount = async (): Promise<number> =>
  Number(await page.locator(".alarm-grid").getAttribute("aria-rowcount", { timeout: 5_000 })) - 1;

describePage("the console in a real browser against a real hub with simulated devices", () => {
  beforeAll(async () => {
    rmSync(shots, { recursive: true, force: true });
    stage = await openStage("console");
    ({ hub, browser } = stage);
    key = hub.firstKey ?? "";
    context = await browser.newContext({ viewport: sizes[0], colorScheme: "light" });
    page = await context.newPage();
    watch = await watchPage(page, hub.httpUrl);
  }, 60_000);

  afterAll(async () => {
    await Promise.all(devices.map((device) => device.close()));
    await stage?.end();
  }, 30_000);

  test("SEC-USR-01: a wrong key is refused in words, and nothing is shown before the sign-in", async () => {
    await page.goto(`${hub.httpUrl}/`);
    await page.locator("dialog[open]").waitFor();
    await until(
      () => text("dialog h2"),
      (title) => title === "首次设置：创建安全管理员",
      5_000,
    );
    await page.locator(".to-key").click();
    expect(await text("dialog h2")).toBe("用 API 密钥登录");
    await page.locator("#api-key").fill("da_this-is-no-key");
    await page.locator("dialog .is-main").click();
    await until(
      () => text("#sign-in-problem"),
      (said) => said.includes("请先登录"),
      5_000,
    );
    expect(await violationsOf()).toEqual([]);
  });

  test("SEC-USR-06: a sign-in link is traded once, its code leaves the address at once, and empty is said to be healthy", async () => {
    await page.goto("about:blank");
    await page.goto(`${hub.httpUrl}/#code=${hub.signInCode}`);
    await until(
      () => text(".facts .state"),
      (state) => state === "实时",
      10_000,
    );
    expect(page.url()).toBe(`${hub.httpUrl}/#/alarms`);
    expect(await page.evaluate(() => document.cookie)).toBe("");
    expect(await text(".picture")).toMatch(/没有未关闭的告警[\s\S]*最近一次心跳/);
    const again = await browser.newContext();
    const other = await again.newPage();
    await other.goto(`${hub.httpUrl}/#code=${hub.signInCode}`);
    await until(
      () => other.locator("dialog").innerText(),
      (said) => said.includes("登录链接无效"),
      10_000,
    );
    await again.close();
  });

  test("EF-4.4.1: a device's alarm is on the screen within 15 s of the frame, with its latency", async () => {
    await seed(hub, key);
    const device = link(hub, addressOf(0));
    devices.push(device);
    const sentAt = performance.now();
    await device.send(componentStatus({ fire: true }, RESIDUAL, "A 相剩余电流"));
    await page.locator(".alarm-grid .grid-row").first().waitFor({ timeout: 15_000 });
    expect(performance.now() - sentAt).toBeLessThan(15_000);
    expect(await text(".grid-row .c-class")).toBe("报警");
    expect(await text(".grid-row .c-what")).toBe("剩余电流报警");
    expect(await text(".grid-row .c-place")).toContain("灵水制衣厂");
    await until(
      () => text(".grid-row .c-late"),
      (late) => /^\d+\.\d s$/.test(late),
      5_000,
    );
    await until(
      () => text(".facts .latency"),
      (late) => /p99 \d/.test(late),
      5_000,
    );
    expect(await text(".tally b")).toBe("1");
  });

  test("EF-3.1: an alarm of an unregistered device is its own section, never hidden", async () => {
    const stranger = link(hub, 77_001);
    devices.push(stranger);
    await stranger.send(componentStatus({ fire: true }, 40, "未登记的感烟探测器"));
    await until(
      () => page.locator(".unclaimed li").count(),
      (rows) => rows === 1,
      15_000,
    );
    expect(await text(".unclaimed")).toMatch(/1 台未登记设备发来 1 条告警[\s\S]*烟雾报警[\s\S]*gb26875 地址 77001/);
  });

  test("SEC-USR-13: hostile text is shown as text", async () => {
    for (const index of [11, 12, 13]) {
      const device = link(hub, addressOf(index));
      devices.push(device);
      await device.send(componentStatus({ fault: true }, TEMPERATURE, "<b>注入</b>"));
    }
    await until(rowCount, (rows) => rows === 4, 10_000);
    const places = await page.locator(".grid-row .c-place").allInnerTexts();
    expect(places.some((one) => one.includes(hostile.markup))).toBe(true);
    expect(places.some((one) => one.includes("配电箱[U+202E]txt.exe"))).toBe(true);
    expect(await page.locator(".grid-row img, .grid-row script").count()).toBe(0);
    expect(await page.title()).toBe("(1) 告警 · 电安");
  });

  test("EF-4.1: alarm, warning, fault, offline and event stand in their order, with value and set point", async () => {
    await putAlarms(hub, key);
    await until(rowCount, (rows) => rows >= 12, 10_000);
    const classes = await page.locator(".grid-row .c-class").allInnerTexts();
    const order = ["报警", "预警", "故障", "离线", "事件"];
    expect(classes).toEqual([...classes].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(new Set(classes).size).toBe(5);
    const values = await page.locator(".grid-row .c-value").allInnerTexts();
    expect(values).toContain("689 mA / 500 mA");
  });

  test("nothing moves under the hand: a selected row keeps its place while alarms come in above it", async () => {
    await page.mouse.move(5, 400);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const activeRow = page.locator(".grid-row.is-active");
    const before = { box: await activeRow.boundingBox(), id: await activeRow.getAttribute("id") };
    for (const index of [2, 3]) {
      const device = link(hub, addressOf(index));
      devices.push(device);
      await device.send(componentStatus({ fire: true }, RESIDUAL, "B 相剩余电流"));
    }
    await until(
      () => page.locator(".new-above").count(),
      (bars) => bars === 1,
      10_000,
    );
    await until(
      () => text(".new-above"),
      (said) => said.includes("上方有 2 条新告警"),
      10_000,
    );
    expect(await activeRow.boundingBox()).toEqual(before.box);
    expect(await activeRow.getAttribute("id")).toBe(before.id);
    await page.locator(".new-above").click();
    await until(
      () => page.locator(".new-above").count(),
      (bars) => bars === 0,
      5_000,
    );
    expect((await activeRow.boundingBox())?.y).toBeGreaterThan(before.box?.y ?? 0);
    await page.keyboard.press("Escape");
  });

  test("every number leads to its evidence: the raw frame and its fields, read by the codec in the page", async () => {
    // A click leaves the focus on its button: Enter must open the row all the same, not press that button again.
    for (const name of ["EN", "中文"]) await page.getByRole("button", { name, exact: true }).click();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.locator(".detail .fields").waitFor({ timeout: 10_000 });
    expect(page.url()).toMatch(/#\/alarms\/[0-9a-f-]{36}$/);
    expect(await text(".hex")).toMatch(/40 40/);
    expect(await text(".evidence")).toContain("解码通过，校验和正确");
    expect(await page.locator(".fields tbody tr").allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/部件说明[\s\S]*剩余电流/)]),
    );
    await page.goBack();
    await until(
      () => page.locator(".detail").count(),
      (panes) => panes === 0,
      5_000,
    );
  });

  test.each(sizes)("WCAG 2.2 AA: $width × $height, both languages, both themes", { timeout: 600_000 }, async (size) => {
    await page.setViewportSize(size);
    const isPhone = size.width < 761;
    for (const [language, theme] of [
      ["zh", "light"],
      ["zh", "dark"],
      ["en", "dark"],
      ["en", "light"],
    ] as const) {
      await page.evaluate(() => {
        location.hash = "#/alarms";
      });
      await page.locator(".detail").waitFor({ state: "detached" });
      if ((await page.locator("html").getAttribute("lang")) !== (language === "zh" ? "zh-CN" : "en"))
        await page.locator(".tools button").nth(0).click();
      if ((await page.locator("html").getAttribute("data-theme")) !== theme)
        await page.locator(".tools button").nth(1).click();
      const scenes: readonly [name: string, fragment: string][] = [
        ["alarms", "#/alarms"],
        ["detail", `#/alarms/${await firstAlarm()}`],
        ["devices", "#/devices"],
        ["device", `#/devices/dev-${addressOf(0)}`],
      ];
      for (const [scene, fragment] of scenes) {
        await page.evaluate((to) => {
          location.hash = to;
        }, fragment);
        if (scene === "detail") await page.locator(".detail .fields").waitFor();
        if (scene === "device") await page.locator(".detail .plain-rows").first().waitFor();
        if (scene === "alarms" || scene === "devices") await page.locator(".grid-row").first().waitFor();
        await page.screenshot({ path: join(shots, `${size.width}-${scene}-${language}-${theme}.png`) });
        expect(await violationsOf(), `${scene} ${language} ${theme}`).toEqual([]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, "the page never scrolls sideways").toBe(0);
    }
    if (isPhone)
      for (const box of await page.locator(".tools button:visible, .pages a:visible").all())
        expect((await box.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  });

  test("language and theme are remembered", async () => {
    await page.evaluate(() => {
      location.hash = "#/alarms";
    });
    await page.setViewportSize(sizes[1]);
    await page.locator(".tools button").nth(1).click();
    await page.reload();
    await until(
      () => text(".facts .state"),
      (state) => state === "Live",
      10_000,
    );
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.locator(".tools button").nth(0).click();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  });

  test("silence is not health: a hub that is gone shows the stale bar, and the list is live again when it is back", {
    timeout: 90_000,
  }, async () => {
    await hub.close();
    await page.locator(".stale-bar p").waitFor({ timeout: 20_000 });
    expect(await text(".stale-bar")).toMatch(/数据已中断 00:00:\d\d，列表停在 \d\d:\d\d:\d\d/);
    expect(await text(".facts .state")).toBe("已中断");
    await page.screenshot({ path: join(shots, "1366-stale-zh-dark.png") });
    expect(await violationsOf()).toEqual([]);
    hub = await stage.again();
    await until(
      () => text(".facts .state"),
      (state) => state === "实时",
      30_000,
    );
    expect(await page.locator(".stale-bar p").count()).toBe(0);
    const before = await rowCount();
    const device = link(hub, addressOf(5));
    devices.push(device);
    await device.send(componentStatus({ fire: true }, TEMPERATURE, "电缆温度"));
    await until(rowCount, (rows) => rows === before + 1, 15_000);
  });

  test("SEC-USR-06: when the session ends the page asks again, and the list behind stays readable", {
    timeout: 60_000,
  }, async () => {
    const before = await rowCount();
    await page.evaluate(() => fetch("/api/v1/session", { method: "DELETE" }));
    await page.locator("dialog[open]").waitFor({ timeout: 30_000 });
    expect(await text("dialog")).toContain("会话已结束");
    expect(await rowCount()).toBe(before);
    await page.locator(".to-key").click();
    await page.locator("#api-key").fill(key);
    await page.keyboard.press("Enter");
    await until(
      () => text(".facts .state"),
      (state) => state === "实时",
      10_000,
    );
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });

  test("signing out ends the session at the hub", async () => {
    await page.locator(".sign-out").click();
    await page.locator("dialog[open]").waitFor({ timeout: 10_000 });
    expect(await page.evaluate(async () => (await fetch("/api/v1/session")).status)).toBe(401);
  });

  test("SEC-USR-08, SEC-API-10: in all of this no breach of the policy, no request to elsewhere, no uncaught error", () => {
    expect(watch).toEqual({ outside: [], violations: [], errors: [] });
  });

  test("the watch itself sees: an inline style, a string in a DOM sink and another host are reported", async () => {
    await page.evaluate(() => {
      document.head.append(Object.assign(document.createElement("style"), { textContent: "body{color:red}" }));
      document.body.append(Object.assign(document.createElement("img"), { src: "http://127.0.0.1:9/x.png" }));
      try {
        document.body.insertAdjacentHTML("beforeend", "<i>x</i>");
      } catch {
        // Trusted Types refuse the string.
      }
    });
    await until(
      () => watch.violations.join("\n"),
      (said) => /style-src/.test(said) && /require-trusted-types-for/.test(said) && /img-src/.test(said),
      5_000,
    );
  });
});

const firstAlarm = async (): Promise<string> => {
  const response = await fetch(`${hub.httpUrl}/api/v1/alarms?class=alarm&deviceId=dev-${addressOf(0)}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const { items } = (await response.json()) as { items: readonly { id: string; evidence?: string }[] };
  return items.find(({ evidence }) => evidence !== undefined)?.id ?? "";
};
