import type { Direction } from "../protocol.ts";
import { commands, FIRST_USER_COMMAND } from "./commands.ts";
import type { GbDialect } from "./dialect.ts";
import { isHeartbeat } from "./heartbeats.ts";
import type { Message } from "./message.ts";
import type { Frame, GbLayouts } from "./packet.ts";
import { replyTypeOf, typeRuleOf } from "./type-rules.ts";

const { control, sendData, confirm, request, reply, deny } = commands;
/** Who sends a command of table 2; confirm and deny go both ways. */
const senders = new Map<number, Direction>([
  [control.code, "down"],
  [sendData.code, "up"],
  [request.code, "down"],
  [reply.code, "up"],
]);

/** Asks for the time when a device sends it. */
const SET_CLOCK = 90;

/** Type flag of a message; null without data. */
export const typeFlagOfMessage = ({ tags }: GbLayouts, message: Message): number | null =>
  message.kind === "unknown" ? message.typeFlag : (tags.get(message.kind) ?? null);

/** A type that stands with a command, or goes in a direction, that it is not for. */
export type Oddity = { readonly typeFlag: number; readonly command: number; readonly direction: Direction };

/**
 * What is odd about a frame's type, command and direction by tables 2 and 3; null when they belong together, and for types
 * and commands of which the tables say nothing. §6.5.3 does not make it an error: some devices do it.
 */
export const pairingOf = (layouts: GbLayouts, frame: Frame, direction: Direction): Oddity | null => {
  const { command, message } = frame;
  if (command >= FIRST_USER_COMMAND || command === confirm.code || command === deny.code) return null;
  const typeFlag = typeFlagOfMessage(layouts, message);
  const sender = senders.get(command);
  const rule = typeFlag === null ? undefined : typeRuleOf(typeFlag);
  if (typeFlag === SET_CLOCK && layouts.dialect.clockRequests && command === control.code) return null;
  const isOdd =
    (sender !== undefined && sender !== direction) ||
    (rule !== undefined && (rule.direction !== direction || !rule.commands.includes(command)));
  return isOdd ? { typeFlag: typeFlag ?? 0, command, direction } : null;
};

/**
 * Whether a frame answers another: same serial; confirm (3) or deny (6) of control and data, reply (5) with the type that
 * was asked for, or deny, of a request. GB/T 26875.3-2011 §6.2, §6.5.
 */
export const isAnswerTo = (layouts: GbLayouts, answer: Frame, question: Frame): boolean => {
  if (answer.serial !== question.serial) return false;
  switch (question.command) {
    case control.code:
    case sendData.code:
      return answer.command === confirm.code || answer.command === deny.code;
    case request.code: {
      if (answer.command === deny.code) return true;
      const asked = typeFlagOfMessage(layouts, question.message);
      return (
        answer.command === reply.code &&
        asked !== null &&
        typeFlagOfMessage(layouts, answer.message) === replyTypeOf(asked)
      );
    }
    case confirm.code:
    case reply.code:
    case deny.code:
      return false;
    default:
      return answer.command === confirm.code || answer.command === deny.code;
  }
};

/** What is due to a frame: a confirm, a deny, a reply that only a device can give, or nothing. */
export type Due = "confirm" | "deny" | "reply" | "none";

/** Commands, and types that nothing opens, by what their receiver owes. GB/T 26875.3-2011 table 2, §6.5. */
export const dueOf = (frame: Frame, direction: Direction, dialect: GbDialect): Due => {
  const { command, message } = frame;
  if (message.kind === "shortPacket") return "none";
  if (command === confirm.code || command === reply.code || command === deny.code) return "none";
  // A request asks for a reply that only a device can give; table 2 leaves deny as its answer.
  if (command === request.code) return direction === "up" ? "deny" : "reply";
  const isStrange = message.kind === "unknown" && typeRuleOf(message.typeFlag) === undefined;
  if (!isStrange || command >= FIRST_USER_COMMAND || isHeartbeat(frame, dialect)) return "confirm";
  return dialect.unknownTypes === "silence" ? "none" : dialect.unknownTypes;
};
