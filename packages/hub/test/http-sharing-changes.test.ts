import { verifyWebhook } from "@dianan/open-api";
import { afterEach, expect, test } from "vitest";
import { alarm, operator, putPlace, type TestHub, until } from "./http-fixture.ts";
import { draft, lastOf, openReceiver, openSharingHub, SECRET, type SharingHub } from "./sharing-fixture.ts";

const SLOW = 60_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const AT = "/api/v1/sharing/{id}";

/** The hub again on the same data, and a way to ask as the same person: a session outlives a restart. */
const restarted = async (
  here: SharingHub,
): Promise<{ hub: TestHub; ask: (method: string, path: string, body?: object) => Promise<Response> }> => {
  const hub = await here.hub.restart();
  ends.splice(ends.length - 1, 0, () => hub.hub.close());
  return {
    hub,
    ask: (method, path, body) =>
      fetch(`${hub.hub.httpUrl}${path}`, {
        method,
        headers: { ...here.administrator.headers, "content-type": "application/json", "sec-fetch-site": "same-origin" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
};

test("EF-N.5: a pause keeps what is owed, over a restart too; resumed it goes, and nothing is lost", {
  timeout: SLOW,
}, async () => {
  const here = await openSharingHub(ends);
  const city = await openReceiver(ends);
  const { id } = await here.add({ url: city.url });
  await here.settled(String(id));
  const pause = await here.ask("POST", `/api/v1/sharing/${id}/pause`, { reason: "对方检修" }, `${AT}/pause`);
  expect(pause.body).toMatchObject({ state: "paused", pausedReason: "对方检修" });
  await putPlace(here.hub);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const retry = await here.ask("POST", `/api/v1/sharing/${id}/retry`, undefined, `${AT}/retry`);
  expect([retry.status, retry.body.code]).toEqual([409, "wrong-state"]);
  const { hub, ask } = await restarted(here);
  await hub.call("POST", "/api/v1/alarms", { items: [alarm] });
  const paused = await (await ask("GET", `/api/v1/sharing/${id}`)).json();
  expect(paused).toMatchObject({ state: "paused", pending: 5, lagSeconds: expect.any(Number) });
  expect(city.pushes).toEqual([]);
  const resumed = await (await ask("POST", `/api/v1/sharing/${id}/resume`)).json();
  expect(resumed).toMatchObject({ pausedReason: null });
  await until(
    () => lastOf(city).size,
    (count) => count === 5,
  );
});

test("SEC-OUT-04: after a change of the secret both sign for a day, so that the receiver changes in its own time", {
  timeout: SLOW,
}, async () => {
  const { hub, add, ask, settled } = await openSharingHub(ends);
  const city = await openReceiver(ends);
  const next = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
  const { id } = await add({ url: city.url, secret: SECRET });
  const patched = await ask("PATCH", `/api/v1/sharing/${id}`, { secret: next }, AT, { "if-match": '"1"' });
  expect(patched.status).toBe(200);
  await hub.call("POST", "/api/v1/operators", { items: [operator] });
  await settled(String(id));
  const push = city.pushes.at(-1);
  const isSignedWith = async (secret: string) =>
    (await verifyWebhook({ headers: push?.headers ?? {}, body: push?.body ?? "", secrets: [secret], now: Date.now() }))
      .ok;
  expect([await isSignedWith(next), await isSignedWith(SECRET)]).toEqual([true, true]);
  expect(await isSignedWith(`whsec_${Buffer.alloc(32, 8).toString("base64")}`)).toBe(false);
});

test("SEC-LIM-01: a tenant has 20 destinations and not one more; the command line's comes on top", {
  timeout: SLOW,
}, async () => {
  const city = await openReceiver(ends);
  const { ask } = await openSharingHub(ends, { city: { url: city.url, key: null, secret: null } });
  const body = { ...draft, url: "http://127.0.0.1:9999/x", kinds: ["alarm"] };
  const statuses: number[] = [];
  for (let n = 0; n < 21; n += 1) statuses.push((await ask("POST", "/api/v1/sharing", body)).status);
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 201), 409]);
});

test("SEC-KEY-02: with another master key a destination rests, and goes on when its credentials are given again", {
  timeout: SLOW,
}, async () => {
  const here = await openSharingHub(ends, { masterKey: Buffer.alloc(32, 1).toString("base64") });
  const city = await openReceiver(ends);
  const { id } = await here.add({ url: city.url, headers: { "x-key": "k1" } });
  await here.settled(String(id));
  const hub = await here.hub.restart({ masterKey: Buffer.alloc(32, 2).toString("base64") });
  ends.splice(ends.length - 1, 0, () => hub.hub.close());
  await hub.call("POST", "/api/v1/operators", { items: [operator] });
  expect(hub.log.join("\n")).toContain(`sharing ${id}`);
  expect(hub.log.join("\n")).not.toContain("k1");
  const patch = (body: object) =>
    fetch(`${hub.hub.httpUrl}/api/v1/sharing/${id}`, {
      method: "PATCH",
      headers: {
        ...here.administrator.headers,
        "content-type": "application/json",
        "sec-fetch-site": "same-origin",
        "if-match": '"1"',
      },
      body: JSON.stringify(body),
    });
  const refused = await patch({ name: "x" });
  expect(refused.status).toBe(422);
  expect(((await refused.json()) as { errors: { path: string }[] }).errors[0]?.path).toBe("/secret");
  expect((await patch({ secret: SECRET, headers: { "x-key": "k2" } })).status).toBe(200);
  await until(
    () => city.pushes.at(-1)?.headers["x-key"],
    (key) => key === "k2",
  );
  expect(lastOf(city).has("operators op-01")).toBe(true);
});
