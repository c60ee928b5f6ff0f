// Every secret that a bridge is given carries one mark; afterwards the mark is looked for in all that the hub says and keeps.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openClient } from "./coap-fixture.ts";
import { device, openTestHub, putPlace, type TestHub, until } from "./http-fixture.ts";
import { openPeople, type People } from "./http-people.ts";
import { openPeer, type PeerPlatform } from "./peer-platform.ts";

/** 16 characters, so that it can be a key of AES-128 and 22 of them a key in base64. */
const MARK = "Geheim7Marke4711";
const forms = [MARK, Buffer.from(MARK).toString("base64").slice(0, 20), Buffer.from(MARK).toString("hex")];
const SLOW = 120_000;

let hub: TestHub;
let people: People;
let peer: PeerPlatform;
let failing: PeerPlatform;
let system: Record<string, string>;
/** All that the hub has answered. */ const answers: string[] = [];
/** Secrets that the hub made itself, and has shown once. */ const issued: string[] = [];
const whsec = `whsec_${Buffer.from(`${MARK}${MARK}`).toString("base64")}`;

beforeAll(async () => {
  [peer, failing] = [await openPeer(), await openPeer()];
  failing.status = 500;
  hub = await openTestHub({
    outboundAllow: "127.0.0.1",
    city: { url: new URL(failing.url).origin, key: `${MARK}-city-key`, secret: whsec },
    doors: ["mqtt", "coap"].map((protocol) => ({ protocol, host: "127.0.0.1", port: 0 })),
    // Nobody listens there: dialled in vain again and again, and each time it would be tempting to log why.
    lines: [
      { name: "broker1", protocol: "mqtt", host: "127.0.0.1", port: 9, username: "hub", password: `${MARK}-line` },
    ],
  });
  await putPlace(hub);
  people = await openPeople(hub);
  system = (await people.invited("systemAdministrator")).headers;
}, SLOW);
afterAll(async () => {
  await hub?.end();
  await peer?.stop();
  await failing?.stop();
});

const ask = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = system,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> => {
  const response = await fetch(`${hub.hub.httpUrl}/api/v1/${path}`, {
    method,
    headers: { "sec-fetch-site": "same-origin", "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body).replaceAll(FAILING, new URL(failing.url).origin) }),
  });
  const text = await response.text();
  // What it makes itself it shows in this one answer, and in none that follows.
  const shown = SHOWN_ONCE.test(path) ? (text.match(/(whsec|d[deap])_[A-Za-z0-9+/=_-]{20,}/g) ?? []) : [];
  issued.push(...shown);
  answers.push(`${method} ${path} ${response.status} ${shown.reduce((left, one) => left.replaceAll(one, ""), text)}`);
  return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : {} };
};
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
/** Where no mark may be. */
const leaks = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => [...forms, ...issued].some((form) => text.includes(form))).map((text) => text.slice(0, 300));

/** Calls whose answers hold a secret that the hub has made. */
const SHOWN_ONCE = /^(webhooks|parties|credentials|devices\/[^/]+\/(enrolments|credentials)|uplink\/enrolment)$/;
/** Stands in settings for a server that fails whatever it is asked. */
const FAILING = "http://failing.example";
const payload = { kind: "members", readings: [{ member: "/temp", quantity: "temperature" }] } as const;
const set = (n: number) => ({
  ...{ operatorSecret: `${MARK}-op-${n}`, dataSecret: MARK, dataSecretIv: MARK.split("").reverse().join("") },
  sigSecret: `${MARK}-sig-${n}`,
});
const frames = { kind: "frames", protocol: "gb26875", member: "/APPdata", encoding: "base64" } as const;

