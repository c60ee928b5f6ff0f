import type { Instant } from "@dianan/model";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createHttpApp } from "../src/http/app.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";

let door: DoorDeps;
let now = 1_700_000_000_000;
beforeEach(async () => {
  door = await openDoorDeps();
  now = 1_700_000_000_000;
});
afterEach(() => door.end());

const openApp = () => createHttpApp({ ...door.deps, clock: () => now as Instant });

test("SEC-API-08: a caller over its budget is refused with 429 as documented, another one is not", async () => {
  const [one, other] = [await door.addKey(), await door.addKey()];
  const { app } = openApp();
  const read = (key: string) => app.request("/api/v1/units", { headers: { authorization: `Bearer ${key}` } });
  const answers = await Promise.all(Array.from({ length: 101 }, () => read(one)));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(100).fill(200), 429]);
  const refused = answers.find(({ status }) => status === 429);
  expect(await refused?.json()).toMatchObject({ code: "too-many-requests", status: 429 });
  expect(refused?.headers.get("retry-after")).toBe("1");
  expect(refused?.headers.get("ratelimit")).toBe('"read";r=0;t=2');
  expect((await read(other)).headers.get("ratelimit-policy")).toBe('"read";q=100;w=2');
  now += 20;
  expect([(await read(one)).status, (await read(one)).status]).toEqual([200, 429]);
});

test("SEC-API-08: wrong keys use up their source's budget, and a good key goes on", async () => {
  const good = await door.addKey();
  const { app } = openApp();
  const read = (key: string) => app.request("/api/v1/units", { headers: { authorization: `Bearer ${key}` } });
  for (let n = 0; n < 100; n += 1) expect((await read("da_00000000")).status).toBe(401);
  const refused = await read("da_00000000");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
  expect((await read(good)).status).toBe(200);
});

test("SEC-API-08: a refusal for another reason tells the budget too; what is no operation has none", async () => {
  const { app } = openApp();
  const key = await door.addKey();
  const absent = await app.request("/api/v1/units/nobody", { headers: { authorization: `Bearer ${key}` } });
  expect([absent.status, absent.headers.get("ratelimit")]).toEqual([404, '"read";r=99;t=1']);
  const open = await app.request("/healthz");
  expect(open.headers.get("ratelimit")).toBe('"open";r=29;t=1');
  expect((await app.request("/nowhere")).headers.has("ratelimit")).toBe(false);
});
