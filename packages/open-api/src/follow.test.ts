import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { type FollowOptions, follow, type StreamState } from "./follow.ts";
import { createClient, ProblemError } from "./index.ts";
import type { Send } from "./retry.ts";

const change = (id: string, at: string): string =>
  `event: change\nid: ${at}\ndata: ${JSON.stringify({ kind: "unit", id, version: 1, record: { id } })}\n\n`;
const beat = (at: string): string => `event: beat\nid: ${at}\ndata: {"now":"2026-01-02T11:04:06+08:00"}\n\n`;

/** A real server: the nth connection is answered by the nth handler. */
const streaming = async (handlers: readonly ((response: ServerResponse) => void)[]) => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers["last-event-id"] as string | undefined);
    const handle = handlers[Math.min(asked.length, handlers.length) - 1];
    handle?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
};
const open = (response: ServerResponse, text: string): ServerResponse => {
  response.writeHead(200, { "content-type": "text/event-stream" }).write(text);
  return response;
};
const refuse =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response
      .writeHead(status, { "content-type": "application/problem+json", ...headers })
      .end(JSON.stringify({ code, title: "No", titleZh: "否", status }));

const send: Send = (request) => fetch(request);
/** A cable that is pulled, after what was written has left. */
const breakOff = (response: ServerResponse): unknown => setTimeout(() => response.destroy(), 50);

const followFast = (baseUrl: string, options: FollowOptions = {}) => follow(send, baseUrl, options, () => 0);

/** Ids of the first changes of a stream, which is then closed. */
const idsOf = async (stream: ReturnType<typeof followFast>, count: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { id } of stream) if (ids.push(id) === count) break;
  return ids;
};

test("SEC-API-13: a stream that breaks goes on after the last event that was seen, a beat included", async () => {
  const { asked, baseUrl } = await streaming([
    (response) => void breakOff(open(response, change("a", "c1") + beat("c2"))),
    (response) => open(response, change("b", "c3")),
  ]);
  const seen: string[] = [];
  const states: string[] = [];
  const onState = ({ kind }: StreamState): void => void states.push(kind);
  for await (const { id, cursor } of followFast(baseUrl, { after: "c0", onState })) {
    seen.push(`${id} ${cursor}`);
    if (seen.length === 2) break;
  }
  expect(seen).toEqual(["a c1", "b c3"]);
  expect(asked).toEqual(["c0", "c2"]);
  expect(states).toEqual(["open", "beat", "waiting", "open"]);
});

test("from now on when nothing is given; an end by the hub is a break too", async () => {
  const { asked, baseUrl } = await streaming([
    (response) => open(response, change("a", "c1")).end(),
    (response) => open(response, change("b", "c2")),
  ]);
  expect([await idsOf(followFast(baseUrl), 2), asked]).toEqual([
    ["a", "b"],
    [undefined, "c1"],
  ]);
});

test("a stream without a word is broken, whatever TCP says", async () => {
  const { asked, baseUrl } = await streaming([
    (response) => open(response, change("a", "c1")),
    (response) => open(response, change("b", "c2")),
  ]);
  const causes: unknown[] = [];
  const onState = (state: StreamState): void => void (state.kind === "waiting" && causes.push(state.cause));
  const ids = await idsOf(followFast(baseUrl, { silenceMs: 100, onState }), 2);
  expect([ids, asked.length, String(causes[0])]).toEqual([["a", "b"], 2, "TimeoutError: silent for 100 ms"]);
});

