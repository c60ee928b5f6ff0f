import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { until } from "./http-fixture.ts";
import { accepted, isCall, isHook, isSms, type NotifyHub, openNotifyHub, PHONE } from "./notify-fixture.ts";
import { json } from "./notify-provider.ts";

let at: NotifyHub;
let sms: { id: string; receipts: string };
let voice: { id: string; receipts: string };
let hook: { id: string; receipts: string };
let duty = "";
let last = "";
const LAST_PHONE = "10000000002";
const step = (afterSeconds: number, channels: readonly string[], more: object = {}) => ({
  afterSeconds,
  channels,
  recipients: ["contact"],
  contactIds: [duty],
  ...more,
});
const rules = (...steps: readonly object[]) => ({
  rules: [{ name: "r", classes: ["alarm"], steps, loops: 1 }],
  fallbackContactIds: [last],
});
const to =
  (phone: string) =>
  ({ query }: { query: URLSearchParams }) =>
    (query.get("PhoneNumbers") ?? query.get("CalledNumber")) === phone;
const alarmOf = async (id: string) =>
  (await at.ok("GET", `alarms/${id}`)) as {
    state: string;
    handling: { stage: string; acknowledged: { by: { name: string }; via: string } | null };
  };

beforeAll(async () => {
  at = await openNotifyHub();
  const secret = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
  sms = await at.channel("aliyunSms");
  // The caps of voice are a minute long: here each test calls.
  voice = await at.channel("aliyunVoice", { caps: [] });
  hook = await at.channel("webhook", { options: { url: `${at.provider.url}/hook` }, secrets: { secret } });
  duty = await at.contact("陈伟", { phone: PHONE });
  last = await at.contact("林强", { phone: LAST_PHONE });
}, 30_000);
beforeEach(() => {
  at.provider.asked.length = 0;
  at.provider.answer = accepted;
});
afterAll(() => at?.end());

test("SEC-PII-02, -03, SEC-KEY-02: numbers and secrets go in and never come out, nor lie readable in the database", async () => {
  const contact = await at.ok("GET", `notification-contacts/${duty}`);
  expect(contact).toMatchObject({
    name: "陈*",
    phone: "100****0001",
    mail: null,
    addressesSet: ["phone"],
    channels: ["sms", "voice"],
  });
  const channels = JSON.stringify(await at.ok("GET", "notification-channels"));
  expect(channels).toContain('"secretsSet":["accessKeyId","accessKeySecret"]');
  expect(channels).not.toMatch(/whsec_|"secrets"|"sealed"/);
  const files = ["hub.db", "hub.db-wal"].map((name) => readFileSync(join(at.hub.dataDir, name), "latin1")).join("");
  expect(files.includes(PHONE)).toBe(false);
  expect(at.hub.log.join("\n")).not.toContain(PHONE);
});
test.each([
  [{ kind: "aliyunSms", options: { signName: "x" }, secrets: { accessKeyId: "a" } }, 422, "/secrets/accessKeySecret"],
  [
    { kind: "aliyunSms", options: { signName: "x" }, secrets: { accessKeyId: "a", accessKeySecret: "b" } },
    422,
    "/fallbackTemplate",
  ],
  [{ kind: "wecomRobot", options: { bad: "x" }, secrets: { key: "k" } }, 422, "/options/bad"],
  [{ kind: "wecomRobot", options: { endpoint: "http://10.0.0.1/" }, secrets: { key: "k" } }, 422, "address-forbidden"],
  [{ kind: "wecomRobot", options: { endpoint: "not an address" }, secrets: { key: "k" } }, 422, "/options/endpoint"],
  [
    { kind: "webPush", options: { subject: "mailto:x@example.org" }, secrets: { privateKey: "AA" } },
    422,
    "/secrets/privateKey",
  ],
  [
    { kind: "wecomApp", options: { corpId: "c", agentId: "1" }, secrets: { secret: "s", token: "t", aesKey: "short" } },
    422,
    "/secrets",
  ],
  [{ kind: "pigeon" }, 422, "/kind"],
])("EF-4.2, SEC-OUT-01: a channel %j is refused: %i %s", async (body, code, what) => {
  const [status, text] = await at.status("POST", "notification-channels", { name: "x", ...body });
  expect([status, text.includes(what)]).toEqual([code, true]);
});
test("EF-4.2: a policy is refused that would leave somebody untold, names nobody or comes too late", async () => {
  const good = rules(step(0, ["sms"]));
  const { version = 0 } = await at.ok("GET", "notification-policy");
  const put = (policy: object, tag = `"${version}"`) =>
    at.status("PUT", "notification-policy", policy, { "if-match": tag });
  const week = { id: "w", name: "w", from: "2026-01-05", handOver: "08:00", rotation: [duty] };
  const bad: readonly (readonly [object, string])[] = [
    [{ ...good, fallbackContactIds: [] }, "/fallbackContactIds"],
    [{ ...good, fallbackContactIds: ["nobody"] }, "/fallbackContactIds/0"],
    [rules(step(0, ["sms"], { contactIds: ["nobody"] })), "/rules/0/steps/0/contactIds/0"],
    [rules(step(0, ["sms"], { contactIds: [] })), "/rules/0/steps/0/contactIds"],
    [rules(step(60, ["sms"]), step(60, ["voice"])), "/rules/0/steps/1/afterSeconds"],
    [rules(step(0, ["sms"], { recipients: ["dutyOfficer"] })), "/rules/0/steps/0/recipients"],
    [rules(step(0, ["chat"], { recipients: ["group"], channelIds: ["none"] })), "/rules/0/steps/0/channelIds/0"],
    [{ ...good, rules: [{ ...good.rules[0], quietHours: "29:00-07:00" }] }, "/rules/0/quietHours"],
    [{ ...good, schedules: [week, week] }, "/schedules/1/id"],
    [{ ...good, schedules: [{ ...week, rotation: ["nobody"] }] }, "/schedules/0/rotation/0"],
  ];
  for (const [policy, path] of bad) {
    const [status, text] = await put(policy);
    expect([status, text.includes(`"${path}"`)], `${path}: ${text}`).toEqual([422, true]);
  }
  expect((await put(good, '"99"'))[0]).toBe(412);
  const days = { ...week, hours: "08:00-20:00" };
  const set = await at.policy({ ...good, schedules: [days] });
  expect((set.gaps as readonly { scheduleId: string }[]).length).toBeGreaterThan(20);
  expect((await at.status("DELETE", `notification-contacts/${duty}`))[0]).toBe(409);
});

