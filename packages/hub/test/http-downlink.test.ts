import { gb26875 } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandDesk, openDesk } from "./command-fixture.ts";
import { until } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";
import { deviceBody, registerDevice } from "./registry.ts";

type Given = { readonly id: string; readonly [member: string]: unknown };

let desk: CommandDesk;
const keys = new Map<string, string>();
const json = { protocol: "json" };
beforeAll(async () => {
  desk = await openDesk([1, 2]);
  for (const [id, more] of [
    ["spoken", json],
    ["gateway", json],
    ["behind", { ...json, gatewayId: "gateway" }],
    ["sleeper", json],
    ["other", json],
  ] as const)
    await registerDevice(desk.hub(), deviceBody(id, id, more));
  for (const id of ["spoken", "gateway", "sleeper", "other", "d1"]) {
    const invited = await desk.hub().call("POST", `/api/v1/devices/${id}/enrolments`);
    const { secret } = (await invited.json()) as { secret: string };
    const enrolled = await desk.hub().call("POST", "/api/v1/uplink/enrolment", { secret });
    keys.set(id, ((await enrolled.json()) as { secret: string }).secret);
  }
}, 60_000);
afterAll(() => desk?.end());

const by = (id: string) => ({ authorization: `Bearer ${keys.get(id) ?? id}` });
const COMMANDS = "/api/v1/uplink/commands";
const fetched = async (id: string, query = ""): Promise<readonly Given[]> => {
  const answer = await desk.ask(by(id), "GET", `${COMMANDS}${query}`, undefined, COMMANDS);
  expect(answer.status).toBe(200);
  return answer.body.items as readonly Given[];
};
const report = async (id: string, command: unknown, body: unknown): Promise<number> => {
  const path = `${COMMANDS}/${command}/result`;
  const answer = await desk.hub().call("POST", path, body, by(id));
  if (answer.status !== 204) checkAnswer("POST", `${COMMANDS}/{id}/result`, answer.status, await answer.json());
  return answer.status;
};
const send = async (device: string, draft: object): Promise<string> => {
  const { status, body } = await desk.send(device, draft);
  expect([status, body]).toEqual([202, expect.anything()]);
  return String(body.id);
};

test("SEC-DEV-14, EF-N.1: a sleeping device is told that a command waits, asks for it, and says what became of it", async () => {
  const id = await send("spoken", { action: "mute", parameters: { minutes: 10 } });
  expect(await desk.get(id)).toMatchObject({ state: "queued" });
  const said = await desk.ask(by("spoken"), "POST", "/api/v1/uplink/events", { sequence: 1, readings: [] });
  expect(said.body).toMatchObject({ status: "accepted", commands: 1 });
  const [first, ...more] = await fetched("spoken");
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    ...{ id, deviceId: "spoken", protocol: "json", wireAddress: "spoken" },
    ...{ action: "mute", component: null, parameters: { minutes: 10 }, hex: null, expiresAt: expect.any(String) },
  });
  expect(await desk.get(id)).toMatchObject({ state: "sent", sentAt: expect.any(String) });
  // Its answer was lost: as often as it asks, more than a link would be tried, and always by its id.
  for (let n = 0; n < 6; n += 1) expect((await fetched("spoken")).map((one) => one.id)).toEqual([id]);
  expect(await report("spoken", id, { outcome: "done", text: "已消音" })).toBe(204);
  expect(await desk.get(id)).toMatchObject({ state: "done", result: "已消音" });
  expect(await report("spoken", id, { outcome: "done", text: "已消音" })).toBe(204);
  expect(await report("spoken", id, { outcome: "refused" })).toBe(409);
  expect(await desk.get(id)).toMatchObject({ state: "done", result: "已消音" });
  expect(await fetched("spoken")).toEqual([]);
  expect(await desk.acts(id)).toEqual(["command.ask", "command.send", "command.report", "command.end"]);
});

test("SEC-DEV-14: commands come one at a time, in order; refused and failed are what the device says", async () => {
  const ids = [await send("spoken", { action: "selfTest" }), await send("spoken", { action: "syncClock" })];
  expect((await fetched("spoken")).map(({ id }) => id)).toEqual([ids[0]]);
  // The second was not given to it yet.
  expect(await report("spoken", ids[1], { outcome: "done" })).toBe(409);
  expect(await report("spoken", ids[0], { outcome: "refused", text: "正在报警" })).toBe(204);
  expect((await fetched("spoken")).map(({ id }) => id)).toEqual([ids[1]]);
  expect(await report("spoken", ids[1], { outcome: "failed", text: "时钟芯片故障" })).toBe(204);
  expect(await desk.get(ids[0])).toMatchObject({ state: "refused", result: "正在报警" });
  expect(await desk.get(ids[1])).toMatchObject({ state: "failed", result: "时钟芯片故障" });
});

test("a device that waits is answered when its command is asked for", async () => {
  let isAnswered = false;
  const waiting = fetched("spoken", "?wait=25").then((items) => {
    isAnswered = true;
    return items;
  });
  const other = fetched("other", "?wait=1");
  expect(isAnswered).toBe(false);
  const id = await send("spoken", { action: "selfTest" });
  expect((await waiting).map((one) => one.id)).toEqual([id]);
  expect(await other).toEqual([]);
  await report("spoken", id, { outcome: "done" });
}, 30_000);

