import { createHmac } from "node:crypto";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gb26875 } from "@dianan/codec";
import type { AdapterCommand } from "../adapter-process.ts";
import { claimsOf } from "../claims/read-claims.ts";
import type { TargetRun } from "../run.ts";
import { runCodec } from "../run-codec.ts";
import { runDevice } from "../run-device.ts";
import { loadSuite } from "../suite.ts";
import { kitVersion } from "../version.ts";
import { startKitDiananDevice } from "./dianan-device.ts";
import { startKitDevice } from "./f3-device.ts";

/** Compressed, and long enough for a machine that has other things to do. */
const RESEND_MS = 200;
const RESENDS = 3;
const WAIT_MS = 4_000;
/** Of this run alone: it opens nothing. */
const KEY = new TextEncoder().encode("the key of the kit's own device");
const LOOPBACK = "127.0.0.1";

/** The kit's own adapter: beside this file in the repository, beside the bundle in the package. */
const ownAdapter = (): AdapterCommand => {
  const source = fileURLToPath(new URL("../adapters/typescript.ts", import.meta.url));
  return existsSync(source)
    ? { command: process.execPath, args: ["--conditions=@dianan/source", source] }
    : { command: process.execPath, args: [fileURLToPath(new URL("./adapters/typescript.js", import.meta.url))] };
};

const claimsFor = (name: string, version: string, target: "codec" | "device", protocol: string, more: object) =>
  claimsOf({ claims: 1, implementation: { name, version }, target, protocol, class: "robust", ...more });

/** What is done in one pair of the loop. */
export type Pair = { readonly name: string; readonly run: (seed: number, runs: number) => Promise<TargetRun> };

const codec = (protocol: string): Pair => ({
  name: `codec ${protocol}`,
  run: (seed, runs) =>
    runCodec({
      ...{ suite: loadSuite(protocol), adapter: ownAdapter(), seed, runs, mode: "certify" },
      claims: claimsFor("@dianan/codec", "0", "codec", protocol, {
        features: ["decode", "encode", "stream"],
        ...(protocol === "F3" ? { dialects: Object.keys(gb26875.dialects) } : {}),
      }),
    }),
});

type OwnDevice = {
  press(): Promise<void>;
  clear(): Promise<void>;
  restart?(): Promise<void>;
  close(): Promise<void>;
};

const device = (protocol: string, features: readonly string[], start: (port: number) => OwnDevice): Pair => ({
  name: `device ${protocol}`,
  run: async (seed, runs) => {
    let own: OwnDevice | null = null;
    try {
      return await runDevice({
        ...{ suite: loadSuite(protocol), seed, runs, host: LOOPBACK, port: 0, resendMs: RESEND_MS, resends: RESENDS },
        ...{ waitMs: WAIT_MS, mode: "certify", name: "kit", version: kitVersion, key: protocol === "DP" ? KEY : null },
        claims: claimsFor("kit", kitVersion, "device", protocol, {
          ...{ features, timers: { resendMs: RESEND_MS, resends: RESENDS } },
        }),
        press: async () => own?.press(),
        clear: async () => own?.clear(),
        restart: async () => own?.restart?.(),
        onReady: (port) => {
          own = start(port);
        },
      });
    } finally {
      await (own as OwnDevice | null)?.close();
    }
  },
});

/** The kit against itself (自检): as caller and codec, as platform and device. Each pair must come to `robust`. */
export const pairs: readonly Pair[] = [
  codec("F3"),
  codec("DP"),
  device("F3", ["replies"], (port) => startKitDevice(port, RESEND_MS)),
  device("DP", ["secured", "guarded", "self-test"], (port) =>
    startKitDiananDevice(port, (bytes) => createHmac("sha256", KEY).update(bytes).digest(), RESEND_MS),
  ),
];
