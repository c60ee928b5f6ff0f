import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import type { RunningHub } from "@dianan/hub";
import type { Browser, BrowserContext, Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, until, type Watch, watchPage } from "./browser.ts";
import { seed } from "./page-hub.ts";
import { describePage, openStage, type Stage, shots } from "./stage.ts";
import { digitsAt } from "./totp-digits.ts";

const PASSWORD = "a long enough sentence";
let stage: Stage;
let hub: RunningHub;
let home: string;
let browser: Browser;
const opened: { context: BrowserContext; watch: Watch }[] = [];
let security: Page;
let officer: Page;
let invitation = "";

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
const openPage = async (): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, colorScheme: "light" });
  const page = await context.newPage();
  opened.push({ context, watch: await watchPage(page, home) });
  await page.goto(`${home}/`);
  await page.locator("dialog[open]").waitFor();
  return page;
};
const title = (page: Page, wanted: string): Promise<string> =>
  until(
    () => page.locator("dialog h2").innerText(),
    (said) => said === wanted,
    10_000,
  );
const problem = (page: Page, wanted: string | RegExp): Promise<string> =>
  until(
    () => page.locator("#sign-in-problem").innerText(),
    (said) => said.search(wanted) >= 0,
    10_000,
  );
const submit = (page: Page): Promise<void> => page.locator("dialog .is-main").click();
/** From a shown secret to a session. */
const enrol = async (page: Page): Promise<void> => {
  const shown = (await page.locator(".secret").innerText()).replace(/\s/g, "");
  await page.locator("#factor").fill(digitsAt(shown, Date.now()));
  await submit(page);
  await title(page, "请保存恢复码");
};
/** An authenticator that the browser simulates, with the check of the person. */
const authenticatorOf = async (page: Page) => {
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return { session, id: authenticatorId };
};
/** What a phone's camera reads of the QR code as it is drawn. */
const readQr = async (page: Page): Promise<string> => {
  const size = Number((await page.locator(".qr").getAttribute("viewBox"))?.split(" ")[2]);
  const drawn = (await page.locator(".qr-dots").getAttribute("d")) ?? "";
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of drawn.matchAll(/M(\d+) (\d+)/g))
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < scale; column += 1)
        data.set([0, 0, 0, 255], ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4);
  return decodeQR({ width, height: width, data });
};
const clean = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(shots, `${name}.png`) });
  expect(await axeViolations(page.context(), page), name).toEqual([]);
};

