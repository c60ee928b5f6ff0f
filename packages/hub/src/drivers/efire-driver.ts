import { efire7b7b } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { noCommands } from "./command-checks.ts";
import { describePilePart } from "./pile-components.ts";

const NOTHING = new Uint8Array(0);
/** Where a frame without its envelope has the serial number of its detector. */
const SERIAL_AT = 11;

const SERIAL = /^[\x21-\x7e]{1,14}$/;

const phases: ReadonlyMap<string, string> = new Map([
  ["phase/a", "A 相"],
  ["phase/b", "B 相"],
  ["phase/c", "C 相"],
  ["phase/n", "零序"],
]);

/**
 * The 7B7B uplink of wireless detectors as the ingest drives it: a frame is of the serial number in it. It numbers nothing but has its time
 * of measuring, so the same bytes again are a resend. Nothing is answered and nothing asked: no answer and no command is published.
 */
export const createEfireDriver = (utcOffsetMinutes: number): ProtocolDriver => ({
  id: efire7b7b.id,
  trust: "T0",
  cut: (carry, chunk) => efire7b7b.cutFrames(carry, chunk),
  commands: noCommands(
    "What can be asked of a 7B7B detector is not published: no command can be sent.",
    "7B7B 探测器的下行命令未公开,不能下发命令。",
  ),
  open: (bytes, receivedAt, heardAs) => openFrame(bytes, { receivedAt, utcOffsetMinutes }, heardAs ?? null),
  describeComponent: (key) => {
    const phase = phases.get(key);
    return phase === undefined ? describePilePart(key) : { type: "phase", name: phase, address: key };
  },
});

const broken = (error: JsonObject): OpenedFrame => ({ kind: "broken", error, deny: () => null });

const openFrame = (
  bytes: Uint8Array,
  context: { readonly receivedAt: Instant; readonly utcOffsetMinutes: number },
  heardAs: string | null,
): OpenedFrame => {
  const decoded = efire7b7b.decodeFrame(bytes);
  if (!decoded.ok) return broken({ ...decoded.error } as JsonObject);
  const events = efire7b7b.normalise(decoded.value, context);
  const serial = events.flatMap((event) => (event.kind === "identity" ? [event.facts.serialNumber ?? ""] : []))[0];
  const wireAddress = serial ?? heardAs;
  // What is no text is no serial number, and nobody else's either.
  if (wireAddress === null || (serial !== undefined && !SERIAL.test(serial)))
    return broken({
      ...{ code: "no-address", offset: SERIAL_AT, path: "body.serial", clause: efire7b7b.document },
      message: {
        en: "It names no serial number that can be read, and no frame with one came before it on this connection.",
        zh: "报文未给出可读的设备序列号,且此连接此前没有带序列号的报文。",
      },
    });
  return {
    ...{ kind: "message", wireAddress, serial: 0, answer: "none", isReply: false, events },
    ...{ confirm: () => NOTHING, deny: () => null },
  };
};
