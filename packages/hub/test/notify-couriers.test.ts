import { createDecipheriv, createECDH, createHash, createHmac, createPublicKey, hkdfSync, verify } from "node:crypto";
import { verifyWebhook } from "@dianan/open-api";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createWecomCrypto, signDingtalk, signFeishu } from "../src/notify/couriers/sign-chat.ts";
import { signAliyun, signTencent, signTwilio } from "../src/notify/couriers/sign-cloud.ts";
import { encryptWebPush, isVapidKey, newVapidKeys, vapidHeader } from "../src/notify/couriers/web-push-crypto.ts";
import type { RawReceipt } from "../src/ports/notify-courier.ts";
import { AT, courierOf, json, notice, openProvider, PHONE, type Provider, stop } from "./notify-provider.ts";

let provider: Provider;
beforeAll(async () => {
  provider = await openProvider();
});
beforeEach(() => {
  provider.asked.length = 0;
});
afterAll(() => provider.close());
const last = () => {
  const one = provider.asked.at(-1);
  if (one === undefined) throw new Error("the provider was not asked");
  return one;
};
const raw = (text: string, more: Partial<RawReceipt> = {}): RawReceipt => ({
  ...{ method: "POST", url: "", query: new URLSearchParams(), header: () => null, text, now: AT },
  ...more,
});

// --- what the providers have published

