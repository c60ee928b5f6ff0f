import type { RunningHub } from "@dianan/hub";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "./browser.ts";
import { putAlarms, seed } from "./page-hub.ts";
import { type Desk, openTeam, type Person, type Team } from "./people.ts";
import { said, to } from "./screen.ts";
import { describePage, openStage, type Stage } from "./stage.ts";
import { sweep } from "./sweep.ts";

type Shown = { readonly [member: string]: unknown };
let stage: Stage;
let hub: RunningHub;
let team: Team;
let zhou: Person;
let system: Desk;
let security: Desk;
let at: Page;

const listed = async (path: string): Promise<readonly Shown[]> =>
  (await team.ask(zhou, "GET", path)).items as readonly Shown[];
/** Somebody else changes it meanwhile. */
const changeMeanwhile = async (path: string, body: object): Promise<void> => {
  const headers = { cookie: zhou.cookie, "sec-fetch-site": "same-origin", "content-type": "application/json" };
  const { version } = await team.ask(zhou, "GET", path);
  const response = await fetch(`${hub.httpUrl}${path}`, {
    ...{ method: "PATCH", headers: { ...headers, "if-match": `"${version}"` }, body: JSON.stringify(body) },
  });
  if (!response.ok) throw new Error(await response.text());
};
const field = (form: Locator, name: string): Locator => form.locator(`[name="${name}"]`);
const fill = async (form: Locator, values: { readonly [name: string]: string }): Promise<void> => {
  for (const [name, value] of Object.entries(values)) {
    const one = field(form, name);
    if ((await one.evaluate(({ tagName }) => tagName)) === "SELECT") await one.selectOption(value);
    else await one.fill(value);
  }
};
const wrong = (form: string, name: string, words: RegExp): Promise<string> =>
  said(at, `${form} label:has([name="${name}"]) .field-problem`, words);

