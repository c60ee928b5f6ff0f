import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestHub, operator, type TestHub, testLimits, until } from "./http-fixture.ts";

type ServerEvent = { readonly event: string; readonly id: string; readonly data: Record<string, unknown> };
type Reader = {
  readonly status: number;
  readonly events: ServerEvent[];
  readonly changes: () => string[];
  isEnded(): boolean;
  close(): void;
};

let hub: TestHub;
const readers: Reader[] = [];
beforeEach(async () => {
  hub = await openTestHub();
}, 20_000);
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  await hub?.end();
});

const parse = (block: string): ServerEvent => {
  const fields = Object.fromEntries(
    block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
  );
  return { event: fields.event ?? "", id: fields.id ?? "", data: JSON.parse(fields.data ?? "null") };
};

const read = async (query = "", headers: Record<string, string> = {}): Promise<Reader> => {
  const stop = new AbortController();
  const response = await fetch(`${hub.hub.httpUrl}/api/v1/events${query}`, {
    headers: { authorization: `Bearer ${hub.key}`, ...headers },
    signal: stop.signal,
  });
  const events: ServerEvent[] = [];
  let isEnded = false;
  const pump = async (): Promise<void> => {
    let rest = "";
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      events.push(...blocks.map(parse));
    }
  };
  const pumping = (response.status === 200 ? pump() : (response.body?.cancel() ?? Promise.resolve()))
    .catch(() => {})
    .finally(() => {
      isEnded = true;
    });
  const reader: Reader = {
    status: response.status,
    events,
    changes: () => events.filter(({ event }) => event === "change").map(({ data }) => `${data.id}@${data.version}`),
    isEnded: () => isEnded,
    close: () => {
      stop.abort();
      void pumping;
    },
  };
  readers.push(reader);
  return reader;
};

const put = async (...ids: string[]): Promise<void> => {
  const response = await hub.call("POST", "/api/v1/operators", {
    items: ids.map((id) => ({ ...operator, id, name: `${id} ${Math.random()}` })),
  });
  if (response.status !== 200) throw new Error(await response.text());
  await response.body?.cancel();
};
const feedCursor = async (): Promise<string> => {
  const page = (await (await hub.call("GET", "/api/v1/operators?limit=1")).json()) as { feedCursor: string };
  return page.feedCursor;
};

test("without a cursor the stream begins now; a change arrives with kind, version and the whole record", async () => {
  await put("before");
  const reader = await read();
  expect(reader.status).toBe(200);
  await until(
    () => reader.events.length,
    (count) => count > 0,
  );
  expect(reader.events[0]).toMatchObject({ event: "beat", data: { now: expect.stringMatching(/\+08:00$/) } });
  await put("after");
  await until(reader.changes, (changes) => changes.length === 1);
  expect(reader.events.find(({ event }) => event === "change")?.data).toMatchObject({
    kind: "operator",
    id: "after",
    version: 1,
    record: { id: "after", version: 1, contactPhone: "****0000", updatedAt: expect.any(String) },
  });
});

test("what happened since a page was read is replayed from its feedCursor, in order", async () => {
  await put("a");
  const cursor = await feedCursor();
  await put("b");
  await put("c");
  await put("b");
  const reader = await read(`?after=${cursor}`);
  await until(reader.changes, (changes) => changes.length === 3);
  expect(reader.changes()).toEqual(["b@1", "c@1", "b@2"]);
  // The last cursor again, and from there only what is new.
  const last = reader.events.filter(({ event }) => event === "change").at(-1)?.id ?? "";
  const next = await read("?after=ignored", { "last-event-id": last });
  await put("d");
  await until(next.changes, (changes) => changes.length > 0);
  expect(next.changes()).toEqual(["d@1"]);
});

test("SEC-API-13: over many breaks, restarts included, a reader that resumes sees every change exactly once and in order", async () => {
  const cursor = await feedCursor();
  const expected: string[] = [];
  const seen: string[] = [];
  let last = cursor;
  let isWriting = true;
  const write = async (): Promise<void> => {
    for (let n = 0; n < 60; n += 1) {
      const ids = Array.from({ length: 1 + (n % 7) }, (_, i) => `w-${n}-${i}`);
      await put(...ids);
      expected.push(...ids.map((id) => `${id}@1`));
    }
    isWriting = false;
  };
  const writing = write();
  while (isWriting || seen.length < expected.length) {
    const reader = await read("", { "last-event-id": last });
    expect(reader.status).toBe(200);
    const goal = 1 + Math.floor(Math.random() * 20);
    await until(
      reader.changes,
      (changes) => changes.length >= goal || (!isWriting && seen.length + changes.length >= expected.length),
      15_000,
    );
    reader.close();
    seen.push(...reader.changes());
    last = reader.events.at(-1)?.id ?? last;
  }
  await writing;
  expect(seen).toEqual(expected);

  hub = await hub.restart();
  await put("after-restart");
  const reader = await read("", { "last-event-id": last });
  await until(reader.changes, (changes) => changes.length > 0);
  expect(reader.changes()).toEqual(["after-restart@1"]);
}, 40_000);

