/** Where a stream gets its content and how it is watched. */
export type StreamSource = {
  /** Position after which it starts. */ readonly position: number;
  /** Entries after a position; one that the reader may not see has an empty text. */
  readonly after: (position: number) => Promise<readonly { readonly position: number; readonly text: string }[]>;
  readonly beat: (position: number) => string;
  readonly beatMs: number;
  /** A chunk that the reader does not take within this cuts it off (SEC-API-13). */ readonly stallMs: number;
  /** Asked at beats: false ends the stream, because its credential is no longer good. */
  readonly isStillAllowed: () => Promise<boolean>;
  readonly onEnd: () => void;
};

/** One reader's stream. `wake` says that the feed may have grown. */
export type EventStream = { readonly body: ReadableStream<Uint8Array>; wake(): void; end(): void };

/**
 * A stream that is pulled by its reader: it holds at most one chunk, whatever the reader's pace, because the feed itself is
 * the queue. A slow reader falls behind without costing memory and is cut off when it takes nothing at all.
 */
export const openEventStream = (source: StreamSource): EventStream => {
  const encoder = new TextEncoder();
  let position = source.position;
  let nextBeatAt = 0;
  let isOver = false;
  let isWoken = false;
  let wakeUp: (() => void) | null = null;
  let stall: NodeJS.Timeout | null = null;

  const wake = (): void => {
    isWoken = true;
    wakeUp?.();
  };
  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    if (stall !== null) clearTimeout(stall);
    wake();
    source.onEnd();
  };
  const sleep = async (ms: number): Promise<void> => {
    if (isWoken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wakeUp = null;
  };

  /** The next chunk, or null when the stream is over. */
  const nextChunk = async (): Promise<string | null> => {
    while (!isOver) {
      isWoken = false;
      const entries = await source.after(position);
      if (isOver) break;
      const last = entries.at(-1);
      if (last !== undefined) {
        // What was next is no longer kept: this reader is too far behind. Resuming tells it so (410).
        if (entries[0]?.position !== position + 1) break;
        position = last.position;
        const text = entries.map((entry) => entry.text).join("");
        if (text === "") continue;
        return text;
      }
      const now = performance.now();
      if (now >= nextBeatAt) {
        if (nextBeatAt > 0 && !(await source.isStillAllowed())) break;
        nextBeatAt = now + source.beatMs;
        return source.beat(position);
      }
      await sleep(nextBeatAt - now);
    }
    return null;
  };

  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (stall !== null) clearTimeout(stall);
        try {
          const chunk = await nextChunk();
          if (chunk === null) {
            finish();
            controller.close();
            return;
          }
          controller.enqueue(encoder.encode(chunk));
          stall = setTimeout(() => {
            finish();
            controller.error(new Error("the reader takes nothing"));
          }, source.stallMs);
        } catch (error) {
          finish();
          throw error;
        }
      },
      cancel: finish,
    },
    { highWaterMark: 1 },
  );
  return { body, wake, end: finish };
};

/** The answer that a stream is (server-sent events): kept nowhere, and passed on at once by whatever stands between. */
export const eventStreamAnswer = (body: ReadableStream<Uint8Array>): Response =>
  new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    },
  });