test("EF-4.2: an alarm calls and texts at once; receipts are recorded and clear nothing; acknowledging cancels the rest", async () => {
  await at.policy(rules(step(0, ["sms", "voice"]), step(3_600, ["voice"])));
  await at.raise("told");
  const [call] = await at.asked(1, (one) => isCall(one) && to(PHONE)(one));
  await at.asked(1, isSms);
  const sent = await until(
    () => at.notices("told"),
    (all) => all.length === 2 && all.every(({ state }) => state === "sent"),
  );
  expect(sent.map(({ channel, target, step: n, count }) => [channel, target, n, count])).toEqual(
    expect.arrayContaining([
      ["voice", "100****0001", 1, 1],
      ["sms", "100****0001", 1, 1],
    ]),
  );
  const report = (status_code: string, more: object = {}) => [
    { call_id: `call-${call?.query.get("OutId")}`, status_code, ...more },
  ];
  const post = (path: string, body: unknown) =>
    fetch(`${at.hub.hub.httpUrl}${path}`, { method: "POST", body: JSON.stringify(body) });
  const heard = await post(voice.receipts, report("200000"));
  expect([heard.status, await heard.text()]).toEqual([200, '{"code":0,"msg":"接收成功"}']);
  const [spoken] = (await at.notices("told")).filter(({ channel }) => channel === "voice");
  expect(spoken).toMatchObject({ state: "heard", receipts: [{ state: "heard", code: "200000", key: null }] });
  expect(await alarmOf("told")).toMatchObject({ state: "raised", handling: { stage: "unacknowledged" } });
  // Of no call of ours, at a wrong address, and what is no report.
  await post(voice.receipts, [{ call_id: "stranger", status_code: "200001", dtmf: "1" }]);
  expect((await post(voice.receipts.replace(/.$/, "x"), report("200001", { dtmf: "1" }))).status).toBe(401);
  expect((await post(voice.receipts, { not: "a list" })).status).toBe(401);
  expect((await alarmOf("told")).handling.stage).toBe("unacknowledged");
  await post(voice.receipts, report("200001", { dtmf: "2" }));
  expect((await alarmOf("told")).handling.stage).toBe("unacknowledged");
  await post(voice.receipts, report("200001", { dtmf: "1" }));
  expect(await alarmOf("told")).toMatchObject({
    state: "raised",
    handling: { stage: "acknowledged", acknowledgedVia: "voice", acknowledgedBy: { name: "陈*" } },
  });
});

test("EF-4.2: an acknowledgement by any way cancels what waits, at once", async () => {
  await at.policy(rules(step(0, ["sms"]), step(2, ["voice"])));
  await at.raise("cancelled");
  await at.asked(1, isSms);
  await at.ok("POST", "alarms/cancelled/acknowledge", {});
  const before = at.provider.asked.length;
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(at.provider.asked.length).toBe(before);
  expect((await at.notices("cancelled")).map(({ state }) => state)).toEqual(["sent"]);
});

