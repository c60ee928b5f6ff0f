// A hub as a process of its own, so that a test can kill it: from its sources, or as it was built.
// node [--conditions=@dianan/source] hub-main.ts <data folder>
import { defaultLimits, startHub } from "@dianan/hub";

const hub = await startHub({
  dataDir: process.argv[2] ?? "",
  httpHost: "127.0.0.1",
  httpPort: 0,
  gb26875Host: "127.0.0.1",
  gb26875Port: 0,
  platformCode: "JJLY01",
  platformName: "test",
  city: null,
  consoleDir: null,
  utcOffsetMinutes: 480,
  expectedPeriodMs: 300_000,
  linkGraceMs: 60_000,
  outboundAllow: "127.0.0.1",
  limits: defaultLimits,
  doors: (["mqtt", "coap"] as const).flatMap((protocol) => {
    const port = process.env[`HUB_${protocol.toUpperCase()}`];
    return port === undefined ? [] : [{ protocol, host: "127.0.0.1", port: Number(port) }];
  }),
});
console.log(
  JSON.stringify({
    httpUrl: hub.httpUrl,
    gb26875Port: hub.gb26875Port,
    doorPorts: hub.doorPorts,
    firstKey: hub.firstKey,
  }),
);
