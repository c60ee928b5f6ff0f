import { afterEach, expect, test } from "vitest";
import { alarm, component, openTestHub, operator, putPlace, type TestHub, unit, until } from "./http-fixture.ts";
import type { Answer } from "./http-people.ts";
import { openReceiver, openSharingHub, SECRET, type SharingHub } from "./sharing-fixture.ts";

const SLOW = 90_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const AT = "/api/v1/reconciliations/{id}";
const kinds = ["operator", "unit", "device", "component", "alarm"];

/** Two real hubs: one sends, the other is its city. */
const openBoth = async (more: object = {}): Promise<{ here: SharingHub; city: TestHub; id: string }> => {
  const city = await openTestHub({ platformCode: "CITY01" });
  ends.push(() => city.end());
  const here = await openSharingHub(ends);
  const { id } = await here.add({
    url: `${city.hub.httpUrl}/api/v1`,
    headers: { authorization: `Bearer ${city.key}` },
    personalData: "full",
    agreement: "协议 1",
    secret: SECRET,
    ...more,
  });
  return { here, city, id: String(id) };
};
const run = async (here: SharingHub, destinationId: string, more: object = {}): Promise<Answer["body"]> => {
  const made = await here.ask("POST", "/api/v1/reconciliations", { destinationId, kinds, ...more });
  expect(made.status, JSON.stringify(made.body)).toBe(202);
  return finished(here, String(made.body.id));
};
const finished = (here: SharingHub, id: string): Promise<Answer["body"]> =>
  until(
    async () => (await here.ask("GET", `/api/v1/reconciliations/${id}`, undefined, AT)).body,
    ({ progress }) => ["done", "failed"].includes((progress as { state: string }).state),
    60_000,
  );
type Difference = {
  readonly id: string;
  readonly kind: string;
  readonly recordId: string;
  readonly difference: string;
  readonly members: readonly { readonly member: string; readonly before: unknown; readonly after: unknown }[] | null;
  readonly resolved: boolean;
};
const differences = async (here: SharingHub, id: unknown, limit = 2): Promise<readonly Difference[]> => {
  const all: Difference[] = [];
  let cursor = "";
  for (;;) {
    const path = `/api/v1/reconciliations/${id}/differences`;
    const { body } = await here.ask("GET", `${path}?limit=${limit}${cursor}`, undefined, `${AT}/differences`);
    all.push(...(body.items as Difference[]));
    if (body.next === null) return all;
    cursor = `&cursor=${body.next}`;
  }
};
const resolve = (here: SharingHub, id: unknown, body: object) =>
  here.ask("POST", `/api/v1/reconciliations/${id}/resolutions`, body, `${AT}/resolutions`);

test("EF-N.5: two hubs that hold the same have no difference, in another coordinate system and masked too", {
  timeout: SLOW,
}, async () => {
  const { here, id } = await openBoth({ coordinateSystem: "GCJ02", personalData: "masked" });
  await putPlace(here.hub);
  await here.hub.call("POST", "/api/v1/alarms", { items: [alarm] });
  await here.settled(id);
  expect((await here.ask("GET", `/api/v1/sharing/${id}`, undefined, "/api/v1/sharing/{id}")).body.refused).toBe(0);
  const done = await run(here, id);
  expect(done).toMatchObject({ missingThere: 0, missingHere: 0, different: 0, owed: 0, destinationId: id });
  expect(done.progress).toMatchObject({ state: "done", doneItems: 5, totalItems: 5, error: null });
  expect(await differences(here, done.id)).toEqual([]);
});

