import { createHmac } from "node:crypto";
import type { Instant } from "@dianan/model";
import { afterEach, expect, test } from "vitest";
import { DAY, MINUTE, openAccess, other, tenant } from "./access-fixture.ts";

type Hub = Awaited<ReturnType<typeof openAccess>>;
let opened: Hub | null = null;
const open = async (folder?: string): Promise<Hub> => {
  opened = await openAccess("default", folder);
  return opened;
};
afterEach(async () => {
  await opened?.close();
  opened?.remove();
});
const grant = (hub: Hub) => ({
  name: "platform A",
  role: "platform",
  scope: { regions: ["350582"] },
  scopes: ["alarms:read"],
  expiresAt: (hub.clock.now + 30 * DAY) as Instant,
});
const now = (hub: Hub): Instant => hub.clock.now as Instant;
/** A client that the first administrator of a new hub has made. */
const newClient = async (hub: Hub, kind: "oauth2" | "signature") => {
  const { caller } = await hub.first();
  const { view, secret } = await hub.clients.add(caller, { ...grant(hub), kind }, hub.at());
  return { caller, id: view.id, secret: secret.secret };
};
const sign = (secret: string) => createHmac("sha256", secret).update("the request").digest("hex");

test("SEC-API-02, -04: an API key comes in until its end or its revocation, and is nowhere in the database", async () => {
  const hub = await open();
  const { caller } = await hub.first();
  const {
    view: { id },
    secret: key,
  } = await hub.keys.add(caller, tenant, grant(hub), hub.at());
  expect(await hub.keys.bySecret(key, now(hub))).toMatchObject({
    ...{
      tenant,
      actor: `key:${id}`,
      role: "platform",
      scope: { regions: ["350582"] },
      scopes: ["alarms:read"],
      by: "key",
    },
  });
  expect(await hub.keys.bySecret(`${key}x`, now(hub))).toBeNull();
  expect(JSON.stringify(await hub.keys.list(tenant))).not.toContain(key);
  expect(await hub.keys.list(other)).toEqual([]);
  hub.clock.now += 30 * DAY;
  expect(await hub.keys.bySecret(key, now(hub))).toBeNull();
  hub.clock.now -= DAY;
  expect(await hub.keys.remove({ ...caller, tenant: other }, id, hub.at())).toBe("absent");
  expect(await hub.keys.remove(caller, id, hub.at())).toBe("done");
  expect(await hub.keys.bySecret(key, now(hub))).toBeNull();
});

test("SEC-API-02: client credentials give a token of at most an hour, which ends with its client", async () => {
  const hub = await open();
  const { caller, id, secret } = await newClient(hub, "oauth2");
  expect(await hub.clients.token(id, "dc_wrong", null, hub.at())).toBe("wrong");
  expect(await hub.clients.token("nobody", secret, null, hub.at())).toBe("wrong");
  const issued = await hub.clients.token(id, secret, ["alarms:read"], hub.at());
  if (typeof issued === "string") throw new Error(issued);
  expect(issued.expiresIn).toBeLessThanOrEqual(3_600);
  expect(await hub.clients.byToken(issued.token, now(hub))).toMatchObject({
    ...{ tenant, actor: `client:${id}`, by: "token", scopes: ["alarms:read"] },
  });
  hub.clock.now += issued.expiresIn * 1000;
  expect(await hub.clients.byToken(issued.token, now(hub))).toBeNull();
  const next = await hub.clients.token(id, secret, null, hub.at());
  const revoked = await hub.clients.token(id, secret, null, hub.at());
  if (typeof next === "string" || typeof revoked === "string") throw new Error("no token");
  expect(await hub.clients.revoke(id, "dc_wrong", revoked.token, now(hub))).toBe("wrong");
  expect(await hub.clients.byToken(revoked.token, now(hub))).not.toBeNull();
  await hub.clients.revoke(id, secret, revoked.token, now(hub));
  expect(await hub.clients.token(id, secret, ["alarms:read", "system:manage"], hub.at())).toBe("bad-scope");
  expect(await hub.clients.byToken(revoked.token, now(hub))).toBeNull();
  expect(await hub.clients.byToken(next.token, now(hub))).not.toBeNull();
  expect(await hub.clients.remove(caller, id, hub.at())).toBe("done");
  expect(await hub.clients.byToken(next.token, now(hub))).toBeNull();
  expect(await hub.clients.token(id, secret, null, hub.at())).toBe("wrong");
});

