import { createHmac } from "node:crypto";
import type { Instant } from "@dianan/model";
import type { OutboundRequest } from "../ports/outbound.ts";
import type { ReceiverCommands, ReceiverSecrets } from "../ports/receivers.ts";

/** Seen in code of others; no source of the platform's own confirms it. */
const COMMAND_PATH = "/aep_device_command/command";
const COMMAND_VERSION = "20190712225145";
const TTL_SECONDS = 7_200;

/** What is signed of a call of AEP (platform-interop §2.1). @param parameters - MasterKey and those of the query */
export const aepSignature = (
  { appKey, appSecret }: { readonly appKey: string; readonly appSecret: string },
  timestamp: number,
  parameters: { readonly [name: string]: string },
  body: string,
): string => {
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [["application", appKey], ["timestamp", String(timestamp)], ...sorted];
  const text = `${lines.map(([name, value]) => `${name}:${value}\n`).join("")}${body === "" ? "" : `${body}\n`}`;
  return createHmac("sha1", appSecret).update(text).digest("base64");
};

/** A frame for a device of a transparent product, as a command of CTWing AEP. */
export const aepCommand = (
  commands: ReceiverCommands,
  { appKey = "", appSecret = "", masterKey = "" }: ReceiverSecrets,
  device: { readonly deviceId: string; readonly productId: string },
  frame: Uint8Array,
  now: Instant,
): OutboundRequest => {
  const payload = Buffer.from(frame).toString("hex");
  const productId = /^[0-9]{1,15}$/.test(device.productId) ? Number(device.productId) : device.productId;
  const body = JSON.stringify({
    content: commands.content === "payload" ? { payload } : { dataType: 2, payload },
    deviceId: device.deviceId,
    operator: "dianan",
    productId,
    ttl: commands.ttlSeconds ?? TTL_SECONDS,
    level: 1,
  });
  return {
    url: `${commands.url.replace(/\/+$/, "")}${commands.path ?? COMMAND_PATH}`,
    body,
    headers: {
      "content-type": "application/json; charset=UTF-8",
      application: appKey,
      timestamp: String(now),
      version: commands.version ?? COMMAND_VERSION,
      MasterKey: masterKey,
      Date: new Date(now).toUTCString(),
      signature: aepSignature({ appKey, appSecret }, now, { MasterKey: masterKey }, body),
    },
  };
};

/** What the platform made of it; null: it took it, `code` 0. */
export const aepError = (status: number, answer: Uint8Array): string | null => {
  if (status !== 200) return `HTTP ${status}`;
  try {
    const { code } = JSON.parse(Buffer.from(answer).toString("utf8")) as { readonly code?: unknown };
    return code === 0 || code === "0" ? null : `code ${String(code).slice(0, 20)}`;
  } catch {
    return "no JSON";
  }
};
