import type { JuyFrame } from "./frame.ts";

/** Which answer each message asks for. */
const answerKinds = {
  heartbeat: "heartbeatAnswer",
  end: "endAnswer",
  keptEnd: "endAnswer",
  localStart: "localStartAnswer",
  onlineCard: "onlineCardAnswer",
  portData: "portDataAnswer",
  morePortData: "morePortDataAnswer",
  imei: "imeiAnswer",
} as const;

/**
 * The answer (应答) to a message of the device, in the same format. The end of charging (85) is sent again until it comes.
 *
 * @param data - what the answer carries: its layout is not published, the device maker's document says it
 * @throws RangeError for a message that is not answered so
 */
export const answer = ({ imei, message: { kind } }: JuyFrame, data: Uint8Array, result = 0): JuyFrame => {
  if (!Object.hasOwn(answerKinds, kind))
    throw new RangeError(
      `message.kind: ${kind} has no such answer; it is one of ${Object.keys(answerKinds).join(", ")}`,
    );
  return { result, imei, message: { kind: answerKinds[kind as keyof typeof answerKinds], unparsed: data } };
};

/**
 * The answer to a login, which a device must have.
 *
 * @param head - time and heartbeat period as the maker's document has them, 8 bytes in the frame that is published
 * @param loginResult - 0xf0 switches to the new format
 */
export const answerLogin = (head: Uint8Array, loginResult: number): JuyFrame => ({
  result: 0,
  imei: null,
  message: { kind: "loginAnswer", head, loginResult },
});