test("many readers see the same; one that stops reading costs the others nothing", async () => {
  const cursor = await feedCursor();
  const url = new URL(hub.hub.httpUrl);
  const stuck = connect(Number(url.port), url.hostname);
  stuck.on("error", () => {});
  stuck.write(
    `GET /api/v1/events?after=${cursor} HTTP/1.1\r\nHost: ${url.host}\r\nAuthorization: Bearer ${hub.key}\r\n\r\n`,
  );
  stuck.pause();
  const many = await Promise.all(Array.from({ length: 10 }, () => read(`?after=${cursor}`)));
  for (let n = 0; n < 5; n += 1) await put(...Array.from({ length: 400 }, (_, i) => `m-${n}-${i}`));
  for (const reader of many) {
    await until(reader.changes, (changes) => changes.length === 2_000);
    expect(reader.changes()).toEqual(many[0]?.changes());
  }
  stuck.destroy();
}, 30_000);

test("410: a cursor of another epoch or beyond the head is refused with what to do", async () => {
  const { e: epoch, p } = JSON.parse(Buffer.from(await feedCursor(), "base64url").toString()) as {
    e: string;
    p: [number];
  };
  const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  for (const value of [
    { e: "restored", p },
    { e: epoch, p: [p[0] + 1] },
  ]) {
    const response = await hub.call("GET", `/api/v1/events?after=${cursor(value)}`);
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ code: "cursor-gone", detail: expect.stringContaining("feedCursor") });
  }
});

test("410: a cursor that is older than the changes which are kept is refused, not answered with a gap", async () => {
  await hub.end();
  hub = await openTestHub({ limits: { ...testLimits, changes: 20 } });
  const cursor = await feedCursor();
  await put("kept");
  expect((await read(`?after=${cursor}`)).status).toBe(200);
  for (let n = 0; n < 5; n += 1) await put(...Array.from({ length: 20 }, (_, i) => `t-${n}-${i}`));
  expect((await read(`?after=${cursor}`)).status).toBe(410);
  expect((await read(`?after=${await feedCursor()}`)).status).toBe(200);
}, 20_000);

test("422: what is no cursor is refused, in the header as in the query", async () => {
  for (const text of ["abc", "", "e30", "%00"])
    expect((await hub.call("GET", `/api/v1/events?after=${text}`)).status, text).toBe(422);
  expect((await hub.call("GET", "/api/v1/events", undefined, { "last-event-id": "42" })).status).toBe(422);
  expect((await hub.call("GET", "/api/v1/events?since=1")).status).toBe(422);
});

test("a stream beats every 5 seconds with the hub's clock", async () => {
  const reader = await read();
  await until(
    () => reader.events.length,
    (count) => count >= 2,
    8_000,
  );
  const times = reader.events.map(({ data }) => Date.parse(String(data.now)));
  expect(reader.events.every(({ event }) => event === "beat")).toBe(true);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(4_000);
}, 15_000);

test("SEC-API-13: a stream ends when its session ends", async () => {
  const signIn = await hub.call("POST", "/api/v1/session", { key: hub.key });
  const cookie = (signIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const response = await fetch(`${hub.hub.httpUrl}/api/v1/events`, { headers: { cookie } });
  expect(response.status).toBe(200);
  await fetch(`${hub.hub.httpUrl}/api/v1/session`, {
    method: "DELETE",
    headers: { cookie, "sec-fetch-site": "same-origin" },
  });
  const text = await response.text();
  expect(text).toContain("event: beat");
}, 15_000);

test("the hub closes although streams are open, and their readers see a clean end", async () => {
  const reader = await read();
  await until(
    () => reader.events.length,
    (count) => count > 0,
  );
  await hub.hub.close();
  await until(reader.isEnded, (isEnded) => isEnded);
});
