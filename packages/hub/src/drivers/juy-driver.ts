import { juy } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { noCommands } from "./command-checks.ts";
import { describePilePart } from "./pile-components.ts";

const NOTHING = new Uint8Array(0);
const IMEI = /^\d{15}$/;
/** Where the head has the IMEI of its device. */
const IMEI_AT = 6;

/**
 * JUY 5AA5 V1.2 over TCP as the ingest drives it. A login says whose connection it is; frames of the old format behind it name nobody.
 * Nothing is answered: what an answer holds is not published (docs/juy.md).
 */
export const juyDriver: ProtocolDriver = {
  id: juy.id,
  trust: "T0",
  isUnnumbered: true,
  cut: (carry, chunk) => juy.cutFrames(carry, chunk),
  commands: noCommands(
    "The numbers of JUY's start and charging modes and the bytes of a stop are not published: no command can be sent.",
    "JUY 启动方式、充电模式的取值及停止命令的字节未公开,不能下发命令。",
  ),
  open: (bytes, receivedAt, heardAs) => openFrame(bytes, receivedAt, heardAs ?? null),
  describeComponent: describePilePart,
};

const broken = (error: JsonObject): OpenedFrame => ({ kind: "broken", error, deny: () => null });

const openFrame = (bytes: Uint8Array, receivedAt: Instant, heardAs: string | null): OpenedFrame => {
  const decoded = juy.decodeFrame(bytes);
  if (!decoded.ok) return broken({ ...decoded.error } as JsonObject);
  const { imei, message } = decoded.value;
  const named = message.kind === "login" || message.kind === "imei" ? message.imei : imei;
  // What is no text is no IMEI.
  const wireAddress = named === null ? heardAs : typeof named === "string" ? named : null;
  if (wireAddress === null || !IMEI.test(wireAddress))
    return broken({
      ...{ code: "no-address", offset: IMEI_AT, path: "imei", clause: juy.document },
      message: {
        en: "It names no IMEI of 15 digits, and no login came before it on this connection.",
        zh: "报文未给出 15 位 IMEI,且此连接此前没有登录报文。",
      },
    });
  return {
    ...{ kind: "message", wireAddress, serial: 0, answer: "none", isReply: message.kind.endsWith("Answer") },
    isPolled: true,
    events: juy.normalise(decoded.value, { receivedAt }),
    ...{ confirm: () => NOTHING, deny: () => null },
  };
};
