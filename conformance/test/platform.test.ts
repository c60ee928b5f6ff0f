import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Claims, claimsOf, loadSuite, platformFeatures, runCommand, runPlatform } from "../src/index.ts";
import { type Reference, startReference } from "./platform/hub.ts";
import { checkedReport, keepReport } from "./report.ts";

const suite = loadSuite("API");
const TIME = { timeout: 600_000 };
/** Inputs of a generated case are a tenth of this; the long tier has the kit's own number. */
const RUNS = process.env.DIANAN_MUTANTS === "all" ? 50 : 10;

let hub: Reference;
beforeAll(async () => {
  hub = await startReference({ timedOutAfterMs: TIMED_OUT_MS });
}, 120_000);
afterAll(() => hub?.close());

const own = ["door", "ear", "two-tenants", "dead-key", "silence"];
/** In service it is six hours (EF-4.4.2); the device falls silent when the run begins. */
const TIMED_OUT_MS = 60_000;
const claims: Claims = claimsOf({
  claims: 1,
  implementation: { name: "DianAn hub", version: "0" },
  target: "platform",
  protocol: "API",
  features: [...platformFeatures.filter((one) => !["open", "records", "alarms"].includes(one)), ...own],
});

describe("our own hub (EF-N.3, CP-N.3)", () => {
  test("it is robust in certify mode, within 5 minutes", TIME, async () => {
    const started = performance.now();
    const startedAt = new Date();
    const run = await runPlatform({
      ...{ name: "DianAn hub", version: "0" },
      ...{ suite, seed: 7, runs: RUNS, claims, mode: "certify", url: hub.url, key: hub.key, otherKey: hub.otherKey },
      ...{
        deadKey: hub.deadKey,
        door: hub.door,
        ear: { host: "127.0.0.1", port: 0, url: null },
        alarmMs: 5_000,
        silenceMs: TIMED_OUT_MS,
      },
      ...{ zoneMinutes: 480, timeoutMs: 20_000, platformCode: "JJLY01" },
    });
    const ms = Math.round(performance.now() - started);
    const refusals = run.results.filter(({ polarity }) => polarity === "negative").length;
    console.log(`platform: ${run.results.length} cases, ${refusals} of them refusals, in ${ms} ms`);
    expect(run.results.filter(({ verdict }) => verdict !== "PASS")).toEqual([]);
    expect(run).toMatchObject({ mode: "certify", reached: "robust", gap: null });
    expect(refusals / run.results.length).toBeGreaterThan(0.4);
    // No report holds a key.
    const text = JSON.stringify(checkedReport(run));
    for (const key of [hub.key, hub.otherKey, hub.deadKey]) expect(text.includes(key)).toBe(false);
    keepReport("platform", run, startedAt);
    // Nothing is left behind.
    const left = await fetch(`${hub.url}/api/v1/operators?limit=500`, {
      headers: { authorization: `Bearer ${hub.key}` },
    });
    expect(((await left.json()) as { items: readonly unknown[] }).items).toEqual([]);
  });
});

const command = async (...args: readonly string[]) => {
  const said: string[] = [];
  const code = await runCommand(["run", "platform", "--lang", "en", ...args], {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    env: {},
  });
  return { code, text: said.join("\n") };
};

describe("dianan-conform run platform", () => {
  test("what is lacking is skipped and named; without door and webhooks core can be reached", TIME, async () => {
    const { code, text } = await command("--url", hub.url, "--key", hub.key, "--only", "API/door/confirm", "--verbose");
    expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining("[door]") });
  });

  test("the door and the receiver of webhooks are reached as the command line says", TIME, async () => {
    const { code, text } = await command(
      ...["--url", hub.url, "--key", hub.key, "--device-door", `${hub.door.host}:${hub.door.port}`],
      ...["--webhook-listen", "0", "--only", "API/door/confirm*", "--only", "API/webhooks/alarm", "--seed", "1"],
    );
    expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining("4 cases, pass 4") });
  });

  test("a platform that is not there: no answer, and the run goes on", TIME, async () => {
    const { code, text } = await command("--url", "http://127.0.0.1:9", "--key", "x", "--only", "API/path*");
    expect({ code, text }).toMatchObject({ code: 1, text: expect.stringContaining("no-answer") });
  });

  test.each([
    ["no address", ["--key", "x"]],
    ["an address that is none", ["--url", "hub", "--key", "x"]],
    ["no key", ["--url", "http://127.0.0.1:9"]],
    ["a door that is none", ["--url", "http://127.0.0.1:9", "--key", "x", "--device-door", "soon"]],
    ["a listener that is none", ["--url", "http://127.0.0.1:9", "--key", "x", "--webhook-listen", "a:b"]],
    [
      "a silence of more than six hours",
      ["--url", "http://127.0.0.1:9", "--key", "x", "--timed-out-after", "21600001"],
    ],
    ["a limit that is none", ["--url", "http://127.0.0.1:9", "--key", "x", "--alarm-within", "1"]],
  ])("%s: exit code 2", async (_, args) => {
    expect(await command(...args)).toMatchObject({ code: 2 });
  });
});