test("events may be cut anywhere, also inside a Chinese character", async () => {
  const bytes = Buffer.from(
    `event: change\nid: c1\ndata: ${JSON.stringify({ kind: "unit", id: "a", version: 1, record: { id: "a", name: "灵水社区" } })}\n\n`,
  );
  const { baseUrl } = await streaming([
    async (response) => {
      open(response, ": hello\n\n");
      for (const byte of bytes) {
        response.write(Buffer.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  ]);
  const first = await followFast(baseUrl).next();
  expect(first.value).toMatchObject({ record: { name: "灵水社区" }, cursor: "c1" });
});

test("what cannot be read is not passed over: the same place is asked for again", async () => {
  const { asked, baseUrl } = await streaming([
    (response) => open(response, `${change("a", "c1")}event: change\nid: c2\ndata: {broken\n\n`),
    (response) => open(response, change("b", "c2")),
  ]);
  expect([await idsOf(followFast(baseUrl), 2), asked]).toEqual([
    ["a", "b"],
    [undefined, "c1"],
  ]);
});

test("an event without an end does not fill the memory", async () => {
  const { asked, baseUrl } = await streaming([
    (response) => void open(response, `data: ${"x".repeat(5_000_000)}`),
    (response) => open(response, change("b", "c2")),
  ]);
  expect((await followFast(baseUrl).next()).value).toMatchObject({ id: "b" });
  expect(asked).toHaveLength(2);
});

test.each([
  [401, "unauthorized"],
  [403, "forbidden"],
  [410, "cursor-gone"],
  [422, "invalid"],
  [501, "not-implemented"],
])("%d %s ends it: the caller must do something", async (status, code) => {
  const { asked, baseUrl } = await streaming([refuse(status, code)]);
  const first = followFast(baseUrl, { after: "old" }).next();
  await expect(first).rejects.toThrow(ProblemError);
  await expect(first).rejects.toMatchObject({ status, problem: { code } });
  expect(asked).toHaveLength(1);
});

test("a busy hub is asked again, no sooner than it wants", async () => {
  const { asked, baseUrl } = await streaming([
    refuse(503, "busy", { "retry-after": "0" }),
    refuse(429, "too-many-requests"),
    (response) => open(response, change("a", "c1")),
  ]);
  const delays: number[] = [];
  const onState = (state: StreamState): void => void (state.kind === "waiting" && delays.push(state.delayMs));
  const { value } = await followFast(baseUrl, { onState }).next();
  expect([value?.id, asked.length, delays]).toEqual(["a", 3, [250, 500]]);
});

test("a hub that is not there is waited for; who ends it, ends the waiting", async () => {
  const { baseUrl, server } = await streaming([]);
  await new Promise((resolve) => server.close(resolve));
  const stop = new AbortController();
  const onState = (state: StreamState): void => void (state.kind === "waiting" && setTimeout(() => stop.abort(), 20));
  expect(await followFast(baseUrl, { signal: stop.signal, onState }).next()).toEqual({ done: true, value: undefined });
});

test("who stops the loop closes the connection, and so does the signal", async () => {
  const closed: string[] = [];
  const stop = new AbortController();
  const { baseUrl } = await streaming([
    (response) => void open(response, change("a", "c1")).on("close", () => void closed.push("closed")),
  ]);
  for await (const _ of followFast(baseUrl)) break;
  for await (const _ of followFast(baseUrl, { signal: stop.signal })) stop.abort();
  await expect.poll(() => closed.length).toBe(2);
});

test("a mistake in the caller's own code is the caller's, not a broken stream", async () => {
  const { asked, baseUrl } = await streaming([(response) => open(response, beat("c1"))]);
  const onState = (state: StreamState): void => {
    if (state.kind === "beat") throw new RangeError("the caller's own");
  };
  await expect(followFast(baseUrl, { onState }).next()).rejects.toThrow("the caller's own");
  expect(asked).toHaveLength(1);
});

test("the client's stream carries its credentials, and a wrong client ends it at once", async () => {
  const heard: (string | null)[] = [];
  const client = createClient({
    baseUrl: "http://hub.invalid/",
    key: "da_example",
    fetch: async (request) => {
      heard.push(request.headers.get("authorization"), request.headers.get("last-event-id"));
      return new Response(change("a", "c1"), { headers: { "content-type": "text/event-stream" } });
    },
  });
  for await (const { id } of client.follow({ after: "c0" })) {
    expect(id).toBe("a");
    break;
  }
  expect(heard).toEqual(["Bearer da_example", "c0"]);
  const wrong = createClient({
    baseUrl: "http://hub.invalid",
    credentials: { kind: "client", id: "a", secret: "wrong-secret" },
    fetch: async () => Response.json({ code: "bad-credentials", title: "No", titleZh: "否" }, { status: 401 }),
  });
  await expect(wrong.follow().next()).rejects.toMatchObject({ status: 401 });
});
