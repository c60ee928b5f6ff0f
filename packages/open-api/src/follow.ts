import { createParser, type EventSourceMessage } from "eventsource-parser";
import type { components } from "./generated/api.ts";
import { ProblemError, problemOf } from "./problem.ts";
import type { Send } from "./retry.ts";
import { backoffMs, retryAfterMs, wait } from "./waiting.ts";

/** One change of a record, and where to go on after it. */
export type FollowedChange = components["schemas"]["ChangeEvent"] & {
  /** Send it as `after` to go on after this change, also much later. */ readonly cursor: string;
};

/** How the stream is: for those who show it. */
export type StreamState =
  | { readonly kind: "open" }
  /** The hub's clock, every 5 seconds: the proof that silence is silence. */
  | { readonly kind: "beat"; readonly now: string; readonly cursor: string }
  /** Broken; it comes back by itself. */
  | { readonly kind: "waiting"; readonly delayMs: number; readonly cause: unknown };

/** Where following begins, how it ends, and when a silent stream is broken. */
export type FollowOptions = {
  /** A `feedCursor` of a list, or the `cursor` of a change; from now on when left out. */ readonly after?: string;
  /** Ends it. */ readonly signal?: AbortSignal;
  /** A stream without a word for so long is broken and opened again; 15,000 when left out. Milliseconds. */
  readonly silenceMs?: number;
  readonly onState?: (state: StreamState) => void;
};

/** Longest event that is taken. Characters. */
const EVENT_MAX = 4_000_000;
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;
/** Waiting cures these; any other refusal ends the stream. */
const passing = new Set([408, 429, 500, 502, 503, 504]);

/** Reads the events of one connection. Rejects when it breaks, is silent for too long, or sends what is no event. */
async function* eventsOf(body: ReadableStream<Uint8Array>, silenceMs: number, stop: AbortController) {
  const ready: EventSourceMessage[] = [];
  let fault: unknown = null;
  const parser = createParser({
    maxBufferSize: EVENT_MAX,
    onEvent: (event) => void ready.push(event),
    onError: (error) => {
      if (error.type === "max-buffer-size-exceeded") fault = error;
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const timer = setTimeout(
        () => stop.abort(new DOMException(`silent for ${silenceMs} ms`, "TimeoutError")),
        silenceMs,
      );
      const chunk = await reader.read().finally(() => clearTimeout(timer));
      if (chunk.done) return;
      parser.feed(decoder.decode(chunk.value, { stream: true }));
      yield* ready.splice(0);
      if (fault !== null) throw fault;
    }
  } finally {
    reader.releaseLock();
  }
}

/** What the hub asks to wait before the next try travels with its refusal. */
class Refused extends Error {
  readonly problem: ProblemError;
  readonly asksMs: number | null;

  constructor(problem: ProblemError, asksMs: number | null) {
    super(problem.message);
    this.problem = problem;
    this.asksMs = asksMs;
  }
}

type Message = { readonly id: string | null; readonly event: string; readonly body: unknown };

/** One connection: its opening, then its messages. */
async function* connection(send: Send, request: Request, silenceMs: number, stop: AbortController) {
  const response = await send(request);
  if (!response.ok || response.body === null) {
    const asks = retryAfterMs(response.headers.get("retry-after"), Date.now());
    throw new Refused(await problemOf(response), asks);
  }
  yield null;
  for await (const { id, event, data } of eventsOf(response.body, silenceMs, stop)) {
    const message: Message = { id: id ?? null, event: event ?? "message", body: JSON.parse(data) as unknown };
    yield message;
  }
}

/** A refusal that no waiting cures: the caller must do something. */
const finalProblem = (error: unknown): ProblemError | null => {
  const problem = error instanceof Refused ? error.problem : error;
  return problem instanceof ProblemError && !passing.has(problem.status) ? problem : null;
};

/**
 * Follows the change feed (跟随变更流) without a gap: a stream that breaks is opened again after the last event that was seen, as long
 * as it takes. A consumer that stops its loop closes the stream.
 *
 * @throws ProblemError when the hub refuses for good: `cursor-gone` (410) means that the lists must be read again first
 */
export async function* follow(
  send: Send,
  baseUrl: string,
  { after, signal, silenceMs = 15_000, onState = () => {} }: FollowOptions = {},
  random: () => number = Math.random,
): AsyncGenerator<FollowedChange, void, void> {
  let cursor = after ?? null;
  let tries = 0;
  while (signal?.aborted !== true) {
    const stop = new AbortController();
    const end = (): void => stop.abort(signal?.reason);
    signal?.addEventListener("abort", end, { once: true });
    const headers = { accept: "text/event-stream", ...(cursor === null ? {} : { "last-event-id": cursor }) };
    const request = new Request(`${baseUrl}/api/v1/events`, { headers, signal: stop.signal, cache: "no-store" });
    const messages = connection(send, request, silenceMs, stop);
    let cause: unknown = null;
    try {
      for (;;) {
        // Only what the connection does is caught: a mistake of the caller's own code is the caller's.
        const step = await messages.next().catch((error: unknown) => {
          cause = error;
          return null;
        });
        if (step === null || step.done) break;
        const message = step.value;
        if (message === null) onState({ kind: "open" });
        else {
          // After it was read: what cannot be read must not be passed over in silence.
          cursor = message.id ?? cursor;
          tries = 0;
          if (message.event === "beat") {
            const { now } = message.body as components["schemas"]["Beat"];
            onState({ kind: "beat", now, cursor: cursor ?? "" });
          }
          if (message.event === "change")
            yield { ...(message.body as components["schemas"]["ChangeEvent"]), cursor: cursor ?? "" };
        }
      }
    } finally {
      signal?.removeEventListener("abort", end);
      stop.abort();
    }
    if (signal?.aborted) return;
    const final = finalProblem(cause);
    if (final !== null) throw final;
    const asksMs = cause instanceof Refused ? (cause.asksMs ?? 0) : 0;
    const delayMs = asksMs + backoffMs(tries, FIRST_DELAY_MS, MAX_DELAY_MS, random);
    tries += 1;
    onState({ kind: "waiting", delayMs, cause: cause instanceof Refused ? cause.problem : cause });
    await wait(delayMs, signal ?? null).catch(() => {});
  }
}
