import { expect, test } from "vitest";
import { ProblemError } from "./problem.ts";
import { type RetryWorld, repeatOf, type Send, withRetry } from "./retry.ts";
import { retryAfterMs } from "./waiting.ts";

const NOW = Date.parse("2026-01-02T03:04:05Z");

/** A hub that gives these answers in turn, and what it heard; waits take no time and are written down. */
const scene = (answers: readonly (number | Error | Response)[]) => {
  const heard: { readonly method: string; readonly key: string | null; readonly body: string }[] = [];
  const waits: number[] = [];
  const send: Send = async (request) => {
    heard.push({
      method: request.method,
      key: request.headers.get("idempotency-key"),
      body: await request.text(),
    });
    const answer = answers[Math.min(heard.length, answers.length) - 1] ?? 200;
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer.clone() : new Response(null, { status: answer });
  };
  const world: RetryWorld = {
    now: () => NOW,
    random: () => 1,
    wait: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
    },
  };
  return { heard, waits, send, world };
};

const busy = (after?: string, status = 503): Response =>
  new Response(null, { status, headers: after === undefined ? {} : { "retry-after": after } });
const at = (path: string, init: RequestInit = {}): Request => new Request(`http://hub.invalid${path}`, init);
const post = (path: string, headers: Record<string, string> = {}): Request =>
  at(path, { method: "POST", body: '{"items":[]}', headers });

test.each([408, 429, 502, 503, 504])("a read is sent again after %d, longer each time", async (status) => {
  const { heard, waits, send, world } = scene([status, status, 200]);
  const response = await withRetry(send, {}, world)(at("/api/v1/units"));
  expect([response.status, heard.length, waits]).toEqual([200, 3, [500, 1000]]);
});

test("no answer at all is as good as a busy one; the last failure is told", async () => {
  const { heard, send, world } = scene([new TypeError("no route")]);
  await expect(withRetry(send, { retries: 2 }, world)(at("/healthz"))).rejects.toThrow("no route");
  expect(heard).toHaveLength(3);
});

test.each([400, 401, 403, 404, 409, 410, 412, 422, 500, 501])(
  "%d is an answer, not a reason to repeat",
  async (status) => {
    const { heard, send, world } = scene([status]);
    expect((await withRetry(send, {}, world)(at("/api/v1/units"))).status).toBe(status);
    expect(heard).toHaveLength(1);
  },
);

test("SEC-API-08: Retry-After is waited for, with a little more so that not all come at once", async () => {
  const { waits, send, world } = scene([busy("7"), busy("Fri, 02 Jan 2026 03:04:17 GMT"), 200]);
  expect((await withRetry(send, {}, world)(at("/healthz"))).status).toBe(200);
  expect(waits).toEqual([7_050, 12_100]);
});

test("a wait that is too long to be waited for is handed on at once", async () => {
  const { heard, send, world } = scene([busy("3600", 429)]);
  const response = await withRetry(send, { maxDelayMs: 10_000 }, world)(at("/healthz"));
  expect([response.status, response.headers.get("retry-after"), heard.length]).toEqual([429, "3600", 1]);
});

test("SEC-API-12: an upload that says the same may be repeated as it is, with all of its body", async () => {
  const { heard, send, world } = scene([503, 200]);
  await withRetry(send, {}, world)(post("/api/v1/units"));
  expect(heard).toEqual(Array(2).fill({ method: "POST", key: null, body: '{"items":[]}' }));
});

test("SEC-API-12: another POST gets one key for all of its tries; the caller's own key is kept", async () => {
  const { heard, send, world } = scene([503, new TypeError("cut"), 201]);
  await withRetry(send, {}, world)(post("/api/v1/exports"));
  const [first] = heard;
  expect(first?.key).toMatch(/^[0-9a-f]{32}$/);
  expect(heard).toEqual(Array(3).fill(first));
  const again = scene([503, 201]);
  await withRetry(again.send, {}, again.world)(post("/api/v1/exports"));
  expect(again.heard[0]?.key).not.toBe(first?.key);
  const own = scene([201]);
  await withRetry(own.send, {}, own.world)(post("/api/v1/exports", { "idempotency-key": "my-own-key-0000001" }));
  expect(own.heard[0]?.key).toBe("my-own-key-0000001");
});

test("SEC-API-12: a request that is still under way with the same key is waited for", async () => {
  const underWay = Response.json({ code: "idempotency-busy" }, { status: 409, headers: { "retry-after": "1" } });
  const { heard, send, world } = scene([underWay, 201]);
  expect((await withRetry(send, {}, world)(post("/api/v1/exports"))).status).toBe(201);
  expect(heard).toHaveLength(2);
  const conflict = scene([Response.json({ code: "wrong-state" }, { status: 409 })]);
  const response = await withRetry(conflict.send, {}, conflict.world)(post("/api/v1/exports"));
  expect([conflict.heard.length, await response.json()]).toEqual([1, { code: "wrong-state" }]);
});

test.each([
  post("/api/v1/session"),
  post("/api/v1/session/password"),
  post("/oauth2/token"),
  post("/api/v1/credentials"),
  post("/api/v1/personal-data/reveals"),
  at("/api/v1/units/u-1", { method: "PATCH", body: "{}" }),
])("$method $url is never sent twice and gets no key", async (request) => {
  const { heard, send, world } = scene([503]);
  expect((await withRetry(send, {}, world)(request)).status).toBe(503);
  expect(heard).toHaveLength(1);
  expect(heard[0]?.key).toBe(null);
});

test("a refusal of the token for good ends it; a passing one does not", async () => {
  const final = scene([new ProblemError(401, null)]);
  await expect(withRetry(final.send, {}, final.world)(at("/healthz"))).rejects.toThrow(ProblemError);
  expect(final.heard).toHaveLength(1);
  const passing = scene([new ProblemError(503, null), 200]);
  expect((await withRetry(passing.send, {}, passing.world)(at("/healthz"))).status).toBe(200);
});

test("who gives up while it waits is not kept waiting", async () => {
  const stop = new AbortController();
  const { heard, send, world } = scene([503]);
  const asked = withRetry(
    async (request) => {
      const response = await send(request);
      stop.abort(new Error("enough"));
      return response;
    },
    {},
    world,
  )(at("/healthz", { signal: stop.signal }));
  await expect(asked).rejects.toThrow("enough");
  expect(heard).toHaveLength(1);
});

test("what a repeat does is decided by the address as the document has it", () => {
  expect(repeatOf("GET", "/anything")).toBe("method");
  expect(repeatOf("DELETE", "/api/v1/units/u-1")).toBe("method");
  expect(repeatOf("POST", "/behind/a/proxy/api/v1/units")).toBe("natural");
  expect(repeatOf("POST", "/api/v1/imports/import-1/commit")).toBe("natural");
  expect(repeatOf("POST", "/api/v1/imports/a/b/commit")).toBe("key");
  expect(repeatOf("POST", "/api/v1/alarms/a-1/acknowledge")).toBe("key");
  expect(repeatOf("PATCH", "/api/v1/units/u-1")).toBe("none");
});

test.each<readonly [string | null, number | null]>([
  [null, null],
  ["", null],
  ["soon", null],
  ["-5", null],
  ["0", 0],
  [" 12 ", 12_000],
  ["Fri, 02 Jan 2026 03:04:06 GMT", 1_000],
  ["Thu, 01 Jan 2026 00:00:00 GMT", 0],
])("Retry-After %j is %j ms", (value, expected) => {
  expect(retryAfterMs(value, NOW)).toBe(expected);
});
