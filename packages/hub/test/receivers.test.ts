import { afterAll, beforeAll, expect, test } from "vitest";
import { device, openTestHub, type TestHub, until } from "./http-fixture.ts";
import {
  ctwingReport,
  frameOf,
  iotdaReport,
  iotdaTime,
  KEY16,
  KEY43,
  legacyPush,
  MEASURED,
  onenetPush,
  openReceiving,
  type Platform,
  type Receiving,
  TOKEN,
} from "./receiver-fixture.ts";

const frames = { kind: "frames", protocol: "gb26875", member: "/APPdata", encoding: "base64" };
const members = {
  kind: "members",
  readings: [
    { member: "/temp", quantity: "temperature", component: "t-1" },
    { member: "/leak", quantity: "residualCurrent", factor: 0.1 },
  ],
  conditions: [{ member: "/alarm", type: "residualCurrentOver", raisedBy: [1, "1"], component: "loop-5" }],
};
let hub: TestHub;
let receiving: Receiving;
const at: { ctwing?: Platform; onenet?: Platform; legacy?: Platform; iotda?: Platform } = {};
const place = (name: keyof typeof at): Platform => at[name] as Platform;

beforeAll(async () => {
  hub = await openTestHub();
  receiving = await openReceiving(() => hub);
  const wire = (id: string, protocol: string, wireAddress: string, more: object = {}) => ({
    ...{ ...device, id, protocol, wireAddress, ...more },
  });
  await receiving.register(
    wire("smoke", "gb26875", "701", { imei: "861000000000018" }),
    wire("meter", "json", "861000000000026"),
    wire("pole", "json", "pole-1"),
    wire("old", "json", "555"),
  );
  at.ctwing = await receiving.receiver({ name: "电信", platform: "ctwing", deviceKey: "imei", payload: frames });
  at.onenet = await receiving.receiver({
    ...{ name: "移动", platform: "onenet", deviceKey: "deviceName", payload: members, secrets: { token: TOKEN } },
  });
  at.legacy = await receiving.receiver({
    ...{ name: "移动旧版", platform: "onenetLegacy", deviceKey: "deviceId", payload: members },
    secrets: { token: TOKEN, aesKey: KEY43 },
  });
  const [temp, leak] = members.readings;
  at.iotda = await receiving.receiver({
    ...{ name: "华为", platform: "iotda", deviceKey: "nodeId" },
    payload: {
      kind: "members",
      readings: [
        { ...temp, member: "/Meter/temp" },
        { ...leak, member: "/Meter/leak" },
      ],
    },
  });
}, 30_000);
afterAll(() => hub?.end());

const readings = async (id: string): Promise<readonly number[]> =>
  (await receiving.list(`readings?deviceId=${id}&limit=500`)).map(({ value }) => value).sort((a, b) => a - b);

test("EF-N.1: CTWing: a transparent frame is decoded by its protocol and kept as evidence", async () => {
  const base64 = frameOf(701, 1).toString("base64");
  expect(await receiving.push(place("ctwing"), ctwingReport({ APPdata: base64 }))).toMatchObject({
    ...{ status: 200, body: { status: "accepted" } },
  });
  expect(await receiving.newest(place("ctwing"))).toMatchObject({
    ...{ state: "taken", taken: 1, kind: "data", device: "861000000000018", faults: [] },
  });
  expect(await readings("smoke")).toEqual([30]);
  expect(await receiving.list("frames?deviceId=smoke")).toHaveLength(1);
  expect((await receiving.ask("GET", "devices/smoke")).body).toMatchObject({ presence: "online" });
});

test("SEC-DEV-06: a resend is told as one and stored once; the same words at another time are new", async () => {
  const report = ctwingReport({ APPdata: frameOf(701, 2, 310).toString("base64") }, { timestamp: MEASURED + 60_000 });
  const told = [];
  for (let n = 0; n < 3; n += 1) told.push((await receiving.push(place("ctwing"), report)).body.status);
  expect(told).toEqual(["accepted", "duplicate", "duplicate"]);
  // Of the platform's own members only device, time and content count.
  expect((await receiving.push(place("ctwing"), { ...report, upPacketSN: "7" })).body.status).toBe("duplicate");
  const later = { ...report, timestamp: MEASURED + 120_000 };
  expect((await receiving.push(place("ctwing"), later)).body.status).toBe("accepted");
  await receiving.newest(place("ctwing"));
  // The frame itself says that it is a repeat.
  expect(await readings("smoke")).toEqual([30, 31]);
});

