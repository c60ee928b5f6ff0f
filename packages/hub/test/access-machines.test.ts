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
  expiresAt: (hub.clock.now + 30 * DAY) as Instant,
});
const now = (hub: Hub): Instant => hub.clock.now as Instant;
const sign = (secret: string) => createHmac("sha256", secret).update("the request").digest("hex");

test("SEC-API-02, -04: an API key comes in until its end or its revocation, and is nowhere in the database", async () => {
  const hub = await open();
  const { caller } = await hub.first();
  const { id, key } = await hub.machines.addKey(caller, tenant, grant(hub), hub.at());
  expect(await hub.machines.byKey(key, now(hub))).toMatchObject({
    caller: { tenant, actor: `key:${id}`, role: "platform", scope: { regions: ["350582"] }, by: "key" },
  });
  expect(await hub.machines.byKey(`${key}x`, now(hub))).toBeNull();
  expect(JSON.stringify(await hub.machines.keys(tenant))).not.toContain(key);
  expect(await hub.machines.keys(other)).toEqual([]);
  hub.clock.now += 30 * DAY;
  expect(await hub.machines.byKey(key, now(hub))).toBeNull();
  hub.clock.now -= DAY;
  expect(await hub.machines.dropKey({ ...caller, tenant: other }, id, hub.at())).toBe("absent");
  expect(await hub.machines.dropKey(caller, id, hub.at())).toBe("done");
  expect(await hub.machines.byKey(key, now(hub))).toBeNull();
});

test("SEC-API-02: client credentials give a token of at most an hour, which ends with its client", async () => {
  const hub = await open();
  const { caller } = await hub.first();
  const { id, secret } = await hub.machines.addClient(caller, grant(hub), hub.at());
  expect(await hub.machines.token(id, "dc_wrong", null, hub.at())).toBeNull();
  expect(await hub.machines.token("nobody", secret, null, hub.at())).toBeNull();
  const issued = await hub.machines.token(id, secret, ["alarms:read"], hub.at());
  if (issued === null) throw new Error("no token");
  expect(issued.expiresIn).toBeLessThanOrEqual(3_600);
  expect(await hub.machines.byToken(issued.token, now(hub))).toMatchObject({
    caller: { tenant, actor: `client:${id}`, by: "token" },
    scopes: ["alarms:read"],
  });
  hub.clock.now += issued.expiresIn * 1000;
  expect(await hub.machines.byToken(issued.token, now(hub))).toBeNull();
  const next = await hub.machines.token(id, secret, null, hub.at());
  const revoked = await hub.machines.token(id, secret, null, hub.at());
  if (next === null || revoked === null) throw new Error("no token");
  await hub.machines.revoke(revoked.token);
  expect(await hub.machines.byToken(revoked.token, now(hub))).toBeNull();
  expect(await hub.machines.byToken(next.token, now(hub))).not.toBeNull();
  expect(await hub.machines.dropClient(caller, id, hub.at())).toBe("done");
  expect(await hub.machines.byToken(next.token, now(hub))).toBeNull();
  expect(await hub.machines.token(id, secret, null, hub.at())).toBeNull();
});

test("SEC-API-04: two secrets live during a rotation, never three; each can be dropped", async () => {
  const hub = await open();
  const { caller } = await hub.first();
  const { id, secret } = await hub.machines.addClient(caller, grant(hub), hub.at());
  const second = await hub.machines.rotate(caller, id, hub.at());
  if (second === null) throw new Error("no rotation");
  const works = async (one: string) => (await hub.machines.token(id, one, null, hub.at())) !== null;
  expect([await works(secret), await works(second.secret)]).toEqual([true, true]);
  const third = await hub.machines.rotate(caller, id, hub.at());
  if (third === null) throw new Error("no rotation");
  expect([await works(secret), await works(second.secret), await works(third.secret)]).toEqual([false, true, true]);
  expect(await hub.machines.dropSecret(caller, id, second.secretId, hub.at())).toBe("done");
  expect(await hub.machines.dropSecret(caller, id, second.secretId, hub.at())).toBe("absent");
  expect([await works(second.secret), await works(third.secret)]).toEqual([false, true]);
  expect(await hub.machines.rotate({ ...caller, tenant: other }, id, hub.at())).toBeNull();
});

test("SEC-API-03: a signed request works once, within five minutes, also across a restart", async () => {
  const hub = await open();
  const { caller } = await hub.first();
  const { id, secret } = await hub.machines.addClient(caller, grant(hub), hub.at());
  const signature = sign(secret);
  const come = (one: Hub, nonce: string, signedAt: number, sent = signature) =>
    one.machines.bySignature(id, signedAt as Instant, nonce, (key) => sign(key) === sent, now(one));
  expect(await come(hub, "n1", hub.clock.now)).toMatchObject({ caller: { actor: `client:${id}`, by: "signature" } });
  expect(await come(hub, "n1", hub.clock.now)).toBeNull();
  expect(await come(hub, "n2", hub.clock.now, sign("other secret"))).toBeNull();
  expect(await come(hub, "n2", hub.clock.now - 5 * MINUTE)).not.toBeNull();
  expect(await come(hub, "n3", hub.clock.now - 5 * MINUTE - 1)).toBeNull();
  expect(await come(hub, "n4", hub.clock.now + 5 * MINUTE + 1)).toBeNull();
  const signedAt = hub.clock.now;
  await hub.close();
  const again = await open(hub.folder);
  again.clock.now = signedAt + MINUTE;
  expect(await come(again, "n1", signedAt)).toBeNull();
  expect(await come(again, "n5", signedAt)).not.toBeNull();
});

test("SEC-API-03: of many replays at once one works", async () => {
  const hub = await open();
  const { caller } = await hub.first();
  const { id, secret } = await hub.machines.addClient(caller, grant(hub), hub.at());
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => hub.machines.bySignature(id, now(hub), "same", (key) => key === secret, now(hub))),
  );
  expect(tries.filter((one) => one !== null)).toHaveLength(1);
});
