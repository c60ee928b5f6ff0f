import { gb26875 } from "@dianan/codec";
import { shippedProfiles } from "@dianan/profile/shipped";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpApp, type HttpApp } from "../src/http/app.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";
import { device, operator, unit, until } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";
import { analogFrame, statusFrame } from "./wire.ts";

type Body = {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
  readonly code: string;
  readonly errors?: readonly { readonly path: string }[];
} & Record<string, unknown>;

let door: DoorDeps;
let http: HttpApp;
let platform = "";
let installer = "";
let scoped = "";
const call = async (
  method: string,
  path: string,
  body?: unknown,
  as = installer,
  headers: Record<string, string> = {},
) => {
  const response = await http.app.request(`/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${as}`, ...(body ? { "content-type": "application/json" } : {}), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = (text === "" ? {} : JSON.parse(text)) as Body;
  const [plural, , rest] = path.replace(/\?.*$/, "").split("/");
  const template = path.includes("/") ? `${plural}/{id}${rest ? `/${rest}` : ""}` : plural;
  if (text !== "") checkAnswer(method, `/api/v1/${template}`, response.status, json);
  return { status: response.status, headers: response.headers, body: json };
};
const speak = async (...frames: readonly Uint8Array[]): Promise<void> => {
  const reader = door.accept({
    remote: "127.0.0.1:7",
    send: () => {},
    isOpen: () => true,
    pause: () => {},
    resume: () => {},
  });
  for (const frame of frames) reader.read(frame);
  await door.idle();
};
const encode = (frame: ReturnType<typeof statusFrame>): Uint8Array => gb26875.encodeFrame(frame);
const claimOf = (wireAddress: string, id: string, more: Record<string, unknown> = {}) => ({
  protocol: "gb26875",
  wireAddress,
  device: { ...device, id, ...more },
});
const unclaimed = async (): Promise<unknown[]> =>
  (await call("GET", "unclaimed")).body.items.map((one) => one.wireAddress).sort();

beforeAll(async () => {
  door = await openDoorDeps();
  http = createHttpApp({ ...door.deps, requestRateFactor: 1_000 });
  platform = await door.addKey();
  installer = await door.addKey({ role: "operatorUser" });
  scoped = await door.addKey({ role: "operatorUser", scope: { units: ["unit-0001"] } });
  await call("POST", "operators", { items: [operator] }, platform);
  await call("POST", "units", { items: [unit, { ...unit, id: "unit-2" }] }, platform);
}, 20_000);
afterAll(async () => {
  http?.close();
  await door?.end();
});

test("SEC-DEV-01: a stranger that is claimed becomes a device, its kept alarms become the device's records, and it is told", async () => {
  await speak(encode(statusFrame(501, 1, { fire: true })));
  expect(await unclaimed()).toEqual(["501"]);
  const { status, headers, body } = await call("POST", "unclaimed-claims", claimOf("501", "claimed-1"));
  expect([status, headers.get("location")]).toEqual([201, "/api/v1/devices/claimed-1"]);
  expect(body).toMatchObject({
    id: "claimed-1",
    wireAddress: "501",
    presence: "online",
    status: "alarm",
    version: expect.any(Number),
  });
  expect(await unclaimed()).toEqual([]);
  const alarms = (await call("GET", "alarms?deviceId=claimed-1", undefined, platform)).body.items;
  expect(alarms).toMatchObject([
    { type: "residualCurrentOver", deviceId: "claimed-1", unitId: "unit-0001", state: "raised" },
  ]);
  const { items } = await door.deps.accessStore.audit(door.deps.tenant, {
    ...{ first: "newest", from: null, to: null, actor: null, result: null, after: null, limit: 5 },
    ...{ act: "device.claim", object: "device:claimed-1" },
  });
  expect(items).toMatchObject([{ result: "done", reason: "gb26875/501", role: "operatorUser" }]);
  const again = await call("POST", "unclaimed-claims", claimOf("501", "claimed-2"));
  expect([again.status, again.body.code]).toEqual([404, "not-found"]);
});

test("SEC-DEV-01, SEC-AZ-03: what cannot be claimed is refused with its reason, and nothing is registered or told", async () => {
  await speak(encode(statusFrame(502, 1, { fire: true })));
  const refused: readonly (readonly [unknown, string, number, string, string | undefined])[] = [
    [claimOf("999", "x-1"), installer, 404, "not-found", undefined],
    [{ ...claimOf("502", "x-1"), protocol: "ykc" }, installer, 404, "not-found", undefined],
    [claimOf("502", "x-1"), scoped, 404, "not-found", undefined],
    [claimOf("502", "x-1"), platform, 403, "forbidden", undefined],
    [claimOf("502", "claimed-1"), installer, 409, "already-exists", undefined],
    [claimOf("502", "x-1", { wireAddress: "503" }), installer, 422, "invalid", "/device/wireAddress"],
    [claimOf("502", "x-1", { unitId: "nobody" }), installer, 422, "invalid", "/unitId"],
    [claimOf("502", "x-1", { latitude: 91 }), installer, 422, "invalid", "/device/latitude"],
    [claimOf("502", "x-1", { deleted: true }), installer, 422, "invalid", "/device/deleted"],
    [{ protocol: "gb26875", wireAddress: "502" }, installer, 422, "invalid", "/device"],
  ];
  for (const [body, as, status, code, path] of refused) {
    const answer = await call("POST", "unclaimed-claims", body, as);
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path], JSON.stringify(body)).toEqual([
      ...[status, code, path],
    ]);
  }
  expect(await unclaimed()).toEqual(["502"]);
  expect((await call("GET", "devices/x-1", undefined, platform)).status).toBe(404);
  const { items } = await door.deps.accessStore.audit(door.deps.tenant, {
    ...{ first: "newest", from: null, to: null, actor: null, result: null, after: null, limit: 5 },
    ...{ act: "device.claim", object: null },
  });
  expect(items).toHaveLength(1);
});

