import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { openTestHub, putPlace, until } from "./http-fixture.ts";
import type { Made } from "./webhook-fixture.ts";

const page = readFileSync(new URL("../../../docs/webhooks.md", import.meta.url), "utf8");

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

test("EF-N.3: the receiver of docs/webhooks.md verifies what a hub sends, and refuses what it did not", async () => {
  const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  expect(code.split("\n").filter((line) => line !== "").length).toBeLessThanOrEqual(13);
  const port = await freePort();
  const hub = await openTestHub({ outboundAllow: "127.0.0.1" });
  const url = `http://127.0.0.1:${port}/hook`;
  const eventTypes = ["com.dianan.alarm.raised"];
  const made = (await (await hub.call("POST", "/api/v1/webhooks", { url, eventTypes })).json()) as Made;
  const receiver = spawn(
    process.execPath,
    [
      "--conditions=@dianan/source",
      "--input-type=module",
      "-e",
      code.replace("listen(9090)", `listen(${port}, "127.0.0.1")`),
    ],
    {
      cwd: new URL("..", import.meta.url),
      env: { ...process.env, WEBHOOK_SECRET: made.secret.secret },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  try {
    let printed = "";
    receiver.stdout.on("data", (chunk) => {
      printed += String(chunk);
    });
    await until(
      async () => (await (await hub.call("GET", `/api/v1/webhooks/${made.webhook.id}`)).json()) as { state: string },
      ({ state }) => state === "active",
      30_000,
    );
    await putPlace(hub);
    const alarm = { id: "al-9", deviceId: "dev-889", unitId: "unit-0001", occurredAt: "2026-01-02T11:04:05+08:00" };
    const item = { ...alarm, description: "剩余电流报警", type: "residualCurrentOver", platformCode: "JJLY01" };
    await hub.call("POST", "/api/v1/alarms", { items: [item] });
    await until(
      () => printed,
      (text) => text.includes("com.dianan.alarm.raised al-9"),
    );
    const forged = await fetch(url, { method: "POST", body: "{}", headers: { "webhook-id": "evt-1" } });
    expect(forged.status).toBe(401);
  } finally {
    receiver.kill();
    await hub.end();
  }
}, 60_000);