describePage("sharing in a real browser at a real hub", { timeout: 240_000 }, () => {
  beforeAll(async () => {
    stage = await openStage("sharing", { outboundAllow: "127.0.0.1" });
    ({ hub } = stage);
    await seed(hub, hub.firstKey ?? "", []);
    await putAlarms(hub, hub.firstKey ?? "");
    team = await openTeam(hub);
    zhou = await team.invite("周敏", "systemAdministrator");
    system = await team.desk(stage.browser, zhou, "#/sharing?tab=webhooks");
    const lin = await team.invite("林安", "securityAdministrator");
    security = await team.desk(stage.browser, lin, "#/sharing?tab=parties");
    at = system.page;
    for (const desk of [system, security]) desk.page.setDefaultTimeout(60_000);
  }, 180_000);
  afterAll(() => stage?.end(), 30_000);

  test("SH-6: each part of sharing says what is not there; a mapping is tried without writing anything, refused where it is no JSON", async () => {
    for (const [tab, empty] of [
      ["receiving", /JJLY01|没有平台/],
      ["reconcile", /还没有对账/],
      ["receivers", /没有推送接入/],
      ["webhooks", /没有事件推送/],
      ["", /没有发送目标/],
    ] as const) {
      await to(at, `#/sharing?tab=${tab}`);
      await said(at, ".sheet", empty);
    }
    await to(at, "#/sharing?tab=mappings");
    await at.locator(".presets tbody tr").first().waitFor();
    await at.locator(".ask-mapping [name=input]").fill("not json");
    await at.locator(".ask-mapping [type=submit]").click();
    await said(at, ".ask-mapping .problem", /JSON/);
    await at.locator(".ask-mapping [name=expression]").fill('{ "seen": imei }');
    await at.locator(".ask-mapping [name=input]").fill('{"imei":"866123456789012"}');
    await at.locator(".ask-mapping [type=submit]").click();
    await at.locator(".trial-result").waitFor();
    await sweep(system, "sharing-mappings");
  });

  test("EF-N.3, SEC-OUT-04: a webhook is made with a secret that is shown once, changed, stopped, and gets another secret", async () => {
    await to(at, "#/sharing?tab=webhooks");
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
    await at.locator(".act-row .remove").click();
    await said(at, ".ask-remove", /不再推送事件/);
    await field(at.locator(".ask-remove"), "typed").fill("别的系统");
    await at.locator(".ask-remove [type=submit]").click();
    await said(at, ".ask-remove .problem", /键入的名称不符/);
    await field(at.locator(".ask-remove"), "typed").fill("值班系统");
    await at.locator(".ask-remove [type=submit]").click();
    await said(at, ".sheet", /没有事件推送/);
  });

  test("SH-4, EF-N.4: a destination is made with its rate; what is wrong is said at its field", async () => {
    await to(at, "#/sharing");
    await said(at, ".sheet", /没有发送目标/);
    await at.locator(".act-row .add").click();
    const form = at.locator(".ask-destination");
    for (const kind of ["operator", "unit", "device", "component", "alarm"])
      await form.locator(`[name=kind-${kind}]`).uncheck();
    await fill(form, { name: "市级平台", url: "http://127.0.0.1:9/nobody", period: "1", pushesPerSecond: "0.001" });
    await fill(form, { headers: "no colon", secret: "whsec_short" });
    await form.locator("[type=submit]").click();
    await wrong(".ask-destination", "kind-operator", /至少选一类/);
    for (const kind of ["unit", "alarm"]) await form.locator(`[name=kind-${kind}]`).check();
    await form.locator("[type=submit]").click();
    await wrong(".ask-destination", "headers", /每行应为/);
    await fill(form, { headers: "X-City: 350582" });
    await form.locator("[type=submit]").click();
    await wrong(".ask-destination", "pushesPerSecond", /0\.01/);
    await fill(form, { pushesPerSecond: "0.5", secret: "" });
    await form.locator("[type=submit]").click();
    await said(at, ".ask-destination .problem", /不允许调用该地址/);
    await sweep(system, "sharing-destination-form");
    // The hub itself is there, and has nothing at this path: what is sent there is answered, and not taken.
    await fill(form, { url: `${hub.httpUrl}/nobody` });
    await form.locator("[type=submit]").click();
    await said(at, ".destinations", /重试中/);
    const [made] = await listed("/api/v1/sharing");
    expect(await team.ask(zhou, "GET", `/api/v1/sharing/${made?.id}`)).toMatchObject({
      ...{ rate: { pushesPerSecond: 0.5 }, kinds: ["unit", "alarm"], periodSeconds: 1, mapping: null },
    });
  });

  test("SH-4, EF-N.4: a destination that does not answer: what waits, how late it is, what would be sent; paused with a reason", async () => {
    await at.locator(".destinations .row-open").click();
    await at.locator(".owed tbody tr").first().waitFor();
    await at.locator(".owed button").first().click();
    await said(at, ".owed .json", /"id"/);
    await said(at, ".destinations", /超过约定/);
    await said(at, ".sheet", /每秒至多 0\.5 次推送/);
    await sweep(system, "sharing");
    await at.locator(".ask-pause [name=reason]").fill("对方维护");
    await at.locator(".ask-pause [type=submit]").click();
    await said(at, ".destinations", /已暂停[\s\S]*对方维护/);
  });

  test("EF-N.4: a destination is changed; somebody else was faster: told, read anew, and the typed text is still there", async () => {
    const [{ id } = {}] = await listed("/api/v1/sharing");
    await at.locator(".act-row .edit").click();
    const form = at.locator(".ask-destination-change");
    expect(await field(form, "secret").inputValue()).toBe("");
    expect(await field(form, "headers").inputValue()).toBe("");
    await form.locator("[type=submit]").click();
    await said(at, ".ask-destination-change .problem", /没有改动/);
    await changeMeanwhile(`/api/v1/sharing/${id}`, { periodSeconds: 90 });
    await fill(form, { name: "省级平台" });
    await form.locator("[type=submit]").click();
    await said(at, ".conflict", /已被他人修改，没有保存/);
    await at.locator(".conflict button").click();
    await until(
      () => field(form, "period").inputValue(),
      (value) => value === "90",
      60_000,
    );
    expect(await field(form, "name").inputValue()).toBe("省级平台");
    await fill(form, { pushesPerSecond: "", recordsPerSecond: "200" });
    await form.locator("[type=submit]").click();
    await form.waitFor({ state: "detached" });
    await said(at, ".destinations", /省级平台/);
    expect(await team.ask(zhou, "GET", `/api/v1/sharing/${id}`)).toMatchObject({
      ...{ name: "省级平台", periodSeconds: 90, rate: { recordsPerSecond: 200 }, url: `${hub.httpUrl}/nobody` },
    });
  });

  test("EF-N.4: removing says what ends and wants the name; then nothing is owed there any more", async () => {
    await at.locator(".act-row .remove").click();
    await said(at, ".ask-remove", /不再向对方发送；[1-9]\d* 条待发/);
    await fill(at.locator(".ask-remove"), { typed: "市级平台" });
    await at.locator(".ask-remove [type=submit]").click();
    await said(at, ".ask-remove .problem", /键入的名称不符/);
    expect(await listed("/api/v1/sharing")).toHaveLength(1);
    await fill(at.locator(".ask-remove"), { typed: "省级平台" });
    await at.locator(".ask-remove [type=submit]").click();
    await said(at, ".sheet", /没有发送目标/);
    expect(await listed("/api/v1/sharing")).toEqual([]);
  });

  test("EF-N.4: a fire centre has addresses instead of a rate; a unit that is not there is told at its field", async () => {
    await at.locator(".act-row .add").click();
    const form = at.locator(".ask-destination");
    await fill(form, { form: "gb26875", name: "监控中心", url: `gb26875://127.0.0.1:${hub.gb26875Port}` });
    expect(await form.locator("[name=pushesPerSecond], [name=expression]").count()).toBe(0);
    for (const kind of ["operator", "unit", "device", "component"]) await form.locator(`[name=kind-${kind}]`).uncheck();
    await form.locator("[type=submit]").click();
    await said(at, ".ask-destination .problem", /请填写：源地址/);
    await fill(form, { sourceAddress: "350582000001", unitIds: "unit-0\nunit-none" });
    await form.locator("[type=submit]").click();
    await wrong(".ask-destination", "unitIds", /\S/);
    await fill(form, { unitIds: "unit-0" });
    await form.locator("[type=submit]").click();
    await said(at, ".destinations", /监控中心/);
    const [made] = await listed("/api/v1/sharing");
    expect(await team.ask(zhou, "GET", `/api/v1/sharing/${made?.id}`)).toMatchObject({
      ...{ form: "gb26875", centre: { sourceAddress: 350_582_000_001, unitIds: ["unit-0"], resends: 3 }, rate: null },
    });
  });

  test("EF-N.1, SEC-API-04: a receiver is made; what does not fit is told at its field; its address is shown once, its secret never", async () => {
    await to(at, "#/sharing?tab=receivers");
    await at.locator(".act-row .add").click();
    const form = at.locator(".ask-receiver");
    await fill(form, { name: "移动烟感", platform: "onenet", protocol: "gb26875", member: "APPdata", sources: "here" });
    await form.locator("[type=submit]").click();
    await wrong(".ask-receiver", "member", /\S/);
    await fill(form, { member: "/APPdata" });
    await form.locator("[type=submit]").click();
    await wrong(".ask-receiver", "sources", /地址段/);
    await fill(form, { sources: "203.0.113.0/24\n127.0.0.1" });
    await form.locator("[type=submit]").click();
    await wrong(".ask-receiver", "secret-token", /OneNET 推送须有 token/);
    await fill(form, { "secret-token": "example-token" });
    await sweep(system, "sharing-receiver-form");
    await form.locator("[type=submit]").click();
    await said(at, ".once-secret code", /\/pushes\/dr_/);
    await at.locator(".receivers .row-open").click();
    await at.locator(".act-row .edit").click();
    const change = at.locator(".ask-receiver-change");
    await said(at, ".ask-receiver-change", /已设置，留空不变/);
    expect(await field(change, "secret-token").inputValue()).toBe("");
    expect(await at.locator("main").innerText()).not.toContain("example-token");
  });

  test("EF-N.2: it is changed to members of JSON, a row each; what is wrong with a row is told there, also below an empty one", async () => {
    const change = at.locator(".ask-receiver-change");
    await fill(change, { kind: "members" });
    await change.locator("[type=submit]").click();
    await wrong(".ask-receiver-change", "reading0.member", /至少应有一项/);
    await change.locator(".add-reading").click();
    await fill(change, { "reading1.member": "leak", "reading1.quantity": "residualCurrent", "reading1.factor": "0.1" });
    await change.locator("[type=submit]").click();
    await wrong(".ask-receiver-change", "reading1.member", /\S/);
    await fill(change, { "reading1.member": "/leak", "condition0.member": "/alarm" });
    await fill(change, { "condition0.type": "residualCurrentOver", "condition0.raisedBy": '1, "1"' });
    await change.locator("[type=submit]").click();
    await change.waitFor({ state: "detached" });
    expect((await listed("/api/v1/receivers"))[0]).toMatchObject({
      ...{ name: "移动烟感", sources: ["203.0.113.0/24", "127.0.0.1"], secretsSet: ["token"] },
      payload: {
        kind: "members",
        readings: [{ member: "/leak", quantity: "residualCurrent", factor: 0.1 }],
        conditions: [{ member: "/alarm", type: "residualCurrentOver", raisedBy: [1, "1"] }],
      },
    });
  });

  test("EF-N.1: two at once: the second is told, reads it anew, and then saves", async () => {
    const [{ id } = {}] = await listed("/api/v1/receivers");
    await at.locator(".act-row .edit").click();
    const change = at.locator(".ask-receiver-change");
    await changeMeanwhile(`/api/v1/receivers/${id}`, { isEnabled: false });
    await fill(change, { name: "移动用电" });
    await change.locator("[type=submit]").click();
    await said(at, ".conflict", /已被他人修改/);
    await at.locator(".conflict button").click();
    await until(
      () => field(change, "isEnabled").isChecked(),
      (isChecked) => !isChecked,
      60_000,
    );
    expect(await field(change, "name").inputValue()).toBe("移动用电");
    await change.locator("[type=submit]").click();
    await said(at, ".receivers", /移动用电[\s\S]*停用/);
  });

  test("EF-N.3: a receiver of any platform reads by a mapping: parameters that are no JSON, an expression that is none", async () => {
    await at.locator(".act-row .add").click();
    const form = at.locator(".ask-receiver");
    await fill(form, { name: "厂商平台", platform: "mapping", expression: "(((", parameters: "[1]" });
    expect(await form.locator("[name=deviceKey], [name=protocol]").count()).toBe(0);
    await form.locator("[type=submit]").click();
    await wrong(".ask-receiver", "parameters", /不是 JSON 对象/);
    await fill(form, { parameters: "{}" });
    await form.locator("[type=submit]").click();
    await wrong(".ask-receiver", "expression", /\S/);
    await form.locator(".ask-ends button:not([type=submit])").click();
    await form.waitFor({ state: "detached" });
  });

  test("EF-N.1: removing a receiver says what ends; its address takes nothing from then on", async () => {
    await at.locator(".ask-address [type=submit]").click();
    await said(at, ".once-secret code", /\/pushes\/dr_/);
    const address = new URL(await at.locator(".once-secret code").innerText());
    const push = async (): Promise<number> =>
      (await fetch(`${hub.httpUrl}${address.pathname}`, { method: "POST", body: "{}" })).status;
    const before = await push();
    await at.locator(".act-row .remove").click();
    await said(at, ".ask-remove", /推送地址立即失效/);
    await fill(at.locator(".ask-remove"), { typed: "别的" });
    await at.locator(".ask-remove [type=submit]").click();
    await said(at, ".ask-remove .problem", /键入的名称不符/);
    expect(await push()).toBe(before);
    await fill(at.locator(".ask-remove"), { typed: "移动用电" });
    await at.locator(".ask-remove [type=submit]").click();
    await said(at, ".sheet", /没有推送接入/);
    expect([before, await push()]).not.toContain(200);
    expect(await listed("/api/v1/receivers")).toEqual([]);
  });

  test("EF-N.5: a platform is invited with a token that is shown once, after the second factor", async () => {
    const { page } = security;
    await said(page, ".sheet", /没有互联的平台/);
    const form = page.locator(".ask-party-invite");
    await form.locator("[name=name]").fill("省级平台");
    await form.locator("[name=code]").fill("not a code!");
    await form.locator("[type=submit]").click();
    await said(page, ".ask-party-invite .problem", /\S/);
    await form.locator("[name=code]").fill("JJLY09");
    await form.locator("[type=submit]").click();
    await page.locator(".once-secret").waitFor();
    await said(page, ".parties", /省级平台[\s\S]*已邀请/);
    await sweep(security, "sharing-parties");
  });

  test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
    for (const { watch } of [system, security]) expect(watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});