/** Bridges as an administrator sets them up, with a secret in each place that takes one. */
const settings: readonly (readonly [name: string, path: string, body: object])[] = [
  [
    ...(["CTWing", "receivers"] as const),
    {
      ...{ name: "CTWing", platform: "ctwing", deviceKey: "imei", payload: frames, commands: { url: FAILING } },
      secrets: { appKey: `${MARK}-app`, appSecret: `${MARK}-secret`, masterKey: `${MARK}-master` },
    },
  ],
  [
    ...(["OneNET", "receivers"] as const),
    { name: "OneNET", platform: "onenet", deviceKey: "deviceName", payload, secrets: { token: `${MARK}-token` } },
  ],
  [
    ...(["OneNET legacy", "receivers"] as const),
    {
      ...{ name: "OneNET 旧版", platform: "onenetLegacy", deviceKey: "deviceId", payload },
      secrets: { token: `${MARK}-token`, aesKey: `${MARK}${MARK}abcdefghijk` },
    },
  ],
  [
    ...(["IoTDA", "receivers"] as const),
    {
      ...{ name: "IoTDA", platform: "iotda", deviceKey: "nodeId", payload, switches: { header: "X-Push-Token" } },
      secrets: { headerValue: `${MARK}-header` },
    },
  ],
  [
    ...(["any JSON", "receivers"] as const),
    {
      ...{ name: "园区", platform: "mapping", switches: { hmacHeader: "X-Signature" } },
      payload: { kind: "mapping", expression: '{ "device": sn }' },
      secrets: { hmacKey: `${MARK}-hmac`, bearerToken: `${MARK}-bearer-token` },
    },
  ],
  [
    ...(["T/CEC 102", "tcec-partners"] as const),
    {
      ...{ name: "充电监管", role: "operator", operatorId: "MA0000001", ownOperatorId: "MA0000002", url: FAILING },
      secrets: { incoming: set(1), outgoing: set(2) },
    },
  ],
  [
    ...(["city sharing", "sharing"] as const),
    {
      ...{
        name: "市级",
        form: "dianan",
        kinds: ["unit"],
        coordinateSystem: "CGCS2000",
        periodSeconds: 1,
        url: FAILING,
      },
      ...{ personalData: "masked", secret: whsec, headers: { authorization: `Bearer ${MARK}-city` } },
    },
  ],
];

test.each(settings)(
  "SEC-KEY-02: %s is set up with marked secrets, and refused with a slip; neither answer says them",
  async (_, path, body) => {
    const made = await ask("POST", path, body);
    expect([made.status, made.body.code]).toEqual([201, undefined]);
    const refused = await ask("POST", path, { ...body, nobodyKnowsThis: `${MARK}-slip-is-no-secret`.slice(0, 4) });
    expect(refused.status).toBe(422);
    expect(leaks(answers)).toEqual([]);
  },
);

test("SEC-KEY-02: webhooks with marked headers, and a handshake with a marked token, say none of it", {
  timeout: SLOW,
}, async () => {
  const key = { authorization: `Bearer ${hub.key}` };
  const { hostname, port } = new URL(peer.url);
  const hook = await ask(
    "POST",
    "webhooks",
    {
      ...{ url: `http://${hostname}:${port}/hook`, eventTypes: ["com.dianan.record.changed"] },
      headers: { "x-partner": `${MARK}-webhook` },
    },
    key,
  );
  expect([hook.status, hook.body.code]).toEqual([201, undefined]);
  peer.token = `${MARK}-token-b`;
  const invited = await ask(
    "POST",
    "parties",
    { name: "对方", platformCode: "PARTNER1", scopes: ["records:read"] },
    people.security.headers,
  );
  const given = { token: peer.token, url: peer.url, platformCode: "PARTNER1", name: "对方" };
  const joined = await ask("POST", "credentials", given, { authorization: `Bearer ${String(invited.body.token)}` });
  expect([joined.status, joined.body.code]).toEqual([200, undefined]);
  const wrong = await ask(
    "POST",
    "party-connections",
    {
      ...{ versionsUrl: `${FAILING}/versions`, token: `${MARK}-token-a`, scopes: ["records:read"] },
    },
    people.security.headers,
  );
  expect(wrong.status).toBe(422);
});

