import { readFileSync } from "node:fs";
import { connect } from "node:net";
import type { Device } from "@dianan/device";
import type { RunningHub } from "@dianan/hub";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "./browser.ts";
import { addressOf, componentStatus, link, seed } from "./page-hub.ts";
import { type Desk, openTeam, type Team } from "./people.ts";
import { said, to } from "./screen.ts";
import { describePage, openStage, type Stage } from "./stage.ts";
import { sweep } from "./sweep.ts";

/** Addresses of devices that nobody registered. */
const STRANGERS = [77_001, 77_002] as const;
let stage: Stage;
let hub: RunningHub;
let team: Team;
let system: Desk;
const devices: Device[] = [];

const answerOf = async (path: string): Promise<{ readonly status: number; readonly body: unknown }> => {
  const response = await fetch(`${hub.httpUrl}${path}`, { headers: { authorization: `Bearer ${hub.firstKey}` } });
  return { status: response.status, body: await response.json() };
};

describePage("the integration bench, in a real browser at a real hub", { timeout: 180_000 }, () => {
  beforeAll(async () => {
    stage = await openStage("bench");
    ({ hub } = stage);
    await seed(hub, hub.firstKey ?? "", []);
    team = await openTeam(hub);
    for (const address of STRANGERS) {
      const device = link(hub, address);
      devices.push(device);
      await device.send(componentStatus({ fire: true }, 40, "走廊感烟"));
    }
    const known = link(hub, addressOf(0));
    devices.push(known);
    await known.send(componentStatus({ fire: true }, 17, "A 相剩余电流"));
    const person = await team.invite("周敏", "systemAdministrator");
    system = await team.desk(stage.browser, person, "#/integration");
    await system.page.locator(".ask-trace").waitFor();
  }, 120_000);
  afterAll(async () => {
    await Promise.all(devices.map((device) => device.close()));
    await stage?.end();
  }, 30_000);

  test("EF-N.2: the bench: what does not decode is grouped with the byte at which it failed; a pasted frame is decoded in the page", async () => {
    const raw = connect(hub.gb26875Port, "127.0.0.1");
    // A good frame whose checksum is wrong.
    raw.write(Buffer.from("404001000101213a0a1c0b1a84030000000000000000000000000000ff2323", "hex"));
    const at = system.page;
    await to(at, "#/integration?tab=undecodable");
    await said(at, ".undecodable", /gb26875/);
    await at.locator(".undecodable .row-open").first().click();
    await at.locator(".byte.is-fault").waitFor();
    raw.destroy();
    await sweep(system, "bench-undecodable");
    await to(at, "#/integration?tab=test");
    await at.locator(".ask-decode textarea").fill("40 4");
    await at.locator(".ask-decode [type=submit]").click();
    await said(at, ".ask-decode .problem", /十六进制/);
    await at.locator(".ask-decode textarea").fill("4040");
    await at.locator(".ask-decode [type=submit]").click();
    await said(at, ".hex-fields .problem", /truncated/);
  });

  test("EF-N.2, EF-N.3: the test of a profile runs in the page: its vectors, and a frame whose bytes stand beside what they say", async () => {
    const at = system.page;
    await to(at, "#/integration/no-such-profile?tab=profiles");
    await said(at, ".sheet", /没有编号为 no-such-profile 的描述文件/);
    await at.locator(".profiles tr", { hasText: "ykc-charger" }).locator(".row-open").click();
    await at.locator(".run-vectors").click();
    await said(at, ".profile-run .verdict", /全部通过/);
    const form = at.locator(".ask-read-by");
    await form.locator("[name=hex]").fill("68 2");
    await form.locator("[type=submit]").click();
    await said(at, ".ask-read-by .problem", /十六进制/);
    const login = "6822000000015503141278230500021056342e312e353000018986001234567890123404a402";
    await form.locator("[name=hex]").fill(`${login.slice(0, -4)}0000`);
    await form.locator("[type=submit]").click();
    await said(at, ".side-by-side .problem", /bad-checksum/);
    await form.locator("[name=hex]").fill(login);
    await form.locator("[type=submit]").click();
    await said(at, ".read-events .json", /"identity"/);
    await sweep(system, "bench-profile");
    const [file] = await Promise.all([at.waitForEvent("download"), at.locator(".save-vector").click()]);
    const vector = JSON.parse(readFileSync((await file.path()) ?? "", "utf8")) as {
      events: readonly { kind: string }[];
    };
    expect(vector.events[0]?.kind).toBe("identity");
  });

  test("EF-N.3: a frame is picked from those of a device; a pasted profile is checked before it is opened", async () => {
    const at = system.page;
    await at.locator(".ask-frames-of [name=device]").fill("dev-none");
    await at.locator(".ask-frames-of [type=submit]").click();
    await said(at, ".profile-test", /没有已存报文/);
    await at.locator(".ask-frames-of [name=device]").fill("dev-900");
    await at.locator(".ask-frames-of [type=submit]").click();
    await at.locator(".frames-of tbody button").first().click();
    expect(await at.locator(".ask-read-by [name=hex]").inputValue()).toMatch(/^4040/);
    const profile = (await answerOf("/api/v1/profiles/juy-pile")).body as object;
    await at.locator(".ask-profile [name=profile]").fill(JSON.stringify({ ...profile, unheardOf: 1 }));
    await at.locator(".ask-profile [type=submit]").click();
    await said(at, ".findings", /unheardOf/);
    await at.locator(".ask-profile [name=profile]").fill(JSON.stringify({ ...profile, version: "9.9.9" }));
    await at.locator(".ask-profile [type=submit]").click();
    await said(at, ".profile-test h2", /粘贴的描述文件[\s\S]*9\.9\.9/);
    await at.locator(".run-vectors").click();
    await said(at, ".profile-run .verdict", /全部通过/);
  });

  test("EF-N.2: a device that nobody registered is claimed in two steps, and its alarm becomes the device's", async () => {
    const at = system.page;
    await to(at, "#/integration?tab=unclaimed");
    const row = at.locator(".unclaimed-table tr", { hasText: "77001" });
    await row.locator(".claim").click();
    const form = at.locator(".ask-claim");
    await form.locator("[name=name]").fill("走廊探测器");
    await form.locator("[type=submit]").click();
    await said(at, ".ask-claim .problem", /安装位置|地址/);
    expect(await form.locator("[name=name]").inputValue()).toBe("走廊探测器");
    await form.locator("[name=spot]").fill("三层走廊");
    await form.locator("[name=manufacturer]").fill("示例电气");
    // An id that another device has: refused, and what was typed stays.
    await form.locator("[name=id]").fill("dev-900");
    await form.locator("[type=submit]").click();
    await said(at, ".ask-claim .problem", /\S/);
    await sweep(system, "bench-unclaimed");
    expect((await answerOf("/api/v1/devices/dev-77001")).status).toBe(404);
    await form.locator("[name=id]").fill("dev-77001");
    await form.locator("[type=submit]").click();
    await row.waitFor({ state: "detached" });
    expect((await answerOf("/api/v1/devices/dev-77001")).body).toMatchObject({ name: "走廊探测器", unitId: "unit-0" });
    await until(
      async () => (await answerOf("/api/v1/alarms?deviceId=dev-77001")).body as { items: readonly unknown[] },
      ({ items }) => items.length === 1,
      60_000,
    );
  });

  test("a device that is nobody's is dismissed with a reason, not without", async () => {
    const at = system.page;
    const row = at.locator(".unclaimed-table tr", { hasText: "77002" });
    await row.locator(".dismiss").click();
    await at.locator(".ask-dismiss [type=submit]").click();
    await said(at, ".ask-dismiss .problem", /原因/);
    await at.locator(".ask-dismiss [name=reason]").fill("调试设备");
    await at.locator(".ask-dismiss [type=submit]").click();
    await said(at, ".sheet", /没有未登记的设备/);
  });

  test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
    expect(system.watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});
