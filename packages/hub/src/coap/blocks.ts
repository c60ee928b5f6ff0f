import { createHash } from "node:crypto";
import { createBoundedMap } from "./bounded.ts";
import { type CoapAnswer, type CoapRequest, overheadOf, type Part } from "./message.ts";

/** Longest body, as over MQTT. Bytes. */
export const BODY_MAX = 64 * 1024;
const BLOCK_MAX = 1_024;
const BLOCK_MIN = 16;
const TRANSFERS_MAX = 256;
const ANSWERS_MAX = 512;
const TRANSFER_MS = 120_000;
/** How much larger an answer may be than its request, while nothing proves that the request came from where it says it did. */
const AMPLIFICATION = 3;

type Transfer = { readonly parts: Buffer[]; length: number };

/** What one block of a body comes to. */
export type Taken =
  | { readonly kind: "whole"; readonly body: Buffer }
  | { readonly kind: "more" | "incomplete" | "too-large" };

/** Bodies that come in blocks, and answers that leave in blocks (RFC 7959), both bounded. */
export type Blocks = {
  /** @param whose - who sends it, and to what: an address may change on the way, a device does not */
  take(whose: string, request: CoapRequest): Taken;
  /** The part of an answer that fits, the rest kept for who asks for it. */ first(
    whose: string,
    request: CoapRequest,
    answer: CoapAnswer,
  ): Part;
  /** A later part; null: nothing of it is kept. */ later(whose: string, request: CoapRequest): Part | null;
  sweep(now: number): void;
};

const powerOfTwo = (size: number): number => 2 ** Math.floor(Math.log2(size));

/** Bytes of a request without its payload: what asks for a later block is as large. */
const controlSize = ({ size, payload }: CoapRequest): number => size - (payload.length === 0 ? 0 : payload.length + 1);

export const createBlocks = (now: () => number): Blocks => {
  const transfers = createBoundedMap<Transfer>(TRANSFERS_MAX, TRANSFER_MS, now);
  const answers = createBoundedMap<CoapAnswer & { readonly payload: Uint8Array }>(ANSWERS_MAX, TRANSFER_MS, now);

  const partOf = (answer: CoapAnswer & { readonly payload: Uint8Array }, number: number, size: number): Part => {
    const { payload } = answer;
    const end = (number + 1) * size;
    return {
      ...answer,
      payload: payload.subarray(number * size, end),
      block2: { number, isMore: end < payload.length, size },
      etag: createHash("sha256").update(payload).digest().subarray(0, 4),
    };
  };

  return {
    take: (whose, { block1, payload }) => {
      if (block1 === null) return payload.length > BODY_MAX ? { kind: "too-large" } : { kind: "whole", body: payload };
      const { number, isMore, size } = block1;
      const transfer = number === 0 ? { parts: [], length: 0 } : transfers.get(whose);
      if (transfer === undefined || payload.length > size || (isMore && payload.length !== size))
        return { kind: "incomplete" };
      const from = number * size;
      if (from + payload.length > BODY_MAX) {
        transfers.delete(whose);
        return { kind: "too-large" };
      }
      // A block that came before, whose answer was lost.
      const isBefore = from + payload.length <= transfer.length && isMore;
      if (!isBefore) {
        if (from !== transfer.length) return { kind: "incomplete" };
        transfer.parts.push(payload);
        transfer.length += payload.length;
      }
      if (isMore) {
        transfers.set(whose, transfer);
        return { kind: "more" };
      }
      transfers.delete(whose);
      return { kind: "whole", body: Buffer.concat(transfer.parts) };
    },
    first: (whose, request, answer) => {
      const { payload } = answer;
      if (payload === undefined || payload.length === 0) return answer;
      const overhead = overheadOf(request);
      const wanted = request.block2?.size ?? BLOCK_MAX;
      if (payload.length <= Math.min(wanted, AMPLIFICATION * request.size - overhead)) return answer;
      const most = Math.min(wanted, AMPLIFICATION * controlSize(request) - overhead);
      // Not even a block: what is said in the code has to do.
      if (most < BLOCK_MIN) return { ...answer, payload: new Uint8Array(0) };
      const kept = { ...answer, payload };
      answers.set(whose, kept);
      return partOf(kept, 0, powerOfTwo(most));
    },
    later: (whose, request) => {
      const kept = answers.get(whose);
      const { number, size } = request.block2 ?? { number: 0, size: BLOCK_MAX };
      if (kept === undefined || number * size >= kept.payload.length) return null;
      if (size > AMPLIFICATION * request.size - overheadOf(request)) return null;
      const { block1: _, ...answer } = kept;
      return partOf(answer, number, size);
    },
    sweep: (at) => {
      transfers.sweep(at);
      answers.sweep(at);
    },
  };
};