test("platform-interop §8.3: a + that became a space in base64 is put back; hex and text faults say where", async () => {
  // Many serials, until the text holds a plus.
  const withPlus = Array.from({ length: 400 }, (_, n) => frameOf(701, 100 + n, 320).toString("base64")).find((text) =>
    text.includes("+"),
  );
  expect(withPlus).toContain("+");
  const lost = withPlus?.replaceAll("+", " ");
  await receiving.push(place("ctwing"), ctwingReport({ APPdata: lost }, { timestamp: String(MEASURED + 180_000) }));
  expect(await receiving.newest(place("ctwing"))).toMatchObject({ state: "taken", taken: 1 });
  expect(await readings("smoke")).toContain(32);
});

test("EF-N.2: events of CTWing by members; a message of IoTDA with a frame in hex; a value of another kind raises nothing", async () => {
  const events = await receiving.receiver({
    name: "事件",
    platform: "ctwing",
    deviceKey: "deviceId",
    payload: members,
  });
  const event = (content: object, n: number) => ({
    ...{ messageType: "eventReport", deviceId: "ev-1", timestamp: MEASURED + n, serviceId: 9, eventType: 1 },
    eventContent: content,
  });
  await receiving.register({ ...device, id: "ev", protocol: "json", wireAddress: "ev-1" });
  await receiving.push(events, event({ alarm: "2", temp: "undefined" }, 1));
  expect(await receiving.newest(events)).toMatchObject({ state: "taken", taken: 1 });
  expect(await receiving.list("alarms?deviceId=ev")).toEqual([]);
  await receiving.push(events, event({ alarm: "1", temp: " 21.5 " }, 2));
  expect(await receiving.newest(events)).toMatchObject({ state: "taken", taken: 1 });
  expect(await receiving.list("alarms?deviceId=ev")).toMatchObject([{ type: "residualCurrentOver" }]);
  expect(await readings("ev")).toEqual([21.5]);
  const hex = { kind: "frames", protocol: "gb26875", member: "/content/data", encoding: "hex" };
  const messages = await receiving.receiver({ name: "消息", platform: "iotda", deviceKey: "nodeId", payload: hex });
  const report = iotdaReport([], "message-1");
  const said = (data: string, id: string) => ({
    ...{ ...report, request_id: id, resource: "device.message" },
    notify_data: { ...report.notify_data, body: { topic: "t", content: { data } } },
  });
  await receiving.register({ ...device, id: "hexed", protocol: "gb26875", wireAddress: "702" });
  await receiving.push(messages, said(frameOf(702, 1, 222).toString("hex").toUpperCase(), "message-1"));
  expect(await receiving.newest(messages)).toMatchObject({ state: "taken", taken: 1 });
  expect(await readings("hexed")).toEqual([22.2]);
  await receiving.push(messages, said("40404", "message-2"));
  expect((await receiving.newest(messages)).faults).toMatchObject([
    { code: "not-text", path: "/notify_data/body/content/data" },
  ]);
});

test("SEC-DEV-12: what cannot be decoded is acknowledged, kept with its reason and shown", async () => {
  const good = frameOf(701, 9);
  const broken = Buffer.from(good);
  broken[good.length - 3] = ((broken[good.length - 3] ?? 0) + 1) & 0xff;
  const cases: readonly (readonly [object, string])[] = [
    [{ APPdata: broken.toString("base64") }, "bad-checksum"],
    [{ APPdata: "*not base64*" }, "not-text"],
    [{ APPdata: 5 }, "not-text"],
    [{ APPdata: "undefined" }, "no-frame"],
    [{ APPdata: "" }, "no-frame"],
    [{ other: "x" }, "no-frame"],
    [{ APPdata: Buffer.concat([good, good]).toString("base64") }, "not-one-frame"],
    [{ APPdata: good.subarray(0, 20).toString("base64") }, "not-one-frame"],
    [{ APPdata: "A".repeat(20_000) }, "not-text"],
  ];
  for (const [n, [payload, code]] of cases.entries()) {
    const report = ctwingReport(payload, { timestamp: MEASURED + 200_000 + n });
    expect((await receiving.push(place("ctwing"), report)).body.status, code).toBe("accepted");
    const push = await receiving.newest(place("ctwing"));
    expect([push.state, push.faults[0]?.code], code).toEqual(["refused", code]);
    expect(JSON.parse(push.body)).toEqual(report);
  }
  expect(JSON.stringify(await receiving.list("undecodable"))).toContain("bad-checksum");
});

