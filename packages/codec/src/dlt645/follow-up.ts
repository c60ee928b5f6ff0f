import { type DecodeError, decode, encode, type Result, u32le } from "@dianan/layout";
import { clause } from "./codes.ts";
import { type Data, dataUnit } from "./data-items.ts";
import type { Dlt645Frame } from "./frame.ts";

/** Wake-up bytes in front of a master's frame: meters of every age wake up by four. */
const WAKE_USUAL = 4;
const NOTHING = new Uint8Array(0);
/** Parts of one answer are numbered 1 to 255. */
const SEQUENCE_MAX = 255;

/**
 * The request for one data identifier.
 *
 * @param address - 12 digits; `AAAAAAAAAAAA`: whichever meter is alone on the line
 * @param di - such as 0x02010100
 */
export const readRequest = (address: string, di: number): Dlt645Frame => ({
  preamble: WAKE_USUAL,
  address,
  message: { kind: "readRequest", di, unparsed: NOTHING },
});

/** The request for the part that follows this answer (读后续数据); null when nothing follows, or when 255 parts have come. */
export const followingRequest = ({ preamble, address, message }: Dlt645Frame): Dlt645Frame | null => {
  if (message.kind !== "readAnswerMore" && message.kind !== "followingAnswerMore") return null;
  const last = message.kind === "readAnswerMore" ? 0 : message.sequence;
  if (last >= SEQUENCE_MAX) return null;
  return { preamble, address, message: { kind: "followingRequest", di: message.di, sequence: last + 1 } };
};

/**
 * The data of a long answer, from its frames in order: the first says that more follows, the last that nothing does.
 *
 * @returns the data, or what is wrong: `bad-value` at `[2].message.sequence` for a frame that does not go on where the one
 *   before it ended, `truncated` when the last frame is missing; offsets count in the joined data, identifier first
 */
export const joinAnswers = (answers: readonly Dlt645Frame[]): Result<Data, DecodeError> => {
  const parts: number[] = [];
  let di: number | null = null;
  for (const [index, { address, message }] of answers.entries()) {
    const refuse = (code: DecodeError["code"], member: string): Result<never, DecodeError> => ({
      ok: false,
      error: { code, offset: parts.length, path: `[${index}].${member}`, clause: clause("read following data") },
    });
    const isLast = index === answers.length - 1;
    const isFirst = index === 0;
    if (address !== answers[0]?.address) return refuse("bad-value", "address");
    if (message.kind !== (isFirst ? "readAnswerMore" : isLast ? "followingAnswer" : "followingAnswerMore"))
      return refuse(isLast && message.kind === "followingAnswerMore" ? "truncated" : "bad-value", "message.kind");
    if (!isFirst && message.di !== di) return refuse("bad-value", "message.di");
    if (message.kind !== "readAnswerMore" && message.sequence !== index) return refuse("bad-value", "message.sequence");
    di = message.di;
    if (isFirst) parts.push(...encode(u32le, di));
    parts.push(...message.bytes);
  }
  if (answers.length < 2)
    return {
      ok: false,
      error: { code: "truncated", offset: parts.length, path: "", clause: clause("read following data") },
    };
  const joined = decode(dataUnit, Uint8Array.from(parts));
  return joined.ok ? { ok: true, value: joined.value.data } : joined;
};