test("EF-N.5: every difference that was planted on either side is named, member by member, and ends when it is resolved", {
  timeout: SLOW,
}, async () => {
  const { here, city, id } = await openBoth();
  const operators = Array.from({ length: 30 }, (_, n) => ({ ...operator, id: `o-${String(n).padStart(2, "0")}` }));
  await putPlace(here.hub);
  await here.hub.call("POST", "/api/v1/operators", { items: operators });
  await here.hub.call("POST", "/api/v1/alarms", { items: [alarm] });
  await here.hub.call("DELETE", "/api/v1/operators/o-20");
  await here.settled(id);

  // Lost there, changed there, added there, revived there.
  await city.call("DELETE", "/api/v1/operators/o-03");
  await city.call("POST", "/api/v1/operators", {
    items: [
      { ...operator, id: "o-07", contactPhone: "0595-85609999" },
      { ...operator, id: "o-99" },
      { ...operator, id: "o-20" },
    ],
  });
  await city.call("POST", "/api/v1/units", { items: [{ ...unit, name: "另一名称", extra: true }] });
  const before = await run(here, id);
  expect(before).toMatchObject({ missingThere: 1, missingHere: 2, different: 2, owed: 0 });
  const found = await differences(here, before.id);
  expect(found.map(({ recordId, difference }) => `${recordId} ${difference}`)).toEqual([
    "o-03 missingThere",
    "o-07 different",
    "o-20 missingHere",
    "o-99 missingHere",
    "unit-0001 different",
  ]);
  const at = (recordId: string): Difference => found.find((one) => one.recordId === recordId) as Difference;
  expect(at("unit-0001").members).toEqual([
    { member: "name", before: "另一名称", after: unit.name },
    { member: "extra", before: true, after: null },
  ]);
  expect(at("o-07").members?.map(({ member }) => member)).toContain("contactPhone");
  expect(JSON.stringify(found)).not.toMatch(/85609999|85600000/);
  expect(at("o-03").members).toEqual([{ member: "deleted", before: true, after: false }]);

  // Ours again: what was lost, what was changed and what should be gone; theirs for the unit; and one stays.
  const ids = [at("o-03").id, at("o-07").id, at("o-20").id];
  const sent = await resolve(here, before.id, { ids, action: "send", reason: "以本平台登记为准" });
  expect(sent.body.results).toEqual(ids.map((one) => ({ id: one, status: "updated" })));
  const fetched = await resolve(here, before.id, { ids: [at("unit-0001").id], action: "fetch", reason: "对方已核实" });
  expect(fetched.body.results).toEqual([{ id: at("unit-0001").id, status: "updated" }]);
  const nothing = await resolve(here, before.id, { ids: [at("o-99").id], action: "send", reason: "x" });
  expect(nothing.body.results).toMatchObject([{ status: "refused", problem: { code: "nothing-to-send" } }]);
  // Its persons are hidden from a key without pii:read, so theirs cannot become ours.
  const hidden = await resolve(here, before.id, { ids: [at("o-99").id], action: "fetch", reason: "x" });
  expect(hidden.body.results).toMatchObject([{ status: "refused", problem: { code: "masked" } }]);
  const ignored = await resolve(here, before.id, { ids: [at("o-99").id], action: "ignore", reason: "对方自有" });
  expect(ignored.body.results).toMatchObject([{ status: "updated" }]);
  const twice = await resolve(here, before.id, { ids: [at("o-99").id, "nobody"], action: "ignore", reason: "x" });
  expect(twice.body.results).toMatchObject([
    { status: "unchanged" },
    { status: "refused", problem: { code: "not-found" } },
  ]);
  expect((await differences(here, before.id)).every(({ resolved }) => resolved)).toBe(true);
  const now = (await (await here.hub.call("GET", "/api/v1/units/unit-0001")).json()) as object;
  expect(now).toMatchObject({ name: "另一名称", extra: true });

  await here.settled(id);
  const after = await run(here, id);
  expect(await differences(here, after.id)).toMatchObject([{ recordId: "o-99", difference: "missingHere" }]);
  const list = (await here.ask("GET", "/api/v1/reconciliations?limit=1")).body as {
    items: { id: string }[];
    next: string;
  };
  expect(list.items[0]?.id).toBe(after.id);
  const older = (await here.ask("GET", `/api/v1/reconciliations?limit=1&cursor=${list.next}`)).body;
  expect(older.items).toMatchObject([{ id: before.id }]);
});