test("SEC-DEV-01: a device that nobody registered is listed, its alarm kept as unclaimed", async () => {
  await receiving.push(
    place("ctwing"),
    ctwingReport({ APPdata: frameOf(999, 1).toString("base64") }, { IMEI: "x", timestamp: MEASURED + 300_000 }),
  );
  expect(await receiving.newest(place("ctwing"))).toMatchObject({ state: "taken" });
  const message = { ...{ productId: "p", deviceName: "nobody-7", messageType: "notify", notifyType: "property" } };
  const data = { params: { alarm: { value: 1, time: MEASURED + 300_000 } } };
  await receiving.push(place("onenet"), onenetPush({ ...message, data }, { id: "stranger" }));
  await receiving.newest(place("onenet"));
  const strangers = JSON.stringify(await receiving.list("unclaimed"));
  expect(strangers).toContain("999");
  expect(strangers).toContain("nobody-7");
});

test("SEC-DEV-18: a push that names another IMEI than the device's record does not speak for it", async () => {
  const before = await readings("smoke");
  const report = ctwingReport(
    { APPdata: frameOf(701, 50, 990).toString("base64") },
    { IMEI: "861000000000091", timestamp: MEASURED + 310_000 },
  );
  await receiving.push(place("ctwing"), report);
  expect((await receiving.newest(place("ctwing"))).faults[0]).toMatchObject({ code: "wrong-device" });
  expect(await readings("smoke")).toEqual(before);
});

test("CTWing: online, command results and unknown kinds are kept and say nothing of the device's values", async () => {
  const base = { productId: "1", deviceId: "aep-0001", timestamp: MEASURED + 400_000 };
  const cases: readonly (readonly [object, string, string])[] = [
    [{ ...base, messageType: "deviceOnlineOfflineReport", eventType: 1, iccid: "898600000000" }, "online", "taken"],
    [{ ...base, messageType: "deviceOnlineOfflineReport", eventType: "0" }, "offline", "taken"],
    [{ ...base, messageType: "commandResponse", taskId: 7, result: { resultCode: "SENT" } }, "commandResult", "taken"],
    [{ ...base, messageType: "dataReportTupUnion", payload: [1, 2] }, "other", "refused"],
    [{ ...base, messageType: "deviceOnlineOfflineReport", eventType: "undefined" }, "other", "refused"],
    [{ ...base }, "other", "refused"],
  ];
  for (const [body, kind, state] of cases) {
    await receiving.push(place("ctwing"), body);
    expect(await receiving.newest(place("ctwing")), kind).toMatchObject({ kind, state });
  }
});

test("EF-N.1: OneNET: properties with their own times, texts for numbers, missing values and an alarm", async () => {
  const params = {
    temp: { value: "41.5", time: MEASURED },
    leak: { value: 689, time: MEASURED + 1_000 },
    alarm: { value: "1", time: MEASURED + 1_000 },
    other: { value: "undefined", time: MEASURED + 1_000 },
  };
  const message = {
    productId: "p",
    deviceName: "pole-1",
    messageType: "notify",
    notifyType: "property",
    data: { id: "1", params },
  };
  expect((await receiving.push(place("onenet"), onenetPush(message, { id: "m1" }))).body.status).toBe("accepted");
  expect(await receiving.newest(place("onenet"))).toMatchObject({ state: "taken", taken: 1, device: "pole-1" });
  const found = await receiving.list("readings?deviceId=pole");
  expect(found.map(({ quantity, value, at: when }) => [quantity, value, Date.parse(when)]).sort()).toEqual([
    ["residualCurrent", 68.9, MEASURED + 1_000],
    ["temperature", 41.5, MEASURED],
  ]);
  expect(await receiving.list("alarms?deviceId=pole")).toMatchObject([{ type: "residualCurrentOver" }]);
  // SEC-DEV-03: what the platform says is gone stays until somebody confirms it.
  const gone = { ...message, data: { params: { alarm: { value: 0, time: MEASURED + 2_000 } } } };
  await receiving.push(place("onenet"), onenetPush(gone, { id: "m2" }));
  await receiving.newest(place("onenet"));
  expect(await receiving.list("alarms?deviceId=pole&state=raised")).toHaveLength(1);
});

