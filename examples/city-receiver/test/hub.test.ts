import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startFleet } from "@dianan/device";
import { defaultLimits, type RunningHub, startHub } from "@dianan/hub";
import { signWebhook } from "@dianan/open-api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Receiver, startReceiver } from "../src/receiver.ts";

const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
const operator = {
  id: "op-01",
  name: "示例运维",
  code: "91350100M000100Y43",
  address: "晋江",
  contactName: "联系人",
  contactPhone: "+86-595-85600000",
};
const unit = {
  id: "unit-0001",
  name: "示例制衣厂",
  operatorId: "op-01",
  address: "灵水社区",
  latitude: 24.718012,
  longitude: 118.538871,
  regionCode: "350582",
  deviceCount: 0,
  platformCode: "JJLY01",
};
const device = {
  id: "dev-889",
  name: "1 号配电箱",
  type: "electricalFireMonitor",
  address: "一层",
  latitude: 24.718012,
  longitude: 118.538871,
  operatorId: "op-01",
  unitId: "unit-0001",
  platformCode: "JJLY01",
  installedOn: "2026-03-18",
  status: "normal",
  manufacturer: "示例电气",
  componentCount: 0,
  protocol: "gb26875",
  wireAddress: "889",
};
const alarm = {
  id: "al-1",
  deviceId: "dev-889",
  unitId: "unit-0001",
  occurredAt: "2026-01-02T11:04:05+08:00",
  description: "剩余电流报警",
  type: "residualCurrentOver",
  platformCode: "JJLY01",
};

let receiver: Receiver;
let hub: RunningHub;
let dataDir: string;
beforeEach(async () => {
  receiver = await startReceiver({ port: 0, secret, key: "da_citycity", log: () => {} });
  dataDir = mkdtempSync(join(tmpdir(), "dianan-city-"));
  hub = await startHub(
    {
      dataDir,
      httpHost: "127.0.0.1",
      httpPort: 0,
      gb26875Host: "127.0.0.1",
      gb26875Port: 0,
      platformCode: "JJLY01",
      platformName: "示例平台",
      city: { url: receiver.url, key: "da_citycity", secret },
      consoleDir: null,
      utcOffsetMinutes: 480,
      expectedPeriodMs: 300_000,
      linkGraceMs: 60_000,
      limits: defaultLimits,
    },
    { log: () => {} },
  );
}, 20_000);
afterEach(async () => {
  await hub?.close();
  await receiver?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const until = async (isSo: () => boolean): Promise<void> => {
  const deadline = performance.now() + 10_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`still not: ${JSON.stringify(receiver.list())}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const put = async (kind: string, item: object): Promise<void> => {
  const response = await fetch(`${hub.httpUrl}/api/v1/${kind}`, {
    method: "POST",
    headers: { authorization: `Bearer ${hub.firstKey}`, "content-type": "application/json" },
    body: JSON.stringify({ items: [item] }),
  });
  const text = await response.text();
  if (!response.ok || text.includes("refused")) throw new Error(text);
};
const find = (kind: string) => receiver.list().find((one) => one.kind === kind);

test("SH-1..SH-5: what a real hub is told reaches this receiver, signed, whole and once", async () => {
  // The alarm comes first: the hub parks it and sends it on, and the receiver parks it too.
  await put("alarms", alarm);
  await put("operators", operator);
  await put("units", unit);
  await put("devices", device);
  await until(() => find("alarm")?.isParked === false && find("unit")?.record.deviceCount === 1);
  expect(find("alarm")).toMatchObject({ record: { ...alarm, state: "raised", version: expect.any(Number) } });
  expect(find("operator")).toMatchObject({ record: { contactPhone: operator.contactPhone } });
  expect(receiver.list().length).toBe(4);
}, 20_000);

test("SH-5: the alarm of a simulated device, sent as a GB/T 26875.3 frame, reaches the city", async () => {
  await put("operators", operator);
  await put("units", unit);
  await put("devices", device);
  const fleet = startFleet({
    host: "127.0.0.1",
    port: hub.gb26875Port,
    devices: 1,
    scenario: "residualCurrentAlarm",
    seed: 1,
    firstAddress: 889,
    periodMs: 1_000,
    eventAfterMs: 200,
    startWithinMs: 0,
  });
  try {
    await until(() => find("alarm") !== undefined && find("device")?.record.status === "alarm");
  } finally {
    await fleet.stop();
  }
  expect(find("alarm")).toMatchObject({
    isParked: false,
    record: { deviceId: "dev-889", unitId: "unit-0001", class: "alarm", state: "raised", evidence: expect.any(String) },
  });
  expect(fleet.figures().failed).toBe(0);
}, 20_000);

test("EF-N.5: the hub compares itself with this receiver and names what differs, member by member", async () => {
  await put("operators", operator);
  await put("units", unit);
  await put("devices", device);
  await until(() => find("unit")?.record.deviceCount === 1 && find("device") !== undefined);
  const ask = async (path: string, body?: object) =>
    (await (
      await fetch(`${hub.httpUrl}/api/v1${path}`, {
        headers: { authorization: `Bearer ${hub.firstKey}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
      })
    ).json()) as { id: string; progress: { state: string }; items: { id: string }[] };
  const [city] = (await ask("/sharing")).items;
  const compare = async () => {
    const { id } = await ask("/reconciliations", { destinationId: city?.id, kinds: ["operator", "unit", "device"] });
    for (;;) {
      const now = await ask(`/reconciliations/${id}`);
      if (now.progress.state === "failed") throw new Error(JSON.stringify(now));
      if (now.progress.state === "done") return { now, found: (await ask(`/reconciliations/${id}/differences`)).items };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  expect(await compare()).toMatchObject({ now: { missingThere: 0, missingHere: 0, different: 0 }, found: [] });
  // Somebody changes it there.
  const changed = JSON.stringify({
    items: [
      { ...unit, name: "改名", version: 99 },
      { ...unit, id: "unit-2" },
    ],
  });
  const headers = await signWebhook({ id: "msg_1", timestamp: Date.now(), body: changed, secret });
  const authorization = "Bearer da_citycity";
  await fetch(`${receiver.url}/units`, { method: "POST", headers: { ...headers, authorization }, body: changed });
  expect((await compare()).found).toMatchObject([
    { recordId: "unit-0001", difference: "different", members: [{ member: "name", before: "改名", after: unit.name }] },
    { recordId: "unit-2", difference: "missingHere" },
  ]);
  expect((await fetch(`${receiver.url}/sharing-digests?kind=unit`)).status).toBe(401);
}, 30_000);