test("EF-N.5: what is on its way is no difference: owed while sharing is paused, changed since; refused for good it is", {
  timeout: SLOW,
}, async () => {
  const { here, city, id } = await openBoth();
  await putPlace(here.hub);
  await here.settled(id);
  await here.ask("POST", `/api/v1/sharing/${id}/pause`, { reason: "检修" }, "/api/v1/sharing/{id}/pause");
  await here.hub.call("POST", "/api/v1/operators", {
    items: [
      { ...operator, name: "改名" },
      { ...operator, id: "o-2" },
    ],
  });
  const paused = await run(here, id);
  expect(paused).toMatchObject({ missingThere: 0, different: 0, owed: 2 });
  await here.ask("POST", `/api/v1/sharing/${id}/resume`, undefined, "/api/v1/sharing/{id}/resume");
  await here.settled(id);
  expect(await run(here, id)).toMatchObject({ missingThere: 0, different: 0, owed: 0 });
  // A component of a device that the city no longer has is refused there.
  await city.call("DELETE", "/api/v1/components/dev-889:1");
  await city.call("DELETE", "/api/v1/devices/dev-889");
  await here.hub.call("POST", "/api/v1/components", { items: [{ ...component, name: "改名" }] });
  await here.settled(id, ({ refused, pending }) => refused === 1 && pending === 0);
  const refused = await run(here, id);
  expect((await differences(here, refused.id)).map(({ recordId }) => recordId)).toEqual(["dev-889", "dev-889:1"]);
});

test("EF-N.5: a comparison waits for a receiver that restarts, and goes on", { timeout: SLOW }, async () => {
  const { here, city, id } = await openBoth({ kinds: ["operator"] });
  await here.hub.call("POST", "/api/v1/operators", { items: [operator, { ...operator, id: "op-02" }] });
  await here.settled(id);
  await city.call("DELETE", "/api/v1/operators/op-02");
  await city.hub.close();
  const { body } = await here.ask("POST", "/api/v1/reconciliations", { destinationId: id, kinds: ["operator"] });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const waiting = await here.ask("GET", `/api/v1/reconciliations/${body.id}`, undefined, AT);
  expect(waiting.body.progress).toMatchObject({ state: "running", error: null });
  const again = await city.restart({ httpPort: city.hub.httpPort });
  ends.push(() => again.end());
  expect(await finished(here, String(body.id))).toMatchObject({ missingThere: 1, progress: { state: "done" } });
});

test("EF-N.5: a span of time compares what changed in it, on either side", { timeout: SLOW }, async () => {
  const { here, city, id } = await openBoth({ kinds: ["operator"] });
  await here.hub.call("POST", "/api/v1/operators", { items: [operator] });
  await here.settled(id);
  await city.call("DELETE", "/api/v1/operators/op-01");
  await city.call("POST", "/api/v1/operators", { items: [{ ...operator, id: "o-9" }] });
  const operatorsIn = (from: string, to: string) =>
    run(here, id, { kinds: ["operator"], updatedFrom: from, updatedTo: to });
  expect(await operatorsIn("2001-01-01T00:00:00Z", "2002-01-01T00:00:00Z")).toMatchObject({
    missingThere: 0,
    missingHere: 0,
  });
  expect(await operatorsIn("2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z")).toMatchObject({
    missingThere: 1,
    missingHere: 1,
  });
});

test("EF-N.5: a receiver without digests is compared by its pages; one that answers nonsense or forbids fails with words", {
  timeout: SLOW,
}, async () => {
  const here = await openSharingHub(ends);
  const receiver = await openReceiver(ends);
  await here.hub.call("POST", "/api/v1/operators", { items: [operator, { ...operator, id: "op-02" }] });
  const { id } = await here.add({ url: receiver.url, kinds: ["operator"] });
  await here.settled(String(id));
  const veil = { ...operator, contactName: "联某", contactPhone: "000-0000-0000" };
  const pages: Record<string, unknown> = {
    "/operators?limit=200": { items: [{ ...veil, id: "op-02", version: 7 }], next: "more" },
    "/operators?limit=200&cursor=more": { items: [{ ...veil, name: "改名" }], next: null },
    "/operators/op-01": { ...veil, name: "改名" },
  };
  const asked: string[] = [];
  receiver.read = (path) => {
    asked.push(path);
    return path in pages ? { status: 200, body: JSON.stringify(pages[path]) } : { status: 404, body: "{}" };
  };
  const done = await run(here, String(id), { kinds: ["operator"] });
  expect(await differences(here, done.id)).toMatchObject([
    { recordId: "op-01", members: [{ member: "name", before: "改名", after: operator.name }] },
  ]);
  expect(asked[0]).toContain("/sharing-digests?kind=operator");

  const failures: readonly (readonly [string, number, string])[] = [
    ["bad-answer", 200, "<html>"],
    ["bad-answer", 200, JSON.stringify({ items: [{ id: "../x", digest: "0".repeat(64) }], next: null })],
    [
      "bad-answer",
      200,
      JSON.stringify({ items: ["b", "a"].map((one) => ({ id: one, digest: "0".repeat(64) })), next: null }),
    ],
    ["peer-forbids", 403, "{}"],
  ];
  for (const [code, status, body] of failures) {
    receiver.read = () => ({ status, body });
    const failed = await run(here, String(id), { kinds: ["operator"] });
    expect(failed.progress, body).toMatchObject({ state: "failed", error: { code } });
  }
});