test("SEC-API-03: OneNET: what is not signed with the token is refused and stored nowhere; a replay is none", async () => {
  const message = {
    deviceName: "pole-1",
    messageType: "notify",
    notifyType: "property",
    data: { params: { temp: { value: 99, time: 1 } } },
  };
  const good = onenetPush(message, { id: "n1" });
  const before = (await receiving.list(`receivers/${place("onenet").id}/pushes`)).length;
  const cases: readonly (readonly [unknown, number])[] = [
    [onenetPush(message, { token: "other-token" }), 401],
    [{ ...good, msg: good.msg.replace("99", "98") }, 401],
    [{ ...good, nonce: "nonce-2" }, 401],
    [{ ...good, signature: good.signature.toUpperCase() }, 401],
    [{ ...good, signature: "" }, 401],
    [{ ...good, signature: undefined }, 422],
    [{ ...good, msg: message }, 422],
    [onenetPush([] as never), 422],
    ["[]", 422],
    ["{", 400],
    ['{"msg":"a","msg":"b"}', 400],
  ];
  for (const [n, [body, status]] of cases.entries())
    expect((await receiving.push(place("onenet"), body)).status, String(n)).toBe(status);
  expect(await receiving.list(`receivers/${place("onenet").id}/pushes`)).toHaveLength(before);
  expect(await receiving.push(place("onenet"), good)).toMatchObject({ status: 200, body: { status: "accepted" } });
  // The id is not signed: a replay under another one is told by what it says.
  expect((await receiving.push(place("onenet"), { ...good, id: "n2" })).body.status).toBe("duplicate");
  // A resend keeps its id, whatever its nonce.
  const again = onenetPush({ ...message, more: 1 }, { id: "n1" });
  expect((await receiving.push(place("onenet"), again)).body.status).toBe("duplicate");
  // A + of the signature that became a space.
  const plus = Array.from({ length: 200 }, (_, n) => onenetPush({ ...message, n }, { id: `p${n}` })).find((one) =>
    one.signature.includes("+"),
  );
  const spaced = { ...plus, signature: plus?.signature.replaceAll("+", " ") };
  expect((await receiving.push(place("onenet"), spaced)).body.status).toBe("accepted");
  const view = (await receiving.ask("GET", `receivers/${place("onenet").id}`)).body;
  expect(view).toMatchObject({ refused: 9, lastRefusal: "shape", secretsSet: ["token"] });
  expect(JSON.stringify(view)).not.toContain(TOKEN);
});

test("OneNET checks the address: the text comes back if it is signed, and not otherwise", async () => {
  const check = (query: Record<string, string>, to = place("onenet")): Promise<Response> =>
    fetch(`${hub.hub.httpUrl}${to.url}?${new URLSearchParams(query)}`);
  // printf '%s' 'example-tokenabc/xyz' | openssl md5 -binary | base64
  const good = { msg: "/xyz", nonce: "abc", signature: "zIRHrEt9P9NB8gZ0+fO1nA==" };
  const answer = await check(good);
  expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
    ...[200, "text/plain; charset=utf-8", "/xyz"],
  ]);
  const spaced = await check({ ...good, signature: good.signature.replaceAll("+", " ") });
  expect([spaced.status, await spaced.text()]).toEqual([200, "/xyz"]);
  const wrong: readonly (readonly [Record<string, string>, Platform, number])[] = [
    [{ ...good, msg: "/xyzz" }, place("onenet"), 401],
    [{ ...good, nonce: "abd" }, place("onenet"), 401],
    [{ ...good, signature: "AAAAAAAAAAAAAAAAAAAAAA==" }, place("onenet"), 401],
    [{ msg: "/xyz", nonce: "abc" }, place("onenet"), 422],
    [good, place("ctwing"), 422],
    [good, { id: "", url: "/api/v1/pushes/dr_0000000000" }, 401],
  ];
  for (const [query, to, status] of wrong) expect((await check(query, to)).status).toBe(status);
});

