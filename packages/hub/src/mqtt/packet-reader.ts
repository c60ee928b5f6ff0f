import mqttPacket, { type Packet } from "mqtt-packet";
import { PAYLOAD_MAX } from "./topics.ts";

/** A packet has its topic and properties beside the payload. */
const PACKET_MAX = PAYLOAD_MAX + 4 * 1024;

export type PacketsRead = {
  readonly packets: readonly Packet[];
  /** The beginning of a packet whose end is missing. */ readonly unfinished: boolean;
  /** Why nothing more can be read. */ readonly fault: "malformed" | "too-large" | null;
};

/** Cuts a byte stream into MQTT packets, bounded (SEC-DEV-08, SEC-DEV-12). Never throws. */
export const createPacketReader = (): ((chunk: Uint8Array) => PacketsRead) => {
  const parser = mqttPacket.parser();
  let packets: Packet[] = [];
  let fault: PacketsRead["fault"] = null;
  parser.on("packet", (packet) => void packets.push(packet));
  parser.on("error", () => {
    fault = "malformed";
  });
  return (chunk) => {
    packets = [];
    let left = 0;
    try {
      left = fault === null ? parser.parse(Buffer.from(chunk)) : 0;
    } catch {
      fault = "malformed";
    }
    const isLarge = (packet: Packet): boolean => packet.cmd === "publish" && packet.payload.length > PAYLOAD_MAX;
    if (fault === null && (left > PACKET_MAX || packets.some(isLarge))) fault = "too-large";
    return { packets: packets.filter((packet) => !isLarge(packet)), unfinished: left > 0, fault };
  };
};
