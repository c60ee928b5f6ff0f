import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Fleet, startFleet } from "@dianan/device";
import { defaultLimits, type RunningHub, startHub } from "@dianan/hub";
import { signWebhook } from "@dianan/open-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Project, packedProject } from "./project.ts";

const SLOW = 120_000;
let project: Project;
let hub: RunningHub;
let dataDir = "";
let fleet: Fleet | null = null;
const children: ChildProcess[] = [];
beforeAll(async () => {
  project = packedProject();
  dataDir = mkdtempSync(join(tmpdir(), "dianan-third-party-hub-"));
  hub = await startHub(
    {
      dataDir,
      ...{ httpHost: "127.0.0.1", httpPort: 0, gb26875Host: "127.0.0.1", gb26875Port: 0 },
      ...{ platformCode: "JJLY01", platformName: "示例平台", city: null, consoleDir: null },
      ...{ utcOffsetMinutes: 480, expectedPeriodMs: 300_000, linkGraceMs: 60_000, limits: defaultLimits },
      outboundAllow: "127.0.0.1",
    },
    { log: () => {} },
  );
}, SLOW);
afterAll(async () => {
  for (const child of children) child.kill();
  await fleet?.stop();
  await hub?.close();
  project?.remove();
  rmSync(dataDir, { recursive: true, force: true });
}, SLOW);

/** Runs a file of the example in its project. `said` grows; `ended` is the exit code. */
const run = (file: string, env: Record<string, string>) => {
  const child = spawn(process.execPath, [file], {
    cwd: project.folder,
    env: { PATH: process.env.PATH ?? "", HUB_URL: hub.httpUrl, ...env },
  });
  children.push(child);
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said.text += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { said, ended };
};
const says = (one: { readonly text: string }, words: string): Promise<void> =>
  expect.poll(() => one.text, { timeout: 30_000, interval: 50 }).toContain(words);
const freePort = (): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === "object" ? address?.port : "")));
    });
  });
const parties = async (): Promise<readonly { state: string; platformCode: string }[]> => {
  const headers = { authorization: `Bearer ${hub.firstKey}` };
  return ((await (await fetch(`${hub.httpUrl}/api/v1/parties`, { headers })).json()) as { items: [] }).items;
};
/** What the example prints of one kind. */
const lines = (text: string, kind: string): readonly string[] =>
  text
    .split("\n")
    .filter((line) => line.includes(kind))
    .map((line) => line.split(": ")[1] ?? "");

let tokenA = "";
let port = "";

test("EF-N.3: the example is what it says it is: a main program of under 60 lines, a README of one screen", () => {
  const count = (file: string) =>
    readFileSync(join(import.meta.dirname, "..", file), "utf8")
      .trim()
      .split("\n").length;
  expect(count("src/main.ts")).toBeLessThan(60);
  expect(count("README.md")).toBeLessThan(45);
});

test("EF-N.3: without an invitation nobody registers, and the example says why", { timeout: SLOW }, async () => {
  for (const TOKEN_A of ["dp_of-nobody-at-all", hub.firstKey ?? ""]) {
    const { said, ended } = run("main.ts", { PORT: await freePort(), TOKEN_A });
    expect(await ended).toBe(1);
    expect(said.text).toMatch(/\/api\/v1\/credentials 40[13]/);
  }
  expect(await parties()).toEqual([]);
});

test("EF-N.3, SEC-OUT-04: from the tarballs: handshake, records, an alarm by stream and by signed webhook, the feed", {
  timeout: SLOW,
}, async () => {
  const invited = run("invite.ts", { SETUP_CODE: hub.setupCode ?? "" });
  expect(await invited.ended, invited.said.text).toBe(0);
  tokenA = invited.said.text.trim();
  expect(await parties()).toMatchObject([{ state: "invited", platformCode: "PARTNER1" }]);

  port = await freePort();
  const { said, ended } = run("main.ts", { PORT: port, TOKEN_A: tokenA });
  await says(said, "waiting for an alarm");
  expect(await parties()).toMatchObject([{ state: "connected" }]);

  const here = `http://127.0.0.1:${port}`;
  expect((await fetch(`${here}/versions`)).status).toBe(401);
  const body = JSON.stringify({
    specversion: "1.0",
    id: "forged",
    source: "/hubs/JJLY01",
    type: "com.dianan.alarm.raised",
    data: { id: "forged" },
  });
  const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
  const forged = await signWebhook({ id: "forged", timestamp: Date.now(), body, secret });
  const headers = { ...forged, "content-type": "application/cloudevents+json" };
  expect((await fetch(`${here}/hook`, { method: "POST", headers, body })).status).toBe(401);

  fleet = startFleet({
    ...{ host: "127.0.0.1", port: hub.gb26875Port, devices: 1, scenario: "residualCurrentAlarm", seed: 1 },
    ...{ firstAddress: 889, periodMs: 1_000, eventAfterMs: 200, startWithinMs: 0 },
  });
  expect(await ended, said.text).toBe(0);
  const streamed = lines(said.text, "stream: alarm").map((line) => line.replace("alarm ", ""));
  const pushed = lines(said.text, "signature good");
  expect(streamed).toHaveLength(1);
  expect(pushed).toEqual(streamed);
  expect(lines(said.text, "feed")).toContain(`alarm ${pushed[0]} version 1`);
  expect(said.text).not.toContain("forged");
  const found = await fetch(`${hub.httpUrl}/api/v1/alarms/${pushed[0]}`, {
    headers: { authorization: `Bearer ${hub.firstKey}` },
  });
  expect(await found.json()).toMatchObject({
    ...{ unitId: "partner-unit-0001", deviceId: "partner-dev-889", componentId: "partner-dev-889:1" },
    ...{ class: "alarm", platformCode: expect.any(String) },
  });
});

test("SEC-API-04: what it keeps is for its owner only, works again without an invitation, and is ended by the hub", {
  timeout: SLOW,
}, async () => {
  const kept = join(project.folder, "tokens.json");
  if (process.platform !== "win32") expect(statSync(kept).mode & 0o777).toBe(0o600);
  const { c } = JSON.parse(readFileSync(kept, "utf8")) as { c: string };
  const again = run("main.ts", { PORT: port });
  await says(again.said, "waiting for an alarm");
  const reused = await fetch(`${hub.httpUrl}/versions`, { headers: { authorization: `Bearer ${tokenA}` } });
  expect(reused.status).toBe(401);
  const ended = await fetch(`${hub.httpUrl}/api/v1/credentials`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${c}` },
  });
  expect(ended.status).toBe(204);
  expect(await parties()).toEqual([]);
  expect(await again.ended).not.toBe(0);
  expect(again.said.text).toContain("401");
});
