import type { Ap3000Frame } from "./frame.ts";

const NOTHING = new Uint8Array(0);

/** Which answer each message asks for. */
const answerKinds = {
  oldHeartbeat: "oldHeartbeatAnswer",
  cardSwipe: "cardAnswer",
  settlement: "settlementAnswer",
  register: "registerAnswer",
  heartbeat: "heartbeatAnswer",
} as const;
const timeAnswerKinds = { hostTimeRequest: "hostTimeAnswer", timeRequest: "timeAnswer" } as const;

const kindIn = <T extends Readonly<Record<string, string>>>(kinds: T, kind: string): T[keyof T] => {
  if (Object.hasOwn(kinds, kind)) return kinds[kind] as T[keyof T];
  throw new RangeError(`message.kind: ${kind} has no such answer; it is one of ${Object.keys(kinds).join(", ")}`);
};

/**
 * The answer (应答) to a message of the device, with its message id. A settlement (03) is sent again until it comes.
 *
 * @param data - what the answer carries: its layout is not published, the device maker's document says it
 * @throws RangeError for a message that is not answered so
 */
export const answer = ({ device, messageId, message }: Ap3000Frame, data: Uint8Array): Ap3000Frame => ({
  device,
  messageId,
  message: { kind: kindIn(answerKinds, message.kind), unparsed: data },
});

/**
 * The answer to a device that asks for the time (获取时间), commands 12 and 22.
 *
 * @param at - now, milliseconds UTC
 * @throws RangeError for a message that is not answered so
 */
export const answerTime = ({ device, messageId, message }: Ap3000Frame, at: number): Ap3000Frame => ({
  device,
  messageId,
  message: { kind: kindIn(timeAnswerKinds, message.kind), time: Math.floor(at / 1_000), unparsed: NOTHING },
});