test("EF-4.2: the link of a notice: reading it acknowledges nothing, its button does once", async () => {
  await at.policy(rules(step(0, ["webhook"], { recipients: ["group"], channelIds: [hook.id] })));
  await at.raise("linked");
  const [event] = await at.asked(1, isHook);
  const { link, title } = (JSON.parse(event?.body ?? "{}") as { data: { link: string; title: string } }).data;
  expect([new URL(link).origin, title]).toEqual(["http://hub.example", "示例制衣厂 剩余电流报警"]);
  const url = `${at.hub.hub.httpUrl}${new URL(link).pathname}`;
  for (let n = 0; n < 3; n += 1) {
    const page = await fetch(url);
    expect([
      page.status,
      (await page.text()).includes("示例制衣厂"),
      page.headers.get("content-security-policy")?.includes("form-action 'self'"),
    ]).toEqual([200, true, true]);
  }
  expect((await alarmOf("linked")).handling.stage).toBe("unacknowledged");
  expect(await (await fetch(`${url}x`, { method: "POST" })).text()).toContain("已失效");
  expect((await alarmOf("linked")).handling.stage).toBe("unacknowledged");
  expect(await (await fetch(url, { method: "POST" })).text()).toContain("已确认");
  expect((await alarmOf("linked")).handling.stage).toBe("acknowledged");
  expect(await (await fetch(url, { method: "POST" })).text()).toContain("已失效");
  expect(await (await fetch(url)).text()).toContain("已失效");
});

test("EF-4.2: a courier that is down: the person's next channel at once, and an alarm about ourselves", async () => {
  at.provider.answer = (asked, response) =>
    isSms(asked) ? json({ Code: "isv.OUT_OF_SERVICE" })(asked, response) : accepted(asked, response);
  await at.policy(rules(step(0, ["sms"])));
  await at.raise("down");
  await at.asked(1, (one) => isCall(one) && to(PHONE)(one));
  const rows = await until(
    () => at.notices("down"),
    (all) => all.length === 2 && all.some(({ state }) => state === "sent"),
  );
  expect(rows.map(({ channel, state, error }) => [channel, state, error])).toEqual(
    expect.arrayContaining([
      ["sms", "failed", "isv.OUT_OF_SERVICE"],
      ["voice", "sent", null],
    ]),
  );
  const channel = await at.ok("GET", `notification-channels/${sms.id}`);
  expect([channel.lastError, typeof channel.pausedUntil]).toEqual(["isv.OUT_OF_SERVICE", "string"]);
  expect(at.hub.log.some((line) => line.includes("security alert courierStuck"))).toBe(true);
  // Mended: a change of the setting brings it back, here a new one beside it.
  await at.ok("DELETE", `notification-channels/${sms.id}`);
  sms = await at.channel("aliyunSms");
});

test("EF-4.2: nobody acknowledges: every step is gone through, then the fallback contact is told and the hub says so", async () => {
  const quick = {
    rules: [
      { name: "r", classes: ["alarm"], steps: [step(0, ["sms"], { contactIds: [duty] })], loops: 1, repeatSeconds: 60 },
    ],
    fallbackContactIds: [last],
  };
  at.provider.answer = (asked, response) =>
    to(PHONE)(asked) ? json({ Code: "isv.MOBILE_NUMBER_ILLEGAL" })(asked, response) : accepted(asked, response);
  await at.policy(quick);
  await at.raise("silent");
  // The number is no number on either channel: the case goes on without waiting for its time.
  await at.asked(1, (one) => isCall(one) && to(LAST_PHONE)(one));
  await until(
    () => at.notices("silent"),
    (all) => all.some(({ recipient, state }) => (recipient as { name: string }).name === "林*" && state === "sent"),
  );
  expect(at.hub.log.some((line) => line.includes("security alert alarmUnanswered"))).toBe(true);
});

test("console.md §4: a duty desk that nobody watches: the phone at once; watched, the steps as they are", async () => {
  const desk = { ...rules(step(0, ["sms"]), step(3_600, ["voice"])), dutyDesk: true };
  await at.policy(desk);
  await at.raise("unwatched");
  await at.asked(1, (one) => isCall(one) && to(PHONE)(one));
  await at.ok("POST", "alarms/unwatched/acknowledge", {});
});

