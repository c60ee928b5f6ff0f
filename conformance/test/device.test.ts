import { describe, expect, test } from "vitest";
import { claimsOf, loadSuite, runDevice } from "../src/index.ts";
import { classGap } from "../src/run.ts";
import { type DeviceMutant, RESEND_MS, startDevice } from "./device/device.ts";
import { deviceMutants } from "./device/device-mutants.ts";
import { todays } from "./rotating.ts";

const suite = loadSuite("F3");
const TIME = 120_000;

type Keeps = NonNullable<Parameters<typeof runDevice>[0]["keeps"]>;
const claims = claimsOf({
  ...{ claims: 1, implementation: { name: "@dianan/device", version: "0" }, target: "device", protocol: "F3" },
  ...{ features: ["replies"], timers: { resendMs: RESEND_MS, resends: 3 }, class: "robust" },
});
const run = async (mutant: DeviceMutant | null, keeps?: Keeps) => {
  let device: ReturnType<typeof startDevice> | null = null;
  try {
    return await runDevice({
      ...{ suite, seed: 1, host: "127.0.0.1", port: 0, resendMs: RESEND_MS, resends: 3, waitMs: 3_000 },
      ...(keeps === undefined ? { mode: "certify", claims, name: "@dianan/device", version: "0" } : { keeps }),
      press: async () => device?.press(),
      clear: async () => device?.clear(),
      onReady: (port) => {
        device = startDevice(port, mutant);
      },
    });
  } finally {
    await (device as ReturnType<typeof startDevice> | null)?.close();
  }
};

// Dialogues wait more than they compute: five at a time.
describe.concurrent("devices of GB/T 26875.3-2011", () => {
  test.each(todays(Object.keys(deviceMutants)))("a wrong device is caught: %s", { timeout: TIME }, async (name) => {
    const mutant = deviceMutants[name] as DeviceMutant;
    const { results } = await run(mutant, ({ requirements }) => requirements.includes(mutant.caughtBy));
    const caught = results.filter(({ verdict }) => verdict === "FAIL" || verdict === "WARN");
    console.log(
      `mutants: ${name} (${mutant.mistake}): ${caught.length} of ${results.length} cases of ${mutant.caughtBy}`,
    );
    expect(caught.length, mutant.mistake).toBeGreaterThan(0);
    expect(results.filter(({ verdict }) => verdict === "ERROR")).toEqual([]);
  });

  test.each<[string, DeviceMutant]>([
    ["two exchanges at once", { mistake: "", caughtBy: "", options: { window: 2 } }],
    ["another user version and time zone", { mistake: "", caughtBy: "", options: { address: 0xff_ff_ff_ff_ff_fe } }],
    ["a little late", { mistake: "", caughtBy: "", options: { resendAfterMs: RESEND_MS * 1.3 } }],
  ])("unusual and right: %s", { timeout: TIME }, async (_, odd) => {
    const { results } = await run(odd);
    expect(results.filter(({ verdict }) => verdict !== "PASS")).toEqual([]);
  });

  test("a device that never comes is unmet, never a pass", { timeout: TIME }, async () => {
    const { results, reached } = await runDevice({
      ...{ suite, seed: 1, host: "127.0.0.1", port: 0, resendMs: 20, resends: 1, waitMs: 100, press: null },
    });
    expect(results.every(({ verdict }) => verdict === "UNMET" || verdict === "SKIP")).toBe(true);
    expect(reached).toBe(null);
  });

  test("a device that nothing can make raise an alarm reaches no class, and it is said why", {
    timeout: TIME,
  }, async () => {
    const keeps: Keeps = ({ requirements }) => requirements.includes("F3-6.3-03");
    let device: ReturnType<typeof startDevice> | null = null;
    const { results } = await runDevice({
      ...{
        suite,
        seed: 1,
        host: "127.0.0.1",
        port: 0,
        resendMs: RESEND_MS,
        resends: 3,
        waitMs: 3_000,
        press: null,
        keeps,
      },
      onReady: (port) => {
        device = startDevice(port);
      },
    });
    await (device as ReturnType<typeof startDevice> | null)?.close();
    expect(results.map(({ verdict }) => verdict)).toEqual(["UNMET", "UNMET", "UNMET"]);
    expect(results[0]?.finding?.got).toContain("--relay");
    expect(classGap(results)).toMatchObject({ class: "core", cases: [{ id: "F3/device/alarm", verdict: "UNMET" }] });
  });
});
