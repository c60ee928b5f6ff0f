import { type DiananFrame, dianan } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { diananCommands, downFrame } from "./dianan-commands.ts";
import { describePilePart } from "./pile-components.ts";

/** Of a bad frame nobody knows the counter: silence makes the device send it again (§5.1). */
const broken = (error: JsonObject): OpenedFrame => ({ kind: "broken", error, deny: () => null });

/**
 * DianAn DP V1 (电安开放设备协议) as the ingest drives it, over whatever carries its frames. Its authentication code is not checked: a frame is
 * as trusted as what it came by (SEC-DEV-02).
 */
export const diananDriver: ProtocolDriver = {
  id: dianan.id,
  trust: "T0",
  cut: (carry, chunk) => dianan.cutFrames(carry, chunk),
  commands: diananCommands,
  open: (bytes, receivedAt) => openFrame(bytes, receivedAt),
  describeComponent: describePilePart,
};

const openFrame = (bytes: Uint8Array, receivedAt: Instant): OpenedFrame => {
  const decoded = dianan.decodeFrame(bytes);
  if (!decoded.ok) return broken({ ...decoded.error } as JsonObject);
  const frame = decoded.value;
  if (frame.options.down) {
    const message = { en: "Only a platform sends frames with this option.", zh: "该选项只用于平台下发的帧。" };
    return broken({ code: "wrong-direction", offset: 1, path: "options.down", clause: "DianAn DP V1 §3.2", message });
  }
  const { device, counter, options, records } = frame;
  const wireAddress = String(device);
  const kinds = records.map(({ content }) => content.kind);
  // A confirm is never itself confirmed.
  if (kinds.length > 0 && kinds.every((kind) => kind === "confirm")) return { kind: "answer", wireAddress };
  const { stored, busy } = dianan.confirmations;
  return {
    kind: "message",
    wireAddress,
    serial: counter % 65_536,
    answer: options.confirmWanted ? "confirm" : "none",
    isReply: kinds.includes("result"),
    events: dianan.normalise(frame, { receivedAt, utcOffsetMinutes: 0 }),
    confirm: (now) => confirmOf(frame, stored.code, now),
    deny: (now) => (options.confirmWanted ? confirmOf(frame, busy.code, now) : null),
  };
};

const confirmOf = ({ device, counter }: DiananFrame, outcome: number, now: Instant): Uint8Array =>
  downFrame(device, now, now, [{ kind: "confirm", counter, outcome, unparsed: new Uint8Array(0) }]);
