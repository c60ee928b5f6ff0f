import { createServer } from "node:net";
import { createClient } from "@dianan/open-api";
import { afterEach, expect, test } from "vitest";
import { type Running, scratchFolder, startDianan } from "./run-dianan.ts";

const LIMIT = { timeout: 60_000 };
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

const startHub = async (
  more: readonly string[] = [],
  command = "hub",
): Promise<Running & { url: string; port: number; key: string; code: string }> => {
  const folder = scratchFolder();
  undo.push(folder.remove);
  const words = ["--http-port", "0", "--gb26875-port", "0", "--gb26875-host", "127.0.0.1", "--data", folder.path];
  const running = startDianan([command, ...words, ...more]);
  undo.push(() => running.stop());
  await expect.poll(() => running.out(), { timeout: 30_000 }).toContain("Ctrl-C");
  const text = running.out();
  return {
    ...running,
    url: /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? "",
    port: Number(/127\.0\.0\.1:(\d+) {3}GB\/T/.exec(text)?.[1]),
    key: /da_[\w-]+/.exec(text)?.[0] ?? "",
    code: /#code=([\w-]+)/.exec(text)?.[1] ?? "",
  };
};

test(
  "the first start prints where everything is, a key that works and a sign-in code; stopping says so and exits 0",
  LIMIT,
  async () => {
    const hub = await startHub();
    for (const words of ["/docs", "/openapi.json", "GB/T 26875.3", "simulate --devices", hub.key, "Ctrl-C"])
      expect(hub.out()).toContain(words);
    const session = await createClient({ baseUrl: hub.url, key: hub.key }).GET("/api/v1/session");
    expect(session.data).toMatchObject({ platformCode: "DIANAN" });
    expect(hub.code).toMatch(/^[0-9A-Z-]+$/);
    const ended = await hub.stop();
    expect(ended.code).toBe(0);
    expect(ended.err).toContain("Stopped");
  },
);

test("a key that is lost is not shown again; --new-key makes another", LIMIT, async () => {
  const folder = scratchFolder();
  undo.push(folder.remove);
  const first = await startHub(["--data", folder.path]);
  await first.stop();
  const second = await startHub(["--data", folder.path]);
  expect(second.out()).not.toContain(first.key);
  expect(second.key).toBe("");
  await second.stop();
  const third = await startHub(["--data", folder.path, "--new-key"]);
  expect(third.key).not.toBe(first.key);
  for (const key of [first.key, third.key])
    expect((await createClient({ baseUrl: third.url, key }).GET("/api/v1/alarms")).response.status).toBe(200);
});

test.each(["http-port", "gb26875-port"])(
  "a taken --%s says which port and how to choose another",
  LIMIT,
  async (option) => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port));
    });
    undo.push(() => new Promise((resolve) => taken.close(resolve)));
    const folder = scratchFolder();
    undo.push(folder.remove);
    const words = ["--http-port", "0", "--gb26875-port", "0", "--gb26875-host", "127.0.0.1", "--data", folder.path];
    const ended = await startDianan(["hub", ...words, `--${option}`, String(port)]).ended;
    expect(ended.code).toBe(1);
    expect(ended.err).toContain(String(port));
    expect(ended.err).toContain(`--${option}`);
    expect(ended.err).toContain(`DIANAN_${option.replace("-", "_").toUpperCase()}`);
    expect(ended.err).not.toContain("at ");
  },
);

test(
  "EF-4.4.1: simulate registers its devices, and the first alarm is read through the API within 15 s",
  LIMIT,
  async () => {
    const hub = await startHub();
    const ready = Date.now();
    const fleet = startDianan([
      "simulate",
      "--devices",
      "3",
      "--scenario",
      "residualCurrentAlarm",
      "--port",
      String(hub.port),
      "--api",
      hub.url,
      "--key",
      hub.key,
    ]);
    undo.push(() => fleet.stop());
    const api = createClient({ baseUrl: hub.url, key: hub.key });
    const alarms = async (): Promise<readonly string[]> =>
      ((await api.GET("/api/v1/alarms")).data?.items ?? []).map(({ type }) => type);
    await expect.poll(alarms, { timeout: 15_000 }).toContain("residualCurrentOver");
    expect(Date.now() - ready).toBeLessThan(15_000);
    const ended = await fleet.stop();
    expect(ended.code).toBe(0);
    expect(ended.err).toMatch(/confirmed [1-9]/);
  },
);

test("SEC-DEV-01: without a key the devices are unclaimed and their alarms are kept", LIMIT, async () => {
  const hub = await startHub();
  const fleet = startDianan([
    "simulate",
    "--devices",
    "1",
    "--scenario",
    "residualCurrentAlarm",
    "--port",
    String(hub.port),
  ]);
  undo.push(() => fleet.stop());
  const api = createClient({ baseUrl: hub.url, key: hub.key });
  const unclaimed = async (): Promise<number> =>
    ((await api.GET("/api/v1/unclaimed")).data?.items ?? []).reduce((sum, { alarms }) => sum + alarms.length, 0);
  await expect.poll(unclaimed, { timeout: 15_000 }).toBeGreaterThan(0);
  expect((await api.GET("/api/v1/alarms")).data?.items).toEqual([]);
});

test("simulate with a wrong key, and towards a port where nobody listens, says so and exits 1", LIMIT, async () => {
  const hub = await startHub();
  const wrong = await startDianan(["simulate", "--port", String(hub.port), "--api", hub.url, "--key", "da_wrong"])
    .ended;
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain("--key");
  await hub.stop();
  const nobody = await startDianan(["simulate", "--devices", "1", "--port", String(hub.port), "--duration", "1"]).ended;
  expect(nobody.code).toBe(1);
  expect(nobody.err).toContain(String(hub.port));
});

test("demo comes up alive: example units, the communities' totals, alarms and a fault within 15 s", LIMIT, async () => {
  const demo = await startHub(["--devices", "12"], "demo");
  expect(demo.out()).toContain("灵水");
  expect(demo.out()).toMatch(/140.*230/);
  const api = createClient({ baseUrl: demo.url, key: demo.key });
  const classes = async (): Promise<readonly (string | undefined)[]> =>
    ((await api.GET("/api/v1/alarms")).data?.items ?? []).map((alarm) => alarm.class);
  await expect.poll(classes, { timeout: 15_000 }).toContain("alarm");
  await expect.poll(classes, { timeout: 15_000 }).toContain("fault");
  expect((await api.GET("/api/v1/units")).data?.items.length).toBeGreaterThanOrEqual(10);
  expect((await demo.stop()).code).toBe(0);
});
