import type { IncomingMessage, ServerResponse } from "node:http";
import type { OperationRow } from "@dianan/open-api/tables";
import type { Caller } from "../ports/caller.ts";
import type { RecordKind } from "../ports/records.ts";
import type { Ticks } from "../ports/ticks.ts";
import type { HeaderRecord, Parts } from "./answer-parts.ts";

/** All of a request that its answer depends on. */
export type RequestKey = {
  readonly authorization: string;
  readonly path: string;
  /** If-None-Match. */ readonly has: string;
  readonly source: string;
};

/** An answer, and whose budget pays for giving it again. */
export type Remembered = {
  readonly row: OperationRow;
  readonly caller: Caller;
  readonly parts: Parts;
  /** Of every answer that has these parts. */ readonly headers: HeaderRecord;
  /** The only record that it depends on; null: on any. */
  readonly about: { readonly kind: RecordKind; readonly id: string } | null;
};

/** Characters of all answers that are kept, and how many answers. */
const TEXT_MAX = 16 * 1024 * 1024;
const ANSWERS_MAX = 20_000;
/** What an answer takes beside its text. Characters. */
const OVERHEAD = 512;

/**
 * Answers to look-ups that are asked for again before anything has changed (重复读取). Exact: a change of a record or of who may do what is
 * counted before it is written and again before whoever made it is told, and an answer is given only while what it depends on has not
 * changed since it was looked up. It never outlives its caller's credential.
 */
export type AnswerMemory = {
  /** Changes so far; to be read before an answer is looked up. */ tick(): number;
  find(key: RequestKey, now: number): Remembered | null;
  /**
   * Keeps an answer unless what it depends on has changed since `tick`.
   *
   * @param forMs - longest time for which it is right while nothing changes
   */
  keep(key: RequestKey, answer: Remembered, tick: number, now: number, forMs: number): void;
};

const textOf = ({ authorization, path, has, source }: RequestKey): string =>
  `${path}\n${authorization}\n${has}\n${source}`;

type Kept = Remembered & { readonly tick: number; readonly until: number; readonly size: number };

export const createAnswerMemory = (ticks: Ticks): AnswerMemory => {
  const answers = new Map<string, Kept>();
  let size = 0;
  const changedAt = ({ caller, about }: Remembered): number =>
    about === null ? ticks.any() : ticks.of(caller.tenant, about.kind, about.id);
  return {
    tick: () => ticks.any(),
    find: (key, now) => {
      const found = answers.get(textOf(key));
      return found === undefined || found.until <= now || changedAt(found) > found.tick ? null : found;
    },
    keep: (key, answer, tick, now, forMs) => {
      const { until } = answer.caller;
      if (until === undefined || changedAt(answer) > tick) return;
      const text = textOf(key);
      const own = text.length + (answer.parts.body?.length ?? 0) + OVERHEAD;
      size += own - (answers.get(text)?.size ?? 0);
      // What has changed or ended lies about until its place is wanted: when there is no more room, all begin anew.
      if (size > TEXT_MAX || answers.size >= ANSWERS_MAX) {
        answers.clear();
        size = own;
      }
      answers.set(text, { ...answer, tick, until: Math.min(until, now + forMs), size: own });
    },
  };
};

/** What of a request an answer is remembered by; null for one that must go the whole way. */
export const requestKey = (incoming: IncomingMessage | undefined): RequestKey | null => {
  if (incoming === undefined) return null;
  const { method, url, headers, socket } = incoming;
  const { authorization } = headers;
  if (method !== "GET" || url === undefined || authorization === undefined) return null;
  // What is signed is good once; TLS says more in its answers.
  if (headers.signature !== undefined || "encrypted" in socket) return null;
  if (headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined) return null;
  return { authorization, path: url, has: headers["if-none-match"] ?? "", source: socket.remoteAddress ?? "" };
};

/** Writes an answer as it was given the first time. `own`: headers of this time. */
export const writeAgain = (outgoing: ServerResponse, { parts, headers }: Remembered, own: HeaderRecord): void => {
  const { body, status } = parts;
  const length = body === null ? {} : { "Content-Length": Buffer.byteLength(body) };
  outgoing.writeHead(status, { ...headers, ...own, ...length });
  outgoing.end(body ?? undefined);
};
