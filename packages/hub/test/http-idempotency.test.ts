import type { Instant } from "@dianan/model";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createHttpApp } from "../src/http/app.ts";
import { type Handler, json } from "../src/http/http-deps.ts";
import { problem } from "../src/http/problem.ts";
import { StoreError } from "../src/ports/store-error.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";

const KEY = "0197f3a2-7c1e-7000-8000-0000000000cc";
const COMMENTS = "/api/v1/alarms/{id}/comments";
const SECRET = "da_example0example0example0example0";

let door: DoorDeps;
let caller = "";
let now = 1_700_000_000_000;
let runs = 0;
let act: Handler;
beforeEach(async () => {
  door = await openDoorDeps();
  caller = await door.addKey();
  now = Date.now();
  runs = 0;
  act = async ({ request }) => {
    runs += 1;
    const said = await request.json();
    return json({ runs, said, secret: SECRET }, 201, { Location: "/somewhere" });
  };
});
afterEach(() => door.end());

/** The door with one operation of ours in the place of a planned one; called again, it is a hub that was started again. */
const open = () => {
  const route = { method: "POST", path: COMMENTS, handle: (ask: Parameters<Handler>[0]) => act(ask) } as const;
  const { app } = createHttpApp({ ...door.deps, clock: () => now as Instant }, undefined, [route]);
  return async (body: unknown, more: { key?: string | null; as?: string; id?: string; type?: string } = {}) => {
    const { key = KEY, as = caller, id = "al-1", type = "application/json" } = more;
    const response = await app.request(COMMENTS.replace("{id}", id), {
      method: "POST",
      headers: {
        authorization: `Bearer ${as}`,
        "content-type": type,
        ...(key === null ? {} : { "idempotency-key": key }),
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
  };
};

test("SEC-API-12: a repeat gets the first answer, also from a hub that was started again, and nothing is done twice", async () => {
  const first = await open()({ text: "好" });
  const again = await open()({ text: "好" });
  expect([first.status, again.status, runs]).toEqual([201, 201, 1]);
  expect(again.body).toEqual(first.body);
  for (const name of ["location", "content-type", "cache-control"])
    expect(again.headers.get(name)).toBe(first.headers.get(name));
});

test("SEC-API-12: the same key with another body, target or media type is refused and does nothing", async () => {
  const send = open();
  await send({ text: "a" });
  for (const other of [
    await send({ text: "b" }),
    await send({ text: "a" }, { id: "al-2" }),
    await send({ text: "a" }, { type: "application/json; charset=utf-8" }),
  ])
    expect([other.status, other.body.code]).toEqual([422, "idempotency-mismatch"]);
  expect(runs).toBe(1);
});

test("SEC-API-12: of many at the same time one runs; the others are told that it is under way", async () => {
  const send = open();
  let finish = (): void => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  act = async () => {
    runs += 1;
    await gate;
    return json({ runs });
  };
  let answered = 0;
  const all = Array.from({ length: 8 }, async () => {
    const answer = await send({ text: "a" });
    answered += 1;
    if (answered === 7) finish();
    return answer;
  });
  expect((await Promise.race(all)).body.code).toBe("idempotency-busy");
  const statuses = (await Promise.all(all)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array(7).fill(409)]);
  expect([(await send({ text: "a" })).status, runs]).toEqual([200, 1]);
});

test("another caller's key is another key; without a key every request is an act", async () => {
  const send = open();
  await send({ text: "a" });
  await send({ text: "b" }, { as: await door.addKey() });
  await send({ text: "a" }, { key: null });
  await send({ text: "a" }, { key: null });
  expect(runs).toBe(4);
});

test("a refused act did nothing: its key may be used again", async () => {
  const send = open();
  const good = act;
  act = () => {
    runs += 1;
    return problem("wrong-state", "No. 否。");
  };
  expect((await send({ text: "a" })).status).toBe(409);
  act = good;
  expect([(await send({ text: "a", more: 1 })).status, runs]).toEqual([201, 2]);
});

test("an act that failed half-way keeps its key: nobody knows what it did", async () => {
  const send = open();
  act = () => {
    runs += 1;
    throw new Error("broke");
  };
  expect((await send({ text: "a" })).status).toBe(500);
  const again = await send({ text: "a" });
  expect([again.status, again.body.code, runs]).toEqual([409, "idempotency-busy", 1]);
});

test("a full disk wrote nothing: the key may be used when there is room", async () => {
  const send = open();
  const good = act;
  act = () => {
    throw new StoreError("full", "no space");
  };
  expect((await send({ text: "a" })).status).toBe(503);
  act = good;
  expect((await send({ text: "a" })).status).toBe(201);
});

test("SEC-API-12: after 24 hours the key is new again, not before", async () => {
  const send = open();
  await send({ text: "a" });
  now += 24 * 3_600_000 - 1;
  expect([(await send({ text: "b" })).body.code, runs]).toEqual(["idempotency-mismatch", 1]);
  now += 1;
  expect([(await send({ text: "b" })).status, runs]).toEqual([201, 2]);
});

test("a key that is none is refused before anything is done", async () => {
  const send = open();
  for (const key of ["short", "x".repeat(129), "with a space in it", "0197f3a2-7c1e-7000-é"]) {
    const refused = await send({ text: "a" }, { key });
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([422, "/header/Idempotency-Key"]);
  }
  expect(runs).toBe(0);
});

test("SEC-API-04: a kept answer cannot be read from what is stored, nor with the hub's key without the caller's", async () => {
  await open()({ text: "a" });
  const [item] = await door.deps.accessStore.items(door.deps.tenant, "request", "", 10);
  const answer = String(item?.body.answer);
  const text = JSON.stringify(item);
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain(KEY);
  const inner = door.deps.seals.open(answer, [door.deps.tenant, "request", String(item?.id), "answer"]);
  expect(Buffer.from(inner).toString("latin1")).not.toContain("secret");
  expect(() => door.deps.seals.open(answer, ["elsewhere"])).toThrow();
});

test("SEC-API-12: a key that was made and whose answer was lost is given again, and another one under its Idempotency-Key is refused", async () => {
  const { app } = createHttpApp(door.deps);
  const administrator = await door.addKey({ role: "securityAdministrator" });
  const expiresAt = new Date(now + 30 * 86_400_000).toISOString();
  const make = async (name: string) => {
    const response = await app.request("/api/v1/api-keys", {
      method: "POST",
      headers: { authorization: `Bearer ${administrator}`, "content-type": "application/json", "idempotency-key": KEY },
      body: JSON.stringify({ name, scopes: ["records:read"], expiresAt }),
    });
    return { status: response.status, body: await response.json() };
  };
  const first = await make("平台");
  expect(first).toMatchObject({ status: 201, body: { secret: expect.stringMatching(/^da_/) } });
  expect(await make("平台")).toEqual(first);
  expect((await make("别的")).status).toBe(422);
  const made = await door.deps.accessStore.items(door.deps.tenant, "key", "", 100);
  expect(made.filter(({ body }) => body.name === "平台")).toHaveLength(1);
});