test("EF-N.1: legacy OneNET: encrypted points; in clear, with another key or another token it takes nothing", async () => {
  const points = [
    { type: 1, dev_id: 555, ds_id: "temp", at: MEASURED, value: 25.5 },
    { type: 1, dev_id: 555, ds_id: "leak", at: MEASURED, value: "undefined" },
    { type: 1, dev_id: 555, ds_id: "leak", at: MEASURED + 1_000, value: 12 },
  ];
  expect((await receiving.push(place("legacy"), legacyPush(points, true))).body.status).toBe("accepted");
  expect(await receiving.newest(place("legacy"))).toMatchObject({ state: "taken", device: "555" });
  expect(await readings("old")).toEqual([1.2, 25.5]);
  // Encrypted anew it is another text, and the same points.
  expect((await receiving.push(place("legacy"), legacyPush(points, true))).body.status).toBe("duplicate");
  const { enc_msg: text, ...rest } = legacyPush([{ ...points[0], at: 1 }], true) as { enc_msg: string };
  expect((await receiving.push(place("legacy"), legacyPush(points, false))).status).toBe(422);
  expect((await receiving.push(place("legacy"), legacyPush(points, true, "other-token"))).status).toBe(401);
  expect((await receiving.push(place("legacy"), { ...rest, enc_msg: `${text.slice(0, -8)}AAAAAA==` })).status).toBe(
    401,
  );
  const line = { type: 2, dev_id: 555, status: 1, login_type: 10, at: MEASURED + 2_000 };
  await receiving.push(place("legacy"), legacyPush(line, true));
  expect(await receiving.newest(place("legacy"))).toMatchObject({ kind: "online", taken: 1 });
});

test("legacy OneNET in clear: the message is signed as it was sent, whatever its spelling", async () => {
  const plain = await receiving.receiver({
    ...{
      name: "旧版明文",
      platform: "onenetLegacy",
      deviceKey: "deviceId",
      payload: members,
      secrets: { token: TOKEN },
    },
  });
  const { createHash } = await import("node:crypto");
  const sent = `{ "value": 26.50, "at":${MEASURED},\n "type":1,"ds_id":"temp","dev_id":"555", "note":"a\\"}," }`;
  const signature = createHash("md5").update(`${TOKEN}n${sent}`).digest("base64");
  const body = `{"nonce":"n", "msg":${sent} ,"msg_signature":"${signature}"}`;
  expect((await receiving.push(plain, body)).body.status).toBe("accepted");
  expect(await receiving.newest(plain)).toMatchObject({ state: "taken" });
  expect((await receiving.push(plain, body.replace("26.50", "26.5"))).status).toBe(401);
  expect((await receiving.push(plain, legacyPush({ type: 1 }, true))).status).toBe(422);
});

test("OneNET encrypted: the initial vector is a switch that must be set, as no source confirms it", async () => {
  const { createCipheriv } = await import("node:crypto");
  const draft = { name: "加密", platform: "onenet", deviceKey: "deviceName", payload: members };
  const secrets = { token: TOKEN, aesKey: KEY16 };
  expect((await receiving.ask("POST", "receivers", { ...draft, secrets })).status).toBe(422);
  const message = {
    deviceName: "pole-1",
    messageType: "notify",
    notifyType: "event",
    eventType: "info",
    data: { params: { temp: { value: 7, time: MEASURED + 500_000 } } },
  };
  for (const aesIv of ["key", "zero"] as const) {
    const encrypt = (text: string): string => {
      const cipher = createCipheriv("aes-128-cbc", KEY16, aesIv === "key" ? KEY16 : Buffer.alloc(16));
      return Buffer.concat([cipher.update(text), cipher.final()]).toString("base64");
    };
    const to = await receiving.receiver({ ...draft, secrets, switches: { aesIv } });
    expect((await receiving.push(to, onenetPush(message, { encrypt }))).body.status).toBe("accepted");
    expect(await receiving.newest(to)).toMatchObject({ state: "taken", device: "pole-1" });
    // In clear it is no push of this receiver.
    expect((await receiving.push(to, onenetPush(message, { id: "clear" }))).status).toBe(422);
  }
});

