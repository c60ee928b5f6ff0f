import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ExampleHub, openExampleHub, promisedBy, runExample } from "@dianan/example-hub";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
const server = ["/usr/sbin/mosquitto", "/usr/bin/mosquitto"].find((path) => existsSync(path));
if (server === undefined) console.warn("SKIPPED: mosquitto is not installed (apt install mosquitto)");

describe.runIf(server !== undefined)("with Mosquitto", () => {
  const config = mkdtempSync(join(tmpdir(), "dianan-broker-"));
  let broker: ChildProcess;
  let hub: ExampleHub;
  let port = 0;
  beforeAll(async () => {
    port = await new Promise((resolve) => {
      const free = createServer().listen(0, "127.0.0.1", () => {
        const address = free.address();
        free.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
      });
    });
    const asWeAre = process.getuid?.() === 0 ? ["user root"] : [];
    const lines = [...asWeAre, `listener ${port} 127.0.0.1`, "allow_anonymous true", ""];
    writeFileSync(join(config, "mosquitto.conf"), lines.join("\n"));
    broker = spawn(server ?? "", ["-c", join(config, "mosquitto.conf")], { stdio: "ignore" });
    hub = await openExampleHub({ lines: [{ name: "broker1", protocol: "mqtt", host: "127.0.0.1", port }] });
    await hub.register({ id: "d-1", name: "d-1", protocol: "json", wireAddress: "d-1" });
  }, 60_000);
  afterAll(async () => {
    await hub?.close();
    await new Promise<void>((resolve) => {
      broker.once("exit", () => resolve());
      broker.kill();
    });
    rmSync(config, { recursive: true, force: true });
  });

  test("EF-N.1: it says what its README says, and what it told comes through the broker", {
    timeout: 150_000,
  }, async () => {
    // The hub may still be dialling: what was published before it subscribed nobody keeps.
    await expect
      .poll(
        async () => {
          const { said, code } = await runExample(folder, "d-1", `mqtt://127.0.0.1:${port}`);
          expect([code, said]).toEqual([0, promisedBy(folder)]);
          return (await hub.items("readings?deviceId=d-1")).length;
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBeGreaterThan(0);
    await expect
      .poll(async () => (await hub.items("alarms?deviceId=d-1")).map(({ type }) => type), { timeout: 20_000 })
      .toEqual(["residualCurrentOver"]);
    expect(await hub.call("devices/d-1/way")).toMatchObject({ way: "broker", ack: "atBroker" });
  });
});

test("without a broker it says what to do", async () => {
  const { code, said } = await runExample(folder, "d-1", "mqtt://127.0.0.1:9");
  expect([code, said]).toEqual([1, expect.stringContaining("Is it running?")]);
});
