import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSuite, runPlatform } from "../src/index.ts";
import { accessMutants } from "./platform/access-mutants.ts";
import { changeMutants } from "./platform/change-mutants.ts";
import { doorMutants } from "./platform/door-mutants.ts";
import { type Faulty, startFaulty } from "./platform/faulty-platform.ts";
import { type Reference, startReference } from "./platform/hub.ts";
import { laterPlatformMutants } from "./platform/later-mutants.ts";
import { oddPlatforms } from "./platform/odd-platforms.ts";
import type { PlatformMutant } from "./platform/platform-mutant.ts";
import { pushMutants } from "./platform/push-mutants.ts";
import { recordMutants } from "./platform/record-mutants.ts";
import { trustMutants } from "./platform/trust-mutants.ts";
import { todays } from "./rotating.ts";

const suite = loadSuite("API");
const TIME = { timeout: 600_000 };
const isAll = process.env.DIANAN_MUTANTS === "all";
const tables = [
  accessMutants,
  recordMutants,
  changeMutants,
  pushMutants,
  doorMutants,
  trustMutants,
  laterPlatformMutants,
];
const mutants: Readonly<Record<string, PlatformMutant>> = {
  ...accessMutants,
  ...recordMutants,
  ...changeMutants,
  ...pushMutants,
  ...doorMutants,
  ...trustMutants,
  ...laterPlatformMutants,
};

/** Of each table in turn: those of one take longer than those of another. */
const names = tables
  .flatMap((table) => Object.keys(table).map((name, i, all) => [i / all.length, name] as const))
  .sort(([a], [b]) => a - b)
  .map(([, name]) => name);

let hub: Reference;
beforeAll(async () => {
  hub = await startReference();
}, 120_000);
afterAll(() => hub?.close());

type Tried = Faulty & Pick<PlatformMutant, "alarmMs" | "patienceMs" | "timedOutAfterMs">;

const run = async (faulty: Tried, keeps: (id: string) => boolean) => {
  const { timedOutAfterMs } = faulty;
  if (timedOutAfterMs === undefined) return runBefore(hub, faulty, keeps);
  const own = await startReference({ timedOutAfterMs });
  try {
    return await runBefore(own, faulty, keeps);
  } finally {
    await own.close();
  }
};

const runBefore = async (hub: Reference, faulty: Tried, keeps: (id: string) => boolean) => {
  const platform = await startFaulty(hub, faulty);
  try {
    return await runPlatform({
      ...{
        suite,
        seed: 3,
        runs: 30,
        keeps: ({ id }) => keeps(id),
        url: platform.url,
        door: platform.door,
        key: hub.key,
      },
      ...{ otherKey: hub.otherKey, deadKey: hub.deadKey, ear: { host: "127.0.0.1", port: 0, url: null } },
      ...{
        silenceMs: faulty.timedOutAfterMs ?? null,
        alarmMs: faulty.alarmMs ?? 10_000,
        zoneMinutes: 480,
        timeoutMs: faulty.patienceMs ?? 20_000,
        platformCode: "JJLY01",
      },
    });
  } finally {
    await platform.close();
  }
};

/** A part of an id; `$` at its end says that it is the end. */
const isOneOf = (parts: readonly string[], id: string): boolean =>
  parts.some((part) => (part.endsWith("$") ? id === part.slice(0, -1) : id.startsWith(part)));

describe("wrong platforms", () => {
  test.each(todays(names))("%s is caught", TIME, async (name) => {
    const mutant = mutants[name] as PlatformMutant;
    const { results } = await run(mutant, (id) => isOneOf(mutant.cases, id));
    const caught = results.filter(
      ({ requirements, verdict }) =>
        requirements.includes(mutant.caughtBy) && (verdict === "FAIL" || verdict === "WARN"),
    );
    console.log(
      `mutants: ${name} (${mutant.mistake}): ${caught.length} of ${results.length} cases, ${mutant.caughtBy}`,
    );
    expect(caught.length, mutant.mistake).toBeGreaterThan(0);
    expect(results.filter(({ verdict }) => verdict === "ERROR")).toEqual([]);
  });
});

/** A few of each kind; the long tier runs all of them. */
const isTried = (id: string): boolean => {
  if (/^API\/(rate|raw|limit)/.test(id)) return false;
  return (
    isAll ||
    /^API\/(etag\/unit|put\/device|patch\/device|lists\/(unit|alarm)|model\/unit|idempotency|bulk\/[a-z]|problem|events\/(change|resume)|changes|webhooks\/(alarm|goes-on|retry-500)|door\/(confirm|resend|heartbeat|broken|stream\/joined)|end-to-end\/(api|replay|webhook)|records\/unit|calls\/(listUnits|getUnit|listDevices))/.test(
      id,
    )
  );
};

/** Two a day; all of them in the long tier. */
const DAY_MS = 86_400_000;
const oddNames = Object.keys(oddPlatforms).filter(
  (_, i, all) => isAll || Math.floor(Date.now() / DAY_MS) % (all.length / 2) === i % (all.length / 2),
);

describe("platforms that are unusual and right", () => {
  test.each(oddNames.map((name) => [name, oddPlatforms[name] as Faulty] as const))(
    "%s: no false alarm",
    TIME,
    async (_, odd) => {
      const { results } = await run(odd, isTried);
      expect(results.length).toBeGreaterThan(150);
      expect(results.filter(({ verdict }) => verdict !== "PASS")).toEqual([]);
    },
  );
});
