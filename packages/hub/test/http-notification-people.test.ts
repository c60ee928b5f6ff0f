import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { until } from "./http-fixture.ts";
import { type MailServer, mailText, openMailServer } from "./mail-server.ts";
import { accepted, isSms, type NotifyHub, openNotifyHub, PHONE } from "./notify-fixture.ts";

let at: NotifyHub;
let mail: MailServer;
let sms: { readonly id: string; readonly receipts: string };
let tencent: { readonly id: string; readonly receipts: string };
let contact = "";
const CODE_TEMPLATE = { id: "T_CODE", variables: [{ name: "code", fact: "code" }] };

beforeAll(async () => {
  mail = await openMailServer();
  at = await openNotifyHub();
  sms = await at.channel("aliyunSms", {
    options: { endpoint: at.provider.url, signName: "电安" },
    secrets: { accessKeyId: "id", accessKeySecret: "secret" },
    fallbackTemplate: CODE_TEMPLATE,
    caps: [],
  });
  tencent = await at.channel("tencentSms", {
    options: { endpoint: at.provider.url, appId: "1", signName: "电安" },
    secrets: { secretId: "i", secretKey: "k" },
    fallbackTemplate: CODE_TEMPLATE,
    priority: 9,
  });
  await at.channel("mail", {
    options: { host: "127.0.0.1", port: mail.port, from: "hub@example.org", security: "none", user: "hub" },
    secrets: { password: "secret" },
  });
  contact = await at.contact("陈伟", { phone: PHONE, mail: "duty@example.org" });
}, 90_000);
beforeEach(() => {
  at.provider.asked.length = 0;
  at.provider.answer = accepted;
});
afterAll(async () => {
  await at?.end();
  await mail?.close();
});

const rule = (name: string, alarmClass: string, channels: readonly string[]) => ({
  ...{ name, classes: [alarmClass], loops: 1 },
  steps: [{ afterSeconds: 0, channels, recipients: ["contact"], contactIds: [contact] }],
});
const stageOf = async (id: string) =>
  (await at.ok("GET", `alarms/${id}`)).handling as { stage: string; acknowledgedVia?: string };
const reply = (where: { readonly receipts: string }, body: unknown): Promise<Response> =>
  fetch(`${at.hub.hub.httpUrl}${where.receipts}`, { method: "POST", body: JSON.stringify(body) });
const up = (content: string, phone = PHONE) => [
  { phone_number: phone, send_time: "2026-03-02 18:00:00", content, dest_code: "1", sequence_id: 7 },
];
const toldOf = (id: string) =>
  until(
    () => at.notices(id),
    (rows) => rows.some(({ channel, state }) => channel === "sms" && state === "sent"),
    15_000,
  );
const verify = (path: string, body: object) =>
  at.status("POST", `notification-contacts/${contact}/verifications${path}`, body);

test("EF-4.2: a reply of 1 by SMS acknowledges the one open alarm that the number was told of, by whom it belongs to", async () => {
  await at.policy({ rules: [rule("r", "alarm", ["sms"])], fallbackContactIds: [contact] });
  await at.raise("replied");
  await toldOf("replied");
  for (const [body, why] of [
    [up("2"), "another digit"],
    [up("收到 1"), "more than the digit"],
    [up("1", "10000000002"), "another number"],
    [[{ ...up("1")[0], phone_number: "" }], "no number"],
  ] as const) {
    expect((await reply(sms, body)).status, why).toBe(200);
    expect((await stageOf("replied")).stage, why).toBe("unacknowledged");
  }
  // By the other provider it was not told of anything.
  expect((await reply(tencent, { mobile: PHONE, text: "1", nationcode: "86" })).status).toBe(200);
  expect((await stageOf("replied")).stage).toBe("unacknowledged");
  expect((await reply({ receipts: sms.receipts.replace(/.$/, "x") }, up("1"))).status).toBe(401);
  expect((await reply(sms, { content: "1" })).status).toBe(401);

  expect((await reply(sms, up(" 1 ", `86${PHONE}`))).status).toBe(200);
  expect(await stageOf("replied")).toMatchObject({ stage: "acknowledged", acknowledgedVia: "sms" });
  const [row] = await at.notices("replied");
  expect(row).toMatchObject({ state: "acknowledged", receipts: [{ code: "reply", key: "1" }] });
});

test("EF-4.2: with two open alarms nobody knows which is meant: a reply acknowledges neither", async () => {
  await at.raise("one");
  await toldOf("one");
  await at.raise("two");
  await toldOf("two");
  expect((await reply(sms, up("1"))).status).toBe(200);
  expect([(await stageOf("one")).stage, (await stageOf("two")).stage]).toEqual(["unacknowledged", "unacknowledged"]);
  await at.ok("POST", "alarms/one/acknowledge", {});
  await reply(sms, up("1"));
  expect((await stageOf("two")).stage).toBe("acknowledged");
});

test("EF-4.2: Tencent's reply is one object with number and text (unconfirmed)", async () => {
  await at.ok("PATCH", `notification-channels/${sms.id}`, { isEnabled: false }, { "if-match": '"1"' });
  at.provider.answer = (asked, response) =>
    void response.end(
      JSON.stringify(
        asked.headers["x-tc-action"] === undefined
          ? {}
          : { Response: { SendStatusSet: [{ Code: "Ok", SerialNo: `s-${at.provider.asked.length}` }] } },
      ),
    );
  await at.raise("tencent");
  await toldOf("tencent");
  expect((await reply(tencent, { mobile: PHONE, text: "0", nationcode: "86" })).status).toBe(200);
  expect((await stageOf("tencent")).stage).toBe("unacknowledged");
  const answer = await reply(tencent, { mobile: PHONE, text: "1", nationcode: "86", sign: "电安", extend: "" });
  expect(await answer.json()).toEqual({ result: 0, errmsg: "OK" });
  expect((await stageOf("tencent")).stage).toBe("acknowledged");
  await at.ok("PATCH", `notification-channels/${sms.id}`, { isEnabled: true }, { "if-match": '"2"' });
});

