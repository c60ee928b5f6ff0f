import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ExampleHub, openExampleHub, runExample } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const PILE = "55031412782305";
const folder = join(import.meta.dirname, "..");
let hub: ExampleHub;
beforeAll(async () => {
  hub = await openExampleHub({ doors: [{ protocol: "ykc", host: "127.0.0.1", port: 0 }] });
}, 60_000);
afterAll(() => hub?.close());

test("the example is as short as its README says", () => {
  expect(readFileSync(join(folder, "src/main.ts"), "utf8").split("\n").length).toBeLessThan(75);
  expect(readFileSync(join(folder, "README.md"), "utf8").split("\n").length).toBeLessThan(30);
});

test("first a stranger, then registered: both its sessions are there, each once", async () => {
  const port = String(hub.doorPorts[0]);
  const first = await runExample(folder, "127.0.0.1", port);
  expect([first.code, first.said]).toEqual([
    0,
    expect.stringMatching(/loginAnswer[\s\S]*transactionConfirm 55031412782305/),
  ]);
  expect(await hub.items("unclaimed")).toMatchObject([{ protocol: "ykc", wireAddress: PILE }]);

  await hub.register({ id: "pile-1", name: "充电桩", type: "chargingPile", protocol: "ykc", wireAddress: PILE });
  await runExample(folder, "127.0.0.1", port);
  const session = { state: "ended", end: "full", energyKwh: 0.082, isAbnormal: false };
  expect(await hub.items("charging-sessions?deviceId=pile-1")).toMatchObject([session, session]);
});

test("without a hub it says what to do", async () => {
  const { code, said } = await runExample(folder, "127.0.0.1", "9");
  expect([code, said]).toEqual([1, expect.stringContaining("--doors ykc=9")]);
});
