import { join } from "node:path";
import type { Device } from "@dianan/device";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, until } from "./browser.ts";
import { componentStatus, link } from "./page-hub.ts";
import { type Desk, openTeam } from "./people.ts";
import { describePage, openStage, type Stage, shots, sizes } from "./stage.ts";

let stage: Stage;
let desk: Desk;
let officer: Desk;
let device: Device | undefined;

describePage("a hub without devices, in a real browser", { timeout: 300_000 }, () => {
  beforeAll(async () => {
    stage = await openStage("first-device");
    const team = await openTeam(stage.hub);
    desk = await team.desk(stage.browser, await team.invite("周敏", "systemAdministrator"), "#/devices");
    officer = await team.desk(stage.browser, await team.invite("陈伟", "dutyOfficer"), "#/devices");
    for (const { page } of [desk, officer]) page.setDefaultTimeout(120_000);
  }, 120_000);
  afterAll(async () => {
    await device?.close();
    await stage?.end();
  }, 30_000);

  const fill = async (values: { readonly [name: string]: string }): Promise<void> => {
    for (const [name, value] of Object.entries(values))
      await desk.page.locator(`.first-device [name=${name}]`).fill(value);
    await desk.page.locator(".first-device [type=submit]").click();
  };
  const says = (selector: string, wanted: RegExp): Promise<string> =>
    until(
      () => desk.page.locator(selector).first().innerText({ timeout: 120_000 }),
      (text) => wanted.test(text),
      120_000,
    );

  test("SEC-AZ-02: whoever may not register devices is told that there are none, and has no form", async () => {
    await officer.page.locator(".picture h2").waitFor();
    expect(await officer.page.locator(".picture").innerText()).toContain("还没有登记设备");
    expect(await officer.page.locator(".first-device").count()).toBe(0);
  });

  test("EF-3.1: step one: a field that is empty is refused before it is sent, and what was typed stays, also over a reload", async () => {
    await says(".first-device .ask", /第 1 步/);
    await fill({ name: "示例运维" });
    await says(".first-device .problem", /请填写：统一社会信用代码/);
    for (const [name, value] of Object.entries({ address: "灵源街道", contact: "示例联系人", phone: "0595-85600000" }))
      await desk.page.locator(`.first-device [name=${name}]`).fill(value);
    await desk.page.reload();
    await says(".first-device .ask", /第 1 步/);
    expect(await desk.page.locator(".first-device [name=phone]").inputValue()).toBe("0595-85600000");
    for (const size of [sizes[2], sizes[1]]) {
      await desk.page.setViewportSize(size);
      await desk.page.screenshot({ path: join(shots, `${size.width}-first-device-zh-light.png`) });
      expect(await axeViolations(desk.context, desk.page), String(size.width)).toEqual([]);
      expect(await desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    await fill({ code: "91350100M000100Y43" });
    await says(".first-device .ask", /第 2 步/);
  });

  test("EF-3.1: steps two and three: a reload goes on where it was, and the device stands in the list", async () => {
    await desk.page.reload();
    await says(".first-device .ask", /第 2 步/);
    // This platform's own code stands there.
    expect(await desk.page.locator(".first-device [name=platform]").inputValue()).toBe("JJLY01");
    await fill({
      ...{ name: "灵水制衣厂", address: "灵源街道 1 号", community: "灵水", region: "350582" },
      ...{ contact: "示例联系人", phone: "0595-85600000", latitude: "24.718", longitude: "118.5388" },
    });
    await says(".first-device .ask", /第 3 步/);
    await desk.page.locator(".first-device [name=type]").selectOption("electricalFireMonitor");
    await fill({ name: "厨房配电箱", address: "一层", manufacturer: "示例电气", wire: "889" });
    await desk.page.locator(".device-grid .grid-row").waitFor();
    expect(await desk.page.locator(".first-device").count()).toBe(0);
  });

  test("EF-4.4.2: it is online as soon as it has spoken, on every screen and without a reload", async () => {
    device = link(stage.hub, 889);
    await device.send(componentStatus({ normal: true }, 17, "A 相剩余电流"));
    for (const { page } of [desk, officer])
      await until(
        () => page.locator(".device-grid .grid-row").innerText(),
        (text) => text.includes("在线"),
        120_000,
      );
    for (const { watch } of [desk, officer]) expect(watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});
