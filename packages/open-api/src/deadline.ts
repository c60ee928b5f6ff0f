import type { Send } from "./retry.ts";

/** Gives up when no answer has begun after so long; its body may take longer. */
export const withDeadline =
  (send: Send, ms: number): Send =>
  async (request) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new DOMException(`no answer within ${ms} ms`, "TimeoutError")), ms);
    try {
      return await send(new Request(request, { signal: AbortSignal.any([request.signal, late.signal]) }));
    } finally {
      clearTimeout(timer);
    }
  };
