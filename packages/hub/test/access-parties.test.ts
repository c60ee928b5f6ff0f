import type { Instant } from "@dianan/model";
import { afterEach, expect, test } from "vitest";
import { createParties } from "../src/access/parties.ts";
import { allowedRanges } from "../src/outbound/address.ts";
import { createOutbound } from "../src/outbound/outbound.ts";
import { createResolve } from "../src/outbound/resolve.ts";
import type { Caller } from "../src/ports/caller.ts";
import { createPeerReader } from "../src/share/peer-reader.ts";
import { DAY, MINUTE, openAccess, other, tenant } from "./access-fixture.ts";
import { openPeer, type PeerPlatform } from "./peer-platform.ts";

const draft = { platformCode: "PARTNER1", name: "示例第三方平台", scopes: ["records:read"], scope: {} };
const open = async () => {
  const hub = await openAccess();
  const peer = await openPeer();
  const outbound = createOutbound(allowedRanges("127.0.0.1"), createResolve());
  const parties = createParties(hub.deps, createPeerReader(outbound, Date.now, new AbortController().signal));
  const admin = (await hub.first()).caller;
  const now = () => hub.clock.now as Instant;
  const comes = async (token: string): Promise<Caller> => {
    const caller = await parties.bySecret(token, now());
    if (caller === null || caller === "suspended") throw new Error(`refused: ${caller}`);
    return caller;
  };
  const given = (more: object = {}) => ({
    ...{ token: peer.token, url: peer.url, platformCode: "PARTNER1", name: "示例第三方平台" },
    ...more,
  });
  const invite = async (more: object = {}) => {
    const made = await parties.invite(admin, { ...draft, ...more }, hub.at());
    if (made === "taken") throw new Error(made);
    return made;
  };
  const register = async (token: string) => {
    const done = await parties.register(await comes(token), given(), hub.at());
    if (!done.ok) throw new Error(done.error);
    return done.value;
  };
  return { ...hub, parties, peer, admin, now, comes, given, invite, register };
};
type Open = Awaited<ReturnType<typeof open>>;
let opened: (Open & { peer: PeerPlatform }) | null = null;
const start = async (): Promise<Open> => {
  opened = await open();
  return opened;
};
afterEach(async () => {
  await opened?.peer.stop();
  await opened?.close();
  opened?.remove();
});

test("EF-N.3: token A registers once and does nothing else; token C is bound to tenant, scopes and role", async () => {
  const hub = await start();
  const { token, party } = await hub.invite({ scope: { regions: ["350582"] } });
  const a = await hub.comes(token);
  expect(a).toMatchObject({ tenant, actor: `party:${party.id}`, role: "platform", scopes: ["platforms:handshake"] });
  const { token: c, party: registered } = await hub.register(token);
  expect(registered).toMatchObject({
    state: "connected",
    url: hub.peer.url,
    peer: { version: "1" },
    renewedAt: hub.now(),
  });
  expect(registered.expiresAt).toBe(hub.now() + 365 * DAY);
  expect(await hub.comes(c)).toMatchObject({
    ...{ tenant, actor: `party:${party.id}`, role: "platform", by: "key", factorAt: null },
    ...{ scope: { regions: ["350582"] }, scopes: ["records:read", "platforms:handshake"] },
  });
  expect(hub.peer.asked).toEqual([`/versions Bearer ${hub.peer.token}`, `/versions/1 Bearer ${hub.peer.token}`]);
  expect(await hub.parties.bySecret(token, hub.now())).toBeNull();
  expect(await hub.parties.register(a, hub.given(), hub.at())).toEqual({ ok: false, error: "no-party" });
  expect(await hub.parties.register(await hub.comes(c), hub.given(), hub.at())).toEqual({
    ok: false,
    error: "registered",
  });
});

test("EF-N.3: of many registrations with one token A at once, one works", async () => {
  const hub = await start();
  const { token } = await hub.invite();
  const a = await hub.comes(token);
  const tries = await Promise.all(Array.from({ length: 8 }, () => hub.parties.register(a, hub.given(), hub.at())));
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  expect(tries.filter((one) => !one.ok).map((one) => !one.ok && one.error)).toEqual(Array(7).fill("registered"));
});

