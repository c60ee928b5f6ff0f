import { readFileSync } from "node:fs";
import type { Device } from "@dianan/device";
import type { RunningHub } from "@dianan/hub";
import { readXlsx } from "hucre/xlsx";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "./browser.ts";
import { addressOf, componentStatus, link, putAlarms, seed } from "./page-hub.ts";
import { type Desk, openTeam, type Person, type Team } from "./people.ts";
import { said, to } from "./screen.ts";
import { describePage, openStage, type Stage } from "./stage.ts";
import { sweep } from "./sweep.ts";

let stage: Stage;
let hub: RunningHub;
let browser: Browser;
let team: Team;
let chen: Person;
let desk: Desk;
let page: Page;
const desks: Desk[] = [];
const devices: Device[] = [];

const openDesk = async (person: Person, fragment: string): Promise<Desk> => {
  const opened = await team.desk(browser, person, fragment);
  desks.push(opened);
  return opened;
};
/** The numbers of a line of the table. */
const line = async (at: Page, label: string): Promise<readonly string[]> =>
  (await at.locator(".figure-table tbody tr", { hasText: label }).first().locator("td").allInnerTexts()).map((one) =>
    one.trim(),
  );
const download = async (at: Page, selector: string): Promise<{ name: string; bytes: Buffer }> => {
  const [file] = await Promise.all([at.waitForEvent("download"), at.locator(selector).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync((await file.path()) ?? "") };
};

describePage("statistics, reports and forms, in a real browser at a real hub", { timeout: 600_000 }, () => {
  beforeAll(async () => {
    stage = await openStage("reports");
    ({ hub, browser } = stage);
    await seed(hub, hub.firstKey ?? "", []);
    await putAlarms(hub, hub.firstKey ?? "");
    team = await openTeam(hub);
    chen = await team.invite("陈伟", "dutyOfficer");
    const device = link(hub, addressOf(0));
    devices.push(device);
    await device.send(componentStatus({ fire: true }, 17, "A 相剩余电流"));
    desk = await openDesk(chen, "#/reports");
    page = desk.page;
    await page.locator(".figure-table").waitFor();
  }, 120_000);
  afterAll(async () => {
    await Promise.all(devices.map((device) => device.close()));
    await stage?.end();
  }, 30_000);

  test("EF-4.3: rows and columns are chosen, what is chosen stands in the address, and the numbers are the hub's", async () => {
    await page.locator(".spans .span-week").click();
    await page.locator("select[name=rows]").selectOption("community");
    await page.locator("select[name=columns]").selectOption("class");
    await said(page, ".figure-table", /灵水[\s\S]*合计/);
    expect(page.url()).toMatch(/rows=community&columns=class/);
    const figures = (await team.ask(chen, "GET", `/api/v1/statistics/alarms?${spanOf()}&by=community`)) as {
      items: { key: { community: string }; raised: number }[];
      total: { raised: number };
    };
    for (const { key, raised } of figures.items) expect((await line(page, key.community)).at(-1)).toBe(String(raised));
    expect((await line(page, "合计")).at(-1)).toBe(String(figures.total.raised));
    const other = await openDesk(chen, new URL(page.url()).hash);
    await said(other.page, ".figure-table", /灵水/);
    expect(await line(other.page, "合计")).toEqual(await line(page, "合计"));
    await other.context.close();
    await page.goBack();
    await page.goForward();
    await page.locator("[name=compare]").check();
    await said(page, ".figure-table", /上期/);
    await sweep(desk, "reports");
  });

  test("EF-4.3: a number leads to exactly the alarms that it counts; filters are dropped one by one", async () => {
    const count = Number((await line(page, "灵水")).at(-2));
    await page.locator(".figure-table tr", { hasText: "灵水" }).locator(".t-total a").click();
    await said(page, ".cell-alarms", /灵水制衣厂|林口|曾林|养老院/);
    expect(await page.locator(".cell-alarms tbody tr").count()).toBe(count);
    expect(page.url()).toContain(encodeURIComponent("灵水"));
    await sweep(desk, "reports-alarms");
    await page.locator(".asked button", { hasText: "灵水" }).click();
    await until(
      () => page.locator(".cell-alarms tbody tr").count(),
      (shown) => shown > count,
      20_000,
    );
    await page.locator(".cell-alarms tbody a").first().click();
    await page.locator(".detail .fields").first().waitFor();
    await to(page, "#/reports?tab=alarms&community=nowhere");
    await said(page, ".sheet", /没有符合的告警/);
  });

  test("EF-4.3: the file holds what the screen shows, made by the hub; what cannot be counted is refused and said", async () => {
    await to(page, "#/reports?rows=placeType&columns=class");
    await said(page, ".figure-table", /合计/);
    const shown = await line(page, "合计");
    const csv = await download(page, ".export-csv");
    expect(csv.name).toMatch(/^告警统计 .*\.csv$/);
    expect(csv.bytes.toString("utf8")).toContain(`合计,${shown.slice(2).join(",")}`);
    expect((await download(page, ".export-pdf")).bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect((await download(page, ".export-xlsx")).bytes.subarray(0, 2).toString()).toBe("PK");
    await to(page, "#/reports?rows=hour&from=2026-01-01&to=2026-12-31");
    await said(page, ".read-failed", /31/);
    await to(page, "#/reports?rows=nothing&columns=nobody&from=yesterday");
    await said(page, ".figure-table", /发生[\s\S]*合计/);
  });

  test("ISA-18.2: alarm quality beside its yardsticks, and the top sources with their devices", async () => {
    await to(page, "#/reports?tab=quality");
    await said(page, ".quality", /每名值班员每 10 分钟[\s\S]*前十/);
    await said(page, ".top-sources", /剩余电流报警/);
    await sweep(desk, "reports-quality");
    await to(page, "#/reports?tab=quality&from=2020-01-01&to=2020-01-31");
    await said(page, ".sheet", /此期间没有告警/);
  });

  test("PL-3: coverage by category, and how long devices were online", async () => {
    await to(page, "#/reports?tab=coverage");
    await page.locator(".coverage tbody tr").first().waitFor();
    await said(page, ".online", /灵水/);
    await sweep(desk, "reports-coverage");
  });

  test("RF-4, PL-1: an officer makes this month's form, sees what is missing, and the preview is what the file holds", async () => {
    await to(page, "#/reports?tab=documents");
    await said(page, ".monthly-forms", /附件4[\s\S]*未生成[\s\S]*(剩|逾期)/);
    await page.locator(".monthly-forms tr", { hasText: "附件4" }).locator("[type=submit]").click();
    await page.locator(".report-detail .paper tbody tr").first().waitFor();
    await said(page, ".report-detail .missing", /未登记场所类型/);
    const shown = await page.locator(".paper tbody tr.is-total td").allInnerTexts();
    expect(shown[0]).toBe("合计");
    const xlsx = await download(page, ".download-xlsx");
    expect(xlsx.name).toMatch(/^F4-\d{4}-0001 .*\.xlsx$/);
    const { rows = [] } = (await readXlsx(new Uint8Array(xlsx.bytes))).sheets[0] ?? {};
    const total = rows.find((row) => row[0] === "合计") ?? [];
    expect(total.slice(2, 4).map(String)).toEqual(shown.slice(2, 4));
    expect((await download(page, ".download-pdf")).bytes.subarray(0, 5).toString()).toBe("%PDF-");
    await sweep(desk, "reports-form");
    await page.locator(".ask-finish [type=submit]").click();
    await said(page, ".report-state", /已定稿/);
    await page.locator(".ask-sent [type=submit]").click();
    await said(page, ".ask-sent .problem", /报送对象/);
    await page.locator(".ask-sent [name=sentTo]").fill("街道安办");
    await page.locator(".ask-sent [type=submit]").click();
    await said(page, ".report-state", /已报送/);
    await said(page, ".monthly-forms tr:has-text('附件4')", /已报送/);
    expect(await page.locator(".ask-finish, .ask-advice").count()).toBe(0);
  });

  test("EF-4.3: a monitoring report: advice is added and reviewed, and the preview has it; a failed one says why", async () => {
    await page.locator(".ask-report select[name=kind]").selectOption("monitoring");
    await page.locator(".ask-report select[name=unitId]").selectOption("unit-0");
    await page.locator(".ask-report select[name=span]").selectOption("month");
    await page.locator(".ask-report [type=submit]").click();
    await said(page, ".report-detail", /YD-\d{4}-0001[\s\S]*未复核/);
    await page.locator(".ask-advice textarea").fill("请于节前完成配电箱除尘");
    await page.locator(".ask-advice [type=submit]").click();
    await said(page, ".paper", /配电箱除尘/);
    await page.locator(".ask-review [name=reviewedBy]").fill("张三 电工证 T350582");
    await page.locator(".ask-review [type=submit]").click();
    await said(page, ".report-review", /张三/);
    await said(page, ".paper", /已由 张三/);
    await sweep(desk, "reports-monitoring");
    await page.locator(".ask-report select[name=kind]").selectOption("acceptance");
    await page.locator(".ask-report select[name=unitId]").selectOption("unit-0");
    await page.locator(".ask-report [type=submit]").click();
    await said(page, ".report-detail .is-problem", /没有验收记录/);
    await page.locator(".ask-remove [type=submit]").click();
    await page.locator(".report-detail").waitFor({ state: "detached" });
    await page.locator(".ask-report select[name=kind]").selectOption("advice");
    await page.locator(".ask-report [type=submit]").click();
    await said(page, ".report-detail", /整改意见书/);
  });

  test("EF-5.4: a record of work is written, corrected by a new version, downloaded and made void; wrong lines are named", async () => {
    await to(page, "#/reports?tab=records");
    await said(page, ".sheet", /还没有运维记录/);
    const form = page.locator(".ask-record");
    await form.locator("select[name=unitId]").selectOption("unit-0");
    await form.locator("[name=from]").fill("2026-01-02T09:00");
    await form.locator("[name=subject]").fill("厨房配电箱月度巡检");
    await form.locator("[name=items]").fill("互感器接线 | 正常\n端子温度 | 很好");
    await form.locator("[name=people]").fill("陈伟 | 巡检人");
    await form.locator("[type=submit]").click();
    await said(page, ".ask-record .problem", /逐项内容.*第 2 行/);
    await form.locator("[name=items]").fill("互感器接线 | 正常\n端子温度 | 异常 | 偏高");
    await form.locator("[name=from]").fill("2199-01-02T09:00");
    await form.locator("[type=submit]").click();
    await said(page, ".ask-record .problem", /结束时间早于开始时间/);
    await form.locator("[name=from]").fill("2026-01-02T09:00");
    await form.locator("[type=submit]").click();
    await said(page, ".record-detail", /XJ-\d{4}-0001[\s\S]*第 1 版[\s\S]*端子温度[\s\S]*异常/);
    await said(page, ".work-records", /厨房配电箱月度巡检[\s\S]*1 项待处理/);
    const pdf = await download(page, ".download-record");
    expect(pdf.name).toMatch(/^XJ-\d{4}-0001 巡检记录 v1\.pdf$/);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const correction = page.locator(".ask-correct");
    expect(await correction.locator("[name=items]").inputValue()).toContain("端子温度 | 异常 | 偏高");
    await correction.locator("[name=items]").fill("互感器接线 | 正常");
    await correction.locator("[type=submit]").click();
    await said(page, ".ask-correct .problem", /更正原因/);
    await correction.locator("[name=reason]").fill("当日已处理");
    await correction.locator("[type=submit]").click();
    await said(page, ".record-versions", /第 2 版[\s\S]*当日已处理[\s\S]*第 1 版/);
    await sweep(desk, "reports-records");
    await correction.locator("[name=isVoid]").check();
    await correction.locator("[name=reason]").fill("重复填写");
    await correction.locator("[type=submit]").click();
    await said(page, ".record-state", /已作废/);
    expect(await page.locator(".ask-correct").count()).toBe(0);
    await page.locator("select[name=kind]").first().selectOption("training");
    await said(page, ".sheet", /还没有运维记录/);
  });

  test("PL-1: reports are planned, and who is reminded before the 24th is set", async () => {
    await to(page, "#/reports?tab=schedules");
    await said(page, ".sheet", /没有定期报告/);
    await page.locator(".ask-schedule [type=submit]").click();
    await said(page, ".ask-schedule .problem", /名称/);
    await page.locator(".ask-schedule [name=name]").fill("月度监测报告");
    await page.locator(".ask-schedule [type=submit]").click();
    await said(page, ".schedules", /月度监测报告[\s\S]*不发送/);
    await page.locator(".ask-reminders [name=on]").check();
    await page.locator(".ask-reminders [name=days]").fill("5");
    await page.locator(".ask-reminders [type=submit]").click();
    await said(page, ".ask-reminders .problem, .reminder-state", /\S/);
    await sweep(desk, "reports-schedules");
    await page.locator(".schedules [type=submit]").click();
    await said(page, ".sheet", /没有定期报告/);
  });

  test("RF-3: targets are imported and changed; a line that is none is refused and named; an officer only looks", async () => {
    const guide = await openDesk(await team.invite("吴芳", "departmentGuide"), "#/reports?tab=targets");
    const at = guide.page;
    await said(at, ".sheet", /没有社区目标/);
    await at.locator(".ask-target-lines textarea").fill("灵水,14,23\n林口,十,2");
    await at.locator(".ask-target-lines [type=submit]").click();
    await said(at, ".ask-target-lines .problem", /第 2 行/);
    await at.locator(".ask-target-lines textarea").fill("灵水,14,23\n林口,10,2");
    await at.locator(".ask-target-lines [type=submit]").click();
    await said(at, ".targets", /灵水[\s\S]*\/ 14[\s\S]*合计[\s\S]*\/ 24/);
    await at.locator(".ask-target [name=community]").fill("大布林");
    await at.locator(".ask-target [name=fire]").fill("6");
    await at.locator(".ask-target [name=charging]").fill("1");
    await at.locator(".ask-target select[name=category]").selectOption({ index: 1 });
    await at.locator(".ask-target [name=base]").fill("12");
    await at.locator(".ask-target > .ask-ends [type=submit]").click();
    await said(at, ".targets", /大布林[\s\S]*1 类[\s\S]*\/ 30/);
    await sweep(guide, "reports-targets");
    await to(page, "#/reports?tab=targets");
    await said(page, ".targets", /灵水/);
    expect(await page.locator(".ask-target").count()).toBe(0);
  });

  test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
    for (const { watch } of desks) expect(watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});

/** The last seven days, today included, as the hub's zone has them. */
const spanOf = (): string => {
  const day = (offset: number): string =>
    new Date(Date.now() + 28_800_000 + offset * 86_400_000).toISOString().slice(0, 10);
  const at = (date: string): string => encodeURIComponent(`${date}T00:00:00+08:00`);
  return `from=${at(day(-6))}&to=${at(day(1))}`;
};
