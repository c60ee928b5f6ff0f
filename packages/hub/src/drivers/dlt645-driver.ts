import { type Dlt645Frame, dlt645 } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import { applyProfile } from "@dianan/profile";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { noCommands } from "./command-checks.ts";
import { addressOf, dialectFor, diOf, dlt645Polling } from "./dlt645-polling.ts";
import { profileOf } from "./profiles.ts";

/** Bit of the control code (传送方向): set in what a meter sends. */
const FROM_METER = 0x80;

const phases: ReadonlyMap<string, string> = new Map([
  ["phase/a", "A 相"],
  ["phase/b", "B 相"],
  ["phase/c", "C 相"],
  ["phase/n", "零线"],
]);

/** DL/T 645-2007 over TCP as the ingest drives it: one meter behind each connection, which the hub asks. */
export const dlt645Driver: ProtocolDriver = {
  id: dlt645.id,
  trust: "T0",
  cut: (carry, chunk) => dlt645.cutFrames(carry, chunk),
  commands: noCommands(
    "A meter of DL/T 645 is read by itself, once a minute; commands to it are not supported.",
    "DL/T 645 电表由平台每分钟自动抄读,不支持下发命令。",
  ),
  polling: dlt645Polling(),
  eventsBy: (profileId, bytes, receivedAt) => {
    const profile = profileOf(profileId);
    if (profile?.transport.protocol !== dlt645.id) return null;
    const decoded = dlt645.decodeFrame(bytes, dialectFor(profile));
    return decoded.ok ? applyProfile(profile, decoded.value, { receivedAt }) : null;
  },
  open: (bytes, receivedAt) => openFrame(bytes, receivedAt),
  describeComponent: (key) => ({
    type: phases.has(key) ? "phase" : "component",
    name: phases.get(key) ?? key,
    address: key,
  }),
};

const broken = (error: JsonObject): OpenedFrame => ({ kind: "broken", error, deny: () => null });

const refused = (code: string, path: string, offset: number, en: string, zh: string): OpenedFrame =>
  broken({ code, offset, path, clause: dlt645.document, message: { en, zh } });

const openFrame = (bytes: Uint8Array, receivedAt: Instant): OpenedFrame => {
  const decoded = dlt645.decodeFrame(bytes);
  if (!decoded.ok) return broken({ ...decoded.error } as JsonObject);
  const frame = decoded.value;
  const { message, preamble } = frame;
  // An echo of the line, or a master that is not this hub.
  if (isFromMaster(message))
    return refused("wrong-direction", "control", preamble + 8, "Only a master sends this.", "该帧只由主站发送。");
  const wireAddress = addressOf(frame);
  if (wireAddress === null)
    return refused("no-address", "address", preamble + 1, "It names no single meter.", "地址不是某一块表。");
  return {
    kind: "message",
    wireAddress,
    serial: serialOf(message),
    answer: "none",
    isReply: false,
    isPolled: true,
    events: dlt645.normalise(frame, { receivedAt }),
    confirm: () => new Uint8Array(0),
    deny: () => null,
  };
};

const isFromMaster = (message: Dlt645Frame["message"]): boolean =>
  message.kind === "unknown" ? (message.control & FROM_METER) === 0 : message.kind.endsWith("Request");

/** Meters number nothing: the identifier tells values of one instant apart. */
const serialOf = (message: Dlt645Frame["message"]): number => {
  const di = diOf(message) ?? 0;
  return (di >>> 16) ^ (di & 0xffff);
};