test("SEC-API-04: the token before goes on for a day beside the new one, never a third; nothing is kept in clear", async () => {
  const hub = await start();
  const { token: first } = await hub.register((await hub.invite()).token);
  hub.clock.now += 30 * DAY;
  const renew = async (token: string) => {
    const done = await hub.parties.renew(await hub.comes(token), hub.given({ token: hub.peer.token }), hub.at());
    if (!done.ok) throw new Error(done.error);
    return done.value.token;
  };
  const lost = await renew(first);
  // The answer was lost: whoever still has the first renews again, and the token that nobody has ends.
  hub.clock.now += DAY / 2;
  const second = await renew(first);
  const works = async (token: string) => (await hub.parties.bySecret(token, hub.now())) !== null;
  expect([await works(first), await works(lost), await works(second)]).toEqual([true, false, true]);
  hub.clock.now += DAY / 2;
  expect([await works(first), await works(second)]).toEqual([false, true]);
  expect((await hub.parties.list(tenant))[0]?.renewedAt).toBe(hub.now() - DAY / 2);
  const kept = JSON.stringify([
    await hub.access.items(tenant, "party", "", 10),
    await hub.access.items(tenant, "partyToken", "", 10),
    (
      await hub.access.audit(tenant, {
        first: "oldest",
        from: null,
        to: null,
        actor: null,
        act: null,
        result: null,
        object: null,
        after: null,
        limit: 100,
      })
    ).items,
  ]);
  for (const secret of [first, second, lost, hub.peer.token]) expect(kept).not.toContain(secret);
});

test("SEC-API-02: a token ends after a year, an invitation after a week; then the platform can be invited anew", async () => {
  const hub = await start();
  const { token, party } = await hub.invite();
  expect(await hub.parties.invite(hub.admin, draft, hub.at())).toBe("taken");
  hub.clock.now += 7 * DAY;
  expect(await hub.parties.bySecret(token, hub.now())).toBeNull();
  const again = await hub.invite();
  expect(again.party.id).not.toBe(party.id);
  expect((await hub.parties.list(tenant)).map(({ id }) => id)).toEqual([again.party.id]);
  const { token: c } = await hub.register(again.token);
  expect(await hub.parties.invite(hub.admin, draft, hub.at())).toBe("taken");
  hub.clock.now += 365 * DAY;
  expect(await hub.parties.bySecret(c, hub.now())).toBeNull();
});

test("EF-N.4: of many invitations of one code at once, one is made; another tenant's is its own", async () => {
  const hub = await start();
  const tries = await Promise.all(Array.from({ length: 8 }, () => hub.parties.invite(hub.admin, draft, hub.at())));
  expect(tries.filter((one) => one !== "taken")).toHaveLength(1);
  expect(await hub.parties.invite({ ...hub.admin, tenant: other }, draft, hub.at())).not.toBe("taken");
  expect(await hub.parties.list(tenant)).toHaveLength(1);
});

test("SEC-AZ-07: a suspended platform is out with the next call and in again when it is restored", async () => {
  const hub = await start();
  const { token } = await hub.register((await hub.invite()).token);
  const { id } = (await hub.parties.list(tenant))[0] ?? { id: "" };
  expect(await hub.parties.setSuspended(hub.admin, id, true, "调查", hub.at())).toMatchObject({ state: "suspended" });
  expect(await hub.parties.bySecret(token, hub.now())).toBe("suspended");
  expect(await hub.parties.setSuspended(hub.admin, id, false, "查清", hub.at())).toMatchObject({ state: "connected" });
  expect(await hub.comes(token)).toMatchObject({ actor: `party:${id}` });
});

test("SEC-AZ-01: another tenant's administrator finds, suspends and removes nothing", async () => {
  const hub = await start();
  const { token } = await hub.register((await hub.invite()).token);
  const { id } = (await hub.parties.list(tenant))[0] ?? { id: "" };
  const stranger = { ...hub.admin, tenant: other };
  expect(await hub.parties.find(other, id)).toBeNull();
  expect(await hub.parties.list(other)).toEqual([]);
  expect(await hub.parties.setSuspended(stranger, id, true, "x", hub.at())).toBe("absent");
  expect(await hub.parties.remove(stranger, id, hub.at())).toBe("absent");
  expect(await hub.comes(token)).toMatchObject({ tenant });
});

test("SEC-AZ-07: who leaves or is removed is out with every token", async () => {
  const hub = await start();
  const first = await hub.register((await hub.invite()).token);
  const renewed = await hub.parties.renew(await hub.comes(first.token), hub.given(), hub.at());
  if (!renewed.ok) throw new Error(renewed.error);
  expect(await hub.parties.leave(await hub.comes(renewed.value.token), hub.at())).toBe("done");
  for (const token of [first.token, renewed.value.token])
    expect(await hub.parties.bySecret(token, hub.now())).toBeNull();
  expect(await hub.parties.list(tenant)).toEqual([]);
  const { token, party } = await hub.invite();
  expect(await hub.parties.remove(hub.admin, party.id, hub.at())).toBe("done");
  expect(await hub.parties.remove(hub.admin, party.id, hub.at())).toBe("absent");
  expect(await hub.parties.bySecret(token, hub.now())).toBeNull();
});

