import { decode } from "@dianan/layout";
import { commands } from "./commands.ts";
import { typeFlagOfMessage } from "./exchange.ts";
import { isHandshake } from "./heartbeats.ts";
import type { Message } from "./message.ts";
import type { Frame, GbLayouts } from "./packet.ts";
import { replyTypeOf } from "./type-rules.ts";

/** The one byte that answers a one-byte handshake. */
const HANDSHAKE_ANSWER: Message = { kind: "unknown", typeFlag: 0x17, bytes: new Uint8Array(0) };

const answer = (layouts: GbLayouts, command: number, to: Frame, time: Frame["time"], message: Message): Frame => {
  const isSwapped = layouts.dialect.answerAddresses === "swapped";
  return {
    serial: to.serial,
    version: to.version,
    time,
    source: isSwapped ? to.destination : to.source,
    destination: isSwapped ? to.source : to.destination,
    command,
    message,
  };
};

/** Answers of a dialect. GB/T 26875.3-2011 §6.5. */
export const answersOf = (layouts: GbLayouts) => ({
  /** Confirm (确认) of a frame: same serial, addresses swapped, no data. */
  confirm: (to: Frame, time: Frame["time"]): Frame =>
    answer(layouts, commands.confirm.code, to, time, isHandshake(to, layouts.dialect) ? HANDSHAKE_ANSWER : EMPTY),
  /** Deny (否认) of a frame: same serial, addresses swapped, no data. §6.5.3. */
  deny: (to: Frame, time: Frame["time"]): Frame => answer(layouts, commands.deny.code, to, time, EMPTY),
  /**
   * Reply (应答) to a request: what was asked for, with the serial of the request.
   *
   * @throws RangeError for a message that is not what was asked for
   */
  reply: (to: Frame, time: Frame["time"], message: Message): Frame => {
    const asked = typeFlagOfMessage(layouts, to.message) ?? 0;
    const due = replyTypeOf(asked);
    const given = typeFlagOfMessage(layouts, message);
    if (due === null) throw new RangeError(`to.message: type ${asked} asks for nothing`);
    if (given !== due) throw new RangeError(`message: type ${asked} asks for type ${due}, not ${given ?? "nothing"}`);
    return answer(layouts, commands.reply.code, to, time, message);
  },
  /**
   * Deny of a frame that does not decode: start, length and end agree, so that its head can be trusted with an answer.
   *
   * @param bytes - one frame as `cutFrames` gives it
   * @throws RangeError for fewer bytes than a packet's head, or another start mark
   */
  denyBroken: (bytes: Uint8Array, time: Frame["time"]): Frame => {
    const { packetHead } = layouts;
    const head = decode(packetHead, bytes.subarray(0, packetHead.size ?? 0));
    if (!head.ok) throw new RangeError(`bytes: no packet head, ${head.error.code} at ${head.error.offset}`);
    const broken: Frame = { ...head.value, command: commands.sendData.code, message: EMPTY };
    return answer(layouts, commands.deny.code, broken, time, EMPTY);
  },
});

const EMPTY: Message = { kind: "empty" };
