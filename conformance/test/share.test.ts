import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimsOf, listenAsCity, loadSuite, readDelivery, runCommand, runReceiver, runSender } from "../src/index.ts";
import { verdictDigest } from "../src/report/report-json.ts";
import { signatureOf } from "../src/share/signature.ts";
import { checkedReport } from "./report.ts";
import { todays } from "./rotating.ts";
import { KEY, SECRET, startCity } from "./share/city.ts";
import { receiverMutants, startReceiverMutant } from "./share/receiver-mutants.ts";
import { oddSenders, senderMutants } from "./share/sender-mutants.ts";
import { changed, deliveryOf, lines } from "./share/town.ts";

const suite = loadSuite("CS");
const TIME = 120_000;
const folder = mkdtempSync(join(tmpdir(), "dianan-share-"));
let open: Awaited<ReturnType<typeof startCity>>;
let guarded: typeof open;
beforeAll(async () => {
  open = await startCity({ CITY_KEY: KEY });
  guarded = await startCity({ CITY_KEY: KEY, CITY_SECRET: SECRET });
}, TIME);
afterAll(async () => {
  await Promise.all([open.close(), guarded.close()]);
  rmSync(folder, { recursive: true });
});

const whoClaims = {
  ...{ claims: 1, implementation: { name: "unnamed", version: "1" }, target: "share", protocol: "CS" },
};
const bad = (results: readonly { readonly verdict: string }[]) =>
  results.filter(({ verdict }) => verdict !== "PASS" && verdict !== "SKIP");
const receiver = (url: string, secret: string | null, more: object = {}) =>
  runReceiver({
    ...{ suite, seed: 7, url, secret, bearer: KEY, platformCode: "CONFORM01", timeoutMs: 5_000 },
    ...more,
  });

describe("senders (SH-1 to SH-6)", () => {
  test("the reference sender is robust", async () => {
    const claims = claimsOf({ ...whoClaims, role: "sender", features: ["full-export"] });
    const run = await runSender({ suite, seed: 1, delivery: deliveryOf(lines), mode: "certify", claims });
    expect(bad(run.results)).toEqual([]);
    expect(checkedReport(run).classReached).toBe("robust");
    expect(run).toMatchObject({ mode: "certify", reached: "robust" });
  });

  test.each(Object.entries(oddSenders))("unusual and right: %s", async (_, odd) => {
    expect(bad((await runSender({ suite, seed: 1, delivery: deliveryOf(odd) })).results)).toEqual([]);
  });

  test.each(todays(Object.keys(senderMutants)))("a wrong sender is caught: %s", async (name) => {
    const { mistake, caughtBy, lines: wrong } = senderMutants[name] as NonNullable<(typeof senderMutants)[string]>;
    const { results, reached } = await runSender({ suite, seed: 1, delivery: deliveryOf(wrong) });
    const caught = results.filter(
      ({ requirements, verdict }) => requirements.includes(caughtBy) && (verdict === "FAIL" || verdict === "WARN"),
    );
    console.log(`mutants: ${name} (${mistake}): ${caught.length} cases of ${caughtBy}`);
    expect(caught.length, mistake).toBeGreaterThan(0);
    expect(results.filter(({ verdict }) => verdict === "ERROR")).toEqual([]);
    expect(reached === "full" || reached === "robust").toBe(false);
  });

  test("kinds that were never shared are unmet, never a pass", async () => {
    const { results, reached } = await runSender({ suite, seed: 1, delivery: deliveryOf(lines.slice(0, 1)) });
    expect(results.find(({ id }) => id === "CS/sender/alarm/whole")).toMatchObject({ verdict: "UNMET" });
    expect(reached).toBe(null);
  });
});