test("EF-N.1: IoTDA: services with their times; request_id tells a resend; other events are kept", async () => {
  const services = [
    { service_id: "Meter", properties: { temp: 33.3, leak: "" }, event_time: iotdaTime(MEASURED + 60_000) },
    { service_id: "Meter", properties: { leak: "120" }, event_time: "not a time" },
    { service_id: "Other", properties: { temp: 1 }, event_time: null },
  ];
  expect((await receiving.push(place("iotda"), iotdaReport(services))).body.status).toBe("accepted");
  expect(await receiving.newest(place("iotda"))).toMatchObject({ state: "taken", device: "861000000000026" });
  const found = await receiving.list("readings?deviceId=meter");
  expect(found.map(({ value, at: when }) => [value, new Date(when).toISOString()]).sort()).toEqual([
    [12, new Date(MEASURED + 123).toISOString()],
    [33.3, new Date(MEASURED + 60_000).toISOString()],
  ]);
  expect((await receiving.push(place("iotda"), iotdaReport([], "request-1"))).body.status).toBe("duplicate");
  const cases: readonly (readonly [object, string, string])[] = [
    [{ ...iotdaReport([{ service_id: "Meter", properties: { temp: "hot" } }], "r2") }, "data", "taken"],
    [{ ...iotdaReport([], "r3") }, "data", "refused"],
    [{ ...iotdaReport([], "r4"), resource: "device.status", event: "update" }, "other", "refused"],
    [{ resource: "batchtask", event: "update", request_id: "r5" }, "other", "refused"],
    [{}, "other", "refused"],
  ];
  for (const [body, kind, state] of cases) {
    await receiving.push(place("iotda"), body);
    expect(await receiving.newest(place("iotda"))).toMatchObject({ kind, state });
  }
  const status = iotdaReport([], "r6");
  const notify_data = { ...status.notify_data, body: { status: "ONLINE", last_online_time: iotdaTime(MEASURED) } };
  await receiving.push(place("iotda"), { ...status, resource: "device.status", event: "update", notify_data });
  expect(await receiving.newest(place("iotda"))).toMatchObject({ kind: "online", taken: 1 });
  expect(JSON.stringify(await receiving.list("undecodable"))).toContain("not-a-number");
});

test("SEC-OUT-06, SEC-API-06: an unknown address, a wrong header, a source, a size or a media type are refused", async () => {
  const value = "header-value-0001";
  const guarded = await receiving.receiver({
    ...{ name: "限制", platform: "iotda", deviceKey: "nodeId", payload: members, switches: { header: "X-Push-Token" } },
    ...{ secrets: { headerValue: value }, sources: ["127.0.0.1"] },
  });
  const report = iotdaReport([{ service_id: "", properties: { temp: 1 } }], "g1");
  expect((await receiving.push(guarded, report)).status).toBe(401);
  expect((await receiving.push(guarded, report, { "x-push-token": "header-value-0002" })).status).toBe(401);
  expect((await receiving.push(guarded, report, { "x-push-token": value })).status).toBe(200);
  const elsewhere = await receiving.receiver({
    ...{ name: "别处", platform: "ctwing", deviceKey: "imei", payload: frames, sources: ["203.0.113.0/24"] },
  });
  expect((await receiving.push(elsewhere, ctwingReport({}))).status).toBe(403);
  expect((await receiving.push({ id: "", url: `${guarded.url}x` }, report)).status).toBe(401);
  const big = ctwingReport({ APPdata: "A".repeat(262_144) });
  expect((await receiving.push(place("ctwing"), big)).status).toBe(413);
  expect((await receiving.push(place("ctwing"), ctwingReport({}), { "content-type": "text/xml" })).status).toBe(415);
  expect((await receiving.push(place("ctwing"), `${"[".repeat(40)}${"]".repeat(40)}`)).status).toBe(400);
});