test("EF-4.2: a storm of 1,000 alarms in one unit is at most 5 messages to a person, and says how many", async () => {
  await at.policy({
    ...rules(step(0, ["sms", "voice"])),
    grouping: { windowSeconds: 10, stormPerMinute: 20, perPersonMax: 5 },
  });
  for (let part = 0; part < 4; part += 1) {
    const items = Array.from({ length: 250 }, (_, n) => ({
      ...{ id: `storm-${part}-${n}`, deviceId: "dev-889", unitId: "unit-0001", class: "alarm", type: "smokeAlarm" },
      ...{ occurredAt: new Date().toISOString(), description: "烟雾", platformCode: "JJLY01" },
    }));
    await at.ok("POST", "alarms", { items });
  }
  // The digest at the end of the window says how many.
  const digest = await until(
    () =>
      at.provider.asked.filter(isSms).map(({ query }) => Number(JSON.parse(query.get("TemplateParam") ?? "{}").count)),
    (counts) => counts.some((count) => count > 500),
    30_000,
  );
  expect(Math.max(...digest)).toBeLessThanOrEqual(1_000);
  expect(at.provider.asked.filter(to(PHONE)).length).toBeLessThanOrEqual(5);
}, 60_000);

test("EF-4.2: a dry run says who would be told, how and when; nothing is sent", async () => {
  await at.policy(rules(step(0, ["sms"]), step(60, ["voice"])));
  at.provider.asked.length = 0;
  const sample = { class: "alarm", type: "smokeAlarm", unitId: "unit-0001", at: "2026-03-02T10:00:00+08:00" };
  const dry = (await at.ok("POST", "notification-policy-trials", { sample })) as {
    notices: { channel: string; at: string; recipient: { name: string }; step: number }[];
    untold: string[];
  };
  expect(dry.notices.slice(0, 2)).toMatchObject([
    { channel: "sms", channelId: sms.id, at: "2026-03-02T10:00:00+08:00", step: 1, target: "100****0001" },
    { channel: "voice", channelId: voice.id, at: "2026-03-02T10:01:00+08:00", step: 2 },
  ]);
  expect(dry.notices.at(-1)?.recipient.name).toBe("林*");
  const none = (await at.ok("POST", "notification-policy-trials", { sample: { ...sample, class: "fault" } })) as {
    untold: string[];
  };
  expect(none.untold).toEqual(["sample"]);
  const range = {
    from: new Date(Date.now() - 3_600_000).toISOString(),
    to: new Date(Date.now() + 60_000).toISOString(),
  };
  expect(((await at.ok("POST", "notification-policy-trials", range)) as { alarms: number }).alarms).toBe(500);
  expect((await at.status("POST", "notification-policy-trials", {}))[0]).toBe(422);
  expect(
    (await at.status("POST", "notification-policy-trials", { sample: { ...sample, at: "2026-02-30T00:00:00Z" } }))[0],
  ).toBe(422);
  expect(at.provider.asked.filter(to(LAST_PHONE))).toEqual([]);
});

test("EF-4.2, EF-5.9: somebody is told by hand; an unknown alarm, a person without the channel and a closed alarm are refused", async () => {
  await at.raise("by-hand", { class: "event" });
  await at.ok("POST", "alarms/by-hand/acknowledge", {});
  const draft = { channel: "sms", recipient: "contact", contactId: last, note: "请立即到场" };
  const made = await at.ok("POST", "alarms/by-hand/notify", draft);
  expect(made).toMatchObject({ step: 0, note: "请立即到场", target: "100****0002", state: "queued" });
  await at.asked(1, (one) => isSms(one) && to(LAST_PHONE)(one));
  expect((await at.status("POST", "alarms/none/notify", draft))[0]).toBe(404);
  expect((await at.status("POST", "alarms/by-hand/notify", { ...draft, channel: "mail" }))[0]).toBe(422);
  expect((await at.status("POST", "alarms/by-hand/notify", { ...draft, recipient: "unitContact" }))[0]).toBe(422);
  await at.ok("POST", "alarms/by-hand/close", { reason: "test", text: "测试" });
  expect((await at.status("POST", "alarms/by-hand/notify", draft))[0]).toBe(409);
});

test("EF-4.2: a test message is real, once, and says what the provider said", async () => {
  const test = (contactId: string) => at.ok("POST", `notification-channels/${sms.id}/test`, { contactId });
  expect(await test(duty)).toEqual({ outcome: "accepted", code: null });
  at.provider.answer = json({ Code: "isv.SMS_SIGN_ILLEGAL" });
  expect(await test(duty)).toEqual({ outcome: "refused", code: "isv.SMS_SIGN_ILLEGAL" });
  expect((await at.status("POST", `notification-channels/${sms.id}/test`, { contactId: "none" }))[0]).toBe(422);
  expect((await at.status("POST", "notification-channels/none/test", { contactId: duty }))[0]).toBe(404);
  expect((await at.status("POST", `notification-channels/${hook.id}/test`, { contactId: "none" }))[0]).toBe(422);
});