/** Pushes everything to the kit as a sender does; `wrong` makes one mistake. */
const pushTo = async (
  url: string,
  wrong: "none" | "gives-up" | "follows" | "old-time" | "re-serialised" | "no-key",
) => {
  for (const { kind, items } of lines.filter(({ full }) => full !== true)) {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const body = JSON.stringify({ items });
      const time = String(Math.floor(Date.now() / 1000) - (wrong === "old-time" ? 4_000 : 0));
      const signed = wrong === "re-serialised" ? JSON.stringify({ items }, null, 1) : body;
      const response = await fetch(`${url}/${kind}s`, {
        ...{ method: "POST", body, redirect: wrong === "follows" ? "follow" : "manual" },
        headers: {
          ...(wrong === "no-key" ? {} : { Authorization: `Bearer ${KEY}` }),
          ...{ "Content-Type": "application/json", "webhook-id": `msg_${kind}`, "webhook-timestamp": time },
          "webhook-signature": signatureOf(SECRET, `msg_${kind}`, time, signed),
        },
      });
      await response.text();
      if (response.status === 200 || wrong === "gives-up") break;
    }
  }
};

describe("senders that push to an endpoint", () => {
  test.each([
    ["none", null],
    ["gives-up", "CS/sender/retry"],
    ["follows", "CS/sender/redirect"],
    ["old-time", "CS/sender/signed-time"],
    ["re-serialised", "CS/sender/signature"],
    ["no-key", "CS/sender/key"],
  ] as const)("%s: %s", { timeout: TIME }, async (wrong, caughtBy) => {
    let pushed: Promise<void> | null = null;
    const delivery = await listenAsCity({
      ...{ host: "127.0.0.1", port: 0, quietMs: 300, longestMs: 20_000, secret: SECRET, bearer: KEY },
      onReady: (url) => {
        pushed = pushTo(url, wrong);
      },
    });
    await pushed;
    const { results } = await runSender({ suite, seed: 1, delivery });
    expect(bad(results).map((one) => (one as (typeof results)[number]).id)).toEqual(
      caughtBy === null ? [] : [caughtBy],
    );
  });
});

describe("receivers", () => {
  test("the example of a city receiver is robust, within 30 s, and the same seed gives the same verdicts", {
    timeout: TIME,
  }, async () => {
    const started = process.cpuUsage();
    const claims = claimsOf({ ...whoClaims, role: "receiver", features: ["read", "digests", "signature", "key"] });
    const run = await receiver(guarded.url, SECRET, { mode: "certify", claims });
    // How long it takes is the machine's affair; what it costs is not.
    const { user, system } = process.cpuUsage(started);
    console.log(`share: ${run.results.length} cases, ${Math.round((user + system) / 1000)} ms of CPU`);
    expect(bad(run.results)).toEqual([]);
    expect(run).toMatchObject({ mode: "certify", reached: "robust" });
    expect((user + system) / 1000).toBeLessThan(30_000);
    const again = await receiver(guarded.url, SECRET, { mode: "certify", claims });
    expect(verdictDigest(checkedReport(again))).toBe(verdictDigest(checkedReport(run)));
    // Nothing is left behind but marks.
    const page = await (await fetch(guarded.url)).text();
    expect(page).toContain("运维机构 operator</td><td>");
  });

  test.each(todays(Object.keys(receiverMutants)))("a wrong receiver is caught: %s", { timeout: TIME }, async (name) => {
    const mutant = receiverMutants[name] as NonNullable<(typeof receiverMutants)[string]>;
    const { url, close } = await startReceiverMutant(mutant, open.url);
    try {
      const keeps = ({ requirements }: { readonly requirements: readonly string[] }) =>
        requirements.includes(mutant.caughtBy);
      const { results } = await receiver(url, null, { keeps, runs: 10 });
      const caught = results.filter(({ verdict }) => verdict === "FAIL" || verdict === "WARN");
      console.log(
        `mutants: ${name} (${mutant.mistake}): ${caught.length} of ${results.length} cases of ${mutant.caughtBy}`,
      );
      expect(caught.length, mutant.mistake).toBeGreaterThan(0);
      expect(results.filter(({ verdict }) => verdict === "ERROR")).toEqual([]);
    } finally {
      await close();
    }
  });

  test("a receiver that checks no signature is caught (CS-SIGN-01, CS-SIGN-02)", { timeout: TIME }, async () => {
    const keeps = ({ id }: { readonly id: string }) => id.startsWith("CS/receiver/signature/");
    const { results } = await receiver(open.url, SECRET, { keeps });
    expect(results.filter(({ verdict }) => verdict === "FAIL").map(({ id }) => id.split("/").at(-1))).toEqual([
      "none",
      "wrong",
      "body",
      "old",
      "future",
    ]);
  });

  test("a receiver that is not there: no answer, and the run goes on", { timeout: TIME }, async () => {
    const keeps = ({ id }: { readonly id: string }) => id.startsWith("CS/receiver/body/");
    const { results } = await receiver("http://127.0.0.1:9", null, { keeps });
    expect(results.every(({ finding }) => finding?.code === "no-answer")).toBe(true);
  });
});