test("SEC-API-04: two secrets live during a rotation, never three; each can be dropped", async () => {
  const hub = await open();
  const { caller, id, secret } = await newClient(hub, "oauth2");
  const second = await hub.clients.rotate(caller, id, hub.at());
  if (second === null) throw new Error("no rotation");
  const works = async (one: string) => typeof (await hub.clients.token(id, one, null, hub.at())) !== "string";
  expect([await works(secret), await works(second.secret)]).toEqual([true, true]);
  const third = await hub.clients.rotate(caller, id, hub.at());
  if (third === null) throw new Error("no rotation");
  expect([await works(secret), await works(second.secret), await works(third.secret)]).toEqual([false, true, true]);
  expect(await hub.clients.dropSecret(caller, id, second.id, hub.at())).toBe("done");
  expect(await hub.clients.dropSecret(caller, id, second.id, hub.at())).toBe("absent");
  expect([await works(second.secret), await works(third.secret)]).toEqual([false, true]);
  expect(await hub.clients.rotate({ ...caller, tenant: other }, id, hub.at())).toBeNull();
});

test("SEC-API-03: a signed request works once, within five minutes, also across a restart", async () => {
  const hub = await open();
  const { id, secret } = await newClient(hub, "signature");
  const signature = sign(secret);
  const come = (one: Hub, nonce: string, signedAt: number, sent = signature) =>
    one.clients.bySignature(id, signedAt as Instant, nonce, (key) => sign(key) === sent, now(one));
  expect(await come(hub, "n1", hub.clock.now)).toMatchObject({ actor: `client:${id}`, by: "signature" });
  expect(await come(hub, "n1", hub.clock.now)).toBe("reused");
  expect(await come(hub, "n2", hub.clock.now, sign("other secret"))).toBe("wrong");
  expect(await come(hub, "n2", hub.clock.now - 5 * MINUTE)).toMatchObject({ by: "signature" });
  expect(await come(hub, "n3", hub.clock.now - 5 * MINUTE - 1)).toBe("expired");
  expect(await come(hub, "n4", hub.clock.now + 5 * MINUTE + 1)).toBe("expired");
  const signedAt = hub.clock.now;
  await hub.close();
  const again = await open(hub.folder);
  again.clock.now = signedAt + MINUTE;
  expect(await come(again, "n1", signedAt)).toBe("reused");
  expect(await come(again, "n5", signedAt)).toMatchObject({ by: "signature" });
});

test("SEC-API-03: of many replays at once one works", async () => {
  const hub = await open();
  const { id, secret } = await newClient(hub, "signature");
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => hub.clients.bySignature(id, now(hub), "same", (key) => key === secret, now(hub))),
  );
  expect(tries.filter((one) => typeof one !== "string")).toHaveLength(1);
});

test("SEC-API-04: after a rotation the old key works for a day more", async () => {
  const hub = await open();
  const { caller } = await hub.first();
  const { view, secret } = await hub.keys.add(caller, tenant, grant(hub), hub.at());
  const rotated = await hub.keys.rotate(caller, view.id, hub.at());
  if (rotated === null) throw new Error("no rotation");
  const works = async (one: string) => (await hub.keys.bySecret(one, now(hub)))?.actor === `key:${view.id}`;
  expect([await works(secret), await works(rotated.secret)]).toEqual([true, true]);
  expect(await hub.keys.list(tenant)).toMatchObject([{ id: view.id, hint: rotated.secret.slice(0, 7) }]);
  hub.clock.now += DAY;
  expect([await works(secret), await works(rotated.secret)]).toEqual([false, true]);
  expect(await hub.keys.rotate({ ...caller, tenant: other }, view.id, hub.at())).toBeNull();
  expect(await hub.keys.remove(caller, `old.${view.id}`, hub.at())).toBe("absent");
});

test("SEC-AZ-07: what a client loses its tokens lose at once; a disabled client is out", async () => {
  const hub = await open();
  const { caller } = await hub.first();
  const draft = { ...grant(hub), kind: "oauth2", scopes: ["alarms:read", "records:read"] } as const;
  const { view, secret } = await hub.clients.add(caller, draft, hub.at());
  const issued = await hub.clients.token(view.id, secret.secret, null, hub.at());
  if (typeof issued === "string") throw new Error(issued);
  const changed = await hub.clients.change(caller, view.id, 1, { scopes: ["records:read"] }, hub.at());
  expect(changed).toMatchObject({ version: 2, scopes: ["records:read"] });
  expect((await hub.clients.byToken(issued.token, now(hub)))?.scopes).toEqual(["records:read"]);
  expect(await hub.clients.change(caller, view.id, 1, { isDisabled: true }, hub.at())).toBe("conflict");
  await hub.clients.change(caller, view.id, null, { isDisabled: true }, hub.at());
  expect(await hub.clients.byToken(issued.token, now(hub))).toBeNull();
  expect(await hub.clients.find(other, view.id)).toBeNull();
});
