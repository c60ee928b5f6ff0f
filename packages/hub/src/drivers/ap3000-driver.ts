import { type Ap3000Frame, ap3000 } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { ap3000Commands } from "./ap3000-commands.ts";
import { describePilePart } from "./pile-components.ts";

/** Data of the answers to 01, 03, 20 and 21: their layout is not published, makers take one byte, 0 (unconfirmed). */
const TAKEN = Uint8Array.of(0);

/** AP3000 "DNY" V8.6 over TCP as the ingest drives it. */
export const ap3000Driver: ProtocolDriver = {
  id: ap3000.id,
  trust: "T0",
  cut: (carry, chunk) => {
    const { skipped, ...cut } = ap3000.cutFrames(carry, chunk);
    // The card number and `link` are words of the protocol, between its frames.
    return { ...cut, skipped: skipped.filter(({ name }) => name === undefined) };
  },
  commands: ap3000Commands,
  open: (bytes, receivedAt) => openFrame(bytes, receivedAt),
  describeComponent: describePilePart,
};

/** 32 bits of seconds. */
const TIME_MAX = 0xffff_ffff * 1_000;

/** The protocol has no word for "not understood": silence makes a device send again. */
const silent = (): null => null;

const openFrame = (bytes: Uint8Array, receivedAt: Instant): OpenedFrame => {
  const decoded = ap3000.decodeFrame(bytes);
  if (!decoded.ok) return { kind: "broken", error: { ...decoded.error } as JsonObject, deny: silent };
  const frame = decoded.value;
  const { kind } = frame.message;
  const answer = answerTo(frame);
  return {
    kind: "message",
    wireAddress: ap3000.physicalIdText(frame.device),
    serial: frame.messageId,
    answer: answer === null ? "none" : "confirm",
    // A query is answered by registering and by a heartbeat.
    isReply: kind.endsWith("Answer") || kind === "heartbeat" || kind === "register",
    // What it needs is answered here.
    events: ap3000
      .normalise(frame, { receivedAt })
      .filter((event) => event.kind !== "diagnostic" || event.code !== "need"),
    confirm: (now) => (answer === null ? new Uint8Array(0) : ap3000.encodeFrame(answer(now))),
    deny: silent,
  };
};

/** What a device must be answered once what it said is stored; null: nothing. Cards are a billing platform's: no answer. */
const answerTo = (frame: Ap3000Frame): ((now: Instant) => Ap3000Frame) | null => {
  switch (frame.message.kind) {
    case "register":
    case "heartbeat":
    case "oldHeartbeat":
    case "settlement":
      return () => ap3000.answer(frame, TAKEN);
    case "timeRequest":
    case "hostTimeRequest":
      return (now) => ap3000.answerTime(frame, Math.min(Math.max(now, 0), TIME_MAX));
    default:
      return null;
  }
};