test("SEC-API-05, SEC-AZ-05: a comparison that makes no sense is refused, and not everybody may start or end one", {
  timeout: SLOW,
}, async () => {
  const { here, id } = await openBoth({ kinds: ["operator", "unit"] });
  const start = (body: object, headers?: Record<string, string>) =>
    here.ask("POST", "/api/v1/reconciliations", body, undefined, headers);
  const refusals: readonly (readonly [object, string])[] = [
    [{ destinationId: "nobody", kinds: ["unit"] }, "/destinationId"],
    [{ destinationId: id, kinds: ["alarm"] }, "/kinds"],
    [{ destinationId: id, kinds: [] }, "/kinds"],
    [{ destinationId: id, kinds: ["unit", "unit"] }, "/kinds"],
    [{ destinationId: id, kinds: ["unit"], updatedFrom: "2026-02-30T00:00:00Z" }, "/updatedFrom"],
    [
      { destinationId: id, kinds: ["unit"], updatedFrom: "2026-02-02T00:00:00Z", updatedTo: "2026-02-01T00:00:00Z" },
      "/updatedTo",
    ],
    [{ destinationId: id }, "/kinds"],
  ];
  for (const [body, path] of refusals) {
    const { status, body: problem } = await start(body);
    expect(status, JSON.stringify(body)).toBe(422);
    expect((problem.errors as { path: string }[])[0]?.path, JSON.stringify(problem)).toBe(path);
  }
  const officer = await here.people.invited("dutyOfficer");
  const machine = { authorization: `Bearer ${here.hub.key}` };
  const own = await start({ destinationId: id, kinds: ["unit"] });
  expect(own.body.startedBy).toMatchObject({ kind: "person", name: "示例systemAdministrator" });
  const seen = (await here.people.ask("GET", "/api/v1/reconciliations", undefined, machine)).body.items;
  expect(seen).toMatchObject([{ startedBy: { kind: "person", name: "示*" } }]);
  const body = { destinationId: id, kinds: ["unit"] };
  expect((await here.people.ask("POST", "/api/v1/reconciliations", body, officer.headers)).status).toBe(403);
  expect((await here.people.ask("POST", "/api/v1/reconciliations", body, machine)).status).toBe(202);
  const made = (await here.ask("GET", "/api/v1/reconciliations")).body.items as { id: string }[];
  const resolution = { ids: ["x"], action: "ignore", reason: "x" };
  const path = `/api/v1/reconciliations/${made[0]?.id}/resolutions`;
  expect((await here.people.ask("POST", path, resolution, machine, `${AT}/resolutions`)).status).toBe(403);
  for (const bad of [
    { ...resolution, ids: [] },
    { ...resolution, action: "delete" },
    { ...resolution, reason: " " },
  ])
    expect((await resolve(here, made[0]?.id, bad)).status).toBe(422);
  expect((await resolve(here, "nobody", resolution)).status).toBe(404);
  for (const tail of ["", "/differences"])
    expect((await here.ask("GET", `/api/v1/reconciliations/nobody${tail}`, undefined, `${AT}${tail}`)).status).toBe(
      404,
    );
});
