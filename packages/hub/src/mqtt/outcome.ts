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

/** In words of both languages, for a reason string. */
export const wordsOf = (error: JsonObject): string => {
  const { zh, en } = (error.message ?? {}) as { readonly zh?: string; readonly en?: string };
  return `${String(error.code)} ${error.path === "" ? "" : `${String(error.path)} `}${zh ?? ""} ${en ?? ""}`.slice(
    0,
    500,
  );
};
