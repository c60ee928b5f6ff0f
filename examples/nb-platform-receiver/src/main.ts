// Stands in for four IoT platforms: sets up a receiver for each, then pushes to it as the platform would, resends, and once with a
// wrong signature. Usage: start <key> [hub]
import { createClient } from "@dianan/open-api";
import { ctwing, iotda, onenet, onenetLegacy } from "./pushes.ts";

const [, , key = "", baseUrl = "http://127.0.0.1:8080"] = process.argv;
const token = "example-token";
const aesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const now = Date.now();
const hub = createClient({ baseUrl, key });

const give = (what: string): never => {
  console.error(what);
  process.exit(1);
};

const frames = { kind: "frames", protocol: "gb26875", member: "/APPdata", encoding: "base64" } as const;
const members = (member: string, quantity: string, more: object = {}) =>
  ({ kind: "members", readings: [{ member, quantity, ...more }] }) as const;
const conditions = [{ member: "/alarm", type: "residualCurrentOver", raisedBy: [1, "1"] }];
const receivers = [
  { name: "CTWing", platform: "ctwing", deviceKey: "imei", payload: frames },
  {
    ...{ name: "OneNET", platform: "onenet", deviceKey: "deviceName", secrets: { token } },
    payload: { ...members("/leak", "residualCurrent", { factor: 0.1 }), conditions },
  },
  {
    ...{ name: "OneNET legacy", platform: "onenetLegacy", deviceKey: "deviceId", secrets: { token, aesKey } },
    payload: members("/3303_0_5700", "temperature"),
  },
  { name: "IoTDA", platform: "iotda", deviceKey: "nodeId", payload: members("/Meter/temp", "temperature") },
] as const;
const pushes = [
  ctwing("861000000000018", now),
  onenet("pole-1", token, now),
  onenetLegacy("555", token, aesKey, now),
  iotda("861000000000026", now),
];

const push = async (url: string, body: object): Promise<string> => {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const { status, code } = (await response.json()) as { readonly status: string | number; readonly code?: string };
  return code ?? String(status);
};

try {
  for (const [index, body] of receivers.entries()) {
    const { data, error } = await hub.POST("/api/v1/receivers", { body: body as never });
    if (error || data === undefined) give(`${error?.code}: ${error?.detail}`);
    const url = String(data?.url);
    const said = pushes[index] ?? {};
    // A platform that got no answer in time sends the same again.
    console.log(`${body.name}: ${await push(url, said)}, ${await push(url, said)}`);
    if (body.platform === "onenet") console.log(`  forged: ${await push(url, onenet("pole-1", "wrong-token", now))}`);
  }
} catch (error) {
  give(`${baseUrl}: ${error instanceof Error ? error.message : String(error)} 平台是否在运行? Is the hub running?`);
}
