// The hub as the benchmark runs it: default limits, free ports. node hub-process.ts <data folder>; BENCH_RATE_FACTOR multiplies the
// budgets of requests, BENCH_LINK_GRACE_MS is how long after its link was lost a device is offline, BENCH_CITY is shared with,
// BENCH_OUTBOUND are addresses that it may call.
import { defaultLimits, startHub } from "@dianan/hub";
import { tellCpu } from "./child.ts";

tellCpu();
const hub = await startHub({
  dataDir: process.argv[2] ?? "bench-data",
  httpHost: "127.0.0.1",
  httpPort: 0,
  gb26875Host: "127.0.0.1",
  gb26875Port: 0,
  platformCode: "BENCH",
  platformName: "bench",
  city: process.env.BENCH_CITY === undefined ? null : { url: process.env.BENCH_CITY, key: null, secret: null },
  outboundAllow: process.env.BENCH_OUTBOUND ?? "",
  consoleDir: null,
  utcOffsetMinutes: 480,
  expectedPeriodMs: 300_000,
  linkGraceMs: Number(process.env.BENCH_LINK_GRACE_MS ?? 60_000),
  limits: { ...defaultLimits, requestRateFactor: Number(process.env.BENCH_RATE_FACTOR ?? 1) },
});
console.log(JSON.stringify({ httpUrl: hub.httpUrl, gb26875Port: hub.gb26875Port, firstKey: hub.firstKey }));
process.once("SIGTERM", () => void hub.close().then(() => process.exit(0)));
