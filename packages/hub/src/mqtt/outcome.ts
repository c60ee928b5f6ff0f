import { randomUUID } from "node:crypto";
import type { TenantId } from "@dianan/model";
import type { IPubackPacket, IPublishPacket, IPubrecPacket } from "mqtt-packet";
import type { DeviceLink } from "../ports/device-link.ts";
import type { JsonObject } from "../ports/records.ts";
import { JSON_PROTOCOL, type UplinkConnection, type UplinkResult } from "../ports/uplink.ts";
import type { MqttDeps, ReadUplinkMessage } from "./mqtt-deps.ts";
import type { DeviceTopic } from "./topics.ts";

/** `denied`: not this sender's to say. `bad`: kept with why, sending it again is no use. `later`: not stored, send it again. */
export type Outcome =
  | { readonly kind: "stored" | "later" }
  | { readonly kind: "denied" | "bad"; readonly error: JsonObject };

const DENIED: ReadonlySet<unknown> = new Set(["not-carried", "wrong-address", "unknown-protocol", "not-listed"]);

const outcomeOf = (results: readonly UplinkResult[]): Outcome => {
  const errors = results.flatMap(({ error }) => (error === null ? [] : [error]));
  if (errors.some(({ code }) => code === "not-stored")) return { kind: "later" };
  const [error] = errors;
  if (error === undefined) return { kind: "stored" };
  return { kind: DENIED.has(error.code) ? "denied" : "bad", error };
};

/** The ack of a message; null: QoS 0 has none. */
export const ackOf = ({ qos, messageId = 0 }: IPublishPacket): IPubackPacket | IPubrecPacket | null =>
  qos === 0 ? null : { cmd: qos === 1 ? "puback" : "pubrec", messageId };

/** What one payload on an up topic comes to. Never rejects: what fails is to be sent again. */
export const takePayload = async (
  connection: UplinkConnection,
  topic: DeviceTopic,
  way: DeviceLink,
  payload: Uint8Array,
  { readMessage, log }: Pick<MqttDeps, "readMessage" | "log">,
  /** Of whom it is in the log. */ whose: string,
): Promise<Outcome> => {
  try {
    return await taken(connection, topic, way, payload, readMessage);
  } catch (error) {
    log(`${whose}: ${error instanceof Error ? error.message : String(error)}`);
    return { kind: "later" };
  }
};

const taken = async (
  connection: UplinkConnection,
  { at }: DeviceTopic,
  way: DeviceLink,
  payload: Uint8Array,
  readMessage: ReadUplinkMessage,
): Promise<Outcome> => {
  if (at.protocol !== JSON_PROTOCOL) return outcomeOf(await connection.frames(at, way, payload));
  const message = readMessage(payload);
  if (!message.ok) {
    connection.broken(at, payload, message.error);
    return { kind: "bad", error: message.error };
  }
  const { bytes, serial, events } = message.value;
  return outcomeOf([await connection.events(at, way, bytes, serial, events)]);
};

/** What a device says became of a command. Never rejects. @param tenant - of the device */
export const takeReport = async (
  connection: Pick<UplinkConnection, "deviceAt" | "broken">,
  { at }: DeviceTopic,
  { tenant, remote }: { readonly tenant: TenantId; readonly remote: string },
  payload: Uint8Array,
  { readReport, commands, clock, log }: Pick<MqttDeps, "readReport" | "commands" | "clock" | "log">,
): Promise<Outcome> => {
  const deviceId = connection.deviceAt(at);
  const read = readReport(payload);
  if (!read.ok) {
    connection.broken(at, payload, read.error);
    return { kind: "bad", error: read.error };
  }
  if (deviceId === null) return denied("not-carried", "该地址没有登记的设备", "No device is registered there.");
  const { id, outcome, text } = read.value;
  try {
    const circumstance = { now: clock(), source: remote, requestId: randomUUID() };
    const done = await commands.report({ tenant, deviceId, remote }, id, { outcome, text }, circumstance);
    if (done === "done") return { kind: "stored" };
    if (done === "absent") return denied("no-command", "该设备没有此命令", "The device has no such command.");
    return {
      ...denied("wrong-state", "命令未下发,或已另有结果", "It was not sent, or has ended otherwise."),
      kind: "bad",
    };
  } catch (error) {
    log(`mqtt ${remote}: ${error instanceof Error ? error.message : String(error)}`);
    return { kind: "later" };
  }
};

const denied = (code: string, zh: string, en: string) => ({
  kind: "denied" as const,
  error: { code, offset: 0, path: "/id", clause: "SEC-DEV-14", message: { zh, en } },
});

/** In words of both languages, for a reason string. */
export const wordsOf = (error: JsonObject): string => {
  const { zh, en } = (error.message ?? {}) as { readonly zh?: string; readonly en?: string };
  return `${String(error.code)} ${error.path === "" ? "" : `${String(error.path)} `}${zh ?? ""} ${en ?? ""}`.slice(
    0,
    500,
  );
};