test("SEC-KEY-02: keys of devices, right and wrong ones, over HTTP, MQTT and CoAP, are said nowhere again", {
  timeout: SLOW,
}, async () => {
  const key = { authorization: `Bearer ${hub.key}` };
  const own = { ...device, id: "marked", unitId: "unit-0001", protocol: "json", wireAddress: "marked" };
  expect((await ask("POST", "devices", { items: [own] }, key)).status).toBe(200);
  const before = issued.length;
  const invited = await ask("POST", "devices/marked/enrolments", undefined, system);
  await ask("POST", "uplink/enrolment", { secret: invited.body.secret });
  const { body } = await ask("POST", "devices/marked/credentials", undefined, system);
  expect(issued.length).toBe(before + 3);
  const good = String(body.secret);
  const wrong = `dd_${MARK}${MARK}${MARK}`;
  const say = (sequence: number) => ({ sequence, readings: [{ quantity: "temperature", value: 40 + sequence }] });
  const [mqttPort = 0, coapPort = 0] = hub.hub.doorPorts;
  const over = {
    http: async (secret: string, n: number) =>
      String((await ask("POST", "uplink/events", say(n), { authorization: `Bearer ${secret}` })).status),
    mqtt: async (password: string, n: number): Promise<string> => {
      const options = { host: "127.0.0.1", port: mqttPort, clientId: "marked", username: "marked", reconnectPeriod: 0 };
      try {
        const client = await connectAsync({ ...options, password });
        await client.publishAsync("dianan/v1/json/marked/up", JSON.stringify(say(n)), { qos: 1 });
        await client.endAsync();
        return "acked";
      } catch (error) {
        return error instanceof Error && /Connection refused/.test(error.message) ? "refused" : String(error);
      }
    },
    coap: async (secret: string, n: number): Promise<string> => {
      const client = openClient(() => coapPort);
      const { code } = await client.ask("/events", { key: secret, payload: JSON.stringify(say(n)), contentFormat: 50 });
      client.end();
      return code;
    },
  };
  expect([await over.http(good, 1), await over.http(wrong, 2)]).toEqual(["200", "401"]);
  expect([await over.mqtt(good, 3), await over.mqtt(wrong, 4)]).toEqual(["acked", "refused"]);
  expect([await over.coap(good, 5), await over.coap(wrong, 6)]).toEqual(["2.04", "4.01"]);
  await ask("GET", "devices/marked/credentials", undefined, system);
  expect(leaks([...answers, ...hub.log])).toEqual([]);
});

test("SEC-KEY-02: after traffic and failures no list, no log, no audit entry and no file of the hub holds a mark", {
  timeout: SLOW,
}, async () => {
  // Something is owed to each, and each is called in vain.
  const { items } = (await ask("GET", "units")).body as { readonly items: readonly Record<string, unknown>[] };
  await ask("POST", "units", { items: [{ ...items[0], name: "改名" }] }, { authorization: `Bearer ${hub.key}` });
  await until(
    async () => (await ask("GET", "sharing")).body.items as readonly { readonly lastError: unknown }[],
    // The command line's city, and the one that was set up.
    (all) => all.length === 2 && all.every(({ lastError }) => lastError !== null),
    60_000,
  );
  const [receiver] = (await ask("GET", "receivers")).body.items as readonly { readonly id: string }[];
  await until(
    () => hub.log.some((line) => line.includes("broker1")),
    (is) => is,
    60_000,
  );
  // A push with a wrong secret that holds the mark: what was refused is told, not what was sent.
  await ask("GET", `receivers/${receiver?.id}/pushes`);
  for (const path of ["receivers", "tcec-partners", "sharing", "webhooks", "parties", "senders"])
    expect((await ask("GET", path)).status, path).toBe(200);
  for (const headers of [system, people.security.headers, (await people.invited("auditAdministrator")).headers])
    await ask("GET", "audit?limit=500", undefined, headers);
  const metrics = await (await hub.call("GET", "/metrics")).text();
  expect(leaks([...answers, ...hub.log, metrics])).toEqual([]);
  expect(issued.length).toBeGreaterThanOrEqual(6);
  expect(answers.some((text) => text.startsWith("GET audit") && text.includes("receiver"))).toBe(true);

  const files = filesOf(hub.dataDir);
  const isLookedAt = files.some(({ name, parentPath }) =>
    readFileSync(join(parentPath, name), "latin1").includes("unit-0001"),
  );
  expect(isLookedAt).toBe(true);
  for (const { name, parentPath } of files)
    expect([name, leaks([readFileSync(join(parentPath, name), "latin1")])]).toEqual([name, []]);
});

test("the search would find a mark: a unit's name that holds it is in an answer and in the database", async () => {
  const [unit] = ((await ask("GET", "units")).body as { readonly items: readonly Record<string, unknown>[] }).items;
  await ask("POST", "units", { items: [{ ...unit, name: MARK }] }, { authorization: `Bearer ${hub.key}` });
  await ask("GET", `units/${String(unit?.id)}`);
  expect(leaks(answers).length).toBeGreaterThan(0);
  const found = filesOf(hub.dataDir).some(({ name, parentPath }) =>
    readFileSync(join(parentPath, name), "latin1").includes(MARK),
  );
  expect(found).toBe(true);
});