test("SEC-DEV-18: a gateway gets what is for it and for those behind it, and nothing else; nobody reports for others", async () => {
  const ids = [await send("behind", { action: "selfTest" }), await send("gateway", { action: "syncClock" })];
  const items = await fetched("gateway");
  expect(items.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(items.find(({ id }) => id === ids[0])).toMatchObject({ deviceId: "behind", wireAddress: "behind" });
  expect(await fetched("other")).toEqual([]);
  for (const id of ids) expect(await report("other", id, { outcome: "done" })).toBe(404);
  expect(await report("other", "command-0", { outcome: "done" })).toBe(404);
  expect(await report("gateway", "no%20id", { outcome: "done" })).toBe(404);
  for (const id of ids) expect(await report("gateway", id, { outcome: "done" })).toBe(204);
  for (const id of ids) expect(await desk.settled(id)).toMatchObject({ state: "done" });
});

test("SEC-API-01, SEC-API-05: no credential, another's kind, and what the document does not have are refused", async () => {
  const id = await send("spoken", { action: "selfTest" });
  await fetched("spoken");
  for (const bad of [
    {},
    { outcome: "perhaps" },
    { outcome: "done", more: 1 },
    { outcome: "done", text: "x".repeat(501) },
  ])
    expect(await report("spoken", id, bad)).toBe(422);
  expect((await desk.hub().call("GET", COMMANDS)).status).toBe(403);
  expect(
    (await desk.hub().call("GET", COMMANDS, undefined, { authorization: "Bearer dd_wrong-key-0000" })).status,
  ).toBe(401);
  expect((await desk.hub().call("GET", `${COMMANDS}?wait=31`, undefined, by("spoken"))).status).toBe(422);
  const large = await desk.send("spoken", { action: "mute", parameters: { text: "x".repeat(600) } });
  expect([large.status, JSON.stringify(large.body)]).toEqual([422, expect.stringContaining("/parameters")]);
  expect(await desk.get(id)).toMatchObject({ state: "sent" });
  expect(await report("spoken", id, { outcome: "done" })).toBe(204);
});

test("GB/T 26875.3 §6.4: a device of frames is given the frame, and its answering frame ends the command", async () => {
  const id = await send("d1", { action: "syncClock" });
  const [given] = await fetched("d1");
  const read = gb26875.decodeFrame(Buffer.from(String(given?.hex), "hex"));
  if (!read.ok) throw new Error("no frame");
  expect(given).toMatchObject({ id, protocol: "gb26875", wireAddress: "1" });
  const at = { year: 2026, month: 11, day: 27, hour: 8, minute: 0, second: 0 };
  const hex = Buffer.from(gb26875.encodeFrame(gb26875.confirm(read.value, at))).toString("hex");
  const items = [{ protocol: "gb26875", wireAddress: "1", hex }];
  const sent = await desk.ask(by("d1"), "POST", "/api/v1/uplink/frames", { items });
  expect(sent.body).toMatchObject({ results: [{ status: "accepted" }] });
  expect(await desk.settled(id)).toMatchObject({ state: "done" });
});

test("SEC-DEV-14: after its expiry nothing is given; what was given and not reported has failed, until it is said late", async () => {
  const never = await send("sleeper", { action: "selfTest", expiresInSeconds: 1 });
  expect(await desk.settled(never)).toMatchObject({ state: "expired" });
  expect(await fetched("sleeper")).toEqual([]);
  expect(await report("sleeper", never, { outcome: "done" })).toBe(409);
  const silent = await send("sleeper", { action: "selfTest", expiresInSeconds: 6 });
  expect(await fetched("sleeper")).toHaveLength(1);
  expect(await desk.settled(silent)).toMatchObject({
    state: "failed",
    result: expect.stringContaining("may or may not"),
  });
  expect(await fetched("sleeper")).toEqual([]);
  expect(await report("sleeper", silent, { outcome: "done", text: "自检正常" })).toBe(204);
  expect(await desk.get(silent)).toMatchObject({ state: "done", result: expect.stringContaining("自检正常") });
  expect(await report("sleeper", silent, { outcome: "refused" })).toBe(409);
}, 30_000);

test("EF-4.4.3: what waits and what was given outlive a restart, with the same ids", async () => {
  const ids = [await send("sleeper", { action: "selfTest" }), await send("sleeper", { action: "syncClock" })];
  expect((await fetched("sleeper")).map(({ id }) => id)).toEqual([ids[0]]);
  // Somebody waits while the hub closes.
  const waiting = fetched("other", "?wait=30").catch(() => []);
  await desk.restart();
  expect(await waiting).toEqual([]);
  expect((await fetched("sleeper")).map(({ id }) => id)).toEqual([ids[0]]);
  expect(await report("sleeper", ids[0], { outcome: "done" })).toBe(204);
  const second = await until(
    () => fetched("sleeper"),
    (items) => items.length > 0,
  );
  expect(second.map(({ id }) => id)).toEqual([ids[1]]);
  expect(await report("sleeper", ids[1], { outcome: "done" })).toBe(204);
}, 60_000);
