// The hub before the conformance kit in certify mode: as the city's receiver, and as a sender, each `dianan hub` as it is run.

import { fileURLToPath } from "node:url";
import {
  type Claims,
  claimsOf,
  listenAsCity,
  loadSuite,
  reportOf,
  runReceiver,
  runSender,
  type TargetRun,
  writeReport,
} from "@dianan/conformance";
import { createClient } from "@dianan/open-api";
import { afterEach, expect, test } from "vitest";
import { startPlatform } from "./platform-process.ts";

const LIMIT = { timeout: 600_000 };
const SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
const suite = loadSuite("CS");
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The site shows the report (docs/site/reports.ts). */
const keepReport = (name: string, run: TargetRun, startedAt: Date): void =>
  writeReport(
    fileURLToPath(new URL(`../../../.cache/conformance/${name}`, import.meta.url)),
    reportOf(run, { startedAt: startedAt.toISOString(), durationMs: Date.now() - startedAt.getTime() }),
  );

const claimsAs = (role: "sender" | "receiver", features: readonly string[]): Claims =>
  claimsOf({
    ...{ claims: 1, implementation: { name: "DianAn hub", version: "0" }, target: "share", protocol: "CS" },
    ...{ role, features, class: "robust" },
  });

const bad = ({ results }: TargetRun): readonly string[] =>
  results.filter(({ verdict }) => verdict !== "PASS" && verdict !== "SKIP").map(({ id }) => id);

test("SH-1 to SH-6: as a receiver the hub is robust: it does all that the kit asks for", LIMIT, async () => {
  const city = await startPlatform("CITY0001");
  ends.push(() => city.end());
  const scopes = ["records:read", "records:write", "alarms:read", "alarms:write", "pii:read"];
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const key = await city.person.POST("/api/v1/api-keys", {
    ...{ body: { name: "conform", scopes, expiresAt }, headers: city.admin.headers },
  });
  const startedAt = new Date();
  const run = await runReceiver({
    ...{ mode: "certify", claims: claimsAs("receiver", ["read", "digests", "key"]), name: "DianAn hub", version: "0" },
    ...{ suite, seed: 7, url: `${city.url}/api/v1`, secret: null, bearer: key.data?.secret ?? "" },
    ...{ platformCode: "CONFORM01", timeoutMs: 30_000 },
  });
  console.log(
    `share: hub as receiver, ${run.results.length} cases, ${bad(run).length} not passed, class ${run.reached}`,
  );
  expect(bad(run)).toEqual([]);
  expect(run).toMatchObject({ mode: "certify", isComplete: true, reached: "robust", gap: null });
  keepReport("share-receiver", run, startedAt);
});

const place = { address: "灵源街道 1 号", latitude: 24.718012, longitude: 118.538871, platformCode: "JJLY01" };
const person = { contactName: "示例联系人", contactPhone: "0595-85600000" };
const records = {
  operators: {
    id: "op-01",
    name: "示例消防技术服务有限公司",
    code: "91350100M000100Y43",
    address: "晋江市",
    ...person,
  },
  units: {
    ...{ id: "unit-01", name: "示例制衣厂", operatorId: "op-01", regionCode: "350582", deviceCount: 1, ...place },
    ...{ coordinateSystem: "CGCS2000", creditCode: "91350100M000100Y43", placeType: "labourIntensive", ...person },
  },
  devices: {
    ...{ id: "dev-01", name: "配电箱", type: "electricalFireMonitor", operatorId: "op-01", unitId: "unit-01" },
    ...{ installedOn: "2026-03-18", status: "normal", manufacturer: "示例电气", componentCount: 1, ...place },
  },
  components: {
    ...{ id: "dev-01-c", name: "剩余电流", address: "进线", deviceId: "dev-01", manufacturer: "示例电气" },
    ...{ installedOn: "2026-03-18", status: "normal", type: "residualCurrentDetector" },
  },
  alarms: {
    ...{ id: "al-01", deviceId: "dev-01", unitId: "unit-01", componentId: "dev-01-c", type: "residualCurrentOver" },
    ...{ occurredAt: "2026-01-02T11:04:05+08:00", description: "剩余电流报警", class: "alarm", platformCode: "JJLY01" },
  },
} as const;

test(
  "SH-1 to SH-6: as a sender the hub is robust: signed, with its key, again after trouble, and led nowhere else",
  LIMIT,
  async () => {
    const startedAt = new Date();
    let found: (url: string) => void = () => {};
    const url = new Promise<string>((resolve) => {
      found = resolve;
    });
    const delivery = listenAsCity({
      ...{ host: "127.0.0.1", port: 0, quietMs: 20_000, longestMs: 240_000, secret: SECRET, bearer: "city-key" },
      onReady: (at) => found(at),
    });
    const options = ["--city-url", await url, "--city-key", "city-key", "--city-secret", SECRET];
    const hub = await startPlatform("JJLY01", options);
    ends.push(() => hub.end());
    const put = async (plural: string, item: object): Promise<void> => {
      const answer = await fetch(`${hub.url}/api/v1/${plural}`, {
        method: "POST",
        headers: { authorization: `Bearer ${hub.key}`, "content-type": "application/json" },
        body: JSON.stringify({ items: [item] }),
      });
      expect(answer.status, await answer.text()).toBe(200);
    };
    for (const [plural, item] of Object.entries(records)) await put(plural, item);
    const api = createClient({ baseUrl: hub.url, key: hub.key });
    const pending = async () => (await api.GET("/api/v1/sharing")).data?.items[0]?.pending;
    await expect.poll(pending, { timeout: 120_000 }).toBe(0);
    await put("units", { ...records.units, name: "改名制衣厂" });
    await put("alarms", { ...records.alarms, state: "cleared" });
    const run = await runSender({
      ...{ suite, seed: 1, delivery: await delivery, name: "DianAn hub", version: "0" },
      ...{ mode: "certify", claims: claimsAs("sender", ["endpoint", "signature", "key"]) },
    });
    console.log(
      `share: hub as sender, ${run.results.length} cases, ${bad(run).length} not passed, class ${run.reached}`,
    );
    expect(bad(run)).toEqual([]);
    expect(run).toMatchObject({ mode: "certify", isComplete: true, reached: "robust", gap: null });
    keepReport("share-sender", run, startedAt);
  },
);
