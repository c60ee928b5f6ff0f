import { afterAll, describe, expect, test } from "vitest";
import { claimsOf, loadSuite, runDevice } from "../src/index.ts";
import { type DiananMutant, KEY, RESEND_MS, startDiananDevice } from "./device/dianan-device.ts";
import { diananMutants } from "./device/dianan-mutants.ts";
import { todays } from "./rotating.ts";

const suite = loadSuite("DP");
const TIME = { timeout: 120_000 };
const claims = claimsOf({
  ...{ claims: 1, implementation: { name: "@dianan/device", version: "0" }, target: "device", protocol: "DP" },
  ...{ features: ["secured", "guarded", "self-test"], timers: { resendMs: RESEND_MS, resends: 3 }, class: "robust" },
});
type Keeps = NonNullable<Parameters<typeof runDevice>[0]["keeps"]>;
const devices: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(devices.map((one) => one.close())));

const run = async (mutant: DiananMutant | null, keeps?: Keeps, more: object = {}) => {
  let device: ReturnType<typeof startDiananDevice> | null = null;
  try {
    return await runDevice({
      ...{ suite, seed: 1, host: "127.0.0.1", port: 0, resendMs: RESEND_MS, resends: 3, waitMs: 4_000, key: KEY },
      ...(keeps === undefined ? { mode: "certify", claims, name: "@dianan/device", version: "0" } : { keeps }),
      press: async () => device?.press(),
      clear: async () => device?.clear(),
      restart: async () => device?.restart(),
      onReady: (port) => {
        device = startDiananDevice(port, mutant);
      },
      ...more,
    });
  } finally {
    await (device as ReturnType<typeof startDiananDevice> | null)?.close();
  }
};

// Dialogues wait more than they compute: five at a time.
describe.concurrent("devices of the open protocol (EF-N.1, EF-N.2, CP-N.1, CP-N.2)", () => {
  test.each(todays(Object.keys(diananMutants)))("a wrong device is caught: %s", TIME, async (name) => {
    const mutant = diananMutants[name] as DiananMutant;
    const { results } = await run(mutant, ({ requirements }) => requirements.includes(mutant.caughtBy), {
      waitMs: 1_500,
    });
    const caught = results.filter(({ verdict }) => verdict === "FAIL" || verdict === "WARN");
    console.log(`mutants: ${name} (${mutant.mistake}): ${caught.map(({ id }) => id).join(" ")} of ${mutant.caughtBy}`);
    expect(caught.length, mutant.mistake).toBeGreaterThan(0);
    expect(results.filter(({ verdict }) => verdict === "ERROR")).toEqual([]);
  });

  test.each<[string, DiananMutant, object]>([
    [
      "without a key, and an owner who allows commands",
      { mistake: "", caughtBy: "", isPlain: true, options: { obeysUnsecured: true } },
      { key: null, lacks: ["guarded"] },
    ],
    [
      "its clock is slow by minutes until it is set",
      { mistake: "", caughtBy: "", options: { clock: () => Date.now() - 200_000 } },
      {},
    ],
  ])("unusual and right: %s", TIME, async (_, odd, more) => {
    const few: Keeps = ({ asks, id }) => asks !== "robust" && !/period|restart|identity/.test(id);
    const { results } = await run(odd, few, more);
    expect(results.filter(({ verdict }) => verdict !== "PASS" && verdict !== "SKIP")).toEqual([]);
  });
});
