import { readFileSync } from "node:fs";
import type { Device } from "@dianan/device";
import type { RunningHub } from "@dianan/hub";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "./browser.ts";
import { addressOf, componentStatus, hostile, link, putAlarms, putCharging, seed } from "./page-hub.ts";
import { type Desk, openTeam, type Person, type Team } from "./people.ts";
import { said, to } from "./screen.ts";
import { describePage, openStage, type Stage } from "./stage.ts";
import { sweep } from "./sweep.ts";
import { apart, type Mark, marksIn, withoutColour } from "./without-colour.ts";

let stage: Stage;
let hub: RunningHub;
let browser: Browser;
let team: Team;
let chen: Person;
let desk: Desk;
let page: Page;
let engineer: Desk;
let system: Desk;
let security: Desk;
let auditor: Desk;
const desks: Desk[] = [];
const devices: Device[] = [];

/** Units at places of their own, two of them too near each other to be told apart. */
const spread = async ({ httpUrl, firstKey }: RunningHub): Promise<void> => {
  const authorization = `Bearer ${firstKey}`;
  for (let n = 0; n < 6; n += 1) {
    const url = `${httpUrl}/api/v1/units/unit-${n}`;
    const known = await fetch(url, { headers: { authorization } });
    const place = n === 5 ? [24.7001, 118.5201] : [24.7 + n * 0.006, 118.52 + ((n * 7) % 5) * 0.009];
    const response = await fetch(url, {
      method: "PATCH",
      headers: {
        authorization,
        "content-type": "application/merge-patch+json",
        "if-match": known.headers.get("etag") ?? "",
      },
      body: JSON.stringify({ latitude: place[0], longitude: place[1] }),
    });
    if (!response.ok) throw new Error(await response.text());
  }
};
const openDesk = async (person: Person, fragment: string): Promise<Desk> => {
  const opened = await team.desk(browser, person, fragment);
  opened.page.setDefaultTimeout(120_000);
  desks.push(opened);
  return opened;
};

