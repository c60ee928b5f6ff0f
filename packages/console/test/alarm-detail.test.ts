import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Device } from "@dianan/device";
import type { RunningHub } from "@dianan/hub";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, until } from "./browser.ts";
import { addressOf, componentStatus, link, seed } from "./page-hub.ts";
import { type Desk, openTeam, type Person, type Team } from "./people.ts";
import { describePage, openStage, type Stage, shots, sizes } from "./stage.ts";

let stage: Stage;
let hub: RunningHub;
let browser: Browser;
let team: Team;
let chen: Person;
let lin: Person;
let fitter: Person;
let desk: Desk;
let page: Page;
let phone: Desk;
const desks: Desk[] = [];
const devices: Device[] = [];
let main = "";

type Shown = { readonly id: string; readonly handling: { readonly stage: string; readonly [member: string]: unknown } };

const openDesk = async (person: Person, fragment: string, size: (typeof sizes)[number] = sizes[1]): Promise<Desk> => {
  const opened = await team.desk(browser, person, fragment, size);
  desks.push(opened);
  return opened;
};
const raise = async (address: number): Promise<void> => {
  const device = link(hub, address);
  devices.push(device);
  await device.send(componentStatus({ fire: true }, 17, "A 相剩余电流"));
};
const alarmOf = (address: number): Promise<Shown> =>
  until(
    async () => {
      const { items } = await team.ask(chen, "GET", `/api/v1/alarms?deviceId=dev-${address}&state=raised`);
      return (items as Shown[])[0] as Shown;
    },
    (found) => found !== undefined,
    15_000,
  );
const hubSays = async (id: string): Promise<Shown["handling"]> =>
  ((await team.ask(chen, "GET", `/api/v1/alarms/${id}`)) as unknown as Shown).handling;
const put = async (kind: string, items: readonly object[]): Promise<void> => {
  const response = await fetch(`${hub.httpUrl}/api/v1/${kind}`, {
    method: "POST",
    headers: { authorization: `Bearer ${hub.firstKey}`, "content-type": "application/json" },
    body: JSON.stringify({ items }),
  });
  const answer = (await response.json()) as { results?: readonly { status: string }[] };
  if (!answer.results?.every(({ status }) => status === "created"))
    throw new Error(JSON.stringify(answer).slice(0, 500));
};
const said = (at: Page, selector: string, wanted: RegExp, ms = 10_000): Promise<string> =>
  until(
    () => at.locator(selector).first().innerText({ timeout: 5_000 }),
    (text) => wanted.test(text),
    ms,
  );
const form = (at: Page, verb: string) => at.locator(`.form-${verb}`);
const submit = (at: Page, verb: string): Promise<void> => form(at, verb).locator(".is-main").click();
const gone = (at: Page, verb: string): Promise<void> => form(at, verb).waitFor({ state: "detached", timeout: 10_000 });
const look = async (at: Desk, name: string): Promise<void> => {
  await at.page.screenshot({ path: join(shots, `${name}.png`) });
  expect(await axeViolations(at.context, at.page), name).toEqual([]);
};

