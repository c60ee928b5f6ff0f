import type { RunningHub } from "@dianan/hub";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "./browser.ts";
import { type Desk, openTeam } from "./people.ts";
import { said } from "./screen.ts";
import { describePage, openStage, type Stage } from "./stage.ts";
import { sweep } from "./sweep.ts";

let stage: Stage;
let hub: RunningHub;
let system: Desk;

describePage("webhooks in a real browser at a real hub", { timeout: 180_000 }, () => {
  beforeAll(async () => {
    stage = await openStage("webhooks", { outboundAllow: "127.0.0.1" });
    ({ hub } = stage);
    const team = await openTeam(hub);
    system = await team.desk(stage.browser, await team.invite("周敏", "systemAdministrator"), "#/sharing?tab=webhooks");
  }, 120_000);
  afterAll(() => stage?.end(), 30_000);

  test("EF-N.3, SEC-OUT-04: a webhook is made with a secret that is shown once, changed, stopped, and gets another secret", async () => {
    const at = system.page;
    await said(at, ".sheet", /没有事件推送/);
    const form = at.locator(".ask-webhook");
    await form.locator("[name=url]").fill("https://10.0.0.1/hook");
    await form.locator("[type=submit]").click();
    await said(at, ".ask-webhook .problem", /不允许调用该地址/);
    await form.locator("[name=url]").fill(`${hub.httpUrl}/nobody`);
    for (const type of ["raised", "changed"]) await form.locator(`[name="com.dianan.alarm.${type}"]`).uncheck();
    await form.locator("[type=submit]").click();
    await said(at, ".ask-webhook .problem", /至少选一类事件/);
    await form.locator('[name="com.dianan.alarm.raised"]').check();
    await form.locator("[type=submit]").click();
    await said(at, ".once-secret code", /^whsec_/);
    const first = await at.locator(".once-secret code").innerText();
    await at.locator(".webhooks .row-open").click();
    await at.locator(".ask-change [name=description]").fill("值班系统");
    await at.locator(".ask-change [type=submit]").click();
    await said(at, ".webhooks", /值班系统/);
    await sweep(system, "sharing-webhooks");
    await at.locator(".ask-rotate [type=submit]").click();
    await until(
      () => at.locator(".once-secret code").allInnerTexts(),
      (texts) => texts.some((text) => text.startsWith("whsec_") && text !== first),
      30_000,
    );
    await at.locator(".ask-stop [type=submit]").click();
    await said(at, ".webhooks", /已停用/);
    await at.locator(".ask-remove [type=submit]").click();
    await said(at, ".sheet", /没有事件推送/);
  });

  test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
    expect(system.watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});