test("ACS3-HMAC-SHA256: the example of Aliyun's page on its V3 signature", () => {
  const { headers } = signAliyun(
    {
      ...{ host: "ecs.cn-shanghai.aliyuncs.com", action: "RunInstances", version: "2014-05-26" },
      ...{ date: "2023-10-26T10:22:32Z", nonce: "3156853299f313e23d1673dc12e1703d" },
      parameters: { RegionId: "cn-shanghai", ImageId: "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd" },
    },
    { accessKeyId: "YourAccessKeyId", accessKeySecret: "YourAccessKeySecret" },
  );
  expect(headers.authorization).toBe(
    "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
  );
});
test("TC3-HMAC-SHA256: the example of Tencent Cloud's page on its signature v3", () => {
  const body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}';
  const keys = { secretId: "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", secretKey: "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE" };
  expect(signTencent({ host: "cvm.tencentcloudapi.com", service: "cvm", body, timestamp: 1_551_113_065 }, keys)).toBe(
    "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168",
  );
});
test("Twilio: the example of its page on request validation; another URL, value or token is another signature", () => {
  const form = {
    Digits: "1234",
    To: "+18005551212",
    From: "+14158675309",
    Caller: "+14158675309",
    CallSid: "CA1234567890ABCDE",
  };
  const url = "https://mycompany.com/myapp.php?foo=1&bar=2";
  const signed = (at: string, values: Record<string, string>, token: string) =>
    signTwilio(at, new URLSearchParams(values), token);
  expect(signed(url, form, "12345")).toBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  for (const other of [
    signed(`${url}&x=1`, form, "12345"),
    signed(url, { ...form, Digits: "1" }, "12345"),
    signed(url, form, "1234"),
  ])
    expect(other).not.toBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
});
test("WeCom callbacks: the example of its page on encryption; a changed byte or another receiver opens nothing", () => {
  const crypto = createWecomCrypto("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7");
  const echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
  const sign = "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3";
  expect(crypto.isSigned(sign, "1409659589", "263014780", echo)).toBe(true);
  expect(crypto.open(echo)).toBe("1616140317555161061");
  expect(crypto.isSigned(sign, "1409659590", "263014780", echo)).toBe(false);
  expect(crypto.isSigned("", "1409659589", "263014780", echo)).toBe(false);
  const other = createWecomCrypto("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx0000000000000000");
  for (const bad of [echo.replace("P9", "Q9"), "", "AAAA", "%%"])
    expect(crypto.open(bad) ?? "null").not.toBe("1616140317555161061");
  expect(other.open(echo)).toBe(null);
  expect(other.open(other.seal("报警"))).toBe("报警");
  expect(() => createWecomCrypto("t", "short", "c")).toThrow(/43/);
});
test("Web Push: the example of RFC 8291, appendix A; what is too long or no subscription is refused", () => {
  const target = {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  };
  const fixed = {
    salt: Buffer.from("DGv6ra1nlYgDCS1FRnbzlw", "base64url"),
    privateKey: Buffer.from("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw", "base64url"),
  };
  const sealed = encryptWebPush(Buffer.from("When I grow up, I want to be a watermelon"), target, fixed);
  expect(sealed.toString("base64url")).toBe(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  );
  expect(() => encryptWebPush(Buffer.alloc(4_000), target)).toThrow(RangeError);
  expect(() => encryptWebPush(Buffer.alloc(1), { ...target, auth: "AA" })).toThrow(TypeError);
  expect([isVapidKey(newVapidKeys().privateKey), isVapidKey(""), isVapidKey("AA")]).toEqual([true, false, false]);
});
test("VAPID: an ES256 token for the endpoint's origin, as another verifier reads it (RFC 8292)", () => {
  const { privateKey, publicKey } = newVapidKeys();
  const found = /^vapid t=([^.]+)\.([^.]+)\.([^,]+), k=(.+)$/.exec(
    vapidHeader("https://push.example.net/a/b", "mailto:x@example.org", privateKey, AT),
  );
  const [, head = "", claims = "", signature = "", key] = found ?? [];
  expect(key).toBe(publicKey);
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toEqual({
    aud: "https://push.example.net",
    exp: AT / 1_000 + 43_200,
    sub: "mailto:x@example.org",
  });
  const point = Buffer.from(publicKey, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const check = { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" } as const;
  const isGood = (text: string) => verify("sha256", Buffer.from(text), check, Buffer.from(signature, "base64url"));
  expect([isGood(`${head}.${claims}`), isGood(`${head}.${claims}x`)]).toEqual([true, false]);
});

// --- against a server that checks what it is sent

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
/** As Aliyun's page says it, of the raw request. */
const aliyunSignature = (secret: string): string => {
  const { method, path, query, headers, body } = last();
  const names = (/SignedHeaders=([^,]+)/.exec(headers.authorization ?? "")?.[1] ?? "").split(";");
  const escaped = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const parameters = [...query]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .join("&");
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join("");
  const canonical = `${method}\n${path}\n${parameters}\n${lines}\n${names.join(";")}\n${sha(body)}`;
  return createHmac("sha256", secret)
    .update(`ACS3-HMAC-SHA256\n${sha(canonical)}`)
    .digest("hex");
};

test("EF-4.2: Aliyun SMS: signed over what is sent; links and brackets are taken out of a variable", async () => {
  const aliyun = courierOf(
    "aliyunSms",
    { endpoint: provider.url, signName: "电安" },
    { accessKeyId: "id", accessKeySecret: "secret" },
  );
  provider.answer = json({ Code: "OK", BizId: "biz-1" });
  expect(await aliyun.send(notice, stop)).toEqual({ kind: "accepted", providerId: "biz-1" });
  const { query, headers } = last();
  expect(headers.authorization).toContain(`Signature=${aliyunSignature("secret")}`);
  expect(headers["x-acs-action"]).toBe("SendSms");
  expect(Object.fromEntries(query)).toMatchObject({
    PhoneNumbers: PHONE,
    SignName: "电安",
    TemplateCode: "T_1",
    OutId: notice.attemptId,
  });
  expect(JSON.parse(query.get("TemplateParam") ?? "")).toEqual({
    place: "示例厂",
    what: "剩余电流超限",
    code: "AL-3F7K2",
  });
  await aliyun.send({ ...notice, isFallback: true }, stop);
  expect([last().query.get("TemplateCode"), last().query.get("TemplateParam")]).toEqual([
    "T_CODE",
    '{"code":"AL-3F7K2"}',
  ]);
});
test.each([
  ["isv.BUSINESS_LIMIT_CONTROL", "never"],
  ["isv.SMS_CONTENT_ILLEGAL", "template"],
  ["isv.PARAM_LENGTH_LIMIT", "template"],
  ["isv.OUT_OF_SERVICE", "account"],
  ["SignatureDoesNotMatch", "account"],
  ["Throttling.User", "later"],
  ["isv.MOBILE_NUMBER_ILLEGAL", "never"],
])("EF-4.2: Aliyun says %s: %s", async (code, retry) => {
  const aliyun = courierOf("aliyunVoice", { endpoint: provider.url }, { accessKeyId: "id", accessKeySecret: "secret" });
  provider.answer = json({ Code: code, Message: "x" }, code.startsWith("Sig") ? 400 : 200);
  expect(await aliyun.send(notice, stop)).toEqual({ kind: "refused", code, retry });
});
test("EF-4.2: Aliyun calls: TTS is spelled, our id is 15 bytes; its receipts say heard, answered or failed; what is no array is nobody's", async () => {
  const aliyun = courierOf(
    "aliyunVoice",
    { endpoint: provider.url, showNumber: "057100000000" },
    { accessKeyId: "id", accessKeySecret: "secret" },
  );
  provider.answer = json({ Code: "OK", CallId: "call-1" });
  expect(await aliyun.send(notice, stop)).toEqual({ kind: "accepted", providerId: "call-1" });
  expect(Object.fromEntries(last().query)).toMatchObject({
    CalledNumber: PHONE,
    OutId: notice.attemptId.slice(0, 15),
    CalledShowNumber: "057100000000",
    PlayTimes: "2",
  });
  expect(JSON.parse(last().query.get("TtsParam") ?? "").code).toBe(
    "AL-3F7K2".replace(/\d+/g, (digits) => [...digits].join(",")),
  );
  const report = ["200000", "200001", "200118"].map((status_code) => ({ call_id: "call-1", status_code, out_id: "x" }));
  const received = aliyun.receive?.(
    raw(JSON.stringify([...report, { call_id: "call-1", status_code: "200001", dtmf: "1" }])),
  );
  expect(received?.receipts.map(({ state, key }) => [state, key])).toEqual([
    ["heard", null],
    ["answered", null],
    ["failed", null],
    ["answered", "1"],
  ]);
  expect(received?.answer.body).toContain('"code":0');
  for (const bad of ["", "{}", "null", "[", '"x"']) expect(aliyun.receive?.(raw(bad))).toBe(null);
  expect([
    aliyun.reaches({ phone: "+1 2025550100" }),
    aliyun.reaches({}),
    aliyun.reaches({ phone: `86${PHONE}` }),
  ]).toEqual([false, false, true]);
});
test("EF-4.2: an SMS whose outcome nobody knows is looked up by our id before it is sent again", async () => {
  const aliyun = courierOf(
    "aliyunSms",
    { endpoint: provider.url, signName: "电安" },
    { accessKeyId: "id", accessKeySecret: "secret" },
  );
  const row = (OutId: string, SendStatus: number) => ({ OutId, SendStatus, ErrCode: "DELIVERED" });
  provider.answer = json({
    Code: "OK",
    SmsSendDetailDTOs: { SmsSendDetailDTO: [row("other", 3), row(notice.attemptId, 3)] },
  });
  const asked = { attemptId: notice.attemptId, providerId: null, address: notice.address, at: AT };
  expect(await aliyun.query?.(asked)).toMatchObject({ state: "delivered", attemptId: notice.attemptId });
  expect(Object.fromEntries(last().query)).toMatchObject({ SendDate: "20260302", PhoneNumber: PHONE });
  expect(await aliyun.query?.({ ...asked, attemptId: "none" })).toBe(null);
  provider.answer = json({ Code: "x" }, 500);
  expect(await aliyun.query?.(asked)).toBe(null);
});

test("EF-4.2: Tencent SMS and calls: signed over the very bytes; ordered variables; the number in E.164", async () => {
  const keys = { secretId: "id", secretKey: "key" };
  const sms = courierOf("tencentSms", { endpoint: provider.url, appId: "1400", signName: "电安" }, keys);
  provider.answer = json({ Response: { SendStatusSet: [{ Code: "Ok", SerialNo: "serial-1" }] } });
  expect(await sms.send({ ...notice, address: { phone: PHONE } }, stop)).toEqual({
    kind: "accepted",
    providerId: "serial-1",
  });
  const { headers, body } = last();
  const timestamp = Number(headers["x-tc-timestamp"]);
  expect(headers.authorization).toBe(signTencent({ host: provider.host, service: "sms", body, timestamp }, keys));
  expect(headers.authorization).not.toBe(
    signTencent({ host: provider.host, service: "sms", body: `${body} `, timestamp }, keys),
  );
  expect([timestamp, headers["x-tc-action"], headers["x-tc-version"]]).toEqual([AT / 1_000, "SendSms", "2021-01-11"]);
  expect(JSON.parse(body)).toMatchObject({
    PhoneNumberSet: [`+86${PHONE}`],
    TemplateParamSet: ["示例厂", "剩余电流超限", "AL-3F7K2"],
    SessionContext: notice.attemptId,
  });
  const call = courierOf("tencentVoice", { endpoint: provider.url, appId: "1400" }, keys);
  provider.answer = json({ Response: { SendStatus: { CallId: "call-1" } } });
  expect(await call.send(notice, stop)).toEqual({ kind: "accepted", providerId: "call-1" });
  expect(JSON.parse(last().body)).toMatchObject({ CalledNumber: `+86${PHONE}`, PlayTimes: 2 });
  expect(call.caps.length).toBe(4);
});
test.each([
  [{ Error: { Code: "AuthFailure.SignatureFailure" } }, "account"],
  [{ Error: { Code: "InternalError.Timeout" } }, "later"],
  [{ Error: { Code: "LimitExceeded.PhoneNumberDailyLimit" } }, "never"],
  [{ SendStatusSet: [{ Code: "FailedOperation.TemplateParamSetNotMatchApprovedTemplate" }] }, "template"],
  [{ SendStatusSet: [{ Code: "UnsupportedOperation.x" }] }, "never"],
])("EF-4.2: Tencent says %j: %s", async (Response, retry) => {
  const sms = courierOf(
    "tencentSms",
    { endpoint: provider.url, appId: "1", signName: "x" },
    { secretId: "i", secretKey: "k" },
  );
  provider.answer = json({ Response });
  expect(await sms.send(notice, stop)).toMatchObject({ kind: "refused", retry });
});
test("EF-4.2: Tencent's receipts: of messages and of calls, with the key; others are nobody's", () => {
  const keys = { secretId: "id", secretKey: "key" };
  const sms = courierOf("tencentSms", { appId: "1", signName: "x" }, keys);
  const rows = [
    { sid: "a", report_status: "SUCCESS", errmsg: "DELIVRD" },
    { sid: "b", report_status: "FAIL", errmsg: "x" },
  ];
  expect(
    sms.receive?.(raw(JSON.stringify(rows)))?.receipts.map(({ providerId, state }) => [providerId, state]),
  ).toEqual([
    ["a", "delivered"],
    ["b", "failed"],
  ]);
  const call = courierOf("tencentVoice", { appId: "1" }, keys);
  const pressed = call.receive?.(raw(JSON.stringify({ voicekey_callback: { callid: "c", keypress: "1" } })));
  expect(pressed?.receipts).toMatchObject([{ providerId: "c", key: "1", state: "answered" }]);
  expect(
    call.receive?.(raw(JSON.stringify({ voiceprompt_callback: { callid: "c", result: "1" } })))?.receipts,
  ).toMatchObject([{ state: "failed", key: null }]);
  for (const bad of ["[]", "{}", "", '{"voicekey_callback":{}}']) expect(call.receive?.(raw(bad)), bad).toBe(null);
  expect(sms.receive?.(raw("{}"))).toBe(null);
});

test("EF-4.2: robots of DingTalk and Feishu carry their signatures; WeCom its key; 200 with a code is a refusal", async () => {
  const dingtalk = courierOf("dingtalkRobot", { endpoint: provider.url }, { accessToken: "token", secret: "SEC1" });
  provider.answer = json({ errcode: 0 });
  expect(await dingtalk.send(notice, stop)).toMatchObject({ kind: "accepted" });
  const expected = createHmac("sha256", "SEC1").update(`${AT}\nSEC1`).digest("base64");
  expect([last().path, last().query.get("timestamp"), last().query.get("sign")]).toEqual([
    "/robot/send",
    String(AT),
    expected,
  ]);
  expect(signDingtalk(AT, "SEC2")).not.toBe(expected);
  provider.answer = json({ errcode: 310000, errmsg: "sign not match" });
  expect(await dingtalk.send(notice, stop)).toMatchObject({ kind: "refused", retry: "account" });
  const feishu = courierOf("feishuRobot", { endpoint: provider.url }, { hook: "hook-1", secret: "s" });
  provider.answer = json({ code: 0 });
  expect(await feishu.send(notice, stop)).toMatchObject({ kind: "accepted" });
  const body = JSON.parse(last().body);
  expect([last().path, body.timestamp, body.sign]).toEqual([
    "/open-apis/bot/v2/hook/hook-1",
    String(AT / 1_000),
    createHmac("sha256", `${AT / 1_000}\ns`)
      .update("")
      .digest("base64"),
  ]);
  expect(signFeishu(AT / 1_000 + 1, "s")).not.toBe(body.sign);
  provider.answer = json({ code: 11232 });
  expect(await feishu.send(notice, stop)).toMatchObject({ kind: "refused", retry: "later" });
  const wecom = courierOf("wecomRobot", { endpoint: provider.url }, { key: "key-1" });
  provider.answer = json({ errcode: 45009 });
  expect(await wecom.send(notice, stop)).toMatchObject({ kind: "refused", retry: "later" });
  expect([last().path, last().query.get("key")]).toEqual(["/cgi-bin/webhook/send", "key-1"]);
});

const corp = "wx5823bf96d3bd56c7";
const aesKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
const wecomApp = () =>
  courierOf(
    "wecomApp",
    { endpoint: provider.url, corpId: corp, agentId: "7" },
    { secret: "s", token: "QDG6eK", aesKey },
  );
test("EF-4.2: WeCom's card has a button of our own id; a token that ended is fetched once more; one that is refused shuts the account", async () => {
  let tokens = 0;
  provider.answer = (asked, response) => {
    if (asked.path === "/cgi-bin/gettoken")
      return json({ errcode: 0, access_token: `t${++tokens}`, expires_in: 7_200 })(asked, response);
    return json(asked.query.get("access_token") === "t1" ? { errcode: 42001 } : { errcode: 0, msgid: "m1" })(
      asked,
      response,
    );
  };
  const app = wecomApp();
  expect(await app.send(notice, stop)).toEqual({ kind: "accepted", providerId: "m1" });
  expect(await app.send(notice, stop)).toEqual({ kind: "accepted", providerId: "m1" });
  expect(tokens).toBe(2);
  expect(JSON.parse(last().body)).toMatchObject({
    touser: "chenwei",
    agentid: 7,
    msgtype: "template_card",
    enable_duplicate_check: 1,
    template_card: { card_type: "button_interaction", task_id: notice.attemptId },
  });
  provider.answer = (asked, response) =>
    json(asked.path.includes("gettoken") ? { errcode: 0, access_token: "x" } : { errcode: 0, invaliduser: "chenwei" })(
      asked,
      response,
    );
  expect(await wecomApp().send(notice, stop)).toEqual({ kind: "refused", code: "invaliduser", retry: "never" });
  provider.answer = json({ errcode: 40013 });
  expect(await wecomApp().send(notice, stop)).toEqual({ kind: "refused", code: "40013", retry: "account" });
});
test("EF-4.2: a button that is pressed comes back encrypted and signed; forged, foreign or other events acknowledge nothing", () => {
  const app = wecomApp();
  const crypto = createWecomCrypto("QDG6eK", aesKey, corp);
  const event = (key: string) =>
    `<xml><FromUserName><![CDATA[chenwei]]></FromUserName><Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[${key}]]></EventKey><TaskId><![CDATA[${notice.attemptId}]]></TaskId><ResponseCode><![CDATA[rc]]></ResponseCode></xml>`;
  const query = (encrypted: string) =>
    new URLSearchParams({ timestamp: "1", nonce: "n", msg_signature: crypto.signature("1", "n", encrypted) });
  const sealed = crypto.seal(event("acknowledge"));
  const body = `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`;
  expect(app.receive?.(raw(body, { query: query(sealed) }))?.receipts).toEqual([
    {
      attemptId: notice.attemptId,
      providerId: null,
      state: "answered",
      code: "template_card_event",
      key: "1",
      by: "chenwei",
      responseCode: "rc",
    },
  ]);
  const other = crypto.seal(event("snooze"));
  expect(
    app.receive?.(raw(`<xml><Encrypt><![CDATA[${other}]]></Encrypt></xml>`, { query: query(other) }))?.receipts,
  ).toEqual([]);
  expect(
    app.receive?.(
      raw(body, { query: new URLSearchParams({ timestamp: "1", nonce: "n", msg_signature: "0".repeat(40) }) }),
    ),
  ).toBe(null);
  expect(app.receive?.(raw(event("acknowledge")))).toBe(null);
  const foreign = createWecomCrypto("QDG6eK", aesKey, "wx0").seal(event("acknowledge"));
  expect(app.receive?.(raw(`<xml><Encrypt><![CDATA[${foreign}]]></Encrypt></xml>`, { query: query(foreign) }))).toBe(
    null,
  );
});

test("EF-4.2: JPush: the id of a push is fetched once and goes along with each retry", async () => {
  const jpush = courierOf("jpush", { endpoint: provider.url }, { appKey: "app", masterSecret: "master" });
  let cids = 0;
  let pushes = 0;
  provider.answer = (asked, response) => {
    expect(asked.headers.authorization).toBe(`Basic ${Buffer.from("app:master").toString("base64")}`);
    if (asked.path === "/v3/push/cid") return json({ cidlist: [`cid-${++cids}`] })(asked, response);
    return json(++pushes === 1 ? { error: { code: 1000 } } : { msg_id: "m1", sendno: "0" })(asked, response);
  };
  expect(await jpush.send(notice, stop)).toMatchObject({ kind: "refused", retry: "later" });
  expect(await jpush.send(notice, stop)).toEqual({ kind: "accepted", providerId: "m1" });
  expect([cids, JSON.parse(last().body).cid, JSON.parse(last().body).audience]).toEqual([
    1,
    "cid-1",
    { registration_id: ["reg-1"] },
  ]);
  provider.answer = json({ error: { code: 1004 } }, 401);
  expect(await jpush.send({ ...notice, attemptId: "b" }, stop)).toMatchObject({ kind: "refused", retry: "account" });
});

test("EF-4.2: Web Push: the browser's own key opens it; a subscription that is gone is refused for good", async () => {
  const browser = createECDH("prime256v1");
  browser.generateKeys();
  const auth = Buffer.alloc(16, 7);
  const webPush = {
    endpoint: `${provider.url}/push/1`,
    p256dh: browser.getPublicKey("base64url"),
    auth: auth.toString("base64url"),
  };
  const courier = courierOf("webPush", { subject: "mailto:x@example.org" }, { privateKey: newVapidKeys().privateKey });
  provider.answer = json({}, 201);
  expect(await courier.send({ ...notice, address: { webPush } }, stop)).toMatchObject({ kind: "accepted" });
  const { bytes, headers } = last();
  expect([headers.ttl, headers.urgency, headers["content-encoding"]]).toEqual(["3600", "high", "aes128gcm"]);
  const [salt, sender, sealed] = [bytes.subarray(0, 16), bytes.subarray(21, 86), bytes.subarray(86)];
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), browser.getPublicKey(), sender]);
  const ikm = Buffer.from(hkdfSync("sha256", browser.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: aes128gcm\0", 16));
  const nonce = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: nonce\0", 12));
  const opened = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([opened.update(sealed.subarray(0, -16)), opened.final()]);
  expect(JSON.parse(plain.subarray(0, -1).toString())).toMatchObject({ alarmId: "al-1", code: "AL-3F7K2" });
  for (const status of [404, 410]) {
    provider.answer = json({}, status);
    expect(await courier.send({ ...notice, address: { webPush } }, stop)).toEqual({
      kind: "refused",
      code: "gone",
      retry: "never",
    });
  }
  provider.answer = json({}, 429, { "retry-after": "7" });
  expect(await courier.send({ ...notice, address: { webPush } }, stop)).toMatchObject({
    retry: "later",
    afterMs: 7_000,
  });
});

test("EF-4.2: Twilio: the account signs in, the text is escaped, a key is taken only with its signature", async () => {
  const callback = "https://hub.example.org/r/1";
  const call = courierOf(
    "twilioVoice",
    { endpoint: provider.url, accountSid: "AC1", from: "+12025550100", callback },
    { authToken: "12345" },
  );
  provider.answer = json({ sid: "CA1" }, 201);
  expect(await call.send({ ...notice, language: "en", facts: { ...notice.facts, unit: "A & <B>" } }, stop)).toEqual({
    kind: "accepted",
    providerId: "CA1",
  });
  const form = new URLSearchParams(last().body);
  expect([last().path, form.get("To"), form.get("StatusCallback")]).toEqual([
    "/2010-04-01/Accounts/AC1/Calls.json",
    `+86${PHONE}`,
    callback,
  ]);
  expect(form.get("Twiml")).toContain("A &#38; &#60;B&#62;: ");
  const pressed = new URLSearchParams({ CallSid: "CA1", CallStatus: "in-progress", Digits: "1" });
  const signed = (signature: string | null) =>
    raw(pressed.toString(), { header: (name) => (name === "x-twilio-signature" ? signature : null) });
  expect(call.receive?.(signed(signTwilio(callback, pressed, "12345")))?.receipts).toMatchObject([
    { providerId: "CA1", state: "answered", key: "1" },
  ]);
  for (const bad of [null, "", signTwilio(callback, pressed, "1234"), signTwilio(`${callback}x`, pressed, "12345")])
    expect(call.receive?.(signed(bad))).toBe(null);
  provider.answer = json({ code: 20003 }, 401);
  expect(await call.send(notice, stop)).toEqual({ kind: "refused", code: "20003", retry: "account" });
});

test("SEC-OUT-04: a webhook's notice is signed as Standard Webhooks says, under the attempt's id", async () => {
  const secret = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
  const hook = courierOf("webhook", { url: `${provider.url}/hook` }, { secret });
  provider.answer = json({}, 202);
  expect(await hook.send(notice, stop)).toMatchObject({ kind: "accepted" });
  const { headers, body } = last();
  expect((await verifyWebhook({ headers, body, secrets: [secret], now: AT })).ok).toBe(true);
  expect((await verifyWebhook({ headers, body: `${body} `, secrets: [secret], now: AT })).ok).toBe(false);
  expect([headers["webhook-id"], JSON.parse(body).type]).toEqual([notice.attemptId, "com.dianan.alarm.notice"]);
});

test("EF-4.2: where nobody listens nothing has left; what is cut off may have got through", async () => {
  const closed = await openProvider();
  await closed.close();
  const secret = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
  expect(await courierOf("webhook", { url: closed.url }, { secret }).send(notice, stop)).toEqual({
    kind: "refused",
    code: "noConnection",
    retry: "later",
  });
  provider.answer = (_, response) => void response.socket?.destroy();
  expect(await courierOf("webhook", { url: provider.url }, { secret }).send(notice, stop)).toEqual({
    kind: "unknown",
    code: "noConnection",
  });
  provider.answer = json({}, 503, { "retry-after": "3" });
  expect(await courierOf("webhook", { url: provider.url }, { secret }).send(notice, stop)).toMatchObject({
    retry: "later",
    afterMs: 3_000,
  });
  expect(await courierOf("webhook", { url: "http://192.0.2.1/" }, { secret }).send(notice, stop)).toMatchObject({
    kind: "refused",
    code: "addressForbidden",
  });
});