test("SEC-DEV-01: a dismissed address leaves the list with its alarms kept, and returns with another alarm", async () => {
  await speak(encode(statusFrame(504, 1, { fault: true })));
  const dismissal = { protocol: "gb26875", wireAddress: "504", reason: "测试设备" };
  for (const [body, as, status] of [
    [{ ...dismissal, wireAddress: "999" }, installer, 404],
    [dismissal, scoped, 404],
    [dismissal, platform, 403],
    [{ ...dismissal, reason: " " }, installer, 422],
  ] as const)
    expect((await call("POST", "unclaimed-dismissals", body, as)).status).toBe(status);
  expect(await unclaimed()).toContain("504");
  expect((await call("POST", "unclaimed-dismissals", dismissal)).status).toBe(204);
  expect((await call("POST", "unclaimed-dismissals", dismissal)).status).toBe(404);
  await speak(encode(analogFrame(504, 2, 30)));
  expect(await unclaimed()).not.toContain("504");
  expect(await door.deps.store.stranger(door.deps.tenant, "gb26875", "504")).toMatchObject({
    frames: 2,
    alarms: [{ type: "sensorFault" }],
  });
  await speak(encode(statusFrame(504, 3, { fire: true })));
  expect(await unclaimed()).toContain("504");
  const claimed = await call("POST", "unclaimed-claims", claimOf("504", "claimed-504", { unitId: "unit-2" }));
  expect(claimed.status).toBe(201);
  expect((await call("GET", "alarms?deviceId=claimed-504", undefined, platform)).body.items).toHaveLength(2);
});

test("EF-N.2: frames are listed newest first, by device, protocol and time; another unit's and strangers' are not everybody's", async () => {
  await speak(...[2, 3, 4].map((n) => encode(analogFrame(501, n, 10 * n))));
  const list = async (query: string, as = installer) => (await call("GET", `frames?${query}`, undefined, as)).body;
  const own = await list("deviceId=claimed-1");
  expect(own.items.length).toBe(3);
  const times = own.items.map((one) => String(one.receivedAt));
  expect(times).toEqual([...times].sort().reverse());
  const first = await list("deviceId=claimed-1&limit=2");
  const rest = await list(`deviceId=claimed-1&limit=2&cursor=${first.next}`);
  expect([...first.items, ...rest.items]).toEqual(own.items);
  expect((await list("deviceId=nobody")).items).toEqual([]);
  expect((await list("protocol=ykc")).items).toEqual([]);
  expect((await list("direction=down")).items).toEqual([]);
  const later = new Date(Date.now() + 60_000).toISOString();
  expect([(await list(`from=${later}`)).items, (await list(`to=2026-01-01T00:00:00Z`)).items]).toEqual([[], []]);
  const everything = (await list("")).items;
  expect(everything.some((one) => one.deviceId === null)).toBe(true);
  const seen = (await list("", scoped)).items;
  expect(new Set(seen.map((one) => one.deviceId))).toEqual(new Set(["claimed-1"]));
  expect((await list("deviceId=claimed-504", scoped)).items).toEqual([]);
  for (const bad of ["direction=left", "limit=0", "cursor=x", "from=now", "deviceId=*", "device=claimed-1"])
    expect((await call("GET", `frames?${bad}`)).status, bad).toBe(422);
});

