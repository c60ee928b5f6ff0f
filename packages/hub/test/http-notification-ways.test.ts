import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createWecomCrypto } from "../src/notify/couriers/sign-chat.ts";
import { until } from "./http-fixture.ts";
import { accepted, isSms, type NotifyHub, openNotifyHub, PHONE } from "./notify-fixture.ts";
import { json } from "./notify-provider.ts";

const AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
const CORP = "wx5823bf96d3bd56c7";
const crypto = createWecomCrypto("QDG6eK", AES_KEY, CORP);
let at: NotifyHub;
let card: { id: string; receipts: string };
let contact = "";
const alarmOf = async (id: string) =>
  (await at.ok("GET", `alarms/${id}`)) as { handling: { stage: string; acknowledgedVia?: string } };
const isCard = ({ path }: { path: string }) => path === "/cgi-bin/message/send";
const isUpdate = ({ path }: { path: string }) => path === "/cgi-bin/message/update_template_card";
const rules = (channels: readonly string[]) => ({
  rules: [
    {
      name: "r",
      classes: ["alarm"],
      steps: [{ afterSeconds: 0, channels, recipients: ["contact"], contactIds: [contact] }],
      loops: 1,
    },
  ],
  fallbackContactIds: [contact],
});

beforeAll(async () => {
  at = await openNotifyHub();
  card = await at.channel("wecomApp", {
    options: { endpoint: at.provider.url, corpId: CORP, agentId: "7" },
    secrets: { secret: "s", token: "QDG6eK", aesKey: AES_KEY },
  });
  await at.channel("aliyunSms");
  contact = await at.contact("陈伟", { wecomUserId: "chenwei", phone: PHONE });
}, 30_000);
beforeEach(() => {
  at.provider.asked.length = 0;
  at.provider.answer = (asked, response) =>
    asked.path.startsWith("/cgi-bin")
      ? json({ errcode: 0, access_token: "t", expires_in: 7_200, msgid: "m" })(asked, response)
      : accepted(asked, response);
});
afterAll(() => at?.end());

/** A button that somebody presses, as WeCom calls back. */
const press = async (taskId: string, by: string): Promise<Response> => {
  const event = `<xml><FromUserName><![CDATA[${by}]]></FromUserName><Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[acknowledge]]></EventKey><TaskId><![CDATA[${taskId}]]></TaskId><ResponseCode><![CDATA[rc-${by}]]></ResponseCode></xml>`;
  const sealed = crypto.seal(event);
  const query = new URLSearchParams({ timestamp: "1", nonce: "n", msg_signature: crypto.signature("1", "n", sealed) });
  return fetch(`${at.hub.hub.httpUrl}${card.receipts}?${query}`, {
    method: "POST",
    body: `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
  });
};

test("EF-4.2: WeCom's address check is answered with its text; an unsigned one is refused", async () => {
  const echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
  const check = (signature: string) =>
    fetch(
      `${at.hub.hub.httpUrl}${card.receipts}?${new URLSearchParams({ msg_signature: signature, timestamp: "1409659589", nonce: "263014780", echostr: echo })}`,
    );
  const good = await check("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3");
  expect([good.status, await good.text()]).toEqual([200, "1616140317555161061"]);
  expect((await check("0".repeat(40))).status).toBe(401);
});

test("EF-4.2: a card's button acknowledges by the person it went to, once; another's press does nothing; the card says who took it", async () => {
  await at.policy(rules(["app"]));
  await at.raise("card");
  const [sent] = await at.asked(1, isCard);
  const taskId = (JSON.parse(sent?.body ?? "{}") as { template_card: { task_id: string } }).template_card.task_id;
  await until(
    () => at.notices("card"),
    (rows) => rows[0]?.state === "sent",
  );
  expect((await press(taskId, "mallory")).status).toBe(200);
  expect((await press("f".repeat(32), "chenwei")).status).toBe(200);
  expect((await alarmOf("card")).handling.stage).toBe("unacknowledged");
  expect((await press(taskId, "chenwei")).status).toBe(200);
  expect((await alarmOf("card")).handling).toMatchObject({ stage: "acknowledged", acknowledgedVia: "phone" });
  await press(taskId, "chenwei");
  const updates = (await at.asked(2, isUpdate)).map(
    ({ body }) => (JSON.parse(body) as { button: { replace_name: string } }).button.replace_name,
  );
  expect(updates).toEqual(["已确认", "已有人确认"]);
});

test("EF-4.2: what was on its way when the hub ended is looked up before it is sent again", async () => {
  await at.policy(rules(["sms"]));
  let details = 0;
  at.provider.answer = (asked, response) => {
    if (asked.headers["x-acs-action"] !== "QuerySendDetails") return void setTimeout(() => response.destroy(), 200);
    details += 1;
    const id = at.provider.asked.find(isSms)?.query.get("OutId");
    return json({
      Code: "OK",
      SmsSendDetailDTOs: { SmsSendDetailDTO: [{ OutId: id, SendStatus: 3, ErrCode: "DELIVERED" }] },
    })(asked, response);
  };
  await at.raise("restarted");
  await at.asked(1, isSms);
  const rows = await until(
    () => at.notices("restarted"),
    (all) => all[0]?.state === "delivered",
    30_000,
  );
  expect([details, at.provider.asked.filter(isSms).length, rows.length]).toEqual([1, 1, 1]);
}, 60_000);

test("EF-4.2: notices of an alarm are kept with what was told, also after a restart, and a foreign id finds nothing", async () => {
  at.hub = await at.hub.restart();
  const rows = await at.notices("card");
  expect(rows).toMatchObject([{ channel: "app", target: "WeCom c*", state: "acknowledged", step: 1 }]);
  expect((await at.ok("GET", "notifications?alarmId=nobody")).items).toEqual([]);
  expect((await at.status("GET", "notifications?channel=pigeon"))[0]).toBe(422);
  expect((await at.status("GET", "notifications?cursor=x"))[0]).toBe(422);
  expect(JSON.stringify(rows)).not.toContain(PHONE);
});
