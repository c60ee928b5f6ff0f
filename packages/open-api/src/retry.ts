import { naturalPosts, neverRepeated } from "./generated/repeatable.ts";
import { ProblemError } from "./problem.ts";
import { randomId } from "./random-id.ts";
import { backoffMs, retryAfterMs, wait } from "./waiting.ts";

/** Sends a request; rejects when there is no answer at all. */
export type Send = (request: Request) => Promise<Response>;

/** How often and how long a request is sent again. Durations are milliseconds. */
export type RetryOptions = {
  /** Times that a request is sent again after the first; 3 when left out. */ readonly retries?: number;
  /** Wait before the first repeat, doubled for each further one; 500 when left out. Milliseconds. */
  readonly firstDelayMs?: number;
  /** Longest wait: when the hub asks for a longer one, its answer is returned at once. 30,000 when left out. Milliseconds. */
  readonly maxDelayMs?: number;
};

/** What a retry takes from the world. */
export type RetryWorld = {
  readonly now: () => number;
  readonly random: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
};
const realWorld: RetryWorld = { now: Date.now, random: Math.random, wait };

const transient = new Set([408, 429, 502, 503, 504]);
const quiet = new Set(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]);

const shapes = (paths: readonly string[]): readonly RegExp[] =>
  paths.map((path) => new RegExp(`${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`));
const natural = shapes(naturalPosts);
const never = shapes(neverRepeated);

/** How a repeat of this request is harmless: by its method, because the document says so, by a key, or not at all. */
export const repeatOf = (method: string, pathname: string): "method" | "natural" | "key" | "none" => {
  if (quiet.has(method)) return "method";
  if (method !== "POST") return "none";
  if (never.some((shape) => shape.test(pathname))) return "none";
  return natural.some((shape) => shape.test(pathname)) ? "natural" : "key";
};

/** A request under way with the same key is waited for: its answer comes then. */
const isBusy = async (response: Response): Promise<boolean> => {
  if (response.status !== 409) return false;
  try {
    return ((await response.clone().json()) as { readonly code?: unknown }).code === "idempotency-busy";
  } catch {
    return false;
  }
};

/**
 * Sends again what may be sent again (SEC-API-12): reads and replacements, uploads that say the same, and other POSTs with an
 * Idempotency-Key, which is added when the caller gave none. After 408, 429, 502, 503, 504 or no answer; as long as Retry-After says,
 * else longer each time, with jitter. A PATCH, a sign-in and what shows a secret are never sent twice.
 */
export const withRetry = (send: Send, options: RetryOptions = {}, world: RetryWorld = realWorld): Send => {
  const { retries = 3, firstDelayMs = 500, maxDelayMs = 30_000 } = options;
  return async (asked) => {
    const repeat = repeatOf(asked.method, new URL(asked.url).pathname);
    const isKeyed = repeat === "key" && !asked.headers.has("idempotency-key");
    const request = isKeyed ? new Request(asked, { headers: new Headers(asked.headers) }) : asked;
    if (isKeyed) request.headers.set("idempotency-key", randomId());
    for (let tries = 0; ; tries += 1) {
      const isLast = repeat === "none" || tries >= retries;
      const delay = backoffMs(tries, firstDelayMs, maxDelayMs, world.random);
      try {
        const response = await send(isLast ? request : request.clone());
        if (isLast || !(transient.has(response.status) || (await isBusy(response)))) return response;
        const asks = retryAfterMs(response.headers.get("retry-after"), world.now());
        if (asks !== null && asks > maxDelayMs) return response;
        await response.body?.cancel();
        await world.wait(asks === null ? delay : asks + delay / 10, request.signal);
      } catch (error) {
        // A token that was refused for good is refused again.
        const isFinal = error instanceof ProblemError && !transient.has(error.status);
        if (isLast || isFinal || request.signal.aborted) throw error;
        await world.wait(delay, request.signal);
      }
    }
  };
};