test("EF-N.2: a frame is told field by field, every byte once, with clause and words, and what became of it", async () => {
  const [frame] = (await call("GET", "frames?deviceId=claimed-1&limit=1")).body.items;
  const { body } = await call("GET", `frames/${frame?.id}/decoded`);
  expect(body).toMatchObject({ verdict: "good", error: null, frame });
  const fields = body.fields as {
    path: string;
    offset: number;
    length: number;
    clause: string;
    words: { zh: string };
  }[];
  expect(fields.reduce((sum, { length }) => sum + length, 0)).toBe(String(frame?.hex).length / 2);
  expect(fields.some(({ words, clause }) => words.zh !== "" && clause.startsWith("GB/T 26875.3"))).toBe(true);
  expect(body.events).toMatchObject([{ kind: "reading", quantity: "temperature", value: "4 °C" }]);
  const stranger = (await call("GET", "frames")).body.items.find((one) => one.deviceId === null);
  expect((await call("GET", `frames/${stranger?.id}/decoded`)).status).toBe(200);
  expect((await call("GET", `frames/${stranger?.id}/decoded`, undefined, scoped)).status).toBe(404);
  expect((await call("GET", "frames/nobody/decoded")).status).toBe(404);
});

test("EF-N.2: bytes that were refused are told as far as they go, with where and why", async () => {
  const bytes = encode(statusFrame(505, 1, { fire: true }));
  bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
  await speak(bytes);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const [refused] = (await call("GET", "undecodable")).body.items;
  const { body } = await call("GET", `frames/${refused?.id}/decoded`);
  expect(body).toMatchObject({
    verdict: "refused",
    error: { code: "bad-checksum" },
    events: [],
    frame: { wireAddress: null },
  });
  expect((body.fields as unknown[]).length).toBeGreaterThan(10);
  expect((await call("GET", `frames/${refused?.id}/decoded`, undefined, scoped)).status).toBe(404);
});

test("EF-N.2: bytes between frames and findings about a frame are told in both languages, as the document has it", async () => {
  await speak(new TextEncoder().encode("GET / HTTP/1.1"), encode(statusFrame(506, 1, {})));
  await until(
    async () => (await call("GET", "undecodable")).body.items,
    (items) => items.some((one) => (one.error as { code: string }).code === "skipped"),
  );
  const skipped = (await call("GET", "undecodable")).body.items.find(
    (one) => (one.error as { code: string }).code === "skipped",
  );
  const { zh, en } = (skipped?.error as { message: { zh: string; en: string } } | undefined)?.message ?? {};
  expect([zh, en]).toEqual([expect.stringMatching(/^跳过 \d+ 字节/), expect.stringMatching(/bytes skipped/)]);
});

test("EF-N.2: profiles are those that come along, whole and with an ETag", async () => {
  const { items } = (await call("GET", "profiles")).body;
  expect(items.map((one) => one.id).sort()).toEqual(Object.keys(shippedProfiles).sort());
  expect(items.find((one) => one.id === "ykc-charger")).toMatchObject({ protocol: "ykc", version: expect.any(String) });
  const one = await call("GET", "profiles/ykc-charger");
  expect(one.body).toEqual(JSON.parse(JSON.stringify(shippedProfiles["ykc-charger"])));
  const tag = one.headers.get("etag") ?? "";
  expect((await call("GET", "profiles/ykc-charger", undefined, installer, { "if-none-match": tag })).status).toBe(304);
  for (const id of ["nobody", "constructor", "__proto__"])
    expect((await call("GET", `profiles/${id}`)).status).toBe(404);
  expect((await call("GET", "profiles?x=1")).status).toBe(422);
});
