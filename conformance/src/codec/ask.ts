import type { AdapterSeat } from "../adapter-seat.ts";
import type { Case, CaseContext, Finding } from "../case.ts";
import type { CodecRequest, Reply, Speech } from "../messages.ts";

export type CodecCase = Case<AdapterSeat>;
export type CodecContext = CaseContext<AdapterSeat>;

/** Asks, and lets a reply be judged; an adapter that gives none has failed. */
export const ask = async (
  seat: AdapterSeat,
  request: CodecRequest,
  judge: (reply: Reply) => Finding | null,
): Promise<Finding | null> => {
  const answer = await seat.ask(request);
  if (answer.ok) return judge(answer.reply);
  const { code, message } = answer.error;
  return { code, expected: "one line of JSON with the id of the request", got: message, input: [request] };
};

/** Frames of GB/T 26875.3, as this project's suite speaks of them, unless another document is named. */
export const speech = (direction: "up" | "down" = "up", spec = "F3"): Speech => ({ spec, direction });
