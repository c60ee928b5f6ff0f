import type { BitSeries, TypeOf } from "@dianan/layout";
import { answer, request } from "./pdu.ts";

/** A request, told apart by `kind`, which is the function's slug. Addresses are those of the wire, from 0. */
export type ModbusRequest = TypeOf<typeof request>;
type AnswerOnTheWire = TypeOf<typeof answer>;

/** Where the first value of an answer comes from: the wire address, from 0; null when the request is not known. */
type Placed = { readonly address: number | null };
/** Bits of an answer. Without its request: eight of every byte, as nothing says how many of them are padding. */
export type BitsAnswer = Placed & { readonly kind: "coils" | "discreteInputs"; readonly states: BitSeries };
/** Registers of an answer: unsigned 16 bit, the first is that of `address`. */
export type RegistersAnswer = Placed & {
  readonly kind: "holdingRegisters" | "inputRegisters";
  readonly registers: readonly number[];
};
/** An answer that something was written. */
export type WriteAnswer = Exclude<AnswerOnTheWire, { readonly kind: (BitsAnswer | RegistersAnswer)["kind"] }>;
/** A refusal: the function that failed, 1 to 127, and why (`exceptions`, or any other number). */
export type ExceptionAnswer = { readonly kind: "exception"; readonly function: number; readonly code: number };
/** A function that is none of `functions`: its data as bytes, both ways. */
export type OtherFunction = { readonly kind: "unknown"; readonly function: number; readonly bytes: Uint8Array };

/** What a frame says, told apart by `kind`. */
export type ModbusMessage =
  | ModbusRequest
  | BitsAnswer
  | RegistersAnswer
  | WriteAnswer
  | ExceptionAnswer
  | OtherFunction;

const tagsOf = ({ shape }: typeof request | typeof answer): ReadonlyMap<string, number> =>
  new Map(shape.kind === "union" ? shape.cases.map(({ kind, tag }) => [kind, tag]) : []);
const requestTags = tagsOf(request);
const answerTags = tagsOf(answer);

export const isRequest = (message: ModbusMessage): message is ModbusRequest => requestTags.has(message.kind);
/** The function of a message, 1 to 127; of an exception: the one that failed. */
export const functionOf = (message: ModbusMessage): number =>
  message.kind === "exception" || message.kind === "unknown"
    ? message.function
    : (requestTags.get(message.kind) ?? answerTags.get(message.kind) ?? 0);
