import { type YkcFrame, ykc } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { describePilePart } from "./pile-components.ts";
import { createYkcCommands } from "./ykc-commands.ts";

type Body = YkcFrame["body"];

const NOTHING = new Uint8Array(0);
/** A pile's time has years from 2000 to 2099, in any zone. */
const TIME_FROM = Date.UTC(2000, 0, 2);
const TIME_UNTIL = Date.UTC(2099, 11, 30);
/** Kinds that are no answers by their names and answer a command all the same. */
const alsoReplies: ReadonlySet<string> = new Set(["realtime"]);

/** 云快充 V1.5/V1.6 over TCP as the ingest drives it. `utcOffsetMinutes`: the zone of the piles' clocks, 480 is China. */
export const createYkcDriver = (utcOffsetMinutes: number): ProtocolDriver => ({
  id: ykc.id,
  trust: "T0",
  cut: (carry, chunk) => ykc.cutFrames(carry, chunk),
  commands: createYkcCommands(utcOffsetMinutes),
  open: (bytes, receivedAt) => openFrame(bytes, receivedAt, utcOffsetMinutes),
  describeComponent: describePilePart,
});

/** The protocol has no word for "not understood": silence makes a pile send again. */
const broken = (error: JsonObject): OpenedFrame => ({ kind: "broken", error, deny: () => null });

const refused = (code: string, offset: number, path: string, en: string, zh: string): OpenedFrame =>
  broken({ code, offset, path, clause: ykc.document, message: { en, zh } });

const openFrame = (bytes: Uint8Array, receivedAt: Instant, utcOffsetMinutes: number): OpenedFrame => {
  const decoded = ykc.decodeFrame(bytes);
  if (!decoded.ok) return broken({ ...decoded.error } as JsonObject);
  const { seq, body } = decoded.value;
  if (body.kind === "encrypted")
    return refused(
      "encrypted",
      4,
      "encryption",
      "The body is enciphered: this hub has no key.",
      "消息体已加密,平台没有密钥。",
    );
  if (body.kind === "unknown")
    return refused("unknown-type", 5, "body", `Type ${body.type} is not known.`, `帧类型 ${body.type} 未知。`);
  if (ykc.frameTypes[body.kind].direction === "down")
    return refused("wrong-direction", 5, "body", "Only a platform sends this type.", "该帧类型只由平台发送。");
  if (!("pile" in body)) return refused("no-address", 5, "body", "It names no pile.", "报文没有桩编号。");
  const [high = 0, low = 0] = seq;
  const answers = answersTo(seq, body, utcOffsetMinutes);
  return {
    kind: "message",
    wireAddress: body.pile,
    serial: high * 256 + low,
    answer: answers === null ? "none" : "confirm",
    isReply: body.kind.endsWith("Answer") || alsoReplies.has(body.kind),
    events: ykc.normalise(decoded.value, { receivedAt, utcOffsetMinutes }),
    confirm: (now) => answers?.(now) ?? NOTHING,
    deny: () => null,
  };
};

/**
 * What a pile must be answered, once what it said is stored; null: nothing. After its login its clock is set too. A tariff is the
 * pile's own: this hub keeps none. Cards and accounts are a billing platform's: they are not answered.
 */
const answersTo = (seq: Uint8Array, body: Body, utcOffsetMinutes: number): ((now: Instant) => Uint8Array) | null => {
  const frame = (answer: Body): Uint8Array => ykc.encodeFrame({ seq, encryption: 0, body: answer });
  switch (body.kind) {
    case "login": {
      const { pile } = body;
      return (now) => {
        const at = Math.min(Math.max(now, TIME_FROM), TIME_UNTIL);
        const time = ykc.timeOf(at, utcOffsetMinutes);
        const taken = frame({ kind: "loginAnswer", pile, result: 0, unparsed: NOTHING });
        return Buffer.concat([taken, frame({ kind: "setClock", pile, time, unparsed: NOTHING })]);
      };
    }
    case "heartbeat": {
      const { pile, gun } = body;
      return () => frame({ kind: "heartbeatAnswer", pile, gun, answer: 0, unparsed: NOTHING });
    }
    case "tariffCheck": {
      const { pile, tariffModel } = body;
      return () => frame({ kind: "tariffCheckAnswer", pile, tariffModel, result: 0, unparsed: NOTHING });
    }
    case "transaction": {
      const { transaction } = body;
      return () => frame({ kind: "transactionConfirm", transaction, result: 0, unparsed: NOTHING });
    }
    default:
      return null;
  }
};