describePage("people sign in, in a real browser at a real hub", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    // Passkeys belong to the address that the hub is told; browsers allow them without TLS at localhost only.
    const httpPort = await freePort();
    home = `http://localhost:${httpPort}`;
    stage = await openStage("sign-in", { httpPort, publicUrl: home });
    ({ hub, browser } = stage);
    await seed(hub, hub.firstKey ?? "", []);
  }, 60_000);
  afterAll(async () => {
    await stage?.end();
  }, 30_000);

  test("SEC-USR-01: a wrong one-time code makes no administrator", async () => {
    security = await openPage();
    await title(security, "首次设置：创建安全管理员");
    // Nothing stands behind a sign-in that never was: no grid, no count of 0.
    expect(await security.locator(".tallies, .grid, .waiting-rows, .facts").count()).toBe(0);
    await security.locator("#one-time").fill("AAAA-BBBB-CCCC");
    await security.locator("#account").fill("admin-lin");
    await security.locator("#person-name").fill("示例管理员");
    await security.locator("#password").fill(PASSWORD);
    await clean(security, "sign-in-setup");
    await submit(security);
    await problem(security, /\S/);
    expect((await fetch(`${home}/api/v1/setup`).then((answer) => answer.json())) as object).toEqual({ isOpen: true });
  });

  test("SEC-USR-02: a common password is refused with what is wrong with it, and what was typed stays", async () => {
    await security.locator("#one-time").fill(hub.setupCode ?? "");
    await security.locator("#password").fill("password123");
    await submit(security);
    await problem(security, "这是常见密码");
    expect(await security.locator("#account").inputValue()).toBe("admin-lin");
  });

  test("SEC-USR-04: the first administrator has a second factor before a session; letters are no digits", async () => {
    await security.locator("#password").fill(PASSWORD);
    await submit(security);
    await title(security, "设置动态口令");
    await security.locator(".secret").waitFor();
    expect(await readQr(security)).toBe(await security.locator("dialog a[href^=otpauth]").getAttribute("href"));
    await security.locator("#factor").fill("12345a");
    await submit(security);
    await problem(security, "六位数字");
    await clean(security, "sign-in-enrol");
    await enrol(security);
    expect(await security.locator(".recovery-codes li").count()).toBeGreaterThanOrEqual(8);
    await clean(security, "sign-in-codes");
    await submit(security);
    await security.locator("table.people").waitFor();
  });

  test("SEC-AZ-05: the security administrator lands on people, sees no alarms, and invites a duty officer", async () => {
    expect(await security.locator(".pages a").allInnerTexts()).toEqual(["人员", "共享", "管理", "账号"]);
    expect(await security.locator(".tallies").count()).toBe(0);
    const form = security.locator("form.invite");
    await form.locator("input").nth(0).fill("duty-lin");
    await form.locator("input").nth(1).fill("示例值班员");
    const [field, button] = [
      await form.locator("input").nth(0).boundingBox(),
      await form.locator("button").boundingBox(),
    ];
    expect((button?.y ?? 0) + (button?.height ?? 0)).toBe((field?.y ?? 0) + (field?.height ?? 0));
    await form.locator("button").click();
    await security.locator(".invited").waitFor();
    invitation = await security.locator(".once").innerText();
    await clean(security, "people");
  });

  test("an invitation works once, and its officer lands on the live alarm list", async () => {
    officer = await openPage();
    await title(officer, "登录值班控制台");
    await officer.locator(".to-invitation").click();
    await officer.locator("#one-time").fill(invitation);
    await officer.locator("#password").fill(PASSWORD);
    await submit(officer);
    await title(officer, "设置动态口令");
    await officer.locator(".secret").waitFor();
    await enrol(officer);
    await submit(officer);
    await until(
      () => officer.locator(".facts .state").innerText(),
      (state) => state === "实时",
      15_000,
    );
    expect(await officer.locator(".pages a").allInnerTexts()).toEqual([
      "告警",
      "总览",
      "单位",
      "设备",
      "交接班",
      "报表",
      "充电",
      "导出",
      "接入",
      "共享",
      "管理",
      "账号",
    ]);
    const other = await openPage();
    await other.locator(".to-invitation").click();
    await other.locator("#one-time").fill(invitation);
    await other.locator("#password").fill(PASSWORD);
    await submit(other);
    await problem(other, /\S/);
    await other.close();
  });

  test("SEC-AZ-02: an address that the role may not see shows its own landing page", async () => {
    await officer.evaluate(() => {
      location.hash = "#/people";
    });
    await until(
      () => officer.title(),
      (said) => said.startsWith("告警"),
      5_000,
    );
    expect(await officer.locator("table.people").count()).toBe(0);
  });

  test("SEC-USR-04: a passkey is added in the page and is both factors at the next sign-in", async () => {
    const before = await authenticatorOf(security);
    await security.locator(".pages a").last().click();
    await security.locator(".add-passkey input").fill("值班室密钥");
    await security.locator(".add-passkey button").click();
    await security.locator(".passkeys li").waitFor();
    const { credentials } = await before.session.send("WebAuthn.getCredentials", { authenticatorId: before.id });
    expect(credentials).toHaveLength(1);
    await clean(security, "account");
    await security.locator(".sign-out").click();
    await security.locator("dialog[open]").waitFor();
    // The browser's simulated authenticator ends with any other session of its tools (axe); what it keeps does not.
    const after = await authenticatorOf(security);
    for (const credential of credentials)
      await after.session.send("WebAuthn.addCredential", { authenticatorId: after.id, credential });
    await security.locator(".use-passkey").click();
    await security.locator("dialog[open]").waitFor({ state: "detached" });
    await security.locator(".sheet").waitFor();
  });

  test("SEC-USR-04, SEC-USR-05: a wrong password and a wrong code are refused; signing out leaves nothing on the page", async () => {
    await security.locator(".sign-out").click();
    await security.locator("dialog[open]").waitFor();
    await title(security, "登录值班控制台");
    expect(await security.locator(".sheet, .tallies, .grid, .waiting-rows").count()).toBe(0);
    await security.locator("#account").fill("admin-lin");
    await security.locator("#password").fill("not the sentence");
    await submit(security);
    await problem(security, /\S/);
    await security.locator("#password").fill(PASSWORD);
    await submit(security);
    await title(security, "第二因素");
    await security.locator("#factor").fill("000000");
    await submit(security);
    await problem(security, /\S/);
    await clean(security, "sign-in-factor");
    expect(await security.evaluate(async () => (await fetch("/api/v1/me")).status)).toBe(401);
  });

  test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
    for (const { watch } of opened) expect(watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});
