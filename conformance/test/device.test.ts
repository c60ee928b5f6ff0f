import { describe, expect, test } from "vitest";
import { loadSuite, runDevice } from "../src/index.ts";
import { type DeviceMutant, RESEND_MS, startDevice } from "./device/device.ts";
import { deviceMutants } from "./device/device-mutants.ts";
import { todays } from "./rotating.ts";

const suite = loadSuite("F3");
const TIME = 120_000;

type Keeps = NonNullable<Parameters<typeof runDevice>[0]["keeps"]>;
const run = async (mutant: DeviceMutant | null, keeps?: Keeps) => {
  let device: ReturnType<typeof startDevice> | null = null;
  try {
    return await runDevice({
      ...{ suite, seed: 1, host: "127.0.0.1", port: 0, resendMs: RESEND_MS, resends: 3, waitMs: 3_000 },
      ...(keeps === undefined ? {} : { keeps }),
      press: async () => device?.press(),
      onReady: (port) => {
        device = startDevice(port, mutant);
      },
    });
  } finally {
    await (device as ReturnType<typeof startDevice> | null)?.close();
  }
};

describe("devices of GB/T 26875.3-2011", () => {
  test("the reference device is robust, within 5 min", { timeout: TIME }, async () => {
    const started = performance.now();
    const { results, reached, mode } = await run(null);
    console.log(`device: ${results.length} cases in ${Math.round(performance.now() - started)} ms`);
    expect(results.filter(({ verdict }) => verdict !== "PASS")).toEqual([]);
    expect({ reached, mode }).toEqual({ reached: "robust", mode: "certify" });
  });

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
});