test("EF-4.2: what was not verified is flagged; of class alarm it is told all the same, of others only when the policy lets it", async () => {
  expect(await at.ok("GET", `notification-contacts/${contact}`)).toMatchObject({
    phoneVerifiedAt: null,
    mailVerifiedAt: null,
  });
  const policy = await at.policy({
    ...{ rules: [rule("a", "alarm", ["sms"]), rule("w", "warning", ["sms", "mail"])], isVerifiedOnly: true },
    fallbackContactIds: [contact],
  });
  expect(policy.unverified).toEqual([contact]);
  const sample = (alarmClass: string) => ({
    sample: { class: alarmClass, type: "residualCurrentOver", unitId: "unit-0001" },
  });
  const planned = async (alarmClass: string): Promise<readonly string[]> => {
    const { notices } = await at.ok("POST", "notification-policy-trials", sample(alarmClass));
    return (notices as readonly { channel: string; step: number }[])
      .filter(({ step }) => step === 1)
      .map(({ channel }) => channel)
      .sort();
  };
  expect(await planned("alarm")).toContain("sms");
  expect(await planned("warning")).toEqual([]);

  expect((await verify("", { address: "mail" }))[0]).toBe(200);
  const [, code = ""] =
    /Code ([0-9]{6})|为 ([0-9]{6})/.exec(mailText(mail.taken.at(-1) as never))?.filter(Boolean) ?? [];
  expect((await verify("", { address: "mail" }))[0]).toBe(409);
  const wrong = code === "000000" ? "000001" : "000000";
  expect((await verify("/confirm", { address: "mail", code: wrong }))[0]).toBe(422);
  // Of the other address it is no code.
  expect((await verify("/confirm", { address: "phone", code }))[0]).toBe(422);
  const [status, text] = await verify("/confirm", { address: "mail", code });
  expect([status, text]).toEqual([200, expect.stringContaining('"phoneVerifiedAt":null')]);
  expect(JSON.parse(text).mailVerifiedAt).not.toBe(null);
  // Once.
  expect((await verify("/confirm", { address: "mail", code }))[0]).toBe(422);
  expect(await planned("warning")).toEqual(["mail"]);
  expect((await at.ok("GET", "notification-policy")).unverified).toEqual([contact]);
});

test("a code by SMS goes in the template of code variables; after five wrong ones the right one is wrong too", async () => {
  expect((await verify("", { address: "phone" }))[0]).toBe(200);
  const [asked] = await at.asked(1, isSms);
  expect(asked?.query.get("TemplateCode")).toBe("T_CODE");
  const { code } = JSON.parse(asked?.query.get("TemplateParam") ?? "{}") as { code: string };
  const wrong = code === "123456" ? "654321" : "123456";
  for (let n = 0; n < 5; n += 1) expect((await verify("/confirm", { address: "phone", code: wrong }))[0]).toBe(422);
  expect((await verify("/confirm", { address: "phone", code }))[0]).toBe(422);
  for (const [path, body] of [
    ["", { address: "wecomUserId" }],
    ["", {}],
    ["/confirm", { address: "phone" }],
    ["/confirm", { address: "phone", code: "12345" }],
  ] as const)
    expect((await verify(path, body))[0], JSON.stringify(body)).toBe(422);
  expect((await at.status("POST", "notification-contacts/nobody/verifications", { address: "mail" }))[0]).toBe(404);
});

test("an address that is changed is not the one that was verified", async () => {
  const { version } = await at.ok("GET", `notification-contacts/${contact}`);
  const addresses = { phone: PHONE, mail: "other@example.org" };
  const changed = await at.ok(
    "PATCH",
    `notification-contacts/${contact}`,
    { addresses },
    { "if-match": `"${version}"` },
  );
  expect(changed.mailVerifiedAt).toBe(null);
  const back = { addresses: { phone: PHONE, mail: "duty@example.org" } };
  const again = await at.ok("PATCH", `notification-contacts/${contact}`, back, { "if-match": `"${changed.version}"` });
  expect(again.mailVerifiedAt).not.toBe(null);
});

test("EF-4.2: records of delivery are exported as the list shows them: masked, with their receipts, formulas neutralised", async () => {
  const made = await at.ok("POST", "exports", {
    dataset: "notifications",
    format: "csv",
    filter: { alarmId: "replied" },
  });
  await until(
    () => at.ok("GET", `exports/${made.id}`),
    (one) => (one.progress as { state: string }).state === "done",
    15_000,
  );
  const answer = await at.hub.call("GET", `/api/v1/exports/${made.id}/content`);
  const csv = await answer.text();
  const [head, ...rows] = csv.trim().split("\r\n");
  expect(head).toContain("回执");
  expect(rows.length).toBe(1);
  expect(rows[0]).toMatch(/replied.*100\*\*\*\*0001.*acknowledged.*reply key 1/);
  expect(csv).not.toContain(PHONE);
  for (const [filter, path] of [
    [{ nobody: "1" }, "/filter/"],
    [{ alarmId: "a b" }, "/filter/alarmId"],
    [{ limit: 1 }, "/filter/limit"],
  ] as const) {
    const [status, text] = await at.status("POST", "exports", { dataset: "notifications", format: "xlsx", filter });
    expect([status, text], JSON.stringify(filter)).toEqual([422, expect.stringContaining(path)]);
  }
});