describePage(
  "an alarm is dealt with from its evidence to its closing, in real browsers at a real hub",
  { timeout: 90_000 },
  () => {
    beforeAll(async () => {
      stage = await openStage("detail");
      ({ hub, browser } = stage);
      await seed(hub, hub.firstKey ?? "", []);
      team = await openTeam(hub);
      chen = await team.invite("陈伟", "dutyOfficer");
      lin = await team.invite("林静", "dutyOfficer");
      fitter = await team.invite("赵强", "operatorUser");
      await raise(addressOf(0));
      main = (await alarmOf(addressOf(0))).id;
      desk = await openDesk(chen, `#/alarms/${main}`);
      page = desk.page;
    }, 90_000);
    afterAll(async () => {
      await Promise.all(devices.map((device) => device.close()));
      await stage?.end();
    }, 30_000);

    test("EF-4.1: a link opens the alarm with its frame, its history and whom to call", async () => {
      await page.locator(".detail .fields").waitFor();
      await said(page, ".detail .timeline", /设备报告发生[\s\S]*平台收到/);
      expect(await page.locator(".detail .hex").innerText()).toMatch(/40 40/);
      expect(await page.locator(".contact").innerText()).not.toContain("85600000");
    });

    test("SEC-PII-04: the phone is shown when somebody asks for it, and the asking is audited", async () => {
      await page.locator(".contact .reveal").click();
      await until(
        () => page.locator(".contact").innerText(),
        (text) => text.includes("85600000"),
        10_000,
      );
    });

    test("EF-5.3: S opens the form of shelving, and a form without its text is refused before it is sent", async () => {
      await page.keyboard.press("s");
      await form(page, "shelve").waitFor();
      await submit(page, "shelve");
      await said(page, ".form-shelve .problem", /请填写文字/);
      await look(desk, "1366-shelve-form-zh-light");
      await page.keyboard.press("Escape");
      await gone(page, "shelve");
      expect((await hubSays(main)).shelvedUntil).toBeUndefined();
    });

    test("EF-4.2: acknowledged in the detail; closing as resolved is refused with the reason, and what was typed stays", async () => {
      await page.locator(".act-acknowledge").click();
      await said(page, ".d-stage", /已确认/);
      await page.locator(".act-close").click();
      await form(page, "close").locator("textarea").fill("复测正常");
      await submit(page, "close");
      await said(page, ".form-close .problem", /\S/);
      expect(await form(page, "close").locator("textarea").inputValue()).toBe("复测正常");
      expect((await hubSays(main)).stage).toBe("acknowledged");
      await form(page, "close").locator("button").last().click();
    });

    test("EF-5.3: written advice with another due time, and the alarm is given to somebody who can have it", async () => {
      await page.locator(".act-advise").click();
      await form(page, "advise").locator("textarea").fill("检查 5 回路末端线缆绝缘，更换老化线缆");
      const day = new Date(Date.now() + 3 * 86_400_000 + 28_800_000).toISOString().slice(0, 10);
      await form(page, "advise").locator("input[type=datetime-local]").fill(`${day}T18:00`);
      await submit(page, "advise");
      await gone(page, "advise");
      expect(await hubSays(main)).toMatchObject({
        dueAt: `${day}T18:00:00+08:00`,
        advice: { text: "检查 5 回路末端线缆绝缘，更换老化线缆" },
      });
      await page.locator(".act-assign").click();
      const options = form(page, "assign").locator("option");
      await until(
        () => options.allInnerTexts(),
        (texts) => texts.some((one) => one.includes("运维人员")),
        10_000,
      );
      await form(page, "assign").locator("select").selectOption(fitter.id);
      await submit(page, "assign");
      await gone(page, "assign");
      expect(await hubSays(main)).toMatchObject({ assignee: { id: fitter.id } });
      await said(page, ".detail .timeline", /整改建议[\s\S]*派单/);
      await look(desk, "1366-advised-zh-light");
    });

    test("EF-5.3: on a phone, without a network, what was typed and the photo stay; sent once there is one, once", async () => {
      phone = await openDesk(fitter, `#/alarms/${main}?view=mine`, sizes[2]);
      const at = phone.page;
      await at.locator(".act-rectify").click();
      await form(at, "rectify").locator("textarea").fill("已更换 5 回路末端线缆");
      await form(at, "rectify")
        .locator("input[type=file]")
        .setInputFiles({
          name: "现场.png",
          mimeType: "image/png",
          buffer: readFileSync(join(import.meta.dirname, "../../../docs/images/console-phone.png")),
        });
      await phone.context.setOffline(true);
      await submit(at, "rectify");
      await said(at, ".form-rectify .problem", /没有应答/, 20_000);
      expect(await form(at, "rectify").locator("textarea").inputValue()).toBe("已更换 5 回路末端线缆");
      await at.screenshot({ path: join(shots, "390-rectify-offline-zh-light.png") });
      // What was written goes by itself once there is a connection, and the form closes.
      await phone.context.setOffline(false);
      await gone(at, "rectify");
      const handling = await hubSays(main);
      expect(handling.stage).toBe("rectified");
      expect((handling.rectification as { files: readonly string[] }).files).toHaveLength(1);
      await said(at, ".files", /现场/);
      await look(phone, "390-rectified-zh-light");
      expect(await at.locator(".act-shelve, .act-unshelve").count()).toBe(0);
    });

    test("EF-5.3: recovery is confirmed, then it is closed; the page that watches sees each step without a reload", async () => {
      await said(page, ".d-stage", /已整改/);
      await page.locator(".act-confirm-recovery").click();
      await form(page, "confirm-recovery").locator("textarea").fill("现场复测 68 mA");
      await submit(page, "confirm-recovery");
      await said(page, ".d-stage", /已整改 · 已消除/);
      await page.locator(".act-close").click();
      await form(page, "close").locator("textarea").fill("复测 68 mA，正常");
      await submit(page, "close");
      await said(page, ".d-stage", /已关闭/);
      await said(phone.page, ".d-stage", /已关闭/);
      expect((await hubSays(main)).stage).toBe("closed");
      expect(await page.locator(".act-reopen").count()).toBe(1);
      expect(await page.locator(".act-acknowledge").count()).toBe(0);
      await phone.context.close();
    });

    test("EF-4.2: shelved with a reason it is out of the list and in that of shelved ones, counted, until it is brought back", async () => {
      await raise(addressOf(1));
      const { id } = await alarmOf(addressOf(1));
      await page.goto(`${hub.httpUrl}/#/alarms/${id}`);
      await page.locator(".act-shelve").click();
      await form(page, "shelve").locator("select").selectOption({ index: 0 });
      await form(page, "shelve").locator("textarea").fill("夜间施工用电");
      await submit(page, "shelve");
      await gone(page, "shelve");
      await said(page, ".views button:last-of-type", /已搁置 1/);
      expect(await hubSays(id)).toMatchObject({ shelvedReason: "夜间施工用电" });
      await page.locator(".detail .close").click();
      await page.locator(".views button").last().click();
      await page.locator(`#row-${id}`).waitFor();
      expect(await page.locator(`#row-${id} .c-state`).innerText()).toMatch(/搁置至 \d\d:\d\d:\d\d/);
      await look(desk, "1366-shelved-zh-light");
      await page.locator(`#row-${id}`).click();
      await page.locator(".act-unshelve").click();
      await form(page, "unshelve").locator("textarea").fill("施工结束");
      await submit(page, "unshelve");
      await said(page, ".views button:last-of-type", /已搁置 0/);
      await page.keyboard.press("Escape");
      await page.goto(`${hub.httpUrl}/#/alarms`);
      await page.locator(`#row-${id}`).waitFor();
    });

    test("EF-4.2: a storm is one row; its members are shown before they are acknowledged as one", async () => {
      const one = (await team.ask(chen, "GET", `/api/v1/devices/dev-${addressOf(0)}`)) as object;
      const addresses = Array.from({ length: 14 }, (_, n) => 950 + n);
      await put(
        "devices",
        addresses.map((address) => {
          const {
            version: _,
            updatedAt: __,
            presence: ___,
            lastSeenAt: ____,
            ...plain
          } = one as { [member: string]: unknown };
          return {
            ...plain,
            id: `dev-${address}`,
            unitId: "unit-3",
            name: `风暴 ${address}`,
            wireAddress: String(address),
            status: "normal",
            componentCount: 0,
          };
        }),
      );
      await page.keyboard.press("Escape");
      await page.mouse.move(5, 400);
      for (const address of addresses) await raise(address);
      const { items } = await until(
        async () =>
          (await team.ask(chen, "GET", "/api/v1/alarms?grouped=false&unitId=unit-3")) as unknown as { items: Shown[] },
        (list) => list.items.some(({ handling }) => handling.memberCount === 13),
        20_000,
      );
      const root = items.find(({ handling }) => handling.memberCount === 13)?.id ?? "";
      await said(page, `#row-${root} .c-what`, /同一原因 14 条/, 15_000);
      expect(await page.locator('.grid-row .c-place:has-text("风暴")').count()).toBe(1);
      // The key of a single one opens a group instead of acknowledging what was not seen.
      await until(
        async () => {
          await page.keyboard.press("u");
          for (let n = 0; n < 5; n += 1) {
            if ((await page.locator(".grid-row.is-active").getAttribute("id")) === `row-${root}`) return true;
            await page.keyboard.press("j");
          }
          return false;
        },
        (isThere) => isThere,
        10_000,
      );
      await page.keyboard.press("a");
      await page.locator(".members li").first().waitFor();
      expect(await page.locator(".members li").count()).toBe(13);
      expect((await hubSays(root)).stage).toBe("unacknowledged");
      await look(desk, "1366-storm-zh-light");
      await page.keyboard.press("Shift+A");
      await said(page, ".act-notice", /已确认 14 条/);
      await said(page, ".d-stage", /已确认/);
      const all = (await team.ask(
        chen,
        "GET",
        "/api/v1/alarms?unitId=unit-3&stage=unacknowledged&limit=100",
      )) as unknown as { items: { deviceId: string }[] };
      expect(all.items.filter(({ deviceId }) => addresses.includes(Number(deviceId.slice(4))))).toEqual([]);
      await page.locator(".act-notice button").click();
    });

    test("EF-5.9: a shift is handed over with what the hub counted, and taken by another officer, not by oneself", async () => {
      await page.goto(`${hub.httpUrl}/#/handover`);
      await page.locator(".handover .give").waitFor();
      expect(await page.locator(".check input").isDisabled()).toBe(true);
      await page.locator(".test-sound").click();
      await until(
        () => page.locator(".check input").isDisabled(),
        (isOff) => !isOff,
        5_000,
      );
      await page.locator(".check input").check();
      await page.locator(".give textarea").fill("小布林农贸市场告警已确认，待派单");
      await page.locator(".give .is-main").click();
      await page.locator(".given").waitFor();
      await page.locator(".handover tbody tr").first().waitFor();
      expect(await page.locator(".handover .take").count()).toBe(0);
      const other = await openDesk(lin, "#/handover");
      await other.page.locator(".take").click();
      await until(
        () => other.page.locator(".handover tbody tr").first().innerText(),
        (text) => /我 \d{4}-/.test(text),
        10_000,
      );
      const { items } = (await team.ask(chen, "GET", "/api/v1/duty/handovers")) as unknown as {
        items: { isSoundTested: boolean; open: number; takenBy: { id: string } | null }[];
      };
      expect(items[0]).toMatchObject({ isSoundTested: true, takenBy: { id: lin.id } });
      expect(items[0]?.open).toBeGreaterThan(10);
      await other.context.close();
    });

    test("EF-4.2: a new alarm sounds on a screen whose sound is on, and silence acknowledges nothing", async () => {
      await page.goto(`${hub.httpUrl}/#/alarms?find=dev-${addressOf(2)}`);
      await page.locator(".facts .state").waitFor();
      await raise(addressOf(2));
      const { id } = await alarmOf(addressOf(2));
      // Silence is for what the page has: others sound already.
      await page.locator(`#row-${id}`).waitFor({ timeout: 15_000 });
      await said(page, ".sound", /正在鸣响：报警/, 15_000);
      await page.keyboard.press("m");
      await until(
        () => page.locator(".silence").count(),
        (buttons) => buttons === 0,
        5_000,
      );
      expect((await hubSays(id)).stage).toBe("unacknowledged");
      const metrics = await fetch(`${hub.httpUrl}/metrics`, {
        headers: { authorization: `Bearer ${hub.firstKey}` },
      }).then((answer) => answer.text());
      expect(metrics).toMatch(/dianan_duty_watchers 1/);
    });

    test.each(sizes)(
      "WCAG 2.2 AA: detail, shelved list and handover at $width × $height, both languages, both themes",
      { timeout: 180_000 },
      async (size) => {
        await page.setViewportSize(size);
        const { id } = await alarmOf(addressOf(2));
        for (const [language, theme] of [
          ["zh", "light"],
          ["zh", "dark"],
          ["en", "dark"],
          ["en", "light"],
        ] as const) {
          await page.goto(`${hub.httpUrl}/#/alarms`);
          await page.locator(".tools").waitFor();
          if ((await page.locator("html").getAttribute("lang")) !== (language === "zh" ? "zh-CN" : "en"))
            await page.locator(".tools button").nth(0).click();
          if ((await page.locator("html").getAttribute("data-theme")) !== theme)
            await page.locator(".tools button").nth(1).click();
          const name = (scene: string): string => `${size.width}-${scene}-${language}-${theme}`;
          await page.locator(".grid-row").first().waitFor();
          await look(desk, name("duty"));
          await page.goto(`${hub.httpUrl}/#/alarms/${id}`);
          await page.locator(".act-rectify, .act-advise").first().waitFor();
          await page.locator(".detail .fields").waitFor();
          await page.locator(".act-advise").click();
          await form(page, "advise").waitFor();
          await look(desk, name("handling"));
          await form(page, "advise").locator("button").last().click();
          await page.goto(`${hub.httpUrl}/#/handover`);
          await page.locator(".handover tbody tr").first().waitFor();
          await look(desk, name("handover"));
          await page.goto(`${hub.httpUrl}/#/overview`);
          await page.locator(".newest li").first().waitFor();
          await look(desk, name("overview"));
          await page.goto(`${hub.httpUrl}/#/overview?wall=1`);
          await page.locator(".overview .clock").waitFor();
          await look(desk, name("wall"));
          await page.locator(".to-wall").click();
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
        }
      },
    );

    test("EF-4.3: the overview has a tile for each community, the worst first, and leads to its alarms", async () => {
      await page.setViewportSize(sizes[0]);
      await page.goto(`${hub.httpUrl}/#/overview`);
      await said(page, ".tile >> nth=0", /报警|Alarm/);
      const tiles = await page.locator(".tile").allInnerTexts();
      expect(tiles.length).toBeGreaterThan(1);
      expect(tiles.at(-1)).toMatch(/正常|normal/);
      await page.locator(".newest a").first().click();
      await page.locator(".detail .fields").waitFor();
    });

    test("EF-4.1, EF-4.4.2: a device shows its days and its trends with the set point, and keeps a gap", async () => {
      await page.setViewportSize(sizes[1]);
      const at = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
      const quantity = { deviceId: `dev-${addressOf(2)}`, quantity: "residualCurrent" };
      await put(
        "readings",
        [300, 240, 180, 60, 30].map((minutes, n) => ({ ...quantity, value: 60 + n * 100, at: at(minutes) })),
      );
      await page.goto(`${hub.httpUrl}/#/devices/dev-${addressOf(2)}`);
      await page.locator(".device-history .bars").waitFor();
      expect(((await page.locator(".device-history .bars").getAttribute("d")) ?? "").match(/M/g)).toHaveLength(5);
      await said(page, ".device-history figcaption", /60 mA – 460 mA/);
      await page.locator(".ranges button").nth(1).click();
      await page.locator(".device-history .bars").waitFor();
      await look(desk, "1366-device-history");
      await page.locator(".device-history .presence").waitFor();
    });

    test("EF-4.1: 2,000 open alarms: as few elements as are visible, found by search, dealt with by key", async () => {
      await page.setViewportSize(sizes[1]);
      const now = Date.now();
      const time = (ms: number): string => `${new Date(ms + 28_800_000).toISOString().slice(0, 19)}+08:00`;
      for (let batch = 0; batch < 5; batch += 1)
        await put(
          "alarms",
          Array.from({ length: 400 }, (_, n) => ({
            ...{
              id: `many-${batch}-${n}`,
              deviceId: `dev-${addressOf(n % 14)}`,
              unitId: `unit-${n % 6}`,
              type: "temperatureOver",
            },
            ...{
              occurredAt: time(now - n * 1_000),
              receivedAt: time(now - n * 1_000),
              description: `第 ${batch}-${n} 条`,
            },
            ...{ platformCode: "JJLY02", value: 80 + (n % 20), threshold: 70, unit: "Cel" },
          })),
        );
      await page.goto(`${hub.httpUrl}/?again#/alarms`);
      await until(
        async () => Number(await page.locator(".alarm-grid").getAttribute("aria-rowcount", { timeout: 20_000 })),
        (rows) => rows > 2_000,
        30_000,
      );
      expect(await page.locator(".grid-row").count()).toBeLessThan(60);
      await page.locator(".find").fill("第 3-77 条");
      await until(
        () => page.locator(".grid-row").count(),
        (rows) => rows === 1,
        10_000,
      );
      await page.keyboard.press("Escape");
      await page.keyboard.press("j");
      await page.keyboard.press("a");
      await until(
        () => hubSays("many-3-77"),
        ({ stage }) => stage === "acknowledged",
        10_000,
      );
    });

    test("the hub is killed and comes back under the page: acts are not shown as done, and go on afterwards", {
      timeout: 120_000,
    }, async () => {
      await page.goto(`${hub.httpUrl}/?back#/alarms?find=${encodeURIComponent("第 4-9 条")}`);
      await page.locator("#row-many-4-9 .ack").waitFor({ timeout: 20_000 });
      await hub.close();
      await page.locator("#row-many-4-9 .ack").click();
      await said(page, "#row-many-4-9 .c-state", /结果不明|Not known/, 20_000);
      await page.locator(".stale-bar p").waitFor({ timeout: 30_000 });
      hub = await stage.again();
      await until(
        () => page.locator(".facts .state").innerText(),
        (state) => /实时|Live/.test(state),
        40_000,
      );
      await page.locator("#row-many-4-9 .ack").click();
      await said(page, "#row-many-4-9 .c-state", /已确认|Acknowledged/, 15_000);
      expect((await hubSays("many-4-9")).stage).toBe("acknowledged");
    });

    test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
      for (const { watch } of desks) expect(watch).toEqual({ outside: [], violations: [], errors: [] });
    });
  },
);