test("SEC-API-04, SEC-KEY-02: addresses are replaced with an overlap; a receiver that is off or gone takes nothing", async () => {
  const to = await receiving.receiver({ name: "轮换", platform: "ctwing", deviceKey: "imei", payload: frames });
  const { status, body } = await receiving.ask("POST", `receivers/${to.id}/address`);
  expect(status).toBe(201);
  const next = { id: to.id, url: new URL(body.url).pathname };
  const report = (n: number) => ctwingReport({ APPdata: "" }, { timestamp: MEASURED + 1_000_000 + n });
  expect([(await receiving.push(to, report(1))).status, (await receiving.push(next, report(2))).status]).toEqual([
    200, 200,
  ]);
  expect((await receiving.ask("POST", `receivers/${to.id}/address`)).status).toBe(201);
  expect((await receiving.ask("POST", `receivers/${to.id}/address`)).status).toBe(409);
  const { tag } = await receiving.ask("GET", `receivers/${to.id}`);
  expect((await receiving.ask("PATCH", `receivers/${to.id}`, { isEnabled: false }, { "if-match": tag })).status).toBe(
    200,
  );
  expect((await receiving.push(next, report(3))).status).toBe(409);
  expect((await receiving.ask("PATCH", `receivers/${to.id}`, { isEnabled: true }, { "if-match": tag })).status).toBe(
    412,
  );
  expect((await receiving.ask("DELETE", `receivers/${to.id}`)).status).toBe(204);
  expect((await receiving.push(next, report(4))).status).toBe(401);
  expect((await receiving.ask("GET", `receivers/${to.id}`)).status).toBe(404);
  expect((await receiving.ask("GET", `receivers/${to.id}/pushes`)).status).toBe(404);
});

test("SEC-KEY-02: a secret is replaced or taken away alone; one that is needed is not", async () => {
  const secrets = { token: TOKEN, aesKey: KEY43 };
  const draft = { name: "密钥", platform: "onenetLegacy", deviceKey: "deviceId", payload: members, secrets };
  const to = await receiving.receiver(draft);
  const change = async (set: object) => {
    const { tag } = await receiving.ask("GET", `receivers/${to.id}`);
    return receiving.ask("PATCH", `receivers/${to.id}`, { secrets: set }, { "if-match": tag });
  };
  const point = { type: 1, dev_id: 555, ds_id: "temp", value: 20 };
  expect((await receiving.push(to, legacyPush({ ...point, at: MEASURED }, false))).status).toBe(422);
  expect((await change({ aesKey: null })).body.secretsSet).toEqual(["token"]);
  expect((await receiving.push(to, legacyPush({ ...point, at: MEASURED }, false))).status).toBe(200);
  expect((await change({ token: "another-token" })).status).toBe(200);
  expect((await receiving.push(to, legacyPush({ ...point, at: MEASURED + 1 }, false))).status).toBe(401);
  for (const wrong of [{ token: null }, { aesKey: "short" }, {}, { password: "x" }, { headerValue: "12345678" }])
    expect((await change(wrong)).status, JSON.stringify(wrong)).toBe(422);
});

