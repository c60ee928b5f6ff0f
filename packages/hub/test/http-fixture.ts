import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HubConfig, RunningHub } from "../src/config.ts";
import { defaultLimits } from "../src/config.ts";
import { startHub } from "../src/hub.ts";

/** As in service but for the budgets of requests: these tests ask faster than anybody should. */
export const testLimits = { ...defaultLimits, requestRateFactor: 1_000 };

/** A real hub on free ports with its own data folder. */
export type TestHub = {
  readonly hub: RunningHub;
  /** The first key. */ readonly key: string;
  readonly dataDir: string;
  /** What the hub wrote to its log. */ readonly log: readonly string[];
  /** A request with the first key; a body that is not text goes as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Closes the hub and opens it again on the same data. */ restart(more?: Partial<HubConfig>): Promise<TestHub>;
  /** Closes it and removes its data. */ end(): Promise<void>;
};

const open = async (
  dataDir: string,
  key: string | null,
  config: Partial<HubConfig>,
  log: string[],
): Promise<TestHub> => {
  const hub = await startHub(
    {
      dataDir,
      httpHost: "127.0.0.1",
      httpPort: 0,
      gb26875Host: "127.0.0.1",
      gb26875Port: 0,
      platformCode: "JJLY01",
      platformName: "测试平台",
      city: null,
      consoleDir: null,
      utcOffsetMinutes: 480,
      expectedPeriodMs: 300_000,
      linkGraceMs: 60_000,
      limits: testLimits,
      checkAnswers: true,
      ...config,
    },
    { log: (line: string) => void log.push(line) },
  );
  const secret = key ?? hub.firstKey ?? "";
  return {
    hub,
    key: secret,
    dataDir,
    log,
    call: (method, path, body, headers = {}) =>
      fetch(`${hub.httpUrl}${path}`, {
        method,
        redirect: "manual",
        headers: {
          authorization: `Bearer ${secret}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    restart: async (more = {}) => {
      await hub.close();
      return open(dataDir, secret, { ...config, ...more }, log);
    },
    end: async () => {
      await hub.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

export const openTestHub = (config: Partial<HubConfig> = {}): Promise<TestHub> =>
  open(mkdtempSync(join(tmpdir(), "dianan-http-")), null, config, []);

/** Waits for a condition, looking often; fails with the last value after `ms`. */
export const until = async <T>(look: () => Promise<T> | T, isGood: (value: T) => boolean, ms = 8_000): Promise<T> => {
  const deadline = performance.now() + ms;
  for (;;) {
    const value = await look();
    if (isGood(value)) return value;
    if (performance.now() > deadline) throw new Error(`still not: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

export const operator = {
  id: "op-01",
  name: "示例运维",
  code: "91350100M000100Y43",
  address: "晋江市灵源街道",
  contactName: "联系人",
  contactPhone: "+86-595-85600000",
};
export const unit = {
  id: "unit-0001",
  name: "示例制衣厂",
  operatorId: "op-01",
  address: "灵水社区 1 号",
  latitude: 24.718012,
  longitude: 118.538871,
  regionCode: "350582",
  deviceCount: 0,
  platformCode: "JJLY01",
};
export const device = {
  id: "dev-889",
  name: "1 号车间配电箱",
  type: "electricalFireMonitor",
  address: "一层东侧",
  latitude: 24.718012,
  longitude: 118.538871,
  operatorId: "op-01",
  unitId: "unit-0001",
  platformCode: "JJLY01",
  installedOn: "2026-03-18",
  status: "normal",
  manufacturer: "示例电气",
  componentCount: 0,
};
export const component = {
  id: "dev-889:1",
  name: "A 相",
  address: "1 回路",
  deviceId: "dev-889",
  manufacturer: "示例电气",
  installedOn: "2026-03-18",
  status: "normal",
  type: "residualCurrentDetector",
};
export const alarm = {
  id: "al-1",
  deviceId: "dev-889",
  unitId: "unit-0001",
  occurredAt: "2026-01-02T11:04:05+08:00",
  description: "剩余电流报警:689 mA",
  type: "residualCurrentOver",
  platformCode: "JJLY01",
};
export const samples = {
  operators: operator,
  units: unit,
  devices: device,
  components: component,
  alarms: alarm,
} as const;

/** Puts one operator, unit, device and component. */
export const putPlace = async (hub: TestHub): Promise<void> => {
  for (const plural of ["operators", "units", "devices", "components"] as const) {
    const response = await hub.call("POST", `/api/v1/${plural}`, { items: [samples[plural]] });
    if (response.status !== 200) throw new Error(`${plural}: ${response.status} ${await response.text()}`);
  }
};
