import { createECDH } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Device } from "@dianan/device";
import type { RunningHub } from "@dianan/hub";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "./browser.ts";
import { addressOf, componentStatus, link, seed } from "./page-hub.ts";
import { type Desk, openTeam, type Person, type Team } from "./people.ts";
import { said, to } from "./screen.ts";
import { describePage, openStage, type Stage } from "./stage.ts";
import { sweep } from "./sweep.ts";

let stage: Stage;
let hub: RunningHub;
let browser: Browser;
let team: Team;
let officer: Person;
let system: Desk;
let page: Page;
const desks: Desk[] = [];
const devices: Device[] = [];

const openDesk = async (person: Person, fragment: string): Promise<Desk> => {
  const opened = await team.desk(browser, person, fragment);
  desks.push(opened);
  return opened;
};

/** Keys of VAPID and of a browser: a point and its number, base64url. */
const newKeys = () => {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const privateKey = pair.getPrivateKey().toString("base64url").padStart(43, "A");
  return { privateKey, publicKey: pair.getPublicKey("base64url") };
};
/** A push service as far as the hub knows it: it takes what comes, and keeps who signed it. */
const openPushService = async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers.authorization ?? "");
    request.resume().on("end", () => response.writeHead(201).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/push/1`;
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { asked, url, close, p256dh: newKeys().publicKey, auth: Buffer.alloc(16, 7).toString("base64url") };
};

describePage(
  "couriers, the notification policy and who was told, in a real browser at a real hub",
  { timeout: 600_000 },
  () => {
    beforeAll(async () => {
      stage = await openStage("notify", { outboundAllow: "127.0.0.1" });
      ({ hub, browser } = stage);
      await seed(hub, hub.firstKey ?? "", []);
      team = await openTeam(hub);
      officer = await team.invite("陈伟", "dutyOfficer");
      system = await openDesk(await team.invite("周敏", "systemAdministrator"), "#/admin?tab=couriers");
      page = system.page;
      await page.locator(".sheet h2").first().waitFor();
    }, 120_000);
    afterAll(async () => {
      await Promise.all(devices.map((device) => device.close()));
      await stage?.end();
    }, 30_000);

    test("EF-4.2: a courier is added, says how far it is proven, and a test message says what came of it", async () => {
      await said(page, ".sheet", /没有通知渠道[\s\S]*没有联系人/);
      await page.locator(".ask-contact [name=name]").fill("陈伟");
      await page.locator(".ask-contact [name=phone]").fill("not a number");
      await page.locator(".ask-contact [type=submit]").click();
      await said(page, ".ask-contact .problem", /\S/);
      await page.locator(".ask-contact [name=phone]").fill("13800001234");
      await page.locator(".ask-contact [type=submit]").click();
      await said(page, ".contacts", /陈\*|陈伟/);
      expect(await page.locator(".contacts").innerText()).not.toContain("13800001234");
      const form = page.locator(".ask-courier");
      await form.locator("[name=name]").fill("短信");
      await form.locator("select[name=kind]").selectOption("aliyunSms");
      await form.locator("[name=template]").fill("SMS_2");
      await form.locator("[name=options]").fill("signName");
      await form.locator("[type=submit]").click();
      await said(page, ".ask-courier .problem", /第 1 行/);
      // The hub itself is there and is no provider: what it answers is a refusal.
      await form.locator("[name=options]").fill(`signName=电安\nendpoint=${hub.httpUrl}`);
      await form.locator("[name=template]").fill("SMS_2");
      await form.locator("[name=secrets]").fill("accessKeyId=id;accessKeySecret=secret");
      await form.locator("[type=submit]").click();
      await said(page, ".couriers", /短信[\s\S]*签名已验证，接口未证实[\s\S]*密钥已设/);
      expect(await page.locator(".couriers").innerText()).not.toContain("secret=");
      await page.locator(".ask-test-courier [type=submit]").click();
      await said(page, ".couriers .tested, .couriers .problem", /拒绝|不明|\S/);
      await sweep(system, "admin-couriers");
    });

    test("EF-4.2: an administrator changes the policy, and the dry run changes with it", async () => {
      await to(page, "#/admin?tab=notify");
      await said(page, ".policy-none", /不会通知到任何人/);
      await page.locator(".ask-try-now [type=submit]").click();
      await said(page, ".ask-try-now .problem", /策略/);
      const rule = page.locator(".ask-rule");
      await rule.locator("[name=name]").fill("报警立即通知");
      await rule.locator("[type=submit]").click();
      await said(page, ".ask-rule .problem", /至少选一个级别/);
      await rule.locator("[name=class-alarm]").check();
      await rule.locator("[name=way-sms]").check();
      await rule.locator("[name=to-contact]").check();
      await rule.locator("[type=submit]").click();
      await said(page, ".rules", /报警立即通知[\s\S]*0 s 后：短信/);
      await page.locator(".ask-try-now [type=submit]").click();
      const before = await said(page, ".policy-result", /1 条告警，\d+ 次通知[\s\S]*短信/);
      const step = page.locator(".ask-step");
      await step.locator("[name=after]").fill("120");
      await step.locator("[name=way-mail]").check();
      await step.locator("[name=to-contact]").check();
      await step.locator("[type=submit]").click();
      await said(page, ".rules", /120 s 后：邮件/);
      await page.locator(".policy-result").waitFor({ state: "detached" });
      await page.locator(".ask-try-now [type=submit]").click();
      const after = await said(page, ".policy-result", /次通知/);
      expect([before.includes("邮件"), after === before]).toEqual([false, false]);
      await page.locator(".ask-try-now select[name=class]").selectOption("fault");
      await page.locator(".ask-try-now [type=submit]").click();
      await said(page, ".policy-result", /不会通知任何人/);
      await page.locator(".ask-try-night [type=submit]").click();
      await said(page, ".policy-result", /0 条告警/);
      await sweep(system, "admin-notify");
    });

    test("EF-4.2: who is on call is planned, and a hand-over is written beside it", async () => {
      const form = page.locator(".ask-on-call");
      await form.locator("[name=name]").fill("夜班");
      await form.locator("[name=from]").fill("2026-01-05");
      await form.locator("[name=handOver]").fill("8 o'clock".slice(0, 5));
      await form.locator("[name^=turn-]").first().check();
      await form.locator("[type=submit]").click();
      await said(page, ".ask-on-call .problem", /\S/);
      await form.locator("[name=handOver]").fill("08:00");
      await form.locator("[type=submit]").click();
      await said(page, ".on-call", /夜班[\s\S]*2026-01-05 08:00/);
      await said(page, ".gaps", /\S/);
      const swap = page.locator(".ask-swap");
      await swap.locator("[name=start]").fill("2026-12-01T08:00");
      await swap.locator("[name=until]").fill("2026-12-02T08:00");
      await swap.locator("[type=submit]").click();
      await said(page, ".on-call", /2026-12-01 08:00/);
    });

    test("EF-4.2: an alarm shows who was told; acknowledging it cancels what waits, and the page says so", async () => {
      const device = link(hub, addressOf(0));
      devices.push(device);
      await device.send(componentStatus({ fire: true }, 17, "A 相剩余电流"));
      const desk = await openDesk(officer, "#/alarms");
      const at = desk.page;
      await at.locator(".grid-row").first().click();
      await said(at, ".alarm-notices", /短信[\s\S]*(待发|发送中|已发出|失败)/);
      await sweep(desk, "alarm-notices");
      await at.locator(".act-acknowledge, .detail .ack").first().click();
      await said(at, ".d-stage", /已确认/);
      // What waited is cancelled in the same transaction: nothing is left to be sent.
      await until(
        () => at.locator(".notice-queued").count(),
        (count) => count === 0,
        30_000,
      );
    });

    test("SEC-AZ-02: an officer sees the policy and tries it, and changes nothing", async () => {
      const { page: at } = await openDesk(officer, "#/admin?tab=notify");
      await at.locator(".rules").waitFor();
      expect(await at.locator(".ask-rule, .ask-step, .ask-drop-rule").count()).toBe(0);
      await at.locator(".ask-try-now [type=submit]").click();
      await said(at, ".policy-result", /次通知/);
    });

    test("EF-4.2: an officer says where they are reached, and enrols the browser; what cannot be is said", async () => {
      const keys = newKeys();
      const desk = await openDesk(officer, "#/account");
      const at = desk.page;
      await said(at, ".own-contact", /电话[\s\S]*未填写[\s\S]*尚未配置 Web Push/);
      await at.locator(".ask-own-contact [name=phone]").fill("not a number");
      await at.locator(".ask-own-contact [type=submit]").click();
      await said(at, ".ask-own-contact .problem", /\S/);
      await at.locator(".ask-own-contact [name=phone]").fill("13800005678");
      await at.locator(".ask-own-contact [type=submit]").click();
      await said(at, ".own-phone", /138\*\*\*\*5678 · 未验证/);
      const channel = { name: "推送", kind: "webPush", options: { subject: "mailto:x@example.org" } };
      const made = await fetch(`${hub.httpUrl}/api/v1/notification-channels`, {
        method: "POST",
        headers: { authorization: `Bearer ${hub.firstKey ?? ""}`, "content-type": "application/json" },
        body: JSON.stringify({ ...channel, secrets: { privateKey: keys.privateKey } }),
      });
      expect(made.status).toBe(201);
      await at.reload();
      await at.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      const on = at.locator(".ask-own-push-on");
      // Nobody has allowed it; then it is allowed, and the service of the browser's maker is not to be reached from here.
      await desk.context.grantPermissions([], { origin: hub.httpUrl });
      await on.locator("[type=submit]").click();
      await said(at, ".ask-own-push-on .problem", /没有允许通知/);
      await desk.context.grantPermissions(["notifications"], { origin: hub.httpUrl });
      await on.locator("[type=submit]").click();
      await said(at, ".ask-own-push-on .problem", /连不上浏览器厂商的推送服务/);
      await said(at, ".own-push", /未开启/);
      await sweep(desk, "account");
      // What the service would have given, with everything else real: the page, the hub, and a push to where it says.
      const service = await openPushService();
      await at.evaluate(
        ([endpoint, p256dh, auth]) => {
          PushManager.prototype.subscribe = async (options) => {
            const key = new Uint8Array(options?.applicationServerKey as ArrayBuffer);
            (globalThis as unknown as { subscribedWith: string }).subscribedWith = btoa(String.fromCharCode(...key));
            return { endpoint, toJSON: () => ({ endpoint, keys: { p256dh, auth } }) } as unknown as PushSubscription;
          };
        },
        [service.url, service.p256dh, service.auth] as const,
      );
      await on.locator("[type=submit]").click();
      await said(at, ".own-push", /已登记一个浏览器/);
      const used = await at.evaluate(() => (globalThis as unknown as { subscribedWith: string }).subscribedWith);
      expect(Buffer.from(used, "base64").toString("base64url")).toBe(keys.publicKey);
      const { items } = (await team.ask(officer, "GET", "/api/v1/notification-contacts")) as {
        items: { id: string; addressesSet: string[] }[];
      };
      const { id = "" } = items.find(({ addressesSet }) => addressesSet.includes("webPush")) ?? {};
      const { items: channels } = (await team.ask(officer, "GET", "/api/v1/notification-channels")) as {
        items: { id: string; kind: string }[];
      };
      const way = channels.find(({ kind }) => kind === "webPush")?.id ?? "";
      const tried = await fetch(`${hub.httpUrl}/api/v1/notification-channels/${way}/test`, {
        method: "POST",
        headers: { authorization: `Bearer ${hub.firstKey ?? ""}`, "content-type": "application/json" },
        body: JSON.stringify({ contactId: id }),
      });
      expect(await tried.json()).toEqual({ outcome: "accepted", code: null });
      expect(service.asked[0]).toContain(`k=${keys.publicKey}`);
      await service.close();
      await at.locator(".ask-own-push-off [type=submit]").click();
      await said(at, ".own-push", /未开启/);
    });

    test("EF-4.2: what is pushed is shown by the worker as text, once for each alarm, whatever it is", async () => {
      const desk = await openDesk(officer, "#/account");
      const at = desk.page;
      await desk.context.grantPermissions(["notifications"], { origin: hub.httpUrl });
      await at.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      const session = await desk.context.newCDPSession(at);
      const registered = new Promise<string>((resolve) =>
        session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
          const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(hub.httpUrl));
          if (own !== undefined) resolve(own.registrationId);
        }),
      );
      await session.send("ServiceWorker.enable");
      const registrationId = await registered;
      const push = (data: string) =>
        session.send("ServiceWorker.deliverPushMessage", { origin: hub.httpUrl, registrationId, data });
      const shown = () =>
        at.evaluate(async () => {
          const found = await (await navigator.serviceWorker.ready).getNotifications();
          return found.map(({ title, body, tag }) => `${title}|${body}|${tag}`).sort();
        });
      const alarm = { title: "剩余电流报警 <b>灵水制衣厂</b>", code: "AL-3F7K2", time: "11:04", alarmId: "al-1" };
      await push(JSON.stringify(alarm));
      await push(JSON.stringify({ ...alarm, time: "11:05" }));
      await push("no JSON");
      await until(shown, (all) => all.length === 2 && all.some((one) => one.includes("11:05")), 20_000);
      expect(await shown()).toEqual(["剩余电流报警 <b>灵水制衣厂</b>|AL-3F7K2 · 11:05|al-1", "电安 DianAn||"].sort());
    });

    test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
      for (const { watch } of desks) expect(watch).toEqual({ outside: [], violations: [], errors: [] });
    });
  },
);
