import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub, testLimits } from "./http-fixture.ts";
import { type Answer, openPeople, type People, type Person } from "./http-people.ts";
import { openWire } from "./wire.ts";

type Limit = { readonly name: string; readonly value: number; readonly default: number; readonly refused: number };

let hub: TestHub;
let people: People;
let administrator: Person;
beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(() => hub);
  administrator = await people.invited("systemAdministrator");
}, 60_000);
afterAll(() => hub?.end());

const ask = (method: string, body?: unknown, more: Record<string, string> = {}, who = administrator): Promise<Answer> =>
  people.ask(method, "/api/v1/limits", body, { ...who.headers, ...more });
const limits = async (): Promise<ReadonlyMap<string, Limit>> =>
  new Map(((await ask("GET")).body.items as readonly Limit[]).map((one) => [one.name, one]));
const tag = async (): Promise<Record<string, string>> => ({ "if-match": (await ask("GET")).headers.get("etag") ?? "" });

test("SEC-LIM-02: every limit is listed with what it refused", async () => {
  const before = await limits();
  expect([...before.keys()].sort()).toEqual(Object.keys(testLimits).sort());
  for (const [name, { value, default: given }] of before)
    expect([value, given], name).toEqual([testLimits[name as keyof typeof testLimits], value]);
});

test("SEC-LIM-03, SEC-DEV-09: a limit is changed while the hub runs, holds at once and after a restart, and is audited", async () => {
  const open = await Promise.all([1, 2].map(() => openWire(hub.hub.gb26875Port)));
  const values = { connectionsPerSource: 2, requestRateFactor: 900 };
  const changed = await ask("PATCH", { values, reason: "演练" }, await tag());
  expect(changed.status).toBe(200);
  // One over the limit is refused, and counted; those that are open stay.
  const third = await openWire(hub.hub.gb26875Port);
  await third.closed;
  expect(open.map(({ socket }) => socket.closed)).toEqual([false, false]);
  expect((await limits()).get("connectionsPerSource")).toMatchObject({ value: 2, default: 256, refused: 1 });
  await Promise.all(open.map((wire) => wire.end()));

  const auditor = await people.invited("auditAdministrator");
  const audit = await people.ask("GET", "/api/v1/audit?act=limits.set", undefined, auditor.headers, "/api/v1/audit");
  expect(audit.body.items).toMatchObject([{ reason: expect.stringMatching(/connectionsPerSource 256 → 2.*演练/) }]);

  hub = await hub.restart();
  expect((await limits()).get("connectionsPerSource")).toMatchObject({ value: 2, refused: 0 });
  expect((await limits()).get("requestRateFactor")).toMatchObject({ value: 900, default: 1_000 });
  expect((await ask("PATCH", { values: { connectionsPerSource: 256 }, reason: "恢复" }, await tag())).status).toBe(200);
});

test("what cannot be is refused with where and what to do, and changes nothing", async () => {
  const before = [...(await limits()).values()].map(({ value }) => value);
  const wrong: readonly (readonly [object, string])[] = [
    [{ connectionsPerSource: 0.5 }, "/values/connectionsPerSource"],
    [{ connectionsPerSource: 2_000_000 }, "/values/connectionsPerSource"],
    [{ silentConnectionMs: 10 }, "/values/silentConnectionMs"],
    [{ changes: 5_000 }, "/values/changes"],
    [{ "a/b": 5 }, "/values/a~1b"],
    [{ pendingFrames: 500, strangers: 1 }, "/values/strangers"],
  ];
  for (const [values, path] of wrong) {
    const { status, body } = await ask("PATCH", { values, reason: "x" }, await tag());
    expect([status, (body.errors as readonly { path: string }[])[0]?.path], path).toEqual([422, path]);
  }
  const good = { values: { strangers: 20_000 }, reason: "x" };
  expect((await ask("PATCH", good)).status).toBe(428);
  expect((await ask("PATCH", good, { "if-match": '"77"' })).status).toBe(412);
  expect((await ask("PATCH", { values: {}, reason: "x" }, await tag())).status).toBe(422);
  expect((await ask("PATCH", { values: good.values, reason: "  " }, await tag())).status).toBe(422);
  expect((await ask("PATCH", { values: { strangers: "9" }, reason: "x" }, await tag())).status).toBe(422);
  const officer = await people.invited("dutyOfficer");
  expect((await ask("PATCH", good, await tag(), officer)).status).toBe(403);
  expect((await ask("GET", undefined, {}, officer)).status).toBe(403);
  expect([...(await limits()).values()].map(({ value }) => value)).toEqual(before);
});
