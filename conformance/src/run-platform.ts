import { platformCases } from "./platform/cases.ts";
import { operations } from "./platform/document.ts";
import { type PlatformOptions, PlatformSeat } from "./platform/platform-seat.ts";
import { runTarget, type TargetOptions, type TargetRun } from "./run.ts";

export type PlatformRunOptions = TargetOptions &
  PlatformOptions & {
    readonly name?: string;
    readonly version?: string;
    /** Areas of the document that it has not, such as `charging`. */ readonly lacks?: readonly string[];
  };

/** Areas of the document; `records`, `alarms` and what is open to all are what every platform has. */
export const platformFeatures: readonly string[] = [...new Set(operations.map(({ tag }) => tag))];

/** Puts a platform to the test (平台对象): the kit is its clients, devices and receiver of webhooks. What it made is removed. */
export const runPlatform = async (options: PlatformRunOptions): Promise<TargetRun> => {
  const {
    name = new URL(options.url).host,
    version = "",
    lacks = [],
    otherKey,
    deadKey,
    door,
    ear,
    silenceMs = null,
  } = options;
  const features = [
    ...platformFeatures.filter((one) => !lacks.includes(one)),
    ...(otherKey === null ? [] : ["two-tenants"]),
    ...(deadKey === null ? [] : ["dead-key"]),
    ...(door === null ? [] : ["door"]),
    ...(ear === null ? [] : ["ear"]),
    ...(silenceMs === null ? [] : ["silence"]),
  ];
  const seat = new PlatformSeat(options);
  try {
    return await runTarget("platform", { name, version, lang: "platform", features }, platformCases(), seat, options);
  } finally {
    await seat.clear();
  }
};
