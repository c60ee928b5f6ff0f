import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultLimits, startHub } from "@dianan/hub";
import { expect, test } from "vitest";
import { startReceiver } from "../src/receiver.ts";

const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;

const until = async (isSo: () => boolean): Promise<void> => {
  const deadline = performance.now() + 10_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error("still not");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

test("SH-1..SH-5: what a real hub is told reaches this receiver, signed, whole and once", async () => {
  const receiver = await startReceiver({ port: 0, secret, key: "da_citycity", log: () => {} });
  const dataDir = mkdtempSync(join(tmpdir(), "dianan-city-"));
  const hub = await startHub({
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
  });
  try {
    const put = async (kind: string, item: object): Promise<void> => {
      const response = await fetch(`${hub.httpUrl}/api/v1/${kind}`, {
        method: "POST",
        headers: { authorization: `Bearer ${hub.firstKey}`, "content-type": "application/json" },
        body: JSON.stringify({ items: [item] }),
      });
      expect(response.ok, await response.text()).toBe(true);
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
    // The alarm comes first: the hub parks it, sends it on, and the receiver parks it too.
    await put("alarms", alarm);
    await put("operators", {
      id: "op-01",
      name: "示例运维",
      code: "91350100M000100Y43",
      address: "晋江",
      contactName: "联系人",
      contactPhone: "+86-595-85600000",
    });
    await put("units", {
      id: "unit-0001",
      name: "示例制衣厂",
      operatorId: "op-01",
      address: "灵水社区",
      latitude: 24.718012,
      longitude: 118.538871,
      regionCode: "350582",
      deviceCount: 0,
      platformCode: "JJLY01",
    });
    await put("devices", {
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
    });
    const find = (kind: string) => receiver.list().find((one) => one.kind === kind);
    await until(
      () => find("device") !== undefined && find("alarm")?.isParked === false && find("unit")?.record.deviceCount === 1,
    );
    expect(find("alarm")).toMatchObject({ record: { ...alarm, state: "raised", version: expect.any(Number) } });
    expect(find("operator")).toMatchObject({ record: { contactPhone: "+86-595-85600000" } });
    expect(receiver.list().length).toBe(4);
  } finally {
    await hub.close();
    await receiver.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 30_000);