describePage("every other screen, in a real browser at a real hub", { timeout: 600_000 }, () => {
  beforeAll(async () => {
    stage = await openStage("screens");
    ({ hub, browser } = stage);
    await seed(hub, hub.firstKey ?? "", [hostile.markup, hostile.long]);
    await spread(hub);
    await putAlarms(hub, hub.firstKey ?? "");
    team = await openTeam(hub);
    chen = await team.invite("陈伟", "dutyOfficer");
    const device = link(hub, addressOf(0));
    devices.push(device);
    await device.send(componentStatus({ fire: true }, 17, "A 相剩余电流"));
    desk = await openDesk(chen, "#/units");
    page = desk.page;
    await page.locator(".unit-grid .grid-row").first().waitFor();
  }, 120_000);
  afterAll(async () => {
    await Promise.all(devices.map((device) => device.close()));
    await stage?.end();
  }, 30_000);

  test("SH-1: units, the abnormal first; J and Enter open one with its alarms, devices and operator", async () => {
    expect(await page.locator(".unit-grid .grid-row").first().innerText()).toMatch(/报警/);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await said(page, ".unit-detail .operator", /示例运维/);
    expect(await page.locator(".unit-alarms li").count()).toBeGreaterThan(0);
    await said(page, ".unit-detail .acceptance", /不能验收/);
    await sweep(desk, "unit");
  });

  test("SEC-PII-04: the contact of a unit is masked until it is asked for", async () => {
    expect(await page.locator(".unit-detail .contact").innerText()).not.toContain("85600000");
    await page.locator(".unit-detail .reveal").click();
    await said(page, ".unit-detail .contact", /85600000/);
  });

  test("EF-5.1: a unit with open faults is not accepted; the hub says why and what was typed stays", async () => {
    await page.locator(".ask-accept textarea").fill("现场核对完成");
    await page.locator(".ask-accept button[type=submit]").click();
    await said(page, ".ask-accept .problem", /\S/);
    expect(await page.locator(".ask-accept textarea").inputValue()).toBe("现场核对完成");
  });

  test("an unknown unit says what was looked for; a search that finds nothing can be left", async () => {
    await to(page, "#/units/unit-none");
    await said(page, ".unit-detail", /没有编号为 unit-none 的单位/);
    await to(page, "#/units?find=nowhere");
    await said(page, ".list-pane", /没有符合搜索的单位/);
    await page.locator(".list-pane .picture button").click();
    await page.locator(".unit-grid .grid-row").first().waitFor();
  });

  test("EF-4.3: the plan shows units to scale without a base map; a cluster is opened by a click, a unit by its mark", async () => {
    await to(page, "#/units?tab=plan");
    await page.locator(".plan-mark.is-several").waitFor();
    await sweep(desk, "units-plan");
    const several = page.locator(".plan-mark.is-several");
    expect(await several.getAttribute("aria-label")).toMatch(/2 个单位/);
    await several.click();
    await several.waitFor({ state: "detached" });
    await page.locator("a.plan-mark").first().click();
    await page.locator(".unit-detail .detail-head h2").waitFor();
  });

  test("SEC-DEV-14: a command is pending until the device has confirmed it", async () => {
    await to(page, `#/devices/dev-${addressOf(0)}?tab=commands`);
    await page.locator(".ask-command select[name=action]").selectOption("syncClock");
    await page.locator(".ask-command [type=submit]").click();
    await said(page, ".ask-command .problem", /原因/);
    await page.locator(".ask-command input[name=reason]").fill("时钟偏差");
    await page.locator(".ask-command [type=submit]").click();
    await said(page, ".command-state", /排队|已下发|已确认/);
    await said(page, ".command-state", /设备已确认/);
    await sweep(desk, "device-commands");
  });

  test("SEC-DEV-14: what can do harm wants the unit's name, and is refused with the reason when it is another's", async () => {
    await page.locator(".ask-command select[name=action]").selectOption("reset");
    await page.locator(".ask-command input[name=reason]").fill("复位");
    await page.locator(".ask-command input[name=confirm]").fill("别的单位");
    await page.locator(".ask-command [type=submit]").click();
    await said(page, ".ask-command .problem", /\S/);
    expect(await page.locator(".command-state").count()).toBe(1);
    await page.locator(".ask-command select[name=action]").selectOption("startCharge");
    await page.locator(".ask-command input[name=parameters]").fill("[1]");
    await page.locator(".ask-command [type=submit]").click();
    await said(page, ".ask-command .problem", /JSON/);
  });

  test("EF-N.2: frames of a device as they pass and as they are kept, with the bytes of each field", async () => {
    engineer = await openDesk(await team.invite("赵强", "operatorUser"), `#/devices/dev-${addressOf(0)}?tab=frames`);
    const at = engineer.page;
    await at.locator(".stored-frames .row-open").first().click();
    await at.locator(".tree-holder tbody tr").first().waitFor();
    await at.locator(".tree-holder").focus();
    for (let n = 0; n < 4; n += 1) await at.keyboard.press("ArrowDown");
    expect(await at.locator(".byte.is-marked").count()).toBeGreaterThan(0);
    await devices[0]?.send(componentStatus({ fault: true }, 18, "电缆温度"));
    await at.locator(".trace .row-open").first().waitFor();
    await at.locator(".trace .row-open").first().click();
    await sweep(engineer, "device-frames");
    await at.locator(".trace-tools button").click();
    await said(at, ".trace-tools [role=status]", /已暂停/);
  });

  test("EF-5.5: the file of a device keeps who changed its address; an installation where charging is forbidden is refused", async () => {
    const at = engineer.page;
    await to(at, `#/devices/dev-${addressOf(0)}?tab=file`);
    await said(at, ".device-file", /没有安装记录/);
    await at.locator(".ask-installation input[name=installedOn]").fill("2026-03-18");
    await at.locator(".ask-installation select[name=spot]").selectOption("distributionRoom");
    await at.locator(".ask-installation [type=submit]").click();
    await said(at, ".device-file .facts-grid", /配电间/);
    await at.locator(".ask-move input[name=latitude]").fill("240");
    await at.locator(".ask-move [type=submit]").click();
    expect(
      await at.locator(".ask-move input[name=latitude]").evaluate((one: HTMLInputElement) => one.validity.valid),
    ).toBe(false);
    await at.locator(".ask-move input[name=latitude]").fill("24.7181");
    await at.locator(".ask-move input[name=address]").fill("一层西侧");
    await at.locator(".ask-move [type=submit]").click();
    await said(at, ".record-changes", /一层东侧[\s\S]*一层西侧/);
    await sweep(engineer, "device-file");
  });

  test("SEC-AZ-02: what a role may not do is not offered: a duty officer changes no file and sees no live trace", async () => {
    await to(page, `#/devices/dev-${addressOf(0)}?tab=file`);
    await said(page, ".device-file", /配电间/);
    expect(await page.locator(".ask-installation, .ask-move").count()).toBe(0);
    await to(page, `#/devices/dev-${addressOf(0)}?tab=frames`);
    await page.locator(".stored-frames").waitFor();
    expect(await page.locator(".trace").count()).toBe(0);
  });

  test("SEC-KEY-01: a key is shown once after the second factor; a scope that is none is refused; revoked, it is gone", async () => {
    security = await openDesk(await team.invite("林安", "securityAdministrator"), "#/admin?tab=keys");
    const at = security.page;
    await at.locator(".keys-table").waitFor();
    const form = at.locator(".ask-key");
    await form.locator("[name=name]").fill("统计程序");
    await form.locator("[name=scopes]").fill("everything:write");
    await form.locator("[type=submit]").click();
    await said(at, ".ask-key .problem", /\S/);
    await form.locator("[name=scopes]").fill("records:read");
    await form.locator("[type=submit]").click();
    await at.locator(".once-secret").waitFor();
    const secret = await at.locator(".once-secret code").innerText();
    const listed = (): Promise<number> =>
      fetch(`${hub.httpUrl}/api/v1/units`, { headers: { authorization: `Bearer ${secret}` } }).then(
        ({ status }) => status,
      );
    expect(await listed()).toBe(200);
    await sweep(security, "admin-keys");
    await at.locator(".keys-table tr", { hasText: "统计程序" }).locator("button").click();
    await at.locator(".ask-revoke [type=submit]").click();
    await until(listed, (status) => status === 401, 5_000);
  });

  test("SEC-AZ-05: roles with what they may do, and about, of the security administrator; accounts are disabled with a reason", async () => {
    const at = security.page;
    await to(at, "#/admin?tab=roles");
    await at.locator(".roles button").first().click();
    await said(at, ".roles", /listUnits/);
    await sweep(security, "admin-roles");
    await to(at, "#/people");
    await at.locator("tr", { hasText: "person-2" }).locator(".manage").click();
    await at.locator(".ask-user [type=submit]").click();
    await said(at, ".ask-user .problem", /原因/);
    await at.locator(".ask-user [name=reason]").fill("离岗");
    await at.locator(".ask-user [type=submit]").click();
    await said(at, "tr:has-text('person-2')", /停用|禁用/);
    await sweep(security, "people");
  });

  test("retention, backup, limits and about, of the system administrator; less than the least time is refused", async () => {
    system = await openDesk(await team.invite("周敏", "systemAdministrator"), "#/admin?tab=retention");
    const at = system.page;
    await at.locator(".retention").waitFor();
    await at.locator(".ask-retention select").selectOption("alarms");
    await at.locator(".ask-retention [name=days]").fill("1");
    await at.locator(".ask-retention [type=submit]").click();
    await said(at, ".ask-retention .problem", /\S/);
    await sweep(system, "admin-retention");
    await to(at, "#/admin?tab=limits");
    await at.locator(".limits").waitFor();
    await at.locator(".ask-limit [name=value]").fill("-1");
    await at.locator(".ask-limit [name=reason]").fill("试");
    await sweep(system, "admin-limits");
    await to(at, "#/admin?tab=backup");
    await said(at, ".sheet", /还没有备份|未经证实/);
    await to(at, "#/admin?tab=about");
    await said(at, ".about", /版本/);
    await sweep(system, "admin-about");
  });

  test("SEC-AUD-03: the audit log is searched and its chain verified by the audit administrator", async () => {
    auditor = await openDesk(await team.invite("孙正", "auditAdministrator"), "#/admin?tab=audit");
    const at = auditor.page;
    await at.locator(".audit-table tbody tr").first().waitFor();
    await at.locator(".ask-audit [name=result]").selectOption("denied");
    await at.locator(".ask-audit [name=object]").fill("nothing-of-this-name");
    await at.locator(".ask-audit [type=submit]").click();
    await said(at, ".sheet", /没有符合的记录/);
    await at.locator(".ask-audit [name=result]").selectOption("");
    await at.locator(".ask-audit [name=object]").fill("");
    await at.locator(".ask-audit [type=submit]").click();
    await at.locator(".audit-table tbody tr").first().waitFor();
    await at.locator(".ask-verify [name=last]").fill("5");
    await at.locator(".ask-verify [type=submit]").click();
    await said(at, ".verdict", /序号 1 至 5 完整/);
    await sweep(auditor, "admin-audit");
  });

  test("EF-4.4.3: rules that hold say where they come from; a change is tried on kept readings, then written with its reason", async () => {
    await to(page, `#/devices/dev-${addressOf(0)}?tab=limits`);
    await page.locator(".thresholds tbody button").first().click();
    await page.locator(".ask-try-rule [name=limit]").fill("200");
    await page.locator(".ask-try-rule [type=submit]").click();
    await said(page, ".thresholds .trial-result", /现行规则：0 条预警/);
    await page.locator(".ask-rule [name=limit]").fill("200");
    await page.locator(".ask-rule [type=submit]").click();
    await said(page, ".ask-rule .problem", /原因/);
    await page.locator(".ask-rule [name=reason]").fill("潮湿场所");
    await page.locator(".ask-rule [type=submit]").click();
    await said(page, ".thresholds", /设备[\s\S]*取代默认/);
    await sweep(desk, "device-limits");
  });

  test("rule 2: without colour the classes are told apart by shape and word, what somebody has by fill and word, on five screens", async () => {
    const at = desk.page;
    await putCharging(hub, hub.firstKey ?? "");
    await team.ask(chen, "POST", "/api/v1/alarms/partner-5/acknowledge", {});
    const looked = async (fragment: string, part: string, wanted: number): Promise<ReadonlyMap<string, Mark>> => {
      await to(at, fragment);
      await at.locator(`${part} .mark:visible`).first().waitFor();
      const marks = await marksIn(at, part);
      expect(marks.size, fragment).toBeGreaterThanOrEqual(wanted);
      const all = [...marks];
      for (const [one, mark] of all) {
        // It is painted without colour, and it has a word beside it.
        expect(mark.colour, `${fragment} ${one}`).toBeLessThanOrEqual(8);
        expect(mark.word, `${fragment} ${one}`).toMatch(/\S/);
        for (const [other, another] of all)
          if (other !== one) expect(apart(mark, another), `${fragment} ${one}, ${other}`).toBeGreaterThan(0.03);
      }
      return marks;
    };
    await withoutColour(at, async () => {
      const list = await looked("#/alarms", ".alarm-grid", 5);
      expect(new Set([...list.values()].map(({ word }) => word)).size).toBe(5);
      await said(at, "#row-partner-5 .c-state", /已确认/);
      const [open] = await marksIn(at, "#row-partner-4").then((marks) => [...marks.values()]);
      const [taken] = await marksIn(at, "#row-partner-5").then((marks) => [...marks.values()]);
      expect(open?.ink ?? 0).toBeGreaterThan(1.2 * (taken?.ink ?? Number.POSITIVE_INFINITY));
      expect(await at.locator("#row-partner-4 .c-state").innerText()).toMatch(/未确认/);
      await looked("#/alarms/partner-2", ".detail", 1);
      await said(at, ".detail", /报警[\s\S]*未确认/);
      await looked("#/overview?wall=1", "main", 3);
      await said(at, ".today", /今日告警 \d+，近 4 个同星期日均 0/);
      await looked(`#/devices/dev-${addressOf(8)}`, ".detail", 1);
      await said(at, ".detail", /离线/);
      await looked("#/charging/unit-5", ".ports", 1);
      await said(at, ".ports li:nth-child(3)", /离线/);
    });
    // As it is painted for others, it has colour: what was measured above was not a page without any.
    await to(at, "#/alarms");
    await at.locator("#row-partner-4").waitFor();
    expect((await marksIn(at, "#row-partner-4")).get("warning")?.colour).toBeGreaterThan(60);
  });

  test("EF-4.1: an export is a job with its progress, and its file is what the filter says", async () => {
    await to(page, "#/exports");
    await page.locator(".ask-export select[name=dataset]").selectOption("alarms");
    await page.locator(".ask-export [name=from]").fill("2026-01-02T00:00");
    await page.locator(".ask-export [name=to]").fill("2025-01-02T00:00");
    await page.locator(".ask-export [type=submit]").click();
    await said(page, ".ask-export .problem", /\S/);
    await page.locator(".ask-export [name=to]").fill("");
    await page.locator(".ask-export [type=submit]").click();
    await page.locator(".exports .download").waitFor();
    await sweep(desk, "exports");
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".exports .download").click()]);
    expect(readFileSync((await file.path()) ?? "", "utf8")).toMatch(/residualCurrentOver|剩余电流/);
  });

  test("on a phone four screens stand in the bar and the others behind it", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await to(page, "#/units");
    expect(await page.locator(".pages a:visible").allInnerTexts()).toEqual(["告警", "总览", "单位", "设备"]);
    await page.locator(".more-pages").click();
    expect(await page.locator(".pages-rest a:visible").allInnerTexts()).toContain("账号");
    await page.locator(".pages-rest a").last().click();
    await page.locator(".sheet h1").waitFor();
    expect(await page.locator(".pages a:visible").count()).toBe(4);
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
    for (const { watch } of desks) expect(watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});