const command = async (...args: readonly string[]) => {
  const said: string[] = [];
  const code = await runCommand(["run", "share", "--lang", "en", ...args], {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    env: {},
  });
  return { code, text: said.join("\n") };
};

describe("dianan-conform run share", () => {
  test("a folder and a stream come to the same", async () => {
    const dir = join(folder, "right");
    mkdirSync(join(dir, "full"), { recursive: true });
    for (const [i, { kind, items, full }] of lines.entries())
      writeFileSync(join(dir, full === true ? "full" : "", `${kind}s-${i}.json`), JSON.stringify({ items }));
    const stream = join(folder, "right.ndjson");
    writeFileSync(stream, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    expect(await command("--dir", dir)).toMatchObject({ code: 0, text: expect.stringContaining("class: robust") });
    expect(await command("--stream", stream)).toMatchObject({
      code: 0,
      text: expect.stringContaining("class: robust"),
    });
    expect(readDelivery({ stream }).pushes).toHaveLength(lines.length);
  });

  test("a wrong one: exit code 1, the requirement and the record", async () => {
    const stream = join(folder, "wrong.ndjson");
    const wrong = changed((one, { kind }) => (kind === "unit" ? { ...one, latitude: 118.5, longitude: 24.7 } : one));
    writeFileSync(stream, wrong.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const { code, text } = await command("--stream", stream);
    expect(code).toBe(1);
    expect(text).toContain("CS-GEO-01");
    expect(text).toContain("class: no class");
  });

  test("replay asks for what failed alone", { timeout: TIME }, async () => {
    const out = join(folder, "report");
    const mutant = await startReceiverMutant(
      receiverMutants["MR-06"] as NonNullable<(typeof receiverMutants)[string]>,
      open.url,
    );
    expect(
      await command("--post-to", mutant.url, "--bearer", KEY, "--only", "CS/receiver/unknown*", "--out", out),
    ).toMatchObject({ code: 1 });
    await mutant.close();
    const said: string[] = [];
    const code = await runCommand(
      ["replay", join(out, "report.json"), "--lang", "en", "--post-to", open.url, "--bearer", KEY],
      { out: (line) => said.push(line), err: (line) => said.push(line), env: {} },
    );
    expect({ code, text: said.join("\n") }).toMatchObject({
      code: 0,
      text: expect.stringContaining("1 cases, pass 1, FAIL 0"),
    });
  });

  test.each([
    ["nothing to look at", []],
    ["a folder that there is not", ["--dir", "/no/such/folder"]],
    ["a folder without records", ["--dir", tmpdir()]],
    ["an address that is none", ["--post-to", "city"]],
    ["a port that is none", ["--listen", "soon"]],
  ])("%s: exit code 2", async (_, args) => {
    expect(await command(...args)).toMatchObject({ code: 2 });
  });
});