test("SEC-API-05: settings that do not fit are refused, each with where", async () => {
  const good = { name: "x", platform: "ctwing", deviceKey: "imei", payload: frames };
  const onenet = { ...good, platform: "onenet", payload: members };
  const wrong: readonly (readonly [object, string])[] = [
    [{ ...good, platform: "tuya" }, "/platform"],
    [{ ...good, deviceKey: "nodeId" }, "/deviceKey"],
    [{ ...good, deviceKey: "deviceName" }, "/deviceKey"],
    [{ ...good, payload: { kind: "frames" } }, "/payload/protocol"],
    [{ ...good, payload: { ...frames, protocol: "modbus" } }, "/payload/protocol"],
    [{ ...good, payload: { ...frames, member: "APPdata" } }, "/payload/member"],
    [{ ...good, payload: { kind: "members" } }, "/payload/readings"],
    [
      { ...good, payload: { ...members, readings: [{ member: "/x", quantity: "flavour" }] } },
      "/payload/readings/0/quantity",
    ],
    [
      { ...good, payload: { ...members, conditions: [{ member: "/x", type: "boredom", raisedBy: [1] }] } },
      "/payload/conditions/0/type",
    ],
    [{ ...good, sources: ["everywhere"] }, "/sources/0"],
    [{ ...good, secrets: { token: "t" } }, "/secrets"],
    [{ ...good, switches: { header: "X-A" } }, "/switches/header"],
    [{ ...good, switches: { header: "Authorization" }, secrets: { headerValue: "12345678" } }, "/switches/header"],
    [onenet, "/secrets/token"],
    [
      { ...onenet, secrets: { token: "t", aesKey: "0123456789abcdefg" }, switches: { aesIv: "key" } },
      "/secrets/aesKey",
    ],
    [{ ...onenet, platform: "onenetLegacy", secrets: { token: "t", aesKey: KEY16 } }, "/secrets/aesKey"],
  ];
  for (const [draft, path] of wrong) {
    const { status, body } = await receiving.ask("POST", "receivers", draft);
    expect([status, body.errors?.[0]?.path], path).toEqual([422, path]);
  }
  expect((await receiving.ask("POST", "receivers", good)).status).toBe(201);
});

test("SEC-BAK-01, SEC-AUD-01: secrets lie sealed, acts are told, and pushes outlive a restart", async () => {
  const { readFileSync } = await import("node:fs");
  const raw = readFileSync(`${hub.dataDir}/hub.db`).toString("latin1");
  expect(raw).not.toContain(KEY43);
  expect(raw).not.toContain(place("ctwing").url.split("/").at(-1) ?? "?");
  expect(hub.log.join("\n")).not.toContain("dr_");
  hub = await hub.restart();
  const report = ctwingReport({ APPdata: frameOf(701, 1).toString("base64") });
  expect((await receiving.push(place("ctwing"), report)).body.status).toBe("duplicate");
  await until(
    () => receiving.list(`receivers/${place("ctwing").id}/pushes`),
    (items) => items.length > 5,
  );
});

test("SEC-AUD-01: what is refused at an address is told, without the address; what is set up is told too", async () => {
  const { DatabaseSync } = await import("node:sqlite");
  const wrong = await receiving.push({ id: "", url: "/api/v1/pushes/dr_wrong-address-0001" }, ctwingReport({}));
  expect(wrong.status).toBe(401);
  const entries = await until(
    () => {
      const database = new DatabaseSync(`${hub.dataDir}/hub.db`, { readOnly: true });
      const rows = database.prepare("SELECT entry FROM audit").all() as { entry: string }[];
      database.close();
      return rows.map(({ entry }) => JSON.parse(entry) as { act: string; object: string; reason: string });
    },
    (all) => all.filter(({ object }) => object === "takePush").length >= 3,
  );
  const told = entries.filter(({ object }) => object === "takePush").map(({ act, reason }) => `${act} ${reason}`);
  expect(told).toContain("credential.refuse bad-signature");
  expect(told).toContain("credential.refuse bad-credentials");
  expect(entries.map(({ act }) => act)).toEqual(
    expect.arrayContaining(["receiver.create", "receiver.change", "receiver.rotate", "receiver.remove"]),
  );
  expect(JSON.stringify(entries)).not.toContain("dr_wrong");
});

test("SEC-API-06: pushes are read page by page, each once; without a key, or with a wrong page, not", async () => {
  expect((await fetch(`${hub.hub.httpUrl}/api/v1/receivers`)).status).toBe(401);
  const pushes = `receivers/${place("ctwing").id}/pushes`;
  const ids: string[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await receiving.ask("GET", `${pushes}?limit=7${cursor}`);
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    if (body.next === null) break;
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    (await receiving.ask("GET", `${pushes}?limit=50`)).body.items.map(({ id }: { id: string }) => id),
  );
  expect((await receiving.ask("GET", `${pushes}?limit=0`)).status).toBe(422);
  expect((await receiving.ask("GET", `${pushes}?cursor=x`)).status).toBe(422);
});
