import type { Content } from "@dianan/codec";
import { type DiananDevice, type Outcome, openDiananDevice } from "@dianan/device";
import type { RunningHub } from "@dianan/hub";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "./browser.ts";
import { PILE, putCharging, seed } from "./page-hub.ts";
import { type Desk, openTeam } from "./people.ts";
import { said, to } from "./screen.ts";
import { describePage, openStage, type Stage } from "./stage.ts";
import { sweep } from "./sweep.ts";

let stage: Stage;
let hub: RunningHub;
let officer: Desk;
let guide: Desk;
let security: Desk;
let page: Page;
let pile: DiananDevice;
const carriedOut: Content[] = [];
/** What the pile says to the next command. */
let outcome: Outcome = "done";

describePage("charging in a real browser at a real hub with a real pile", { timeout: 240_000 }, () => {
  beforeAll(async () => {
    stage = await openStage("charging", { doors: [{ protocol: "dianan", host: "127.0.0.1", port: 0 }] });
    ({ hub } = stage);
    await seed(hub, hub.firstKey ?? "", []);
    await putCharging(hub, hub.firstKey ?? "");
    pile = openDiananDevice({
      ...{ host: "127.0.0.1", port: hub.doorPorts[0] ?? 0, address: PILE, obeysUnsecured: true, introduction: [] },
      onCommand: (command) => {
        carriedOut.push(command);
        return outcome;
      },
    });
    const team = await openTeam(hub);
    officer = await team.desk(stage.browser, await team.invite("陈伟", "dutyOfficer"), "#/charging");
    guide = await team.desk(stage.browser, await team.invite("许静", "departmentGuide"), "#/charging/unit-5");
    const lin = await team.invite("林安", "securityAdministrator");
    security = await team.desk(stage.browser, lin, "#/admin?tab=commands");
    page = officer.page;
    for (const desk of [officer, guide, security]) desk.page.setDefaultTimeout(60_000);
  }, 180_000);
  afterAll(async () => {
    await pile?.close();
    await stage?.end();
  }, 30_000);

  test("CP-3.1, CP-3.2: sites, the ports of one in its own numbering, and which session ended abnormally", async () => {
    await page.locator(".sites a").first().click();
    await page.locator(".ports li").first().waitFor();
    expect(await page.locator(".ports li b").allInnerTexts()).toEqual(["1", "2", "3"]);
    await said(page, ".ports li:nth-child(3)", /离线/);
    await said(page, ".sessions", /异常断电/);
    expect(await page.locator(".sessions tbody tr").count()).toBe(2);
    await page.locator(".only-abnormal").click();
    await until(
      () => page.locator(".sessions tbody tr").count(),
      (count) => count === 1,
      60_000,
    );
    expect(new URL(page.url()).hash).toContain("abnormal=1");
  });

  test("CP-3.2: charges and abnormal power-offs of each port, with the reasons, and of each day; one port's days by a click", async () => {
    const rows = page.locator(".by-port tbody tr");
    await until(
      () => rows.allInnerTexts(),
      (texts) => texts.length === 3 && /0\.82/.test(texts.join()),
      60_000,
    );
    const cells = async (table: string, row: number): Promise<readonly string[]> =>
      (await page.locator(`.${table} tbody tr`).nth(row).locator("td").allInnerTexts()).map((text) => text.trim());
    expect((await cells("by-port", 0)).slice(0, 3)).toEqual(["1", "1", "0"]);
    expect(await cells("by-port", 1)).toEqual(["2", "1", "1", "0.82 kWh", "60 min", "过载 1"]);
    expect(await page.locator(".by-day tbody tr").count()).toBe(7);
    // A session that began before midnight is of the day before.
    const counted = async (): Promise<readonly number[]> =>
      (await page.locator(".by-day .t-sessions").allInnerTexts()).map(Number);
    expect((await counted()).reduce((sum, one) => sum + one, 0)).toBe(2);
    await rows.nth(1).locator("a").click();
    await until(counted, (days) => days.reduce((sum, one) => sum + one, 0) === 1, 60_000);
    await page.locator(".charging-asked [name=days]").selectOption("30");
    await until(
      () => page.locator(".by-day tbody tr").count(),
      (count) => count === 30,
      60_000,
    );
    expect(new URL(page.url()).hash).toMatch(/days=30/);
  });

  test("SEC-DEV-14: without the written word a start is refused, and the page says what, why and what to do; nothing went out", async () => {
    await until(
      () => pile.linkUp,
      (isUp) => isUp,
      60_000,
    );
    await page.locator(".port-start").first().click();
    const form = page.locator(".ask-charge");
    expect(await form.locator("[name=order]").inputValue()).toMatch(/^M\d{12}$/);
    await form.locator("[name=reason]").fill("现场试充");
    await form.locator("[name=port]").fill("2");
    await form.locator("[type=submit]").click();
    await said(page, ".ask-charge .problem", /键入的编号不是 1/);
    await form.locator("[name=port]").fill("1");
    await form.locator("[type=submit]").click();
    await said(page, ".ask-charge .problem", /信任级别不足[\s\S]*T0,且租户未书面授权[\s\S]*请求编号/);
    expect(await form.locator("[name=reason]").inputValue()).toBe("现场试充");
    expect(carriedOut).toEqual([]);
    expect(await page.locator(".command-state").count()).toBe(0);
  });

  test("SEC-DEV-14: the security administrator names the written word; allowed without one it is refused at its field", async () => {
    const at = security.page;
    await said(at, ".command-policy", /不允许[\s\S]*没有书面授权/);
    await at.locator(".ask-command-policy [name=t0]").selectOption("yes");
    await at.locator(".ask-command-policy [type=submit]").click();
    await said(at, "label:has([name=authorisation]) .field-problem", /须填写书面授权/);
    expect(await at.locator("[name=authorisation]").getAttribute("aria-invalid")).toBe("true");
    expect(await at.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("authorisation");
    await at.locator("[name=authorisation]").fill("晋安监〔2026〕12 号");
    await at.locator(".ask-command-policy [type=submit]").click();
    await said(at, ".command-policy", /允许[\s\S]*12 号/);
    await sweep(security, "admin-commands");
  });

  test("CP-3.1: what does not fit is told at its field; a start is pending at its port until the pile has confirmed it", async () => {
    const form = page.locator(".ask-charge");
    await form.locator("[name=order]").fill("订单");
    await form.locator("[type=submit]").click();
    await said(page, ".ask-charge label:has([name=order]) .field-problem", /order 应为 1 到 32 个 ASCII 字符/);
    await form.locator("[name=order]").fill("M1");
    await form.locator("[name=maxMinutes]").fill("90");
    await form.locator("[type=submit]").click();
    await said(page, ".command-state", /排队|等待设备确认|设备已确认/);
    await said(page, ".command-state", /设备已确认/);
    expect(carriedOut).toMatchObject([{ kind: "startCharge", order: "M1", maxSeconds: 5_400 }]);
    expect(await page.locator(".port-pending").count()).toBe(0);
    await to(page, "#/charging/unit-5?port=pile-1%3Aport-1&act=start");
    await page.locator(".by-day tbody tr").first().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await sweep(officer, "charging");
  });

  test("CP-3.1: a stop that the pile refuses says so in the row, and is not shown as done", async () => {
    outcome = "refused";
    await page.locator(".port-stop").first().click();
    const form = page.locator(".ask-charge");
    await form.locator("[name=order]").fill("M1");
    await form.locator("[name=reason]").fill("线缆过热");
    await form.locator("[name=port]").fill("1");
    await form.locator("[type=submit]").click();
    await said(page, ".commands tbody tr", /停止充电[\s\S]*1 号口[\s\S]*设备拒绝/);
    expect(carriedOut.at(-1)).toMatchObject({ kind: "stopCharge" });
    expect(await page.locator(".commands tbody tr").first().locator(".is-problem").count()).toBe(1);
  });

  test("a pile that is away is said to be, and its command waits at the port", async () => {
    await page.locator(".port-start").nth(2).click();
    await said(page, ".ask-charge", /设备不在线/);
    const form = page.locator(".ask-charge");
    await form.locator("[name=reason]").fill("现场试充");
    await form.locator("[name=port]").fill("3");
    await form.locator("[type=submit]").click();
    await said(page, ".ports li:nth-child(3) .port-pending", /开始充电[\s\S]*排队/);
    await page.locator(".commands tbody tr").first().locator("button", { hasText: "取消命令" }).click();
    await page.locator(".ask-cancel [name=reason]").fill("误下发");
    await page.locator(".ask-cancel [type=submit]").click();
    await said(page, ".command-state", /已取消/);
  });

  test("SEC-AZ-02: who may not command sees ports and counts, no button and no form, also by the address", async () => {
    const at = guide.page;
    await at.locator(".ports li").first().waitFor();
    await to(at, "#/charging/unit-5?port=pile-1%3Aport-1&act=start");
    await at.locator(".by-port tbody tr").first().waitFor();
    expect(await at.locator(".port-start, .port-stop, .ask-charge").count()).toBe(0);
    await to(at, "#/charging/unit-none");
    await said(at, ".charging", /没有|不存在/);
    expect(await at.locator(".ask-charge, .by-day, .sessions").count()).toBe(0);
  });

  test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
    for (const { watch } of [officer, guide, security])
      expect(watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});
