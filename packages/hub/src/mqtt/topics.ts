import { JSON_PROTOCOL, type UplinkAddress } from "../ports/uplink.ts";

/** What a topic of ours is for. */
export type DeviceTopic = {
  readonly kind: "up" | "down" | "status" | "result";
  readonly at: UplinkAddress;
  /** All of it before the last slash: the same for all topics of an address. */ readonly base: string;
};

const TOPIC = /^(?:dianan\/v1\/([a-z0-9-]{1,32})\/([\x21-\x7e]{1,64})|dp\/v1\/(\d{1,15}))\/(up|down|status|result)$/;

/**
 * Reads `dianan/v1/{protocol}/{wireAddress}/up`, or `dp/v1/{device}/up` of our own protocol.
 *
 * @returns null for any other topic, a filter with a wildcard, an address with a slash
 * @see specs/device/mqtt/topics.md §2
 */
export const deviceTopic = (topic: string): DeviceTopic | null => {
  const [, protocol, address, device, kind] = TOPIC.exec(topic) ?? [];
  const wireAddress = device ?? address ?? "";
  if (kind === undefined || /[+#/]/.test(wireAddress)) return null;
  // Frames answer frames: only what has none is reported.
  if (kind === "result" && protocol !== JSON_PROTOCOL) return null;
  return {
    kind: kind as DeviceTopic["kind"],
    at: { protocol: protocol ?? "dianan", wireAddress },
    base: topic.slice(0, topic.lastIndexOf("/")),
  };
};

/** What the hub subscribes to at a broker that is not its own. */
export const brokerFilters: readonly string[] = [
  "dianan/v1/+/+/up",
  "dianan/v1/+/+/status",
  `dianan/v1/${JSON_PROTOCOL}/+/result`,
  "dp/v1/+/up",
  "dp/v1/+/status",
];

/** Longest payload, SEC-DEV-13. Bytes. */
export const PAYLOAD_MAX = 64 * 1024;
