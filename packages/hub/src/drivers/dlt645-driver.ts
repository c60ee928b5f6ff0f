import { type Dlt645Frame, dlt645 } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type { Polling } from "../ports/polling.ts";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { noCommands } from "./command-checks.ts";

/** Whichever meter is alone on the line. */
const ANYBODY = "AAAAAAAAAAAA";
/** A meter's own address: no wildcard, and not that of all meters. */
const OWN_ADDRESS = /^(?!9{12})[0-9]{12}$/;
const WAKE = 4;
/** Bit of the control code (传送方向): set in what a meter sends. */
const FROM_METER = 0x80;

const { voltages, currents, neutralCurrent, activePowers, forwardEnergy, temperature, statusWord3 } =
  dlt645.dataIdentifiers;
/** What is read in each round: a meter refuses what it does not have. */
const asked = [voltages, currents, neutralCurrent, activePowers, forwardEnergy, temperature, statusWord3].map(
  ({ code }) => code,
);

const polling: Polling = {
  periodMs: 60_000,
  // 500 ms by the standard; the rest is a modem's.
  answerMs: 4_000,
  questions: asked.length,
  question: ({ wireAddress, question }) =>
    dlt645.encodeFrame(
      wireAddress === null || question === null
        ? { preamble: WAKE, address: ANYBODY, message: { kind: "readAddressRequest" } }
        : dlt645.readRequest(wireAddress, asked[question] ?? 0),
    ),
  answerOf: ({ wireAddress, question }, bytes) => {
    const decoded = dlt645.decodeFrame(bytes);
    if (!decoded.ok) return null;
    const { message } = decoded.value;
    const from = addressOf(decoded.value);
    if (from === null) return null;
    if (question === null) return message.kind === "readAddressAnswer" ? { wireAddress: from, says: "data" } : null;
    if (from !== wireAddress) return null;
    if (message.kind === "readError") return { wireAddress, says: message.error.noData ? "refused" : "failed" };
    const isMine = message.kind.startsWith("readAnswer") && diOf(message) === asked[question];
    return isMine ? { wireAddress, says: "data" } : null;
  },
};

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
  polling,
  open: (bytes, receivedAt) => openFrame(bytes, receivedAt),
  describeComponent: (key) => ({
    type: phases.has(key) ? "phase" : "component",
    name: phases.get(key) ?? key,
    address: key,
  }),
};

/** The meter that a frame is of; null: it names none. */
const addressOf = ({ address, message }: Dlt645Frame): string | null => {
  const digits = message.kind === "readAddressAnswer" ? message.address : address;
  return OWN_ADDRESS.test(digits) ? digits : null;
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

/** The data identifier of an answer; null: it has none. */
const diOf = (message: Dlt645Frame["message"]): number | null => {
  if (message.kind !== "readAnswer") return "di" in message ? message.di : null;
  const { data } = message;
  return data.kind === "unknown" ? data.di : dlt645.dataIdentifiers[data.kind].code;
};
