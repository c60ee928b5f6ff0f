import { bkv } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { noCommands } from "./command-checks.ts";
import { describePilePart } from "./pile-components.ts";

const NOTHING = new Uint8Array(0);
/** Packet type (包类型) of what a platform sends. */
const FROM_PLATFORM = 0;
/** A time is 14 digits: its year has four, in any zone. */
const TIME_FROM = Date.UTC(1970, 0, 2);
const TIME_UNTIL = Date.UTC(9999, 11, 30);

/** BKV 组网版 V1.7 over TCP as the ingest drives it. `utcOffsetMinutes`: the zone of device clocks, 480 is China. */
export const createBkvDriver = (utcOffsetMinutes: number): ProtocolDriver => ({
  id: bkv.id,
  trust: "T0",
  cut: (carry, chunk) => bkv.cutFrames(carry, chunk),
  commands: noCommands(
    "The fields of BKV's controls are not published: no command can be sent.",
    "BKV 控制命令的字段未公开,不能下发命令。",
  ),
  open: (bytes, receivedAt) => openFrame(bytes, receivedAt, utcOffsetMinutes),
  describeComponent: describePilePart,
});

/** The protocol has no word for "not understood". */
const broken = (error: JsonObject): OpenedFrame => ({ kind: "broken", error, deny: () => null });

const openFrame = (bytes: Uint8Array, receivedAt: Instant, utcOffsetMinutes: number): OpenedFrame => {
  const decoded = bkv.decodeFrame(bytes);
  if (!decoded.ok) return broken({ ...decoded.error } as JsonObject);
  const frame = decoded.value;
  if (frame.direction === "down") {
    const message = { en: "Only a platform sends this start.", zh: "该起始符只由平台发送。" };
    return broken({ code: "wrong-direction", offset: 0, path: "start", clause: bkv.document, message });
  }
  const { serial, gateway, payload } = frame;
  const confirm = (now: Instant): Uint8Array =>
    bkv.encodeFrame({
      ...{ direction: "down", serial, packetType: FROM_PLATFORM, gateway },
      payload: {
        kind: "heartbeatAnswer",
        time: bkv.timeOf(Math.min(Math.max(now, TIME_FROM), TIME_UNTIL), utcOffsetMinutes),
        unparsed: NOTHING,
      },
    });
  const isAnswered = payload.kind === "heartbeat";
  return {
    kind: "message",
    wireAddress: gateway,
    // Its lower half: 0 to 65535 is what is kept.
    serial: serial % 65_536,
    // The only answer whose bytes are published.
    answer: isAnswered ? "confirm" : "none",
    isReply: false,
    events: bkv.normalise(frame, { receivedAt, utcOffsetMinutes }),
    confirm: isAnswered ? confirm : () => NOTHING,
    deny: () => null,
  };
};