test("EF-N.4: a platform that is silent and does not answer is offline; heard or answering again it is connected", async () => {
  const hub = await start();
  const { token } = await hub.register((await hub.invite()).token);
  const state = async () => (await hub.parties.list(tenant))[0];
  const registered = hub.peer.asked.length;
  hub.clock.now += 4 * MINUTE;
  await hub.parties.watch(tenant, hub.now());
  expect(hub.peer.asked).toHaveLength(registered);
  hub.clock.now += MINUTE;
  await hub.parties.watch(tenant, hub.now());
  expect(hub.peer.asked).toHaveLength(registered + 2);
  expect(await state()).toMatchObject({ state: "connected", lastSeenAt: hub.now() });
  hub.peer.status = 500;
  hub.clock.now += 5 * MINUTE;
  await hub.parties.watch(tenant, hub.now());
  expect(await state()).toMatchObject({ state: "offline", lastSeenAt: hub.now() - 5 * MINUTE });
  await hub.comes(token);
  await expect.poll(async () => (await state())?.lastSeenAt).toBe(hub.now());
  await hub.parties.watch(tenant, hub.now());
  expect(await state()).toMatchObject({ state: "connected" });
  hub.peer.status = null;
  hub.clock.now += 5 * MINUTE;
  await hub.parties.watch(tenant, hub.now());
  expect(await state()).toMatchObject({ state: "connected", lastSeenAt: hub.now() });
});

test("EF-N.3, SEC-OUT-06: who cannot be read, speaks no version of ours or answers nonsense is not registered", async () => {
  const hub = await start();
  const { token } = await hub.invite();
  const a = await hub.comes(token);
  const tries = async (given: object = {}) => {
    const done = await hub.parties.register(a, hub.given(given), hub.at());
    return done.ok ? "registered" : done.error;
  };
  expect(await tries({ platformCode: "PARTNER2" })).toBe("other-code");
  expect(hub.peer.asked).toEqual([]);
  expect(await tries({ token: "not-the-token-of-it" })).toBe("peer-unreachable");
  hub.peer.versions = {
    items: [
      { version: "0", url: hub.peer.url },
      { version: "2.2.1", url: hub.peer.url },
    ],
  };
  expect(await tries()).toBe("no-common-version");
  const nonsense = [
    ...["{", "[]", "null", { items: {} }, { items: [{ version: 1, url: hub.peer.url }] }, { items: [null] }],
    ...[
      { items: [{ version: "1", url: "file:///etc/passwd" }] },
      { items: Array(21).fill({ version: "1", url: hub.peer.url }) },
    ],
  ];
  for (const versions of nonsense) {
    hub.peer.versions = versions;
    expect(await tries(), JSON.stringify(versions).slice(0, 60)).toBe("peer-unreachable");
  }
  hub.peer.versions = null;
  const module = { module: "alarms", role: "receiver", url: hub.peer.url };
  for (const details of [
    ...["", { version: "2", endpoints: [] }, { version: "1" }, { version: "1", endpoints: Array(51).fill(module) }],
    ...[{ role: "owner" }, { module: "a b" }, { module: "__proto__" }, { url: "javascript:alert(1)" }, { url: 7 }].map(
      (bad) => ({
        version: "1",
        endpoints: [{ ...module, ...bad }],
      }),
    ),
  ]) {
    hub.peer.details = details;
    expect(await tries(), JSON.stringify(details).slice(0, 60)).toBe("peer-unreachable");
  }
  hub.peer.details = null;
  for (const status of [302, 401, 404, 500]) {
    hub.peer.status = status;
    expect(await tries(), String(status)).toBe("peer-unreachable");
  }
  hub.peer.status = null;
  expect(await tries()).toBe("registered");
});

test("SEC-KEY-02: a token that was sealed with another master key makes its party offline, and no other", async () => {
  const hub = await start();
  await hub.register((await hub.invite()).token);
  const second = await hub.invite({ platformCode: "PARTNER2" });
  const given = hub.given({ platformCode: "PARTNER2" });
  expect((await hub.parties.register(await hub.comes(second.token), given, hub.at())).ok).toBe(true);
  const item = (await hub.access.items(tenant, "party", "", 10)).find(({ body }) => body.platformCode === "PARTNER1");
  if (item === undefined) throw new Error("no party");
  const link = { ...(item.body.link as object), token: "s1.9.AAAA" };
  const { kind, id, lookup, expiresAt, body } = item;
  await hub.store.commit({
    tenant,
    writes: [{ kind: "item", item: { kind, id, lookup, expiresAt, body: { ...body, link } }, ifVersion: item.version }],
  });
  hub.clock.now += 5 * MINUTE;
  await hub.parties.watch(tenant, hub.now());
  const states = (await hub.parties.list(tenant)).map(({ platformCode, state }) => [platformCode, state] as const);
  expect(Object.fromEntries(states)).toEqual({ PARTNER1: "offline", PARTNER2: "connected" });
});
